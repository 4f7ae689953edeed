"""A number that the register does not know is remembered, and keeps nobody else from being seen."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from crawlers.asking import Terms, Turns
from crawlers.companies_house.resources import PROFILE
from crawlers.crawling import Clock, crawl, runs
from crawlers.due.planning import WhyNot, plan
from crawlers.hosts import Hosts
from crawlers.intake import Intake, Opening
from crawlers.looping import run
from crawlers.politeness import Politeness
from crawlers.publishing import Crawled, Publishing
from crawlers.sources.companies_house_profile import SOURCE
from crawlers.work import Errand, Work
from db.tables import World
from oversight.crawl_plan import known_companies
from oversight.freshness import Freshness
from oversight.installation import Installation, open_installation
from tests.crawlers.file_host import hosting
from tests.crawlers.scripted import Scripted, said

HELD, OTHER = "09000001", "09000002"
UNKNOWN = ("00000911", "CE000912", "IP000913")
API = "companies_house_api"
AT_ONCE = Politeness(concurrency=4, first_wait_s=0)


@pytest.fixture
def host() -> Iterator[Scripted]:
    with hosting(Scripted()) as host:
        assert isinstance(host, Scripted)
        host.script = {f"/company/{one}": [said(profile(one))] for one in (HELD, OTHER)}
        host.script |= {f"/company/{one}": [said(status=404)] for one in UNKNOWN}
        yield host


@pytest.fixture
def place(tmp_path: Path) -> Iterator[Installation]:
    found = open_installation(tmp_path / "data", None, datetime(2026, 9, 1, 12, tzinfo=UTC))
    yield found
    found.engine.dispose()


def profile(number: str) -> bytes:
    return (
        f'{{"company_name": "EXAMPLE CARE LTD", "company_number": "{number}", "type": "ltd",'
        ' "company_status": "active", "links": {}}'
    ).encode()


def asked(place: Installation, host: Scripted, *numbers: str) -> Crawled:
    """What becomes of the profiles of these, asked for in one crawl."""
    hosts = Hosts(addresses={API: host.address})
    with runs(place, [SOURCE], place.now) as open_runs, ThreadPoolExecutor(1) as pool:
        opening = Opening(
            database=place.engine.url.render_as_string(hide_password=False),
            archive=place.archive.folder,
            runs=open_runs,
            world=World.REHEARSAL,
        )
        pipeline = replace(opening.opened(), engine=place.engine)
        work = Work(
            sources={PROFILE: SOURCE},
            hosts=hosts,
            intake=Intake(executor=pool, take=pipeline.take_in),
            errands=[
                Errand(source=PROFILE, url=hosts.url(API, f"/company/{one}")) for one in numbers
            ],
            now=lambda: place.now,
            is_held=Freshness.of(place, [SOURCE]).is_held,
        )
        terms = Terms(hosts=hosts, ticks=Clock(), manners={API: AT_ONCE})
        run(crawl(work, Turns(terms), "oversight"))
        publishing = Publishing(
            place=place, open_runs=open_runs, floors={}, moment=lambda: place.now
        )
        (found,) = publishing.rest(work)
    return found


def test_numbers_that_the_register_does_not_know_are_told_and_are_no_problem(
    place: Installation, host: Scripted
) -> None:
    found = asked(place, host, HELD, *UNKNOWN)

    assert found.is_published
    assert found.problems == ()
    assert sorted(url.rpartition("/")[2] for url in found.unknown) == sorted(UNKNOWN)


def test_they_are_not_asked_again_in_the_next_crawl(place: Installation, host: Scripted) -> None:
    asked(place, host, HELD, *UNKNOWN)
    today = date(2026, 9, 2)
    known = known_companies(place, [HELD, *UNKNOWN], today)
    made = plan([one for one in known if one.company_number != HELD], today)

    assert made.asks == ()
    assert made.skipped == {WhyNot.NOT_THERE: 3}


def test_a_profile_that_was_held_and_is_not_there_is_a_problem(
    place: Installation, host: Scripted
) -> None:
    asked(place, host, HELD, OTHER)
    host.script[f"/company/{HELD}"] = [said(status=404)]
    found = asked(place, host, HELD, OTHER)

    assert [problem.what for problem in found.problems] == ["not given"]
    assert found.unknown == ()


def test_a_few_that_fail_are_measured_against_all_that_is_held(
    place: Installation, host: Scripted
) -> None:
    many = [f"{number:08d}" for number in range(9_100_000, 9_100_150)]
    host.script |= {f"/company/{one}": [said(profile(one))] for one in many}
    asked(place, host, *many)
    host.script |= {f"/company/{one}": [said(b"{}")] for one in many[:3]}

    found = asked(place, host, *many[:3], OTHER)

    assert len(found.problems) == 3
    assert found.is_published


def test_a_register_that_knows_nobody_any_more_is_a_problem(
    place: Installation, host: Scripted
) -> None:
    nobody = [f"{number:08d}" for number in range(9_200_000, 9_200_030)]
    host.script |= {f"/company/{one}": [said(status=404)] for one in nobody}
    found = asked(place, host, *nobody)
    known = known_companies(place, nobody, date(2026, 9, 2))

    assert not found.is_published
    assert "has their address changed?" in found.problems[0].why
    assert len(plan(known, date(2026, 9, 2)).asks) == 30
