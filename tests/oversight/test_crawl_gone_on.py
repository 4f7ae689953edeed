"""What an unclosed run fetched stands for as long as it would have, had the run been closed."""

from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from crawlers.asking import Turns
from crawlers.batch import Job, Outcome
from crawlers.crawling import crawl
from crawlers.intake import Intake
from crawlers.looping import run
from crawlers.source import Start
from crawlers.work import Errand, Held, Work
from oversight.crawling import standing
from oversight.freshness import Freshness
from tests.crawlers.file_host import hosting
from tests.crawlers.scripted import NOTES, Scripted, terms

TODAY = date(2026, 9, 9)
FEED, PROFILE = ("feed", "https://a/feed"), ("profile", "https://a/profile")
PAGE, REPORT = ("pages", "https://a/page"), ("pages", "https://a/report")


def held(day: int) -> Held:
    return Held(sha256="00", fetched_at=datetime(2026, 9, day, 12, tzinfo=UTC))


def fresh(**fetched_on: int) -> Freshness:
    return Freshness(
        today=TODAY,
        good_for_days={"pages": 7},
        fetched_on={("pages", f"https://a/{k}"): date(2026, 9, d) for k, d in fetched_on.items()},
    )


def test_what_the_plan_asks_again_is_not_taken_for_held() -> None:
    errands = [Errand(source="feed", url="https://a/feed")]
    found = standing({FEED: held(1), PROFILE: held(1)}, errands, fresh(), is_planned=True)

    assert list(found) == [PROFILE]
    assert found[PROFILE].is_old


def test_what_pages_lead_to_stands_while_it_is_good_and_on_its_own_day() -> None:
    both = {PAGE: held(1), REPORT: held(8)}
    found = standing(both, [], fresh(page=1, report=8), is_planned=False)
    same_day = {PAGE: held(9)}

    assert list(found) == [REPORT]
    assert list(standing(same_day, [], fresh(page=9), is_planned=False)) == [PAGE]


def test_a_later_page_about_a_company_in_trouble_stands_for_its_own_day_alone() -> None:
    def is_daily(url: str) -> bool:
        return url.endswith("page")

    old, new = {PAGE: held(8), REPORT: held(8)}, {PAGE: held(9)}
    found = standing(old, [], fresh(), is_planned=True, is_daily=is_daily)

    assert list(found) == [REPORT]
    assert list(standing(new, [], fresh(), is_planned=True, is_daily=is_daily)) == [PAGE]


@pytest.fixture
def host() -> Iterator[Scripted]:
    with hosting(Scripted()) as host:
        assert isinstance(host, Scripted)
        yield host


@pytest.mark.parametrize(("is_old", "asked"), [(True, ["/feed", "/notes"]), (False, ["/feed"])])
def test_what_a_new_filing_names_is_asked_though_an_earlier_day_brought_it(
    host: Scripted, is_old: bool, asked: list[str]
) -> None:
    notes = f"{host.address}/notes"

    def take(jobs: Sequence[Job], /) -> list[Outcome]:
        return [Outcome(subject="a", filed=frozenset({"officers"})) for _ in jobs]

    key = next(iter(host.hosts.addresses))
    feed = replace(NOTES, led_to_by="named")
    start = Start(host=key, path="/notes")
    named = replace(NOTES, key="named", starts=(start,), led_to_by="notes")
    doing = Work(
        sources={"notes": feed, "named": named},
        hosts=host.hosts,
        intake=Intake(executor=ThreadPoolExecutor(1), take=take),
        errands=[
            Errand(source="named", url=notes),
            Errand(source="notes", url=f"{host.address}/feed"),
        ],
        now=lambda: datetime(2026, 9, 9, 12, tzinfo=UTC),
        held={("named", notes): replace(held(1), is_old=is_old)},
        named=lambda _number, categories: ["named"] if categories and host.paths else [],
    )
    run(crawl(doing, Turns(terms(host.hosts)), "oversight"))

    assert host.paths == asked
