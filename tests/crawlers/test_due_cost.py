"""What a plan costs, as numbers and in words."""

from datetime import timedelta

import pytest

from crawlers.companies_house.resources import OFFICERS, PROFILE
from crawlers.due.cost import lines, requests_and_time
from crawlers.due.known import Known
from crawlers.due.planning import Ask, Plan, Why, WhyNot, plan
from crawlers.politeness import Politeness
from tests.crawlers.known_companies import TODAY, known

REFRESH = Plan(
    companies=6_000,
    asks=(
        Ask(source=PROFILE, company_number="09000001", why=Why.NEVER_ASKED),
        Ask(source=OFFICERS, company_number="09000001", why=Why.NAMED),
        Ask(source=OFFICERS, company_number="09000002", why=Why.NAMED),
    ),
    skipped={WhyNot.LOOKED_AT: 1_204, WhyNot.NOT_NAMED: 30_000},
    expected_follow_ups=1_197.4,
    full_crawl=42_000.0,
)
QUIET = plan([known()], TODAY)


def test_requests_are_asks_and_what_is_expected_to_follow_at_the_budgets_pace() -> None:
    cost = requests_and_time(REFRESH)

    assert (cost.host, cost.requests) == ("companies_house_api", 1_200)
    assert cost.seconds == pytest.approx(606)


def test_another_pace_takes_another_time() -> None:
    slow = {"companies_house_api": Politeness(concurrency=1, every_s=3)}

    assert requests_and_time(REFRESH, slow).seconds == 3_600
    assert lines(REFRESH, slow)[0] == (
        "1,200 requests to companies_house_api: 60 min at one every 3 s"
    )


def test_the_plan_is_told_in_words_with_what_is_skipped_and_why() -> None:
    assert lines(REFRESH) == (
        "1,200 requests to companies_house_api: 10 min at 600 per 5 min",
        "  2 named by a new filing",
        "  1 never asked",
        "  1,197 expected to follow from what these say",
        "  skipped 1,204: looked at lately",
        "  skipped 30,000: no new filing names it",
        "  companies: 6,000; everything of each: 42,000 requests",
    )


def test_where_nothing_is_due_it_says_so_with_nothing_to_add() -> None:
    assert lines(QUIET) == (
        "0 requests to companies_house_api: 0 s at 600 per 5 min",
        "  skipped 1: looked at lately",
        "  skipped 3: no new filing names it",
        "  companies: 1; everything of each: 4 requests",
    )


def test_a_long_crawl_is_told_in_hours() -> None:
    new = [Known(company_number=f"{n:08}") for n in range(6_000)]
    quiet = [known(number=f"{n:08}", feed_on=TODAY - timedelta(days=7)) for n in range(600)]

    assert "36,000 requests" in lines(plan(new, TODAY))[0]
    assert ": 5 h 3 min at" in lines(plan(new, TODAY))[0]
    assert ": 5 min at" in lines(plan(quiet, TODAY))[0]
