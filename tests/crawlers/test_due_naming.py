"""What a filing names, when a company is in trouble, and what its profile leads to."""

from datetime import UTC, date, datetime

import pytest

from crawlers.companies_house.resources import (
    BY_LINK,
    CHARGES,
    CONTROL_STATEMENTS,
    CONTROLS,
    EXEMPTIONS,
    FILING_HISTORY,
    INSOLVENCY,
    OFFICERS,
    PROFILE,
    RESOURCES,
    linked,
)
from crawlers.due.known import further_pages, is_open, is_overdue, is_troubled
from crawlers.due.naming import BY_CATEGORY, named_a_year, named_by, still_to_ask, to_ask
from crawlers.sources import sources
from db.records import Document
from db.records.company_words import FILING_CATEGORIES
from tests.crawlers.known_companies import noon


@pytest.mark.parametrize(("entries", "pages"), [(0, 0), (1, 0), (100, 0), (101, 1), (300, 2)])
def test_a_register_has_as_many_further_pages_as_its_entries_fill(entries: int, pages: int) -> None:
    assert further_pages(entries, 100) == pages


@pytest.mark.parametrize(
    ("category", "sources_named"),
    [
        ("officers", {OFFICERS}),
        ("persons-with-significant-control", {CONTROLS, CONTROL_STATEMENTS, EXEMPTIONS}),
        ("mortgage", {CHARGES}),
        ("gazette", {PROFILE, INSOLVENCY}),
        ("accounts", {PROFILE}),
        ("capital", set()),
        ("space-travel", set(RESOURCES) - {FILING_HISTORY}),
    ],
)
def test_a_filing_names_what_it_may_change_and_an_unknown_one_names_everything(
    category: str, sources_named: set[str]
) -> None:
    assert named_by(category) == sources_named


def test_every_category_that_the_publisher_is_known_to_use_is_in_the_table() -> None:
    assert set(FILING_CATEGORIES.words) - set(BY_CATEGORY) == set()


def test_no_filing_names_the_feed_in_which_it_stands() -> None:
    assert not any(FILING_HISTORY in named for named in BY_CATEGORY.values())


def test_of_what_filings_name_that_which_the_company_has_is_asked() -> None:
    has = frozenset({FILING_HISTORY, OFFICERS, CHARGES})

    assert to_ask(["officers", "mortgage"], has) == {OFFICERS, CHARGES}
    assert to_ask([], has) == set()


def test_a_first_charge_has_the_profile_asked_whose_links_say_that_there_is_one() -> None:
    has = frozenset({FILING_HISTORY, OFFICERS})

    assert to_ask(["mortgage"], has) == {PROFILE}
    assert to_ask(["gazette"], has) == {PROFILE}


def test_only_what_was_fetched_before_a_filing_was_seen_is_still_to_ask() -> None:
    has = frozenset({FILING_HISTORY, OFFICERS, CHARGES, CONTROLS})
    fetched_at = {OFFICERS: noon(10), CHARGES: noon(12), PROFILE: noon(9)}
    seen = [("officers", noon(11)), ("mortgage", noon(11)), ("accounts", noon(9))]

    assert still_to_ask(seen, fetched_at, has) == {OFFICERS}


def test_filings_of_one_day_that_name_one_register_count_once() -> None:
    has = frozenset({FILING_HISTORY, OFFICERS})
    filings = [
        ("officers", date(2026, 5, 1)),
        ("officers", date(2026, 5, 1)),
        ("officers", date(2026, 6, 1)),
        ("accounts", date(2026, 6, 1)),
    ]

    assert named_a_year(filings, has) == {OFFICERS: 2, PROFILE: 1}


@pytest.mark.parametrize(
    ("status", "detail", "overdue", "case", "troubled"),
    [
        ("active", None, False, False, False),
        ("liquidation", None, False, False, True),
        ("administration", None, False, False, True),
        ("receivership", None, False, False, True),
        ("voluntary-arrangement", None, False, False, True),
        ("insolvency-proceedings", None, False, False, True),
        ("active", "active-proposal-to-strike-off", False, False, True),
        ("active", None, True, False, True),
        ("active", None, False, True, True),
        ("dissolved", None, True, True, False),
        (None, None, False, False, False),
    ],
)
def test_a_company_is_troubled_by_its_status_its_overdue_accounts_or_an_open_case(
    status: str | None, detail: str | None, overdue: bool, case: bool, troubled: bool
) -> None:
    said = is_troubled(
        status=status, status_detail=detail, accounts_are_overdue=overdue, has_open_case=case
    )

    assert said is troubled


@pytest.mark.parametrize(
    ("said", "due_on", "overdue"),
    [
        (True, None, True),
        (False, None, False),
        (None, date(2026, 3, 31), True),
        (False, date(2026, 3, 31), True),
        (False, date(2026, 4, 1), False),
    ],
)
def test_accounts_are_overdue_where_a_profile_says_so_or_shows_a_due_day_gone_by(
    said: bool | None, due_on: date | None, overdue: bool
) -> None:
    assert is_overdue(said=said, due_on=due_on, read_on=date(2026, 4, 1)) is overdue


def test_a_case_is_open_until_a_day_that_ends_it() -> None:
    begun = ("administration-started-on", date(2026, 1, 1))
    ended = ("administration-ended-on", date(2026, 6, 1))

    assert is_open([begun, ended], date(2026, 5, 31))
    assert not is_open([begun, ended], date(2026, 6, 1))


def test_a_profile_leads_to_the_sources_of_its_links() -> None:
    body = b'{"links": {"self": "/company/09000001", "officers": "/x", "overseas": "/y"}}'
    fetched_at = datetime(2026, 11, 1, tzinfo=UTC)

    assert linked(Document(url="file:a", fetched_at=fetched_at, body=body)) == {OFFICERS}
    assert linked(Document(url="file:b", fetched_at=fetched_at, body=b"{}")) == set()


def test_every_resource_has_a_source_that_reads_it() -> None:
    assert set(RESOURCES) <= {source.key for source in sources()}
    assert len(set(BY_LINK.values())) == len(BY_LINK)
