"""Leases brought onto the balance sheet: rent becomes wear and interest, and life goes on.

FRS 102 as amended asks for it in periods that begin on 1 January 2026 or later; some do it earlier.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from crawlers.rehearsal.making.workbench import Workbench
from crawlers.rehearsal.world.books import Books, Income, LeaseBasis, Position, Scope

AMENDED_FROM = date(2026, 1, 1)
EARLY_FROM = date(2025, 1, 1)
_EARLY = 0.03
"""Share of companies that adopt the amendments a year early; in every market the largest group's
do."""
_MICRO_TURNOVER, _MICRO_STAFF = 632_000, 10
"""A micro-entity under FRS 105 has no more of either: Companies Act 2006 s.384A."""
_YEARS = 4.2
"""The lease liability when it is first shown, in years of rent."""
_WEAR, _INTEREST = 0.84, 0.21
"""Of a year's rent so much becomes wear of the right of use, and so much interest: a twentieth more
than the rent itself in the first years, which is how the accounts of a steady business move."""


def on_the_balance_sheet(bench: Workbench, books: Iterable[Books]) -> Iterator[Books]:
    """Yield the same books on the lease basis of their period."""
    for one in books:
        if _is_micro(one):
            yield replace(one, lease_basis=LeaseBasis.FRS_105)
        elif one.income.rent and one.start >= _from(bench, one.company):
            years = (one.end.year - _from(bench, one.company).year) + 1
            yield amended(one, years)
        else:
            yield one


def _is_micro(one: Books) -> bool:
    return (
        one.scope is Scope.COMPANY
        and one.income.turnover <= _MICRO_TURNOVER * one.months / 12
        and one.employees <= _MICRO_STAFF
    )


def _from(bench: Workbench, company: str) -> date:
    is_first = company in bench.groups[0].owners
    early = is_first or bench.stream("early adopter", company).random() < _EARLY
    return EARLY_FROM if early else AMENDED_FROM


def amended(one: Books, years: int) -> Books:
    """The same books with their leases on the balance sheet, in the `years`-th year of it."""
    rent = one.income.rent
    a_year = round(rent * 12 / one.months)
    wear, interest = round(_WEAR * rent), round(_INTEREST * rent)
    owed, used = round(_YEARS * a_year), round(_YEARS * a_year)
    behind = (wear + interest - rent) * years
    income, position = one.income, one.position
    return replace(
        one,
        lease_basis=LeaseBasis.AMENDED_FRS_102,
        lease_commitments=0,
        income=_income(income, wear, interest),
        position=_position(position, used, owed + behind, a_year, behind),
    )


def _income(income: Income, wear: int, interest: int) -> Income:
    return replace(income, rent=0, depreciation=income.depreciation + wear, lease_interest=interest)


def _position(position: Position, used: int, owed: int, soon: int, behind: int) -> Position:
    return replace(
        position,
        tangible=position.tangible + used,
        leases_within_a_year=min(soon, owed),
        leases_after=owed - min(soon, owed),
        retained_earnings=position.retained_earnings - behind,
    )
