"""Books balance, roll forward and add up to the pound: what a filing says follows from a life.

Group books leave out a member from the day on which it is dissolved, after an insolvency: what it
owed goes with it. In no other period is a group's change in reserves anything but its profit less
its dividends, and what a reduction of capital brings.
"""

from collections.abc import Iterator
from itertools import pairwise

from crawlers.rehearsal.world.bodies import Form, Nature
from crawlers.rehearsal.world.books import Accounts, Books, LeaseBasis, Scope
from crawlers.rehearsal.world.control import Capacity
from crawlers.rehearsal.world.happenings import Kind, TrapKind
from crawlers.rehearsal.world.world import World
from tests.crawlers.rehearsal.making.small_worlds import in_turn


def test_every_balance_sheet_balances(world: World) -> None:
    positions = [one.position for one in world.books]

    assert [one for one in positions if one.equity != one.net_assets] == []


def test_no_cost_debt_or_asset_is_below_nothing(world: World) -> None:
    signed = {"retained_earnings"}
    for one in world.books:
        for part in (one.income, one.position):
            lines = {line: pounds for line, pounds in vars(part).items() if line not in signed}
            assert min(lines.values()) >= 0, lines


def unexplained(one: Books, other: Books) -> int:
    """What changed in reserves beside profit, dividends and premium turned into reserves."""
    kept = other.income.profit - other.income.dividends_paid
    rise = other.position.retained_earnings - one.position.retained_earnings
    reduced = max(0, one.position.share_premium - other.position.share_premium)
    return rise - kept - reduced


def test_a_companys_reserves_roll_forward_to_the_pound(world: World) -> None:
    pairs = in_turn(world, Scope.COMPANY)

    assert [other for one, other in pairs if unexplained(one, other)] == []


def test_a_groups_reserves_roll_forward_unless_an_insolvent_member_is_dissolved(
    world: World,
) -> None:
    failed = [
        (world.body[key].ended_on, key)
        for one in world.happenings
        if one.kind is Kind.FAILURE
        for key in one.bodies
    ]
    off = [other for one, other in in_turn(world, Scope.GROUP) if unexplained(one, other)]

    for one in off:
        gone = [key for day, key in failed if day and one.start <= day <= one.end]
        below = {key for key in gone if one.company in above(world, key)}
        assert below, one


def above(world: World, company: str) -> set[str]:
    """Every body that ever had the majority of a company, directly or not."""
    found: set[str] = set()
    ahead = [company]
    while ahead:
        for stake in world.stakes_in.get(ahead.pop(), ()):
            if stake.votes > 0.5 and stake.holder not in found:
                found.add(stake.holder)
                ahead.append(stake.holder)
    return found


def members(world: World, one: Books) -> Iterator[str]:
    """Yield the head and whatever is below it through all of a period, or through none of it."""
    ahead, seen = [one.company], {one.company}
    while ahead:
        company = ahead.pop()
        yield company
        for stake in world.stakes_held_by.get(company, ()):
            is_sure = stake.votes > 0.5 and stake.capacity is Capacity.DIRECT
            if is_sure and stake.holds(one.end) and stake.company not in seen:
                seen.add(stake.company)
                ahead.append(stake.company)


def is_settled(world: World, one: Books, group: set[str]) -> bool:
    """Whether nothing joined or left the group in the period or just before or after it."""
    stakes = [stake for key in group for stake in world.stakes_in.get(key, ())]
    stakes += [stake for key in group for stake in world.stakes_held_by.get(key, ())]
    days = {day for stake in stakes for day in (stake.since, stake.until) if day}
    bodies = [world.body[key] for key in group]
    days |= {day for body in bodies for day in (body.begun_on, body.ended_on) if day}
    return not any(one.start <= day <= one.end for day in days)


def settled(world: World) -> Iterator[tuple[Books, list[Books]]]:
    """Yield each group's books with those of its members, where all have the same period."""
    by_period = {(one.company, one.start, one.end): one for one in world.books if is_own(one)}
    for one in world.books:
        if one.scope is Scope.GROUP and one.lease_basis is not LeaseBasis.AMENDED_FRS_102:
            group = {*members(world, one)}
            kept = [by_period.get((key, one.start, one.end)) for key in sorted(group)]
            if None not in kept and is_settled(world, one, group):
                yield one, [books for books in kept if books is not None]


def is_own(one: Books) -> bool:
    return one.scope is Scope.COMPANY


