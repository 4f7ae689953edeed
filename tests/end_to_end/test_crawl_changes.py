"""A second crawl asks for what may have changed and stores what has: nothing else, nothing less."""

from dataclasses import dataclass
from datetime import date
from json import loads
from shutil import copytree
from typing import Any

import pytest

from db.records import KINDS
from tests.end_to_end.crawled import Ran, counted, crawl, held, knowing_the_owners
from tests.end_to_end.part_of_a_market import rehearsed

SOURCES = (
    "ofsted_reports",
    "charity_commission",
    "cqc_directory",
    "gias_schools",
    "companies_house",
    "gazette",
)
FIRST, NEXT_WEEK, NEXT_MONTH = date(2026, 9, 1), date(2026, 9, 9), date(2026, 10, 9)
API = "companies_house_api"
ROBOTS = 1
"""A request for robots.txt goes before the others, and is counted with what is sent."""
GROWS = {
    "CareLocation": "each month's list is a list of its own, and all are kept",
    "FiledDocument": "accounts that were the latest two are kept when later ones are filed",
    "ProviderPage": "a page that left the search is kept, and says since when it is closed",
    "PublishedReport": "so do the reports that it listed",
    "ReportedProvider": "and what was read from them",
}
"""Kinds of which more is held by whoever watched all along, and why that is right."""
WHERE_AND_WHEN = ("cite", "public_on", "read_on")
"""What differs where the same was read on another day, or in another document."""
STATED = ("stated_entries", "stated_active", "stated_ended")
"""Of a control register the API states how long it is, and the daily snapshot does not; whichever
was read last is held."""


@dataclass(frozen=True, kw_only=True)
class Watched:
    """Crawls of one store, and the store after each; then of a store made on the last day."""

    first: Ran
    at_once: Ran
    added_at_once: dict[str, int]
    week: Ran
    month: Ran
    refreshed: dict[str, list[str]]
    from_nothing: Ran
    fresh: dict[str, list[str]]
    on_the_first_day: dict[str, list[str]]
    as_known_then: dict[str, list[str]]
    companies: int


@pytest.fixture(scope="module")
def watched(tmp_path_factory: pytest.TempPathFactory) -> Watched:
    folder = tmp_path_factory.mktemp("changes")
    with rehearsed() as site:
        data = knowing_the_owners(site, folder / "data")
        other = copytree(data, folder / "other")
        first = crawl(site, data, *SOURCES)
        before, then = counted(data), held(data, FIRST, seen=True)
        at_once = crawl(site, data, *SOURCES)
        after = counted(data)
        site.move(NEXT_WEEK)
        week = crawl(site, data, *SOURCES)
        site.move(NEXT_MONTH)
        month = crawl(site, data, *SOURCES)
        from_nothing = crawl(site, other, *SOURCES)
    without = (*WHERE_AND_WHEN, *STATED)
    refreshed = held(data, NEXT_MONTH, without=without)
    return Watched(
        first=first,
        at_once=at_once,
        added_at_once={key: n - before[key] for key, n in after.items() if n != before[key]},
        week=week,
        month=month,
        refreshed=refreshed,
        from_nothing=from_nothing,
        fresh=held(other, NEXT_MONTH, without=without),
        on_the_first_day=then,
        as_known_then=held(data, FIRST, seen=True),
        companies=len(refreshed["Company"]),
    )


def test_every_crawl_ends_well(watched: Watched) -> None:
    every = (watched.first, watched.at_once, watched.week, watched.month, watched.from_nothing)

    assert [one.code for one in every] == [0, 0, 0, 0, 0]


def test_right_after_the_first_next_to_nothing_is_asked_and_nothing_is_stored(
    watched: Watched,
) -> None:
    assert watched.at_once.planned == 0
    assert watched.at_once.sent.keys() & {API, "gazette", "ofsted_files", "gias_files"} == set()
    assert sum(watched.at_once.sent.values()) < 0.1 * sum(watched.first.sent.values())
    assert watched.added_at_once.keys() == {"run"}


def test_a_week_later_a_company_costs_little_more_than_a_look_at_its_filings(
    watched: Watched,
) -> None:
    assert watched.week.sent[API] - ROBOTS <= 1.3 * watched.companies
    assert watched.first.sent[API] - ROBOTS >= 4 * watched.companies


@pytest.mark.parametrize("which", ["week", "month"])
def test_the_plan_says_how_many_requests_are_sent(watched: Watched, which: str) -> None:
    ran: Ran = getattr(watched, which)

    # Of so few companies a request or two is more than the twentieth that it may be out.
    assert abs(ran.sent[API] - ROBOTS - ran.planned) <= max(2, 0.05 * ran.planned)


@pytest.mark.parametrize("kind", [kind.__name__ for kind in KINDS if kind.__name__ not in GROWS])
def test_what_is_held_then_is_what_is_published_then(watched: Watched, kind: str) -> None:
    assert watched.refreshed[kind] == watched.fresh[kind]


@pytest.mark.parametrize("kind", GROWS)
def test_what_was_published_before_is_kept_beside_it(watched: Watched, kind: str) -> None:
    fresh = watched.fresh[kind]

    assert set(fresh) <= set(watched.refreshed[kind])
    assert len(watched.refreshed[kind]) > len(fresh) > 0


def test_what_is_kept_beside_it_is_of_an_earlier_day(watched: Watched) -> None:
    def more(kind: str) -> list[dict[str, Any]]:
        fresh = set(watched.fresh[kind])
        return [loads(one) for one in watched.refreshed[kind] if one not in fresh]

    newest = max(loads(one)["as_at"] for one in watched.fresh["CareLocation"])
    listed = {loads(one)["urn"] for one in watched.fresh["ProviderPage"]}
    filed_on = {
        loads(one)["company_number"]: loads(one)["created_on"]
        for one in sorted(watched.fresh["FiledDocument"], key=lambda one: loads(one)["created_on"])
    }

    assert all(one["as_at"] < newest for one in more("CareLocation"))
    assert {one["urn"] for one in more("ProviderPage")}.isdisjoint(listed)
    assert {one["urn"] for one in more("PublishedReport")}.isdisjoint(listed)
    assert all(one["created_on"] < filed_on[one["company_number"]] for one in more("FiledDocument"))


def test_a_registration_that_left_the_search_is_held_as_its_own_page_has_it(
    watched: Watched,
) -> None:
    listed = set(watched.fresh["ProviderPage"])
    left = [loads(one) for one in watched.refreshed["ProviderPage"] if one not in listed]
    before = [loads(one) for one in watched.on_the_first_day["ProviderPage"]]

    assert [(one["urn"], one["status"], one["closed_on"]) for one in left] == [
        ("SC910103", "Closed", "2026-09-25")
    ]
    assert [one["status"] for one in before if one["urn"] == "SC910103"] == ["Open"]


def test_something_has_changed_in_between(watched: Watched) -> None:
    filings = len(watched.on_the_first_day["Filing"])

    assert len(watched.fresh["Filing"]) > filings > 0


def test_by_what_had_been_seen_on_the_first_day_everything_is_as_it_was(watched: Watched) -> None:
    assert watched.as_known_then == watched.on_the_first_day
