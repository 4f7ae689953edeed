"""Companies House: the control register of one company, ended entries included.

`/company/{number}/persons-with-significant-control`, all pages joined; one entry alone, from the
API or as a line of the daily snapshot, is read too. Each entry becomes one Control for each
capacity in which something is held.
"""

from collections.abc import Iterator

from crawlers.companies_house import CADENCE, FEW, LICENCE, MASKED, PAGE, PUBLISHER
from crawlers.companies_house.answers import content, lists_statements
from crawlers.companies_house.asking import MOST_ON_A_PAGE, start
from crawlers.companies_house.bodies import names_a_body
from crawlers.companies_house.controls import controls
from crawlers.companies_house.invented import of_an_invented_company
from crawlers.companies_house.oddities import more_than_the_whole
from crawlers.companies_house.pages import paged
from crawlers.companies_house.registers import Counts, read_register, subject
from crawlers.json_reading import json_members
from crawlers.source import Follow, Source
from db.records import Control, Document, Oddity, Record, Register, RegisterExtract

COUNTS = Counts(
    total="total_results",
    active="active_count",
    ended=("ceased_count",),
    others=("notified_on",),
)
NOT_OURS = ("persons-with-significant-control-statement", "exemptions")


def parse(document: Document) -> Iterator[Record | Follow]:
    """Yield the controls, the extract and the oddities of one register, or of one entry."""
    found = list(read_register(document, Register.CONTROLS, COUNTS, controls))
    yield from found
    yield from more_than_the_whole(found, document.fetched_at.date())


def recognises(document: Document) -> bool:
    """True for a control register, for an entry of one, and for a snapshot's line of any kind."""
    said = content(document)
    kind = said.get("kind")
    if isinstance(kind, str):
        is_entry = kind.endswith(("-with-significant-control", "-beneficial-owner"))
        is_line = set(json_members(document)) <= {"company_number", "data"}
        is_ours = kind not in NOT_OURS and not kind.startswith("totals#")
        return is_entry or (is_line and is_ours)
    return "ceased_count" in said and not lists_statements(said)


SOURCE = Source(
    key="companies_house_controls",
    title="Persons with significant control of a company",
    publisher=PUBLISHER,
    licence=LICENCE,
    page=PAGE,
    cadence=CADENCE,
    version=2,
    kinds=(Control, RegisterExtract, Oddity),
    recognises=recognises,
    is_rehearsal=of_an_invented_company,
    parse=parse,
    subject=subject,
    masked=MASKED,
    spares=names_a_body,
    starts=start("persons-with-significant-control"),
    paging=paged(MOST_ON_A_PAGE),
    may_be_absent=True,
    may_fail=FEW,
)
