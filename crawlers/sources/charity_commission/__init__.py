"""The Charity Commission: the register of charities and their returns, as extracted each day.

Two of the tables that the page of downloads links as JSON, each a zip of one list: `charity` and
`charity_annual_return_history`. The register holds some 400,000 entries, most of them of no matter
here, and says nothing of who owns a home. Of charities those are kept that state a company's
number, under which an owner is found, and those whose trustees say that they care for children
away from home, which may be owners without a company. Of returns, whose table has neither, those of
half a million pounds and more: a place in a children's home costs over 300,000 a year, so that who
runs one has more; the newest year of a smaller charity stands in its entry. Linked funds, which
bear the number of the charity that holds them, are left out, and so are contacts, who are people.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from crawlers.json_lists import each_object, first_object
from crawlers.json_reading import JsonObject
from crawlers.page_links import page_links
from crawlers.reading import SourceChangedError
from crawlers.source import OPEN_GOVERNMENT_LICENCE, Follow, Source, Start
from crawlers.sources.charity_commission.charities import CHARITIES
from crawlers.sources.charity_commission.returns import RETURNS
from crawlers.sources.charity_commission.tables import Row, Table, whole
from db.company_numbers import is_invented
from db.records import Charity, CharityReturn, Document, Record

PAGE = "/en/register/full-register-download"
TABLES = (CHARITIES, RETURNS)
INVENTED_FROM = 1_290_001
"""The number from which a rehearsal's charities are numbered: the register is at 1.22 million."""
FIRST_ROWS = 50


def parse(document: Document) -> Iterator[Record | Follow]:
    """Yield the charities, or the returns, that are kept."""
    table = _table(first_object(document))
    if table is None:
        next(each_object(document), None)  # a damaged file says so itself
        raise SourceChangedError(
            document,
            "",
            "neither the table of charities nor that of their returns; download it"
            " again, and if the publisher renamed its members, name them in the source's file",
        )
    for pointer, members in each_object(document):
        if table.keeps(members):
            found = JsonObject(document, pointer, members)
            yield table.read(found)
            found.done(table.not_read)
        elif members.keys() - table.members:
            JsonObject(document, pointer, members).done(table.members)


def to_the_tables(document: Document) -> Iterator[Follow]:
    """Yield the two tables that the page of downloads links."""
    links = {
        table.name: link.href
        for link in page_links(document)
        for table in TABLES
        if re.search(rf"publicextract\.{table.name}(?:\.[\w-]+)*\.zip(?:\?|$)", link.href)
        and "json" in f"{link.href} {link.text}".casefold()
    }
    for table in TABLES:
        if table.name not in links:
            raise SourceChangedError(
                document,
                "",
                f"no link leads to the table {table.name!r} as JSON; if the"
                " publisher renamed it, name it in the source's file",
            )
        yield Follow(url=links[table.name])


def recognises(document: Document) -> bool:
    """True for one of the two tables as JSON, in its zip or bare."""
    return _table(first_object(document)) is not None


def subject(records: Sequence[Record]) -> str:
    """Which of the tables it is: each day's replaces the day's before."""
    return "charities" if isinstance(records[0], Charity) else "returns of charities"


def is_rehearsal(document: Document) -> bool:
    """True where one of the first charities is an invented one."""
    return any(
        whole(members.get("registered_charity_number")) >= INVENTED_FROM
        or is_invented(str(members.get("charity_company_registration_number") or ""))
        for _, members in islice(each_object(document), FIRST_ROWS)
    )


def _table(first: Row) -> Table | None:
    if not {"registered_charity_number", "date_of_extract"} <= first.keys():
        return None
    return next((table for table in TABLES if table.mark in first), None)


SOURCE = Source(
    key="charity_commission",
    title="Register of charities and their returns",
    publisher="Charity Commission for England and Wales",
    licence=OPEN_GOVERNMENT_LICENCE,
    page="https://register-of-charities.charitycommission.gov.uk/en/register/full-register-download",
    cadence="daily",
    good_for_days=1,
    version=1,
    kinds=(Charity, CharityReturn),
    recognises=recognises,
    is_rehearsal=is_rehearsal,
    parse=parse,
    subject=subject,
    floors={"charities": {Charity: 20_000}, "returns": {CharityReturn: 50_000}},
    masked=("charity_activities", "charity_contact*"),
    starts=(Start(host="charity_commission", path=PAGE, to="downloads"),),
    signposts={"downloads": to_the_tables},
)
