"""Headline figures of Ofsted's releases on who owns providers: the project's own table.

Ofsted states them in the prose of a page, year by year in other words, so people keep them in
`crawlers/reference/ofsted_ownership_figures.csv`: each with the page, the section, the day that
the page gives as that of its words, and how the figure is to be counted. What a release states and
contradicts in itself is left out. The figures are of the real market: a rehearsal has none.
"""

from collections.abc import Iterator, Sequence
from importlib.resources import files

from crawlers.cells import day, optional_text, optional_whole_number, text, word
from crawlers.reading import Cell, csv_table
from crawlers.source import Follow, Licence, Source
from db.records import (
    Document,
    OwnedSector,
    OwnedService,
    OwnershipFigure,
    OwnershipMeasure,
    Record,
)

FILE = "ofsted_ownership_figures.csv"
MARK = "share_of"


def parse(document: Document) -> Iterator[Record | Follow]:
    """Yield one figure per row."""
    for row in csv_table(document, marks=(MARK, "as_at", "public_on")):
        yield OwnershipFigure(
            cite=row.cite,
            public_on=row.read(("public_on",), day),
            as_at=row.read(("as_at",), day),
            statement=row.read(("statement",), text),
            value=row.read(("value",), _number),
            measure=row.read(("measure",), word(OwnershipMeasure)),
            service=row.read(("service",), word(OwnedService)),
            ranked=row.read(("ranked",), word(OwnedSector)),
            share_of=row.read(("share_of",), word(OwnedSector)),
            region=row.read(("region",), optional_text),
            largest=row.read(("largest",), optional_whole_number),
            owners=row.read(("owners",), optional_text),
            definition=row.read(("definition",), text),
            release=row.read(("release",), text),
            section=row.read(("section",), text),
            address=row.read(("address",), text),
        )


def recognises(document: Document) -> bool:
    """True for a CSV whose first line has the columns of the table."""
    first = document.body.partition(b"\n")[0].decode("utf-8-sig", errors="replace").strip()
    return {MARK, "as_at", "statement"} <= set(first.split(","))


def subject(records: Sequence[Record]) -> str:  # noqa: ARG001 - there is one
    """What the table is about: the releases, all of them."""
    return "ownership figures"


def packaged() -> tuple[tuple[str, bytes], ...]:
    """The table as this release ships it: file name and bytes."""
    return ((FILE, (files("crawlers") / "reference" / FILE).read_bytes()),)


def _number(cell: Cell) -> float:
    """A number from 0, in digits; ValueError for anything else."""
    written = text(cell)
    if not written.replace(".", "", 1).isdecimal():
        raise ValueError(f"{cell!r} is not a number")
    return float(written)


SOURCE = Source(
    key="ofsted_ownership",
    title="Headline figures of Ofsted's releases on who owns children's social care providers",
    publisher="This project, from Ofsted's releases on ownership",
    licence=Licence(
        name="MIT, from data under the Open Government Licence v3.0",
        url="https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/",
    ),
    page="https://www.gov.uk/government/statistics/ownership-of-childrens-social-care-providers-in-england-2025",
    cadence="yearly, in November since 2025; before, in summer",
    version=1,
    kinds=(OwnershipFigure,),
    recognises=recognises,
    parse=parse,
    subject=subject,
    is_ours=True,
)
