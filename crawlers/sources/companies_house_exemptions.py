"""Companies House: why one company need not keep a control register.

`/company/{number}/exemptions`, or a line of the daily snapshot. A listed company's holders are
found on its market's announcements, so that an exemption ends a chain of control for a reason.
"""

from collections.abc import Iterator

from crawlers.companies_house import CADENCE, LICENCE, MASKED, PAGE, PUBLISHER
from crawlers.companies_house.answers import Answer, content, opened
from crawlers.companies_house.registers import Entries, extract, subject
from crawlers.json_reading import JsonObject
from crawlers.json_values import day, text
from crawlers.source import Follow, Source
from db.records import ControlStatement, Document, Oddity, Record, Register, RegisterExtract


def parse(document: Document) -> Iterator[Record | Follow]:
    """Yield one statement for each period of each exemption, and the extract."""
    answer = opened(document)
    listed = answer.body.inside("exemptions")
    periods = [
        (exemption, period)
        for exemption in map(listed.inside, listed.names)
        for period in exemption.each("items")
    ]
    yield extract(
        answer,
        Register.EXEMPTIONS,
        Entries(items=tuple(period for _, period in periods)),
        "exemptions",
    )
    for exemption, period in periods:
        yield from _statement(answer, exemption, period)
    answer.body.ignore(("etag", "kind", "links"))
    answer.envelope.done()


def recognises(document: Document) -> bool:
    """True for an answer with exemptions in it."""
    return isinstance(content(document).get("exemptions"), dict)


def _statement(answer: Answer, exemption: JsonObject, period: JsonObject) -> Iterator[Record]:
    found = ControlStatement(
        cite=period.cite,
        public_on=answer.read_on,
        valid_from=period.read("exempt_from", day),
        valid_to=period.read_if_there("exempt_to", day),
        company_number=answer.company_number,
        statement=exemption.read("exemption_type", text),
        statement_id=None,
        restrictions_notice_withdrawal_reason=None,
    )
    yield found
    entry = answer.entry(Register.EXEMPTIONS, period)
    yield from entry.odd_days(found, end_is_stated=True)


SOURCE = Source(
    key="companies_house_exemptions",
    title="Exemptions of a company from keeping a control register",
    publisher=PUBLISHER,
    licence=LICENCE,
    page=PAGE,
    cadence=CADENCE,
    version=1,
    kinds=(ControlStatement, RegisterExtract, Oddity),
    recognises=recognises,
    parse=parse,
    subject=subject,
    masked=MASKED,
)
