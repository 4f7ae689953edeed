"""Leases brought onto the balance sheet: rent becomes wear and interest, and life goes on.

FRS 102 as amended asks for it in periods that begin on 1 January 2026 or later; some do it earlier.
Micro-entities, whose standard is FRS 105, never do.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from crawlers.rehearsal.calibration import filing
from crawlers.rehearsal.making.streams import weighted
from crawlers.rehearsal.making.workbench import Workbench
from crawlers.rehearsal.world.books import Accounts, Books, Income, LeaseBasis, Position, Scope
from crawlers.rehearsal.world.happenings import Happening, Kind, Sign, SignKind

AMENDED_FROM = date(2026, 1, 1)
EARLY_FROM = date(2024, 4, 1)
"""The amendments came out the month before."""
_EARLY = 0.03
"""Share of groups that adopt the amendments a year early; in every market the largest does."""
_MICRO_TURNOVER, _MICRO_STAFF = 632_000, 10
"""A micro-entity under FRS 105 has no more of either, in two years running: Companies Act 2006
s.384A."""
_YEARS = 4.2
"""The lease liability when it is first shown, in years of rent."""
_WEAR, _INTEREST = 0.84, 0.21
"""Of a year's rent so much becomes wear of the right of use, and so much interest: a twentieth more
than the rent itself in the first years, which is how the accounts of a steady business move."""


@dataclass(kw_only=True)
class _Standing:
    """How one company, or one group, has accounted for leases so far."""

    adopts_on: date
    """It adopts the amendments in its first period that begins then or later."""
    could_be_micro: bool
    """Whether it would be a micro-entity, if it is small enough."""
    is_micro: bool | None = None
    """None before its first period."""
    qualified: bool = False
    """Whether it was small enough the last time."""
    has_adopted: bool = False
    behind: int = 0
    """How much less it has kept, since it adopted, than it would have kept by paying rent."""


def on_the_balance_sheet(bench: Workbench, books: Iterable[Books]) -> Iterator[Books]:
    """Yield the same books on the lease basis of their period; each company's oldest first."""
    groups = {key: group.plan.key for group in bench.groups for key in group.bodies}
    early = {bench.groups[0].plan.key: True}
    standings: dict[tuple[str, Scope], _Standing] = {}
    for one in books:
        of = one.company, one.scope
        if of not in standings:
            whose = groups.get(one.company, one.company)
            if whose not in early:
                early[whose] = bench.stream("early adopter", whose).random() < _EARLY
            micro = weighted(bench.stream("micro", one.company), filing.MICRO_KINDS)
            standings[of] = _Standing(
                adopts_on=EARLY_FROM if early[whose] else AMENDED_FROM,
                could_be_micro=one.scope is Scope.COMPANY and micro == "micro-entity",
            )
        yield _based(one, standings[of])


def _based(one: Books, standing: _Standing) -> Books:
    if _is_micro(one, standing) and not standing.has_adopted:
        return replace(one, lease_basis=LeaseBasis.FRS_105)
    if one.start < standing.adopts_on and not standing.has_adopted:
        return one
    found = _amended(one, standing.behind)
    standing.has_adopted = True
    standing.behind = one.position.retained_earnings - found.position.retained_earnings
    return found


def _is_micro(one: Books, standing: _Standing) -> bool:
    """Whether its books are a micro-entity's: size counts once it is so in two years running.

    A parent is none: it is as large as its group (s.384B).
    """
    most = _MICRO_TURNOVER * one.months / 12
    qualifies = one.income.turnover <= most and one.employees <= _MICRO_STAFF
    if standing.is_micro is None or qualifies == standing.qualified:
        standing.is_micro = qualifies
    standing.qualified = qualifies
    return standing.could_be_micro and standing.is_micro and not one.position.investments


def _amended(one: Books, behind: int) -> Books:
    """The same books with their leases on the balance sheet, when it was so far behind before."""
    rent = one.income.rent
    a_year = round(rent * 12 / one.months)
    wear, interest, used = round(_WEAR * rent), round(_INTEREST * rent), round(_YEARS * a_year)
    behind += wear + interest - rent
    return replace(
        one,
        lease_basis=LeaseBasis.AMENDED_FRS_102,
        lease_commitments=0,
        income=_income(one.income, wear, interest),
        position=_position(one.position, used, used + behind, a_year, behind),
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


def lease_changes(
    books: Iterable[Books], filed: Mapping[str, Iterable[Accounts]]
) -> Iterator[Happening]:
    """Yield the change of each company that brings leases it has onto its balance sheet.

    Books are each company's oldest first; accounts by whose file they stand on.
    """
    before: dict[tuple[str, Scope], LeaseBasis] = {}
    told: set[str] = set()
    for one in books:
        last = before.get((one.company, one.scope), LeaseBasis.AMENDED_FRS_102)
        before[one.company, one.scope] = one.lease_basis
        is_adopted = last is not one.lease_basis is LeaseBasis.AMENDED_FRS_102
        if is_adopted and one.income.lease_interest and one.company not in told:
            told.add(one.company)
            yield _change(one, filed.get(one.company, ()))


def _change(one: Books, filed: Iterable[Accounts]) -> Happening:
    """Keep a change of accounting; the first accounts that show it are its only trace."""
    showing = (
        each.filed_on
        for each in filed
        if each.reporting == one.company and each.end == one.end and one.scope in each.scopes
    )
    signs = (
        Sign(
            kind=SignKind.LEASES_SHOWN, subject=one.company, happened_on=one.start, public_on=first
        )
        for first in sorted(showing)[:1]
    )
    return Happening(
        key=f"leases-{one.company}",
        kind=Kind.LEASE_ACCOUNTING,
        on=one.start,
        bodies=(one.company,),
        settings=(),
        from_head=None,
        to_head=None,
        signs=tuple(signs),
    )
