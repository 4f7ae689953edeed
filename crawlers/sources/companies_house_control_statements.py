"""Companies House: what a company states instead of naming a person with significant control.

`/company/{number}/persons-with-significant-control-statements`, all pages joined; one statement
alone, from the API or as a line of the daily snapshot, is read too. A statement that there is
nobody is an answer, not a gap.
"""

from collections.abc import Iterator

from crawlers.companies_house import CADENCE, FEW, LICENCE, MASKED, PAGE, PUBLISHER
from crawlers.companies_house.answers import content, lists_statements
from crawlers.companies_house.asking import MOST_ON_A_PAGE, start
from crawlers.companies_house.invented import of_an_invented_company
from crawlers.companies_house.lines import STATEMENT
from crawlers.companies_house.pages import paged
from crawlers.companies_house.registers import Counts, read_register, subject
from crawlers.companies_house.statements import statement
from crawlers.source import Follow, Source
from db.records import ControlStatement, Document, Oddity, Record, Register, RegisterExtract

COUNTS = Counts(total="total_results", active="active_count", ended=("ceased_count",))


def parse(document: Document) -> Iterator[Record | Follow]:
    """Yield the statements of one company and their extract, or one statement."""
    yield from read_register(document, Register.CONTROL_STATEMENTS, COUNTS, statement)


def recognises(document: Document) -> bool:
    """True for a list of statements, and for one statement."""
    said = content(document)
    return said.get("kind") == STATEMENT or ("ceased_count" in said and lists_statements(said))


SOURCE = Source(
    key="companies_house_control_statements",
    title="Statements about persons with significant control of a company",
    publisher=PUBLISHER,
    licence=LICENCE,
    page=PAGE,
    cadence=CADENCE,
    version=2,
    kinds=(ControlStatement, RegisterExtract, Oddity),
    recognises=recognises,
    is_rehearsal=of_an_invented_company,
    parse=parse,
    subject=subject,
    masked=MASKED,
    starts=start("persons-with-significant-control-statements"),
    paging=paged(MOST_ON_A_PAGE),
    may_be_absent=True,
    may_fail=FEW,
)
