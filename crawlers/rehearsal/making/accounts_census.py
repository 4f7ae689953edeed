"""Difficulties of accounts, noted once everybody has filed: what is left out, what comes late."""

from collections.abc import Iterator
from datetime import timedelta

from crawlers.rehearsal.calibration import LAST_DAY
from crawlers.rehearsal.calibration.filing import FIRST_FILED
from crawlers.rehearsal.deadlines import first_year_end, lawful_year_end
from crawlers.rehearsal.making.accounts import EXEMPT, due
from crawlers.rehearsal.making.businesses import FILE_ACCOUNTS
from crawlers.rehearsal.making.workbench import Workbench
from crawlers.rehearsal.world.books import (
    Accounts,
    Books,
    LeaseBasis,
    Medium,
    Scope,
    Uncertainty,
    Vendor,
    Withheld,
)
from crawlers.rehearsal.world.happenings import Kind, Trap, TrapKind


def in_accounts(bench: Workbench) -> Iterator[Trap]:
    """Yield every difficulty of accounts, and of their absence."""
    for one in bench.accounts:
        yield from _of_one(bench, one)
    yield from _leases(bench)
    yield from _exempt(bench)
    yield from _overdue(bench)


def _of_one(bench: Workbench, one: Accounts) -> Iterator[Trap]:
    touched = (one.company, one.key)
    is_beside = one.reporting != one.company and one.kind != EXEMPT
    tells = {
        TrapKind.FOREIGN_PARENTS_ACCOUNTS: is_beside,
        TrapKind.FILLETED: one.withheld is Withheld.FILLETED,
        TrapKind.UNTAGGED_GROUP: one.kind == "group"
        and one.vendor in {Vendor.IRIS, Vendor.CASEWARE},
        TrapKind.SCANNED_GROUP: one.kind == "group" and one.medium is Medium.SCANNED,
        TrapKind.BOILERPLATE_UNCERTAINTY: one.uncertainty is Uncertainty.BOILERPLATE,
        TrapKind.TRUE_UNCERTAINTY: one.uncertainty is Uncertainty.TRUE,
        TrapKind.LATE_ACCOUNTS: one.filed_on > one.due_on and not is_beside and not one.is_amended,
        TrapKind.LONG_FIRST_PERIOD: not one.is_amended
        and one.start == bench.bodies[one.company].begun_on
        and one.end > first_year_end((lawful_year_end(one.start),), one.start),
    }
    yield from (_trap(kind, _SAID[kind], *touched) for kind, is_so in tells.items() if is_so)


_SAID = {
    TrapKind.FOREIGN_PARENTS_ACCOUNTS: "the parent's figures, and none of the company's",
    TrapKind.FILLETED: "profit not published",
    TrapKind.UNTAGGED_GROUP: "the printed group statements, not the tagged company's",
    TrapKind.SCANNED_GROUP: "figures as recognised, each with its confidence",
    TrapKind.BOILERPLATE_UNCERTAINTY: "no uncertainty",
    TrapKind.TRUE_UNCERTAINTY: "a material uncertainty",
    TrapKind.LATE_ACCOUNTS: "late by so many days",
    TrapKind.LONG_FIRST_PERIOD: "not late before 21 months; flows of more than a year",
}


def _leases(bench: Workbench) -> Iterator[Trap]:
    """Yield the first accounts of each company in which its leases stand on the balance sheet."""
    amended = {
        (one.company, one.scope, one.end)
        for one in bench.books
        if one.lease_basis is LeaseBasis.AMENDED_FRS_102 and one.income.lease_interest
    }
    before = {
        (one.company, one.end + timedelta(1))
        for one in bench.books
        if one.lease_basis is not LeaseBasis.AMENDED_FRS_102
    }
    told: set[str] = set()
    for one in sorted(bench.accounts, key=lambda one: (one.company, one.end)):
        is_now = any((one.company, scope, one.end) in amended for scope in one.scopes)
        is_told = is_now and (one.company, one.start) in before
        if is_told and one.reporting == one.company not in told:
            told.add(one.company)
            said = "debt and EBITDA moved by accounting alone"
            yield _trap(TrapKind.LEASE_CHANGE, said, one.company, one.key)


def _exempt(bench: Workbench) -> Iterator[Trap]:
    exempt = {one.company for one in bench.accounts if one.kind == EXEMPT}
    for company in sorted(exempt):
        said = "not published: the accounts on its file are its parent's"
        yield _trap(TrapKind.FILING_EXEMPT, said, company)


def _overdue(bench: Workbench) -> Iterator[Trap]:
    """Yield each failure with the companies whose accounts were due and never came, then others.

    They are few: who is wound up though solvent, who goes by a strike-off, who forgets.
    """
    filed = {(one.company, one.end) for one in bench.accounts}
    missing = (
        one
        for one in bench.books
        if one.scope is Scope.COMPANY
        and one.end >= FIRST_FILED
        and (one.company, one.end) not in filed
    )
    owing = {one.company for one in missing if _was_due(bench, one)}
    failed: set[str] = set()
    for one in bench.happenings:
        late = [key for key in one.bodies if key in owing]
        if one.kind is Kind.FAILURE and late:
            failed.update(late)
            yield _trap(TrapKind.OVERDUE_ACCOUNTS, "accounts that never came", *late)
    for key in sorted(owing - failed):
        said = "accounts that never came, of a company that no distress is known of"
        yield _trap(TrapKind.OVERDUE_ACCOUNTS, said, key)


def _was_due(bench: Workbench, one: Books) -> bool:
    """Whether accounts of some books were due while the company was there, and in sight."""
    body = bench.bodies[one.company]
    return body.form in FILE_ACCOUNTS and due(body, one) < min(body.ended_on or LAST_DAY, LAST_DAY)


def _trap(kind: TrapKind, conclusion: str, *touches: str) -> Trap:
    return Trap(kind=kind, touches=touches, conclusion=conclusion)
