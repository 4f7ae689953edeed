"""What the store tells a plan of each watched company, of closed runs and of those named."""

import json
from collections.abc import Iterator, Mapping
from contextlib import ExitStack
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from crawlers.companies_house.resources import (
    CHARGES,
    FILING_HISTORY,
    INSOLVENCY,
    OFFICERS,
    PROFILE,
)
from crawlers.due.known import Known
from crawlers.due.planning import Why, due, plan
from crawlers.source import Follow
from crawlers.sources import sources
from db.archive import NotInTheArchiveError
from db.records import Document
from db.store import close_run, running, save_subject
from oversight import crawl_companies
from oversight.crawl_plan import known_companies
from oversight.crawl_site import LIVE_SITE
from oversight.freshness import Freshness
from oversight.installation import Installation, open_installation

NUMBER = "09000001"
TODAY = date(2026, 11, 23)
LINKS = {
    "self": f"/company/{NUMBER}",
    "filing_history": f"/company/{NUMBER}/filing-history",
    "officers": f"/company/{NUMBER}/officers",
    "charges": f"/company/{NUMBER}/charges",
}
BY_KEY = {source.key: source for source in sources()}
GAZETTE = BY_KEY["gazette_insolvency"]


@pytest.fixture
def place(tmp_path: Path) -> Iterator[Installation]:
    found = open_installation(tmp_path / "data", None, datetime(2026, 11, 23, 12, tzinfo=UTC))
    yield found
    found.engine.dispose()


def profile(**said: Any) -> dict[str, Any]:
    usual = {"company_name": "EXAMPLE CARE LTD", "company_number": NUMBER, "type": "ltd"}
    return {**usual, "company_status": "active", "links": LINKS, **said}


def history(*filings: tuple[str, str, str]) -> dict[str, Any]:
    items = [
        {"transaction_id": of, "date": on, "type": "X", "category": category, "description": "x"}
        for of, on, category in filings
    ]
    links = {"self": f"/company/{NUMBER}/filing-history"}
    held = {"total_count": len(items), "items_per_page": 100, "start_index": 0, "items": items}
    return {"filing_history_status": "available", "links": links, **held}


def officers(*names: str) -> dict[str, Any]:
    items = [{"name": name, "officer_role": "director"} for name in names]
    links = {"self": f"/company/{NUMBER}/officers"}
    return {"kind": "officer-list", "total_results": len(items), "items": items, "links": links}


def insolvency(*dates: tuple[str, str]) -> dict[str, Any]:
    said = [{"type": kind, "date": on} for kind, on in dates]
    return {"cases": [{"number": "1", "type": "in-administration", "dates": said}]}


def crawl(
    place: Installation, moment: str, answers: Mapping[str, dict[str, Any]], *, closes: bool = True
) -> list[int]:
    """Store what each source was answered, in a run of each; give the runs' ids."""
    now = datetime.fromisoformat(f"{moment}+00:00")
    runs: list[int] = []
    for key, answer in answers.items():
        with ExitStack() as stack:
            run = stack.enter_context(running(place.engine, key, now))
            url = f"https://api.example/company/{NUMBER}/{key}"
            document = Document(url=url, fetched_at=now, body=json.dumps(answer).encode())
            records = [r for r in BY_KEY[key].parse(document) if not isinstance(r, Follow)]
            place.archive.put(document.body)
            save_subject(place.engine, run, NUMBER, document, records, version=1, status=200)
            if closes:
                close_run(place.engine, run, {}, now)
            runs.append(run.id)
    return runs


def known(place: Installation, *also: int) -> Known:
    (found,) = known_companies(place, [NUMBER], TODAY, also=also)
    return found


def test_of_a_company_that_was_never_asked_nothing_is_known(place: Installation) -> None:
    found = known_companies(place, ["09000002", NUMBER, NUMBER], TODAY)

    assert found == (Known(company_number=NUMBER), Known(company_number="09000002"))


