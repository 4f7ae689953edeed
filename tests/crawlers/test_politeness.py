"""Budgets are used whole and never overspent; a host that balks is left alone as it asks."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawlers.politeness import COMPANIES_HOUSE, Pace, Politeness, politeness
from crawlers.rehearsal.site.budget import Budget as HostsBudget
from crawlers.rehearsal.site.budget import Limit

API = politeness("companies_house_api")


class Host:
    """A host that enforces the real limit, seen through what it answers."""

    def __init__(self) -> None:
        self.budget = HostsBudget(Limit())
        self.refused = 0
        self.served = 0

    def ask(self, now: float) -> dict[str, str]:
        standing = self.budget.spend("key", now)
        self.served += standing.is_within
        self.refused += not standing.is_within
        said = standing.headers(1_788_249_600 + now, "X-Ratelimit-Remain")
        return {name.lower(): value for name, value in said.items()}


def spent(pace: Pace, host: Host, *, until: float, late: list[float], since: float = 0.0) -> None:
    """Ask until a moment, each time as late as `late` says, in turn."""
    now, turn = since, 0
    while True:
        now += pace.wait_s(now) + late[turn % len(late)]
        turn += 1
        if now >= until:
            return
        pace.goes(now)
        pace.answered(now, host.ask(now))


def test_an_hour_uses_nearly_all_of_the_budget_and_draws_no_refusal() -> None:
    host = Host()
    spent(Pace(politeness=API), host, until=3_600, late=[0.0])

    assert host.refused == 0
    assert host.served >= 0.985 * 12 * COMPANIES_HOUSE.requests


@given(st.lists(st.floats(0, 1.5) | st.floats(0, 40), min_size=1, max_size=40))
def test_however_late_each_request_is_no_window_is_overspent(late: list[float]) -> None:
    host = Host()
    spent(Pace(politeness=API), host, until=1_200, late=late)

    assert host.refused == 0


def test_a_moment_that_was_lost_is_caught_up() -> None:
    host = Host()
    spent(Pace(politeness=API), host, until=3_000, late=[0.0] * 99 + [1.5])

    assert host.served >= 0.97 * 10 * COMPANIES_HOUSE.requests


def test_a_quarter_of_a_minute_that_was_lost_is_caught_up() -> None:
    host = Host()
    spent(Pace(politeness=API), host, until=3_000, late=[0.0] * 999 + [14.0])

    assert host.refused == 0
    assert host.served >= 0.97 * 10 * COMPANIES_HOUSE.requests


def test_a_host_that_was_not_asked_for_long_is_not_asked_for_all_of_that_at_once() -> None:
    host, pace = Host(), Pace(politeness=API)
    spent(pace, host, until=10, late=[0.0])
    gone = 0
    while pace.wait_s(1_000.0) == 0:
        pace.goes(1_000.0)
        gone += 1

    assert gone == 31


def test_who_begins_sends_one_and_not_what_nobody_has_lost() -> None:
    pace = Pace(politeness=API)
    pace.goes(1_000.0)

    assert round(pace.wait_s(1_000.0), 3) == 0.505


@pytest.mark.parametrize("lasts", [1, 60, 299])
def test_begun_again_and_again_no_window_is_overspent(lasts: int) -> None:
    host = Host()
    for since in range(0, 2_990, lasts):
        late = [0.0] * 20 + [9.0] if lasts > 60 else [0.0]
        spent(Pace(politeness=API), host, since=since, until=since + lasts, late=late)

    assert host.refused == 0
    assert host.served >= 0.9 * 2_990 / 300 * COMPANIES_HOUSE.requests


def test_what_is_under_way_may_have_taken_what_is_left() -> None:
    pace, headers = Pace(politeness=API), {"x-ratelimit-remain": "4"}
    pace.answered(50.0, headers)
    waits = [pace.wait_s(50.0)]
    pace.answered(50.0, headers | {"x-ratelimit-remain": "3"})
    waits.append(pace.wait_s(50.0))

    assert waits == [0, 300]


def test_where_nothing_is_left_nobody_asks_until_the_window_ends() -> None:
    pace = Pace(politeness=API)
    headers = {
        "date": "Tue, 01 Sep 2026 09:00:00 GMT",
        "x-ratelimit-reset": "1788253320",
        "x-ratelimit-remain": "0",
    }
    pace.answered(50.0, headers)

    assert pace.wait_s(50.0) == 121


NINE = {"date": "Tue, 01 Sep 2026 09:00:00 GMT"}
NONE_LEFT = {"x-ratelimit-remain": "0"}


@pytest.mark.parametrize(
    ("headers", "waits_s"),
    [
        ({"retry-after": "7"}, 7),
        ({"retry-after": "0"}, 0),
        (NINE | {"retry-after": "Tue, 01 Sep 2026 09:02:00 GMT"}, 120),
        (NINE | {"retry-after": "Tue, 01 Sep 2026 08:00:00 GMT"}, 0),
        ({"retry-after": "86400"}, 900),
        ({"retry-after": "soon"}, 300),
        ({"retry-after": "7, 9"}, 300),
        ({"retry-after": "Tue, 01 Sep 2026 09:02:00 GMT"}, 300),
        (NINE | {"retry-after": "Tue, 99 Sep 2026 09:02:00 GMT"}, 300),
        (NINE | {"x-ratelimit-reset": "1788339600"}, 900),
        (NINE | {"x-ratelimit-reset": "2026-11-23T13:00:00Z"}, 300),
        ({"date": "today", "x-ratelimit-reset": "1788253320"}, 300),
        ({"x-ratelimit-reset": "30"}, 31),
    ],
)
def test_a_refusal_is_waited_out_as_it_says_and_what_cannot_be_read_is_not_there(
    headers: dict[str, str], waits_s: float
) -> None:
    pace = Pace(politeness=API)
    pace.refused(10.0, headers)

    assert pace.wait_s(10.0) == waits_s


@pytest.mark.parametrize("left", ["59,599", "12.5", "", "many", "-1", "²", "9" * 5000])
def test_a_count_that_cannot_be_read_is_not_there(left: str) -> None:
    pace = Pace(politeness=API)
    pace.answered(10.0, {"x-ratelimit-remain": left})

    assert pace.wait_s(10.0) == 0


def test_a_host_that_cannot_answer_now_is_asked_when_it_says() -> None:
    pace = Pace(politeness=API)
    pace.unavailable(10.0, {"retry-after": "40"})

    assert pace.wait_s(10.0) == 40


@pytest.mark.parametrize(
    ("asked_s", "waits_s"),
    [(0.25, 1), (10, 10), (86_400, 300), (float("inf"), 1), (float("nan"), 1)],
)
def test_who_asks_for_more_time_between_requests_gets_it(asked_s: float, waits_s: float) -> None:
    pace = Pace(politeness=Politeness(concurrency=1, every_s=1.0))
    pace.slows(asked_s)
    pace.goes(100.0)

    assert pace.wait_s(100.0) == waits_s


def test_a_refusal_that_says_nothing_is_waited_out_for_a_whole_window() -> None:
    pace = Pace(politeness=API)
    pace.refused(10.0, {})

    assert pace.wait_s(10.0) == 300


def test_a_host_whose_clock_runs_faster_is_asked_faster() -> None:
    pace = Pace(politeness=API, faster=60)
    pace.refused(10.0, {})

    assert pace.wait_s(10.0) == 5


def test_a_host_that_states_no_budget_is_asked_at_its_own_pace() -> None:
    pace = Pace(politeness=Politeness(concurrency=2, every_s=1.0))
    pace.goes(10.0)

    assert pace.wait_s(10.25) == 0.75
    assert pace.wait_s(12.0) == 0


def test_each_failure_doubles_the_wait_up_to_the_longest() -> None:
    waits = [API.wait_s(failures) for failures in range(1, 10)]

    assert waits == [2, 4, 8, 16, 32, 64, 128, 256, 300]
