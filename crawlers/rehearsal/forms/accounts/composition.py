"""Which pages a set of accounts of its kind has, in order, with notes numbered."""

from collections.abc import Iterator, Sequence

from crawlers.rehearsal.forms.accounts import asset_notes, balance_notes, group_notes, income_notes
from crawlers.rehearsal.forms.accounts.audit_report import audit_blocks
from crawlers.rehearsal.forms.accounts.fitting import fitted
from crawlers.rehearsal.forms.accounts.front_pages import cover, directors_report, information
from crawlers.rehearsal.forms.accounts.lease_notes import leases_note
from crawlers.rehearsal.forms.accounts.metadata import metadata
from crawlers.rehearsal.forms.accounts.notes import Note, NoteWriter, headed, keys, written
from crawlers.rehearsal.forms.accounts.policies import general_note, policies_note
from crawlers.rehearsal.forms.accounts.printed import (
    At,
    Block,
    Fact,
    Figure,
    Page,
    Part,
    Report,
    When,
)
from crawlers.rehearsal.forms.accounts.related_parties import related_parties_note
from crawlers.rehearsal.forms.accounts.staff_notes import (
    directors_note,
    employees_note,
    staff_note,
)
from crawlers.rehearsal.forms.accounts.statements import statement_count, statement_pages
from crawlers.rehearsal.forms.accounts.told import Told
from crawlers.rehearsal.forms.accounts.turnover_note import turnover_note
from crawlers.rehearsal.forms.accounts.wording import for_period
from crawlers.rehearsal.world.books import Scope, Vendor

_FULL: tuple[NoteWriter, ...] = (
    general_note,
    policies_note,
    turnover_note,
    income_notes.operating_profit_note,
    income_notes.exceptional_note,
    staff_note,
    directors_note,
    income_notes.interest_note,
    income_notes.tax_note,
    asset_notes.goodwill_note,
    asset_notes.tangible_note,
    group_notes.subsidiaries_note,
    balance_notes.debtors_note,
    balance_notes.within_a_year_note,
    balance_notes.after_note,
    balance_notes.borrowings_note,
    leases_note,
    balance_notes.shares_note,
    income_notes.restatement_note,
    related_parties_note,
    group_notes.guarantees_note,
    group_notes.parent_note,
)
_SMALL: tuple[NoteWriter, ...] = (
    general_note,
    policies_note,
    employees_note,
    asset_notes.goodwill_note,
    asset_notes.tangible_note,
    balance_notes.debtors_note,
    balance_notes.within_a_year_note,
    balance_notes.after_note,
    leases_note,
    income_notes.restatement_note,
    related_parties_note,
    group_notes.parent_note,
)
_MICRO: tuple[NoteWriter, ...] = (general_note, policies_note, employees_note)


def report(told: Told) -> Report:
    """The whole set of accounts as pages."""
    notes = written(told, _writers(told))
    pages = (
        cover(told),
        *_front(told),
        *statement_pages(told, keys(notes)),
        *_notes_pages(told, notes),
    )
    number = told.entity.number
    return Report(
        name=told.name,
        number=number,
        identifier=number or told.entity.foreign_number or told.entity.key,
        vendor=told.accounts.vendor,
        is_group=told.is_group,
        is_charity=told.is_charity,
        in_thousands=told.in_thousands,
        years=told.years,
        filed_on=told.accounts.filed_on,
        pages=pages,
        hidden=metadata(told) if told.accounts.vendor else (),
        hidden_figures=_hidden_figures(told),
    )


def report_length(told: Told) -> int:
    """How many pages the whole set has, without making those that are one page in any case."""
    notes = written(told, _writers(told))
    front = 2 if _has_front(told) else 0
    varying = (*_opinion(told), *_notes_pages(told, notes))
    return 1 + front + statement_count(told) + len(varying)


def _writers(told: Told) -> tuple[NoteWriter, ...]:
    if told.is_micro or told.is_dormant:
        return _MICRO
    return _FULL if told.shows_income and not told.is_small else _SMALL


def _front(told: Told) -> Iterator[Page]:
    """The pages that a filing without a profit and loss account does not have."""
    if _has_front(told):
        yield information(told)
        yield directors_report(told)
        yield from _opinion(told)


def _has_front(told: Told) -> bool:
    return told.shows_income and not told.is_micro


def _opinion(told: Told) -> Iterator[Page]:
    if _has_front(told) and told.accounts.opinion:
        yield from fitted(
            ("Report of the independent auditor", f"to the members of {told.name}"),
            audit_blocks(told),
        )


def _notes_pages(told: Told, notes: Sequence[Note]) -> Iterator[Page]:
    of_group = "Notes to the consolidated accounts" if told.is_group else "Notes to the accounts"
    blocks: list[Block] = []
    for number, note in enumerate(notes, start=1):
        blocks += headed(number, note)
    yield from fitted((of_group, for_period(told)), blocks)


def _hidden_figures(told: Told) -> tuple[Figure, ...]:
    """One vendor hides the company's own staff numbers in a group's accounts."""
    is_hiding = told.accounts.vendor is Vendor.CASEWARE and told.is_group
    if not is_hiding or Scope.COMPANY not in told.books:
        return ()
    return tuple(
        Figure(
            amount=books.employees,
            fact=Fact(
                concept="core:AverageNumberEmployeesDuringPeriod",
                scope=Scope.COMPANY,
                when=When(year, At.DURING),
                part=Part.INCOME_NOTE,
            ),
            is_money=False,
        )
        for year, books in enumerate(told.books[Scope.COMPANY][: len(told.years)][:2])
    )
