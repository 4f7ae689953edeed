"""The Care Quality Commission: its directory with filters, which gives companies' numbers.

An ODS workbook each month, linked by the page on using the Commission's data: some 57,000 locations
in 120 columns, too many cells to be laid out, so that it is read row by row. The directory of each
week, a CSV, gives no company's number and is not read. Kept are the locations that an organisation
runs which states a company's or a charity's number, or provides social care: not those of single
persons and partnerships, whose names are people's, nor those of the health service and of dentists
and doctors without a company. No location's name or address is read, since some are where somebody
lives. Tabs other than the directory's own, such as the list of locations registered twice, say
nothing that it does not.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import groupby

from crawlers.cells import optional_day
from crawlers.long_ods import Line, begins_with_sheets, ods_lines
from crawlers.page_links import page_links
from crawlers.reading import SourceChangedError, rows_below
from crawlers.source import OPEN_GOVERNMENT_LICENCE, Follow, Source, Start
from crawlers.sources.cqc_directory.columns import ACTIVITIES, FOR_OTHERS, NOT_READ
from crawlers.sources.cqc_directory.locations import MARKS, keeps, location
from crawlers.workbook import place
from db.company_numbers import is_invented
from db.records import CareLocation, Document, Record

PAGE = "/about-us/transparency/using-cqc-data"
README, DIRECTORY = "README", "HSCA_Active_Locations"
FILE = re.compile(r"HSCA_Active_Locations[^/]*\.ods(?:\?|$)", re.IGNORECASE)
_AS_AT = re.compile(r"\bas at (\d{1,2} [A-Z][a-z]+ \d{4})")
_IN_THE_NAME = re.compile(r"(\d{1,2})_([A-Z][a-z]+)_(\d{4})_HSCA")


def parse(document: Document) -> Iterator[Record | Follow]:
    """Yield the locations that are kept."""
    readme: list[Line] = []
    for tab, lines in groupby(ods_lines(document), key=lambda line: line.tab):
        if tab == README:
            readme += lines
        elif tab == DIRECTORY:
            yield from _locations(document, lines, _day(document, readme))


def to_the_directory(document: Document) -> Iterator[Follow]:
    """Yield the newest directory with filters that the page links: the first of them."""
    for link in page_links(document):
        if FILE.search(link.href):
            yield Follow(url=link.href)
            return
    raise SourceChangedError(
        document,
        "",
        "no link leads to the directory with filters (HSCA_Active_Locations, ODS); if the publisher"
        " renamed it, name it in the source's file",
    )


def recognises(document: Document) -> bool:
    """True for the workbook with the directory's tabs."""
    return begins_with_sheets(document, README, DIRECTORY)


def subject(records: Sequence[Record]) -> str:
    """The day of the directory: each month's stands beside the others."""
    (as_at,) = {record.as_at for record in records if isinstance(record, CareLocation)}
    return f"locations on {as_at}"


def is_rehearsal(document: Document) -> bool:
    """True where the first company among the providers is an invented one."""
    found = (record for record in parse(document) if isinstance(record, CareLocation))
    return is_invented(next((one.company_number for one in found if one.company_number), ""))


def _locations(document: Document, lines: Iterable[Line], as_at: date) -> Iterator[Record]:
    rows = rows_below(
        document,
        place(DIRECTORY),
        ((line.number, line.cells) for line in lines),
        marks=MARKS,
        ignore=(*NOT_READ, *ACTIVITIES, *FOR_OTHERS),
    )
    for row in rows:
        if keeps(row):
            yield location(row, as_at)


def _day(document: Document, readme: Iterable[Line]) -> date:
    """The day that the directory describes, from its first tab, else from its file's name."""
    said = " ".join(str(cell) for line in readme for cell in line.cells)
    named = _IN_THE_NAME.search(document.url)
    stated = _AS_AT.search(said)
    found = optional_day(
        stated[1] if stated is not None else " ".join(named.groups()) if named is not None else None
    )
    if found is None:
        raise SourceChangedError(
            document,
            f"sheet={README}",
            "nothing says which day it describes: no 'as at 1 September 2026' in its first tab;"
            " give the file the publisher's name, 01_September_2026_HSCA_Active_Locations.ods",
        )
    return found


SOURCE = Source(
    key="cqc_directory",
    title="Care directory with filters",
    publisher="Care Quality Commission",
    licence=OPEN_GOVERNMENT_LICENCE,
    page="https://www.cqc.org.uk/about-us/transparency/using-cqc-data",
    cadence="monthly",
    good_for_days=7,
    version=1,
    kinds=(CareLocation,),
    recognises=recognises,
    is_rehearsal=is_rehearsal,
    parse=parse,
    subject=subject,
    floors={"locations": {CareLocation: 20_000}},
    masked=("Location Postal Code",),
    starts=(Start(host="cqc", path=PAGE, to="data"),),
    signposts={"data": to_the_directory},
)