def test_a_groups_turnover_is_what_its_members_take_from_outside(world: World) -> None:
    groups = list(settled(world))

    assert len(groups) > 100
    for one, own in groups:
        taken = sum(member.income.turnover for member in own)
        within = sum(member.income.management_charge + member.income.group_rent for member in own)
        assert one.income.turnover == taken - within
        assert one.income.management_charge == one.income.group_rent == 0


def test_a_groups_cash_staff_and_debts_are_its_members(world: World) -> None:
    for one, own in settled(world):
        for line in ("cash", "trade_debtors", "trade_creditors", "taxes", "loan_notes_after"):
            assert getattr(one.position, line) == sum(getattr(m.position, line) for m in own)
        assert one.income.staff_costs == sum(m.income.staff_costs for m in own)
        assert one.position.investments == 0


def test_a_groups_dividends_are_those_that_leave_it(world: World) -> None:
    for one, own in settled(world):
        received = sum(member.income.dividends_received for member in own)
        paid = sum(member.income.dividends_paid for member in own)
        assert one.income.dividends_received == 0
        assert one.income.dividends_paid == paid - received


def test_a_circle_pays_its_dividends_to_nobody_twice(world: World) -> None:
    circles = [trap.touches for trap in world.traps if trap.kind is TrapKind.CIRCLE]

    assert circles
    for touches in circles:
        last = [world.books_of[key] for key in touches]
        groups = {books[-1].income.turnover for books in last if books[-1].scope is Scope.GROUP}
        assert len({books[-1].scope for books in last}) == 1
        assert groups


def test_accounts_refer_to_books_that_exist(world: World) -> None:
    kept = {(one.company, one.scope, one.start, one.end) for one in world.books}

    assert world.accounts
    for one in world.accounts:
        for scope in one.scopes:
            assert (one.reporting, scope, one.start, one.end) in kept


def test_every_filing_of_accounts_is_on_the_companys_file(world: World) -> None:
    filed = {(one.key, one.company, one.filed_on) for one in world.filings}

    assert {(one.key, one.company, one.filed_on) for one in world.accounts} <= filed


def test_companies_keep_to_their_kind_of_accounts(world: World) -> None:
    changes = 0
    files = 0
    for filed in world.accounts_of.values():
        kinds = [one.kind for one in sorted(own(filed), key=lambda one: one.end)]
        changes += sum(one != other for one, other in pairwise(kinds))
        files += len(kinds)

    assert changes / files < 0.1


def own(filed: tuple[Accounts, ...]) -> list[Accounts]:
    return [one for one in filed if one.reporting == one.company]


def test_a_charity_pays_no_tax_and_no_dividends(world: World) -> None:
    charities = {one.key for one in world.companies if one.charity_number}
    charities -= {one.key for one in world.companies if one.form is not Form.GUARANTEE}

    assert charities
    for key in charities:
        for one in world.books_of.get(key, ()):
            if one.scope is Scope.COMPANY:
                assert one.income.tax == one.income.dividends_paid == 0


def test_a_micro_entity_is_small_for_two_years_and_never_a_parent(world: World) -> None:
    for one in world.books:
        if one.lease_basis is LeaseBasis.FRS_105:
            assert one.scope is Scope.COMPANY
            assert one.position.investments == 0
            assert one.position.leases_after == one.position.leases_within_a_year == 0


def test_nobody_goes_back_from_leases_on_the_balance_sheet(world: World) -> None:
    for scope in Scope:
        for one, other in in_turn(world, scope):
            if one.lease_basis is LeaseBasis.AMENDED_FRS_102:
                assert other.lease_basis is LeaseBasis.AMENDED_FRS_102


def test_leases_on_the_balance_sheet_change_nothing_in_life(world: World) -> None:
    """What rent was becomes wear and interest: a twentieth more, and no cash."""
    adopted = [
        (one, other)
        for one, other in in_turn(world, Scope.COMPANY)
        if one.income.rent and other.income.lease_interest and one.months == other.months
    ]

    assert adopted
    for _, other in adopted:
        assert other.income.rent == 0
        assert other.lease_commitments == 0
        leases = other.position.leases_within_a_year + other.position.leases_after
        rent = other.income.lease_interest / 0.21
        assert 4 * rent < leases < 4.5 * rent


def test_houses_that_a_bank_paid_for_are_charged(world: World) -> None:
    """Whoever runs settings, has bought nobody and owes a bank for long has given it a charge."""
    owing = [
        one
        for one in world.books
        if is_own(one)
        and world.body[one.company].nature is Nature.PROVIDER
        and one.position.bank_loans_after > 200_000
        and not one.position.investments
    ]

    assert owing
    assert {one.company for one in owing} <= {*world.charges_of}
