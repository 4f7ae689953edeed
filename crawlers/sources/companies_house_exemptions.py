"""Companies House: why one company need not keep a control register.

`/company/{number}/exemptions`, or a line of the daily snapshot. A listed company's holders are
found on its market's announcements, so that an exemption ends a chain of control for a reason.
"""

from collections.abc import Iterator

from crawlers.companies_house import CADENCE, FEW, LICENCE, MASKED, PAGE, PUBLISHER
from crawlers.companies_house.answers import content, opened
from crawlers.companies_house.asking import start
from crawlers.companies_house.invented import of_an_invented_company
from crawlers.companies_house.registers import Entries, extract, subject
from crawlers.companies_house.statements import exemption_statement, exemptions
from crawlers.source import Follow, Source
from db.records import ControlStatement, Document, Oddity, Record, Register, RegisterExtract


def parse(document: Document) -> Iterator[Record | Follow]:
    """Yield one statement for each period of each exemption, and the extract."""
    answer = opened(document)
    periods = exemptions(answer.body)
    yield extract(
        answer,
        Register.EXEMPTIONS,
        Entries(items=tuple(period for _, period in periods)),
        "exemptions",
    )
    for exemption, period in periods:
        yield from exemption_statement(answer.entry(Register.EXEMPTIONS, period), exemption)
    answer.body.ignore(("etag", "kind", "links"))
    answer.envelope.done()


def recognises(document: Document) -> bool:
    """True for an answer with exemptions in it."""
    return isinstance(content(document).get("exemptions"), dict)


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
    is_rehearsal=of_an_invented_company,
    parse=parse,
    subject=subject,
    masked=MASKED,
    starts=start("exemptions"),
    may_be_absent=True,
    may_fail=FEW,
)
