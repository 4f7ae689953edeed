"""What a plan costs, as numbers and in words."""

from dataclasses import replace
from datetime import timedelta

import pytest

from crawlers.companies_house.resources import OFFICERS, PROFILE, RESOURCES
from crawlers.due.cost import costs, lines
from crawlers.due.expecting import Basis
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
    basis=Basis(registers=5.25, documents=1.5, held=5_999),
    new_companies=1,
    expected_documents=120.2,
    with_contents=True,
)
GUESSED = (
    "  a guess: each of 1 new companies leads to 5.2 requests and 1.5 documents,"
    " as the 5,999 held did on average"
)
QUIET = plan([known()], TODAY)


def test_requests_are_asks_and_what_is_expected_to_follow_at_the_budgets_pace() -> None:
    cost, *_ = costs(REFRESH)

    assert (cost.host, cost.requests) == ("companies_house_api", 1_200)
    assert cost.seconds == pytest.approx(606)


def test_each_document_is_two_requests_to_its_own_host_and_one_to_where_its_bytes_lie() -> None:
    _, documents, store = costs(REFRESH)

    assert (documents.host, documents.requests) == ("companies_house_document_api", 240)
    assert documents.seconds == pytest.approx(121.2)
    assert (store.host, store.requests) == ("companies_house_documents_store", 120)
    assert store.seconds == 0


def test_where_only_what_is_known_of_documents_is_asked_nothing_is_asked_for_their_bytes() -> None:
    _, documents = costs(replace(REFRESH, with_contents=False))

    assert documents.requests == 120


def test_another_pace_takes_another_time() -> None:
    slow = {"companies_house_api": Politeness(concurrency=1, every_s=3)}

    assert costs(REFRESH, slow)[0].seconds == 3_600
    assert lines(REFRESH, slow)[0] == (
        "1,200 requests to companies_house_api: 60 min at one every 3 s"
    )


def test_the_plan_is_told_in_words_with_what_is_skipped_and_why() -> None:
    assert lines(REFRESH) == (
        "1,200 requests to companies_house_api: 10 min at 600 per 5 min",
        "  2 named by a new filing",
        "  1 never asked",
        "  1,197 expected to follow from what these say",
        GUESSED,
        "  skipped 1,204: looked at lately",
        "  skipped 30,000: no new filing names it",
        "  companies: 6,000; everything of each: 42,000 requests",
        "240 requests to companies_house_document_api: 2 min at 600 per 5 min",
        "120 requests to companies_house_documents_store: as it answers, 2 at once",
    )


def test_where_nothing_is_due_it_says_so_with_nothing_to_add() -> None:
    assert lines(QUIET) == (
        "0 requests to companies_house_api: 0 s at 600 per 5 min",
        "  skipped 1: looked at lately",
        "  skipped 3: no new filing names it",
        "  companies: 1; everything of each: 4 requests",
        "0 requests to companies_house_document_api: 0 s at 600 per 5 min",
        "0 requests to companies_house_documents_store: as it answers, 2 at once",
    )


def test_where_no_documents_are_chosen_their_hosts_are_not_named() -> None:
    chosen = plan([known()], TODAY, RESOURCES)

    assert [one.host for one in costs(chosen)] == ["companies_house_api"]


def test_the_estimate_of_a_first_crawl_is_said_to_be_a_guess_and_on_what_it_rests() -> None:
    first = plan([Known(company_number="09000001")], TODAY)

    (guess,) = (line for line in lines(first) if "a guess" in line)

    assert guess.startswith(
        "  a guess: each of 1 new companies leads to 5.0 requests and 2.0 documents, as is assumed"
        " while none is held: two pages of filings"
    )


def test_a_long_crawl_is_told_in_hours() -> None:
    new = [Known(company_number=f"{n:08}") for n in range(6_000)]
    quiet = [known(number=f"{n:08}", feed_on=TODAY - timedelta(days=7)) for n in range(600)]

    assert "36,000 requests" in lines(plan(new, TODAY))[0]
    assert ": 5 h 3 min at" in lines(plan(new, TODAY))[0]
    assert ": 5 min at" in lines(plan(quiet, TODAY))[0]
