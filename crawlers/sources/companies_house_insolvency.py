"""Companies House: the insolvency cases of one company, with their dates.

`/company/{number}/insolvency`. Practitioners, who are people with addresses, and notes are ignored
by name. A members' voluntary liquidation is solvent.
"""

from collections.abc import Iterator

from crawlers.companies_house import CADENCE, FEW, LICENCE, MASKED, PAGE, PUBLISHER
from crawlers.companies_house.answers import Answer, content, opened
from crawlers.companies_house.asking import start
from crawlers.companies_house.invented import of_an_invented_company
from crawlers.companies_house.registers import Entries, extract, subject
from crawlers.json_reading import JsonObject
from crawlers.json_values import day, text, texts
from crawlers.source import Follow, Source
from db.records import (
    Document,
    InsolvencyCase,
    InsolvencyDate,
    Record,
    Register,
    RegisterExtract,
)

NOT_READ = ("links", "notes", "practitioners")


def parse(document: Document) -> Iterator[Record | Follow]:
    """Yield each case, each of its dates, and the extract."""
    answer = opened(document)
    status = " ".join(answer.body.read_if_there("status", texts) or ()) or None
    cases = answer.body.each("cases")
    yield extract(answer, Register.INSOLVENCY, Entries(items=cases), "cases")
    for case in cases:
        yield from _case(answer, case, status)
    answer.body.ignore(("etag", "kind", "links"))
    answer.envelope.done()


def recognises(document: Document) -> bool:
    """True for an answer with insolvency cases in it."""
    return isinstance(content(document).get("cases"), list)


def _case(answer: Answer, case: JsonObject, status: str | None) -> Iterator[Record]:
    number = case.read_if_there("number", text)
    kind = case.read("type", text)
    dates = [
        InsolvencyDate(
            cite=found.cite,
            public_on=answer.read_on,
            company_number=answer.company_number,
            case_number=number,
            case_type=kind,
            date_type=found.read("type", text),
            dated_on=found.read("date", day),
        )
        for found in case.each_if_there("dates")
    ]
    case.ignore(NOT_READ)
    yield InsolvencyCase(
        cite=case.cite,
        public_on=answer.read_on,
        company_number=answer.company_number,
        case_number=number,
        case_type=kind,
        company_insolvency_status=status,
        first_dated_on=min((d.dated_on for d in dates), default=None),
    )
    yield from dates


SOURCE = Source(
    key="companies_house_insolvency",
    title="Insolvency cases of a company",
    publisher=PUBLISHER,
    licence=LICENCE,
    page=PAGE,
    cadence=CADENCE,
    version=1,
    kinds=(InsolvencyCase, InsolvencyDate, RegisterExtract),
    recognises=recognises,
    is_rehearsal=of_an_invented_company,
    parse=parse,
    subject=subject,
    masked=MASKED,
    starts=start("insolvency"),
    may_be_absent=True,
    may_fail=FEW,
)