def test_a_profile_tells_what_there_is_and_what_is_due(place: Installation) -> None:
    accounts = {"next_accounts": {"due_on": "2026-12-31", "overdue": False}}
    statement = {"next_due": "2027-02-01", "overdue": False}
    said = profile(accounts=accounts, confirmation_statement=statement)
    crawl(place, "2026-11-20T09:00", {PROFILE: said})

    assert known(place) == Known(
        company_number=NUMBER,
        fetched={PROFILE: date(2026, 11, 20)},
        has=frozenset({FILING_HISTORY, OFFICERS, CHARGES}),
        due_days=(date(2026, 12, 31), date(2027, 2, 1)),
    )


def test_the_last_profile_counts_and_so_does_the_day_of_the_same_bytes_fetched_again(
    place: Installation,
) -> None:
    crawl(place, "2026-11-01T09:00", {PROFILE: profile(company_status="liquidation")})
    crawl(place, "2026-11-02T09:00", {PROFILE: profile()})
    crawl(place, "2026-11-03T09:00", {PROFILE: profile()})
    found = known(place)

    assert found.fetched == {PROFILE: date(2026, 11, 3)}
    assert not found.is_troubled


def test_a_profile_read_after_the_accounts_were_due_shows_trouble_without_a_flag(
    place: Installation,
) -> None:
    said = profile(accounts={"next_accounts": {"due_on": "2026-11-19", "overdue": False}})
    crawl(place, "2026-11-20T09:00", {PROFILE: said})

    assert known(place).is_troubled


@pytest.mark.parametrize(
    ("dates", "troubled"),
    [
        ([("administration-started-on", "2026-01-05")], True),
        (
            [
                ("administration-started-on", "2026-01-05"),
                ("administration-ended-on", "2026-10-05"),
            ],
            False,
        ),
    ],
)
def test_an_open_insolvency_case_is_trouble_and_one_that_has_ended_is_not(
    place: Installation, dates: list[tuple[str, str]], troubled: bool
) -> None:
    crawl(place, "2026-11-20T09:00", {PROFILE: profile(), INSOLVENCY: insolvency(*dates)})

    assert known(place).is_troubled is troubled


def test_an_open_run_counts_only_where_it_is_named(place: Installation) -> None:
    crawl(place, "2026-11-01T09:00", {PROFILE: profile(company_status="liquidation")})
    runs = crawl(
        place, "2026-11-23T09:00", {PROFILE: profile(), OFFICERS: officers("A")}, closes=False
    )

    assert known(place).fetched == {PROFILE: date(2026, 11, 1)}
    assert known(place).is_troubled
    assert known(place, *runs).fetched == dict.fromkeys((PROFILE, OFFICERS), TODAY)
    assert not known(place, *runs).is_troubled


def test_a_crawl_that_ended_before_it_followed_a_profile_goes_on_with_its_links(
    place: Installation,
) -> None:
    answers = {PROFILE: profile(), FILING_HISTORY: history()}
    runs = crawl(place, "2026-11-23T09:00", answers, closes=False)
    asks = plan([known(place, *runs)], TODAY).asks

    assert [(ask.source, ask.why) for ask in asks] == [
        (OFFICERS, Why.NEVER_ASKED),
        (CHARGES, Why.NEVER_ASKED),
    ]


def test_what_stood_in_the_first_history_names_nothing(place: Installation) -> None:
    crawl(place, "2026-11-01T09:00", {PROFILE: profile(), OFFICERS: officers("A")})
    crawl(place, "2026-11-01T09:01", {FILING_HISTORY: history(("t1", "2026-10-01", "officers"))})

    assert known(place).named == frozenset()
    assert known(place).named_a_year == {OFFICERS: 1}


def test_a_crawl_that_ended_before_it_asked_what_a_filing_names_goes_on_with_that(
    place: Installation,
) -> None:
    old = ("t1", "2024-10-01", "mortgage")
    crawl(place, "2026-11-01T09:00", {PROFILE: profile(), OFFICERS: officers("A")})
    crawl(place, "2026-11-01T09:01", {FILING_HISTORY: history(old)})
    crawl(
        place, "2026-11-23T09:00", {FILING_HISTORY: history(("t2", "2026-11-20", "officers"), old)}
    )
    waiting = known(place)
    crawl(place, "2026-11-23T09:01", {OFFICERS: officers("A", "B")})
    done = known(place)

    assert due(waiting, OFFICERS, TODAY) is Why.NAMED
    assert waiting.named == {OFFICERS}
    assert done.named == frozenset()


