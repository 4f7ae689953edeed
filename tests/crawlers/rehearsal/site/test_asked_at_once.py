"""Many may ask at once; a publisher is asked one question at a time, and keeps no other waiting."""

import logging
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from http.client import IncompleteRead
from threading import Event, Lock
from time import perf_counter, sleep

import pytest

from crawlers.rehearsal.publishing import Answer, Asked, Setup
from crawlers.rehearsal.site.faults import Fault, Kind
from crawlers.rehearsal.site.manners import FILES
from crawlers.rehearsal.site.served import Catalogue, Served
from crawlers.rehearsal.site.serving import Site, Terms, serving
from tests.crawlers.rehearsal.site.asking import ask, tell
from tests.crawlers.rehearsal.site.two_companies import world


@dataclass
class Slow:
    setup: Setup
    key: str = "slow"
    begun: Event = field(default_factory=Event)
    may_end: Event = field(default_factory=Event)

    def answer(self, _: Asked) -> Answer:
        self.begun.set()
        assert self.may_end.wait(10)
        return Answer(body=b'"at last"')


@dataclass
class OneAtATime:
    setup: Setup
    key: str = "one"
    lock: Lock = field(default_factory=Lock)

    def answer(self, asked: Asked) -> Answer:
        if asked.path == "/broken":
            raise LookupError("no such company in the world")
        assert self.lock.acquire(blocking=False), "asked twice at once"
        self.lock.release()
        return Answer(body=asked.path.encode())


MADE: list[Slow] = []


def slow(setup: Setup) -> Slow:
    MADE.append(Slow(setup))
    return MADE[-1]


@pytest.fixture
def site() -> Iterator[Site]:
    publishers = (
        Served(key="slow", make=slow, manners=FILES),
        Served(key="one", make=OneAtATime, manners=FILES),
    )
    with serving(Catalogue(make_world=world, publishers=publishers), Terms(today=None)) as site:
        yield site


def test_hundreds_of_questions_at_once_have_each_its_own_answer(site: Site) -> None:
    address = site.rehearsal.addresses["one"]
    with ThreadPoolExecutor(20) as pool:
        told = list(pool.map(lambda n: ask(f"{address}/{n}").body, range(300)))

    assert told == [f"/{n}".encode() for n in range(300)]


def test_a_product_that_takes_long_keeps_no_other_publisher_waiting(site: Site) -> None:
    at = site.rehearsal.addresses
    with ThreadPoolExecutor(1) as pool:
        waiting = pool.submit(ask, at["slow"])
        assert MADE[-1].begun.wait(10)
        meanwhile = ask(f"{at['one']}/meanwhile")
        MADE[-1].may_end.set()

        assert meanwhile.status == 200
        assert waiting.result().body == b'"at last"'


def test_a_publisher_that_fails_answers_500_and_says_why_in_the_log(
    site: Site, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.ERROR):
        told = ask(f"{site.rehearsal.addresses['one']}/broken")

    assert told.status == 500
    assert "no such company in the world" in caplog.text


def test_whoever_asked_before_the_day_moved_is_answered_as_of_the_day_before() -> None:
    publishers = (Served(key="slow", make=slow, manners=FILES),)
    catalogue = Catalogue(make_world=world, publishers=publishers)
    with serving(catalogue, Terms(today=world(1, "small").first_day)) as site:
        first = MADE[-1]
        with ThreadPoolExecutor(2) as pool:
            waiting = pool.submit(ask, site.rehearsal.addresses["slow"])
            assert first.begun.wait(10)
            moving = pool.submit(tell, f"{site.control}/today", {"today": "2026-09-30"})
            while MADE[-1] is first:
                sleep(0.01)
            first.may_end.set()

            assert waiting.result().body == b'"at last"'
            assert moving.result().json["today"] == "2026-09-30"


def test_a_site_ends_soon_though_an_answer_trickles(caplog: pytest.LogCaptureFixture) -> None:
    publishers = (Served(key="one", make=OneAtATime, manners=FILES),)
    fault = Fault(kind=Kind.SLOW, publisher="one", seconds=600)
    catalogue = Catalogue(make_world=world, publishers=publishers)
    began = perf_counter()
    with ThreadPoolExecutor(1) as pool:
        with serving(catalogue, Terms(faults=(fault,))) as site:
            waiting = pool.submit(ask, f"{site.rehearsal.addresses['one']}/an-answer")
            while not site.rehearsal.around.counts.by_publisher():
                sleep(0.01)

        with pytest.raises(IncompleteRead):
            waiting.result()
    assert perf_counter() - began < 60
    assert caplog.records == []
