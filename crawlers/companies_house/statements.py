"""What a company states instead of a holder, and why it need keep no control register."""

from collections.abc import Iterator

from crawlers.companies_house import oddities
from crawlers.companies_house.controls import entry_id
from crawlers.companies_house.lines import STATEMENT
from crawlers.companies_house.oddities import Entry
from crawlers.json_reading import JsonObject
from crawlers.json_values import day, optional_text, text
from db.records import ControlStatement, Record

NOT_READ = ("linked_psc_name",)
"""A person's name, which the register of controls gives where a finding needs it."""


def statement(entry: Entry) -> Iterator[Record]:
    """Yield the statement that an entry makes, and an Oddity for each thing wrong with it."""
    said = entry.said
    kind = said.read("kind", text)
    if kind != STATEMENT:
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


def exemptions(said: JsonObject) -> tuple[tuple[JsonObject, JsonObject], ...]:
    """Each period of each exemption that an answer lists: the exemption, and the period."""
    listed = said.inside("exemptions")
    return tuple(
        (exemption, period)
        for exemption in map(listed.inside, listed.names)
        for period in exemption.each("items")
    )


def exemption_statement(entry: Entry, exemption: JsonObject) -> Iterator[Record]:
    """Yield one period of an exemption, which is the entry, as a statement."""
    period = entry.said
    found = ControlStatement(
        cite=period.cite,
        public_on=entry.read_on,
        valid_from=period.read("exempt_from", day),
        valid_to=period.read_if_there("exempt_to", day),
        company_number=entry.company_number,
        statement=exemption.read("exemption_type", text),
        statement_id=None,
        restrictions_notice_withdrawal_reason=None,
    )
    yield found
    yield from entry.odd_days(found, end_is_stated=True)
