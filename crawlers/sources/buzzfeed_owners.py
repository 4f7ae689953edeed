"""BuzzFeed News: who owned each private children's home in England in 2018.

Published beside an article of July 2018 under CC BY 4.0. The list holds the private homes of
Ofsted's tables at 31 March 2018 and of the year before it; most owners are copied from the
register, and for homes whose register entry names none the newsroom found one itself.
"""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import islice

from crawlers.cells import matching, text, word
from crawlers.noting import day_of_issue
from crawlers.reading import SourceChangedError, csv_lines, csv_table, plain
from crawlers.source import Follow, Licence, Source
from db.records import (
    Document,
    OwnerStatement,
    ProvisionType,
    Record,
    RegistrationStatus,
    Sector,
)

HEADINGS = ("URN", "Provision type", "Registration Status", "Sector", "Owner", "Source")
STATED_FOR = date(2018, 3, 31)
"""The register date of the tables that the list was made from."""
urn = matching(r"SC\d{6}|\d{7}", "a URN: SC and six digits, or seven digits")
provision_type, status, sector = word(ProvisionType), word(RegistrationStatus), word(Sector)


def parse(document: Document) -> Iterator[Record | Follow]:
    """Yield one owner per row."""
    public_on = day_of_issue(document)
    for row in csv_table(document, marks=HEADINGS):
        yield OwnerStatement(
            cite=row.cite,
            public_on=public_on,
            urn=row.read(("URN",), urn),
            compiler="BuzzFeed News",
            stated_for=STATED_FOR,
            provision_type=row.read(("Provision type",), provision_type),
            registration_status=row.read(("Registration Status",), status),
            sector=row.read(("Sector",), sector),
            owner_name=row.read(("Owner",), text),
            basis=row.read(("Source",), text),
        )


def recognises(document: Document) -> bool:
    """True for a CSV whose first line holds exactly the list's headings."""
    if document.body[:2] == b"PK":
        return False
    try:
        lines = csv_lines(document)
        first = [plain(cell) for line in islice(lines, 1) for cell in line]
    except SourceChangedError:
        return False
    return first == [plain(heading) for heading in HEADINGS]


def subject(_: Sequence[Record]) -> str:
    """The list's own name: it was published once."""
    return "owners in 2018"


SOURCE = Source(
    key="buzzfeed_owners",
    title="Private-sector ownership of children's homes in England, 2018",
    publisher="BuzzFeed News",
    licence=Licence(name="CC BY 4.0", url="https://creativecommons.org/licenses/by/4.0/"),
    page="https://github.com/BuzzFeedNews/2018-07-ofsted-inspections",
    cadence="once, in July 2018",
    version=1,
    kinds=(OwnerStatement,),
    recognises=recognises,
    parse=parse,
    subject=subject,
    floors={"owners": {OwnerStatement: 1_500}},
)