def test_a_register_tells_how_many_further_pages_it_has(place: Installation) -> None:
    crawl(place, "2026-11-20T09:00", {OFFICERS: officers(*(f"Person {n}" for n in range(101)))})

    assert known(place).further_pages == {OFFICERS: 1}


def test_an_entry_that_was_fetched_alone_is_no_fetch_of_its_register(place: Installation) -> None:
    now = datetime(2026, 11, 20, tzinfo=UTC)
    document = Document(url="file:one", fetched_at=now, body=b"one officer")
    with running(place.engine, OFFICERS, now) as run:
        save_subject(place.engine, run, f"{NUMBER} a1", document, [], version=1)
        close_run(place.engine, run, {}, now)

    assert known(place) == Known(company_number=NUMBER)


def test_a_profile_whose_bytes_are_gone_is_told(place: Installation) -> None:
    crawl(place, "2026-11-20T09:00", {PROFILE: profile()})
    for body in (place.folder / "archive" / "bodies").glob("??/*"):
        body.unlink()

    with pytest.raises(NotInTheArchiveError):
        known(place)


@pytest.mark.parametrize(
    ("status", "asked"), [("liquidation", 1), ("active", 0)], ids=["in trouble", "well"]
)
def test_every_page_of_the_gazette_is_asked_daily_about_a_company_in_trouble(
    place: Installation, status: str, asked: int
) -> None:
    crawl(place, "2026-11-20T09:00", {PROFILE: profile(company_status=status)})
    gazette, hosts = BY_KEY["gazette_insolvency"], LIVE_SITE.hosts
    address = crawl_companies.address(hosts, gazette, NUMBER)
    later = f"{address}&results-page=2"
    yesterday = {(gazette.key, page): date(2026, 11, 22) for page in (address, later)}
    fresh = Freshness(today=TODAY, good_for_days={gazette.key: 7}, fetched_on=yesterday)
    found = crawl_companies.planned(place, hosts, [gazette], [NUMBER], fresh=fresh, also=())

    assert [errand.url for errand in found.errands] == [address] * asked
    assert found.is_wanted(gazette.key, later, False) == bool(asked), "its newest notices"


def test_a_weekly_crawl_that_passes_midnight_looks_every_week(place: Installation) -> None:
    mondays = [datetime(2026, 11, day, 20, tzinfo=UTC) for day in (2, 9, 16)]
    looked: list[bool] = []
    body = json.dumps(profile(links={})).encode()
    for monday in mondays:
        with running(place.engine, PROFILE, monday) as run:
            (one,) = known_companies(place, [NUMBER], monday.date(), also=[run.id])
            fresh = Freshness.of(replace(place, now=monday), [GAZETTE], also=[run.id])
            looked.append(due(one, PROFILE, monday.date()) is not None)
            looked.append(fresh.is_wanted(GAZETTE.key, "https://gazette.example/feed", False))
            fetched_at = monday + timedelta(hours=5)
            document = Document(url="https://a/profile", fetched_at=fetched_at, body=body)
            place.archive.put(body)
            records = [r for r in BY_KEY[PROFILE].parse(document) if not isinstance(r, Follow)]
            save_subject(place.engine, run, NUMBER, document, records, version=1, status=200)
            close_run(place.engine, run, {}, fetched_at)
        with running(place.engine, GAZETTE.key, monday) as run:
            feed = Document(url="https://gazette.example/feed", fetched_at=fetched_at, body=b"{}")
            save_subject(place.engine, run, NUMBER, feed, [], version=1, status=200)
            close_run(place.engine, run, {}, fetched_at)

    assert looked == [True] * 6
