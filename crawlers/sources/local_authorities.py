"""Councils, how their names are written, who borders whom, what they own: the project's own tables.

Nobody publishes these joined and dated, so people keep them here as CSV files
(`crawlers/reference/`), each row with the document it rests on. A changed file is taken in
like any other source. A fact about a council counts as public from the day it holds, because
the order or decision that makes it is made before.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from importlib.resources import files
from typing import TypedDict

from crawlers.cells import day, matching, optional_day, optional_text, text, word
from crawlers.reading import Row, SourceChangedError, csv_table
from crawlers.source import Follow, Licence, Source
from db.records import (
    CouncilOwnedBody,
    CouncilOwnedKind,
    Document,
    LocalAuthority,
    LocalAuthorityBorder,
    LocalAuthoritySpelling,
    Record,
)

ons_code = matching(r"[EW]\d{8}", "an ONS code: E or W and eight digits")
ons_codes = matching(r"[EW]\d{8}( [EW]\d{8})*", "ONS codes, one space between two")
DATES = ("valid_from", "valid_to")


def parse(document: Document) -> Iterator[Record | Follow]:
    """Yield one record per row; the header says which of the tables it is."""
    table = _table(document)
    if table is None:
        raise SourceChangedError(
            document,
            "row=1",
            f"the first line is not the header of {' or '.join(t.file for t in TABLES)}; take these"
            " files from the project's crawlers/reference folder",
        )
    for row in csv_table(document, marks=(table.mark, *DATES)):
        yield table.read(row)


def recognises(document: Document) -> bool:
    """True for a CSV whose first line names one of the tables' columns."""
    return _table(document) is not None


def subject(records: Sequence[Record]) -> str:
    """The table's name: one of `councils`, `spellings`, `borders`, `council-owned bodies`."""
    return next(table.subject for table in TABLES if table.kind is type(records[0]))


def packaged() -> tuple[tuple[str, bytes], ...]:
    """The tables as this release ships them: file name and bytes."""
    folder = files("crawlers") / "reference"
    return tuple((table.file, (folder / table.file).read_bytes()) for table in TABLES)


class _Dated(TypedDict):
    cite: str
    public_on: date
    valid_from: date
    valid_to: date | None


def _dated(row: Row) -> _Dated:
    """What every row of every table has."""
    valid_from = row.read(("valid_from",), day)
    return _Dated(
        cite=row.cite,
        public_on=valid_from,
        valid_from=valid_from,
        valid_to=row.read(("valid_to",), optional_day),
    )


def _council(row: Row) -> LocalAuthority:
    return LocalAuthority(
        **_dated(row),
        ons_code=row.read(("ons_code",), ons_code),
        dfe_code=row.read(("dfe_code",), optional_text),
        name=row.read(("name",), text),
        region=row.read(("region",), text),
        region_code=row.read(("region_code",), ons_code),
        regional_care_cooperative=row.read(("regional_care_cooperative",), optional_text),
        successor_codes=row.read(("successor_codes",), optional_text),
        basis=row.read(("source",), text),
    )


def _spelling(row: Row) -> LocalAuthoritySpelling:
    return LocalAuthoritySpelling(
        **_dated(row),
        spelling=row.read(("spelling",), text),
        publisher=row.read(("publisher",), text),
        ons_code=row.read(("ons_code",), ons_code),
    )


def _border(row: Row) -> LocalAuthorityBorder:
    return LocalAuthorityBorder(
        **_dated(row),
        ons_code=row.read(("ons_code",), ons_code),
        neighbour_code=row.read(("neighbour_code",), ons_code),
    )


def _council_owned(row: Row) -> CouncilOwnedBody:
    return CouncilOwnedBody(
        **_dated(row),
        owner_name=row.read(("owner_name",), text),
        owning_councils=row.read(("owning_councils",), ons_codes),
        kind=row.read(("kind",), word(CouncilOwnedKind)),
        basis=row.read(("source",), text),
        address=row.read(("address",), optional_text),
    )


@dataclass(frozen=True, kw_only=True)
class _Table:
    """One of the tables: its file, what it is called, and how a row of it is read."""

    file: str
    subject: str
    mark: str
    """The column that no other table has."""
    kind: type[Record]
    read: Callable[[Row], Record]


TABLES = (
    _Table(
        file="local_authorities.csv",
        subject="councils",
        mark="dfe_code",
        kind=LocalAuthority,
        read=_council,
    ),
    _Table(
        file="local_authority_spellings.csv",
        subject="spellings",
        mark="spelling",
        kind=LocalAuthoritySpelling,
        read=_spelling,
    ),
    _Table(
        file="local_authority_borders.csv",
        subject="borders",
        mark="neighbour_code",
        kind=LocalAuthorityBorder,
        read=_border,
    ),
    _Table(
        file="council_owned_bodies.csv",
        subject="council-owned bodies",
        mark="owning_councils",
        kind=CouncilOwnedBody,
        read=_council_owned,
    ),
)


def _table(document: Document) -> _Table | None:
    first = document.body.partition(b"\n")[0].decode("utf-8-sig", errors="replace").strip()
    return next((table for table in TABLES if table.mark in first.split(",")), None)


SOURCE = Source(
    key="local_authorities",
    title=(
        "Councils with children's services duties in England, and in Wales by name;"
        " bodies that councils own"
    ),
    publisher="This project, from ONS, DfE, statutory instruments and Ordnance Survey boundaries",
    licence=Licence(
        name="MIT, from data under the Open Government Licence v3.0",
        url="https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/",
    ),
    page="https://www.ons.gov.uk/methodology/geography/ukgeographies/administrativegeography",
    cadence="when a council is made, merged or given a new code, or a body of theirs appears",
    version=1,
    kinds=tuple(table.kind for table in TABLES),
    recognises=recognises,
    parse=parse,
    subject=subject,
    is_ours=True,
)
