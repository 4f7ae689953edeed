"""Councils, the ways their names are written, and who borders whom: the project's own tables.

Nobody publishes these three joined and dated, so people keep them here as CSV files
(`crawlers/reference/`), each row with the document it rests on. A changed file is taken in
like any other source. A fact about a council counts as public from the day it holds, because
the order that makes it is made before.
"""

from collections.abc import Callable, Iterator, Sequence
from importlib.resources import files

from crawlers.cells import day, matching, optional_day, optional_text, text
from crawlers.reading import Row, SourceChangedError, csv_table
from crawlers.source import Follow, Licence, Source
from db.records import (
    Document,
    LocalAuthority,
    LocalAuthorityBorder,
    LocalAuthoritySpelling,
    Record,
)

ons_code = matching(r"[EW]\d{8}", "an ONS code: E or W and eight digits")
MARKS = ("ons_code", "valid_from", "valid_to")
FILES = ("local_authorities.csv", "local_authority_spellings.csv", "local_authority_borders.csv")


def parse(document: Document) -> Iterator[Record | Follow]:
    """Yield one record per row; the header says which of the three tables it is."""
    table = _table(document)
    if table not in READERS:
        raise SourceChangedError(
            document,
            "row=1",
            f"the first line is not the header of {' or '.join(FILES)}; take these files from the"
            " project's crawlers/reference folder",
        )
    read = READERS[table]
    for row in csv_table(document, marks=MARKS):
        yield read(row)


def recognises(document: Document) -> bool:
    """True for a CSV whose first line names one of the three tables' columns."""
    return _table(document) in READERS


def subject(records: Sequence[Record]) -> str:
    """The table's name: one of `councils`, `spellings`, `borders`."""
    return SUBJECTS[type(records[0])]


def packaged() -> tuple[tuple[str, bytes], ...]:
    """The three tables as this release ships them: file name and bytes."""
    folder = files("crawlers") / "reference"
    return tuple((name, (folder / name).read_bytes()) for name in FILES)


def _table(document: Document) -> str:
    first = document.body.partition(b"\n")[0].decode("utf-8-sig", errors="replace").strip()
    return next((mark for mark in READERS if mark in first.split(",")), "")


def _council(row: Row) -> LocalAuthority:
    valid_from = row.read(("valid_from",), day)
    return LocalAuthority(
        cite=row.cite,
        public_on=valid_from,
        valid_from=valid_from,
        valid_to=row.read(("valid_to",), optional_day),
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
    valid_from = row.read(("valid_from",), day)
    return LocalAuthoritySpelling(
        cite=row.cite,
        public_on=valid_from,
        valid_from=valid_from,
        valid_to=row.read(("valid_to",), optional_day),
        spelling=row.read(("spelling",), text),
        publisher=row.read(("publisher",), text),
        ons_code=row.read(("ons_code",), ons_code),
    )


def _border(row: Row) -> LocalAuthorityBorder:
    valid_from = row.read(("valid_from",), day)
    return LocalAuthorityBorder(
        cite=row.cite,
        public_on=valid_from,
        valid_from=valid_from,
        valid_to=row.read(("valid_to",), optional_day),
        ons_code=row.read(("ons_code",), ons_code),
        neighbour_code=row.read(("neighbour_code",), ons_code),
    )


READERS: dict[str, Callable[[Row], Record]] = {
    "dfe_code": _council,
    "spelling": _spelling,
    "neighbour_code": _border,
}
"""The column that only one of the tables has, and how a row of that table is read."""
SUBJECTS: dict[type[Record], str] = {
    LocalAuthority: "councils",
    LocalAuthoritySpelling: "spellings",
    LocalAuthorityBorder: "borders",
}

SOURCE = Source(
    key="local_authorities",
    title="Councils with children's services duties in England, and in Wales by name",
    publisher="This project, from ONS, DfE, statutory instruments and Ordnance Survey boundaries",
    licence=Licence(
        name="MIT, from data under the Open Government Licence v3.0",
        url="https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/",
    ),
    page="https://www.ons.gov.uk/methodology/geography/ukgeographies/administrativegeography",
    cadence="when a council is made, merged or given a new code",
    version=1,
    kinds=(LocalAuthority, LocalAuthoritySpelling, LocalAuthorityBorder),
    recognises=recognises,
    parse=parse,
    subject=subject,
    is_ours=True,
)
