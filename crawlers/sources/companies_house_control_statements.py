"""Companies House: what a company states instead of naming a person with significant control.

`/company/{number}/persons-with-significant-control-statements`, all pages joined; one statement
alone, from the API or as a line of the daily snapshot, is read too. A statement that there is
nobody is an answer, not a gap.
"""

from collections.abc import Iterator

from crawlers.companies_house import CADENCE, LICENCE, MASKED, PAGE, PUBLISHER, oddities
from crawlers.companies_house.answers import content
from crawlers.companies_house.controls import entry_id
from crawlers.companies_house.oddities import Entry
from crawlers.companies_house.registers import Counts, read_register, subject
from crawlers.json_values import day, optional_text, text
from crawlers.source import Follow, Source
from db.records import ControlStatement, Document, Oddity, Record, Register, RegisterExtract

COUNTS = Counts(total="total_results", active="active_count", ended=("ceased_count",))
KIND = "persons-with-significant-control-statement"
NOT_READ = ("linked_psc_name",)
"""A person's name, which the register of controls gives where a finding needs it."""


def parse(document: Document) -> Iterator[Record | Follow]:
    """Yield the statements of one company and their extract, or one statement."""
    yield from read_register(document, Register.CONTROL_STATEMENTS, COUNTS, _statement)


def recognises(document: Document) -> bool:
    """True for a list of statements, and for one statement."""
    said = content(document)
    return said.get("kind") == KIND or (
        "ceased_count" in said and "-statements" in str(said.get("links"))
    )


def _statement(entry: Entry) -> Iterator[Record]:
    said = entry.said
    kind = said.read("kind", text)
    if kind != KIND:
        said.ignore_the_rest()
        yield entry.odd(oddities.UNKNOWN_KIND, kind)
        return
    notified_on = said.read_if_there("notified_on", day)
    found = ControlStatement(
        cite=entry.cite,
        public_on=notified_on or entry.read_on,
        valid_from=notified_on,
        valid_to=said.read_if_there("ceased_on", day),
        company_number=entry.company_number,
        statement=said.read("statement", text),
        statement_id=entry_id(said),
        restrictions_notice_withdrawal_reason=said.read_if_there(
            "restrictions_notice_withdrawal_reason", optional_text
        ),
    )
    said.ignore(NOT_READ)
    yield found
    yield from entry.odd_days(found, end_is_stated=True)


SOURCE = Source(
    key="companies_house_control_statements",
    title="Statements about persons with significant control of a company",
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
