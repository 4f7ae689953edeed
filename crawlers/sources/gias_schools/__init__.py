"""The register of schools (Get Information about Schools): what schools owners of homes run.

The file of all establishments, a CSV of some 52,000 rows each day, mostly in Windows-1252.
Its page is a form that names the day of the newest file rather than linking it; the file of a day
lies on a host of its own. Kept are independent and special schools, schools with boarders, and all
that name a proprietor or a company's number: the others are councils' and academy trusts'. The
register names the proprietor of an independent school, and gives a company's number for providers
of online education alone. A proprietor who may be a person is not named here. No address is read.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime

from crawlers.noting import day_of_issue
from crawlers.page_links import page_links, parsed_page
from crawlers.reading import SourceChangedError, csv_table
from crawlers.source import OPEN_GOVERNMENT_LICENCE, Follow, Source, Start
from crawlers.sources.gias_schools.columns import NOT_READ
from crawlers.sources.gias_schools.schools import MARKS, keeps, school
from db.records import Document, Record, School

PAGE = "/Downloads"
TAG = "all.edubase.data"
"""What the form calls the file of all establishments."""
FILE = "/edubase/downloads/public/edubasealldata{:%Y%m%d}.csv"
INVENTED_FROM = 900_001
"""The number from which a rehearsal's schools are numbered: the register is at 153,000."""
_IN_THE_NAME = re.compile(r"edubasealldata(\d{8})\.csv")
_FIELD = re.compile(r"(?P<item>.+)\.Tag")
_HEAD = 200


def parse(document: Document) -> Iterator[Record | Follow]:
    """Yield the schools that are kept."""
    named = _day(document)
    public_on = day_of_issue(document, None if named is None else lambda: named)
    for row in csv_table(document, marks=MARKS, ignore=NOT_READ):
        if keeps(row):
            yield school(row, public_on)


def to_the_newest_file(document: Document) -> Iterator[Follow]:
    """Yield the file of all establishments: as the page links it, else of the day of its form."""
    for link in page_links(document):
        if _IN_THE_NAME.search(link.href):
            yield Follow(url=link.href)
            return
    page = parsed_page(document)
    values = {
        str(field["name"]): str(field.get("value", "")) for field in page.select("input[name]")
    }
    for name, value in values.items():
        item = _FIELD.fullmatch(name)
        if value == TAG and item is not None:
            made_on = _made_on(values.get(f"{item['item']}.FileGeneratedDate", ""))
            if made_on is not None:
                # Its day stands in its name alone: were it stated besides, the same register on a
                # later day would count as a correction, and not be known on the days before.
                yield Follow(url=FILE.format(made_on), host="gias_files", is_final=True)
                return
    raise SourceChangedError(
        document,
        "",
        "it neither links the file of all establishments (edubasealldata) nor names its day in its"
        " form; if the publisher renamed it, name it in the source's file",
    )


def recognises(document: Document) -> bool:
    """True for a CSV whose first line has the register's first columns."""
    first = document.body[:_HEAD].decode("cp1252", errors="replace").lstrip("\u00ef\u00bb\u00bf")
    return first.replace('"', "").startswith("URN,LA (code),LA (name),EstablishmentNumber,")


def subject(_: Sequence[Record]) -> str:
    """The register: each day's file replaces the day's before."""
    return "schools"


def is_rehearsal(document: Document) -> bool:
    """True where the first school that is kept is an invented one."""
    first = next((one for one in parse(document) if isinstance(one, School)), None)
    return first is not None and int(first.urn) >= INVENTED_FROM


def _day(document: Document) -> date | None:
    """The day in a file's name, where it has kept it."""
    named = _IN_THE_NAME.search(document.url)
    return _made_on(named[1]) if named is not None else None


def _made_on(written: str) -> date | None:
    """The day of a moment as the form writes it, 01/09/2026 03:00:00, or as a file's name does."""
    for form in ("%d/%m/%Y", "%Y-%m-%d", "%Y%m%d"):
        try:
            beginning = re.split(r"[ T]", written.strip())[0]
            return datetime.strptime(beginning, form).replace(tzinfo=UTC).date()
        except ValueError:
            continue
    return None


SOURCE = Source(
    key="gias_schools",
    title="Register of schools",
    publisher="Department for Education",
    licence=OPEN_GOVERNMENT_LICENCE,
    page="https://get-information-schools.service.gov.uk/Downloads",
    cadence="daily",
    good_for_days=1,
    version=2,
    kinds=(School,),
    recognises=recognises,
    is_rehearsal=is_rehearsal,
    parse=parse,
    subject=subject,
    floors={"schools": {School: 5_000}},
    masked=("PropsName",),
    starts=(Start(host="gias", path=PAGE, to="downloads"),),
    signposts={"downloads": to_the_newest_file},
)
