"""A failure in sight announces itself in the accounts of two years; other ends do not."""

from collections.abc import Iterator
from datetime import date, timedelta
from statistics import median

from crawlers.rehearsal.world.bodies import Nature
from crawlers.rehearsal.world.books import Books, Scope, Uncertainty
from crawlers.rehearsal.world.happenings import Happening, Kind, SignKind
from crawlers.rehearsal.world.world import World
from tests.crawlers.rehearsal.making.small_worlds import SEEDS, ebitda, ends, small

TWO_YEARS = timedelta(700)
BEFOREHAND = {
    SignKind.ALL_ASSETS_CHARGE,
    SignKind.DIRECTORS_LEFT,
    SignKind.ACCOUNTS_LATE,
    SignKind.WEAK_ACCOUNTS,
    SignKind.GOING_CONCERN,
    SignKind.PETITION,
    SignKind.POOR_GRADE,
    SignKind.SUSPENDED,
    SignKind.PLACES_CUT,
}


def last_years(world: World, end: Happening) -> Iterator[list[Books]]:
    """Yield the last four years of each company that ran settings through all of them."""
    for key in end.bodies:
        if world.body[key].nature is Nature.PROVIDER:
            books = [
                one
                for one in world.books_of.get(key, ())
                if one.scope is Scope.COMPANY and one.end < first_closed(world, end)
            ]
            last = books[-4:]
            if len(last) == 4 and all(one.months == 12 and one.income.turnover for one in last):
                yield last


def first_closed(world: World, end: Happening) -> date:
    """The day on which the first of the settings that it touched left the register."""
    left = (world.setting[urn].left_on for urn in end.settings)
    return min((day for day in left if day is not None), default=end.on)


def test_a_failure_in_sight_takes_the_margin_of_the_last_year() -> None:
    """Over three markets: of any two companies that fail, one at least loses money by then."""
    last = [
        margin(four[-1])
        for seed in SEEDS
        for end in ends(small(seed), Kind.FAILURE, hidden=False)
        for four in failing(small(seed), end)
    ]

    assert len(last) > 5
    assert median(last) < 0


def test_a_failure_in_sight_takes_profit_and_cash_for_two_years_where_nothing_else_moves() -> None:
    """Over three markets: of companies that opened, took over and closed nothing meanwhile."""
    years = [
        four
        for seed in SEEDS
        for end in ends(small(seed), Kind.FAILURE, hidden=False)
        for four in failing(small(seed), end)
        if is_steady(small(seed), four)
    ]

    assert years
    for _, before, year, last in years:
        assert ebitda(last) < ebitda(year) < ebitda(before)
        assert last.income.profit < year.income.profit < before.income.profit
        assert spare(last) < spare(before)


def spare(one: Books) -> int:
    """Cash, less what it was paid late or overdrawn for."""
    position = one.position
    return position.cash - position.trade_creditors - position.bank_loans_within_a_year


def failing(world: World, end: Happening) -> Iterator[list[Books]]:
    """Yield the last years of each company that still ran some of the group's settings."""
    ran = {world.setting[urn].owners[0].owner for urn in end.settings}
    for four in last_years(world, end):
        if four[-1].company in ran and end.on - four[-1].end < timedelta(366):
            yield four


def is_steady(world: World, four: list[Books]) -> bool:
    """Whether a company ran the same settings from the first of some years to the last."""
    run = [one for one in world.settings if one.owners[0].owner == four[0].company]
    days = [day for one in run for day in (one.registered_on, one.left_on) if day is not None]
    filled = timedelta(300)
    return not any(four[0].start - filled < day < four[-1].end for day in days)


def test_a_failure_in_sight_leaves_signs_before_the_day(world: World) -> None:
    for end in ends(world, Kind.FAILURE, hidden=False):
        before = {sign.kind for sign in end.signs if sign.public_on < end.on}
        assert before & BEFOREHAND


def test_a_hidden_failure_and_a_withdrawal_do_not_show_in_the_accounts() -> None:
    """Over three markets: one year with another, they earn what they earned."""
    change: list[float] = []
    worth: list[int] = []
    for seed in SEEDS:
        world = small(seed)
        quiet = [
            *ends(world, Kind.FAILURE, hidden=True),
            *ends(world, Kind.WITHDRAWAL, hidden=True),
            *ends(world, Kind.WITHDRAWAL, hidden=False),
        ]
        for end in quiet:
            for _, before, _, last in last_years(world, end):
                change.append(margin(last) - margin(before))
                worth.append(last.position.net_assets)

    assert len(change) > 8
    assert abs(median(change)) < 0.02
    assert sum(one < -0.1 for one in change) <= 0.2 * len(change)
    assert sum(one < 0 for one in worth) <= 0.2 * len(worth)


def margin(one: Books) -> float:
    return ebitda(one) / one.income.turnover


def test_accounts_of_the_last_two_years_before_a_failure_in_sight_come_late(world: World) -> None:
    for end in ends(world, Kind.FAILURE, hidden=False):
        for key in {world.setting[urn].owners[0].owner for urn in end.settings}:
            filed = world.accounts_of.get(key or "", ())
            last = [one for one in filed if end.on - TWO_YEARS < one.due_on < end.on]
            assert all(one.filed_on > one.due_on for one in last)
            assert all(one.filed_on < end.on for one in filed if one.reporting == key)


def test_somebody_says_that_going_on_is_uncertain_and_fails(world: World) -> None:
    failing = {key for one in ends(world, Kind.FAILURE, hidden=False) for key in one.bodies}
    telling = {one.company for one in world.accounts if one.uncertainty is Uncertainty.TRUE}

    assert telling
    assert telling <= failing


def test_who_runs_settings_and_fails_is_insolvent_from_that_day(world: World) -> None:
    for end in [one for one in world.happenings if one.kind is Kind.FAILURE]:
        ran = {world.setting[urn].owners[0].owner for urn in end.settings}
        for key in ran:
            assert key is not None
            assert world.insolvencies_of[key][0].steps[0].on == end.on


def test_what_a_failed_or_withdrawn_group_ran_closes_or_goes_on_elsewhere(world: World) -> None:
    for end in world.happenings:
        if end.kind is Kind.FAILURE:
            left = [world.setting[urn].left_on for urn in end.settings]
            assert all(day is not None for day in left)
        if end.kind is Kind.WITHDRAWAL:
            left = [world.setting[urn].left_on for urn in end.settings]
            closed = [day for day in left if day and day < end.on + timedelta(130)]
            assert 2 * len(closed) >= len(left)


def test_nobody_opens_a_setting_after_failing_or_leaving(world: World) -> None:
    for end in world.happenings:
        if end.kind in {Kind.FAILURE, Kind.WITHDRAWAL}:
            late = [
                one.urn
                for one in world.settings
                if one.owners[0].owner in end.bodies and one.registered_on > end.on
            ]
            assert late == []
