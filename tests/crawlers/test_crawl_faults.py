"""Whatever a host, the network or we ourselves do wrong, a crawl ends, and says why."""

import asyncio
import threading
from collections.abc import Iterator, Sequence
from concurrent.futures import Executor, Future
from concurrent.futures.process import BrokenProcessPool
from dataclasses import replace
from time import monotonic
from typing import Any

import pytest

from crawlers.batch import Job, Outcome
from crawlers.crawling import FaultError
from crawlers.looping import run
from crawlers.politeness import Politeness
from crawlers.problem import STOPPED
from crawlers.work import Errand
from tests.crawlers.file_host import Otherwise, hosting
from tests.crawlers.scripted import Scripted, Taken, crawling, errands, said, terms, work

CUT = Otherwise(headers=(("Content-Length", "12"),), body=b"a whole")
PATIENT = Politeness(concurrency=1, every_s=3600)


@pytest.fixture
def host() -> Iterator[Scripted]:
    with hosting(Scripted()) as host:
        assert isinstance(host, Scripted)
        yield host


def test_a_body_that_is_cut_short_is_asked_for_again_and_never_taken_in(host: Scripted) -> None:
    host.script["/a"] = [CUT, CUT, said(b"a whole note")]
    taken = Taken()
    doing = work(host.hosts, errands(host, "/a"), taken)
    run(crawling(doing, terms(host.hosts)))

    assert taken.bodies == [b"a whole note"]
    assert doing.problems == []


def test_a_host_that_is_not_there_is_asked_again_and_then_named() -> None:
    with hosting(Scripted()) as host:
        pass
    taken = Taken()
    doing = work(host.hosts, errands(host, "/a"), taken)
    run(crawling(doing, terms(host.hosts)))

    (problem,) = doing.problems
    netloc = host.address.removeprefix("http://")
    assert problem.why == (
        f"{host.address}/robots.txt was asked 5 times in vain: {netloc} refuses connections: it is"
        " down, or lets nobody through; run the same command again later"
    )
    assert taken.jobs == []


def test_an_answer_that_takes_too_long_is_asked_for_again(host: Scripted) -> None:
    host.script["/a"] = [
        Otherwise(headers=(("Content-Length", "12"),), body=b"a", hangs=True),
        said(b"a whole note"),
    ]
    taken = Taken()
    run(crawling(work(host.hosts, errands(host, "/a"), taken), terms(host.hosts, patience_s=0.2)))

    assert taken.bodies == [b"a whole note"]


def test_an_address_given_up_names_itself_and_what_was_answered(host: Scripted) -> None:
    host.script["/a"] = [said(status=503)]
    doing = work(host.hosts, errands(host, "/a", "/b"), Taken())
    run(crawling(doing, terms(host.hosts)))

    assert [problem.why for problem in doing.problems] == [
        f"{host.address}/a was asked 5 times in vain: 503"
    ]
    assert host.paths.count("/a") == 5


def test_a_host_that_shuts_us_out_is_left_alone(host: Scripted) -> None:
    paths = [f"/{number}" for number in range(40)]
    host.script = {path: [said(status=403)] for path in paths}
    doing = work(host.hosts, errands(host, *paths), Taken())
    run(crawling(doing, terms(host.hosts)))

    assert len(doing.problems) == 40
    assert "companies_house_bulk is asked no more: it failed 15 times in a row" in (
        doing.problems[-1].why
    )
    assert len(host.paths) <= 20, "a few were under way when it was left alone"


def test_a_refused_key_stops_the_crawl_before_anybody_else_is_asked(host: Scripted) -> None:
    paths = [f"/{number}" for number in range(300)]
    host.script = {path: [said(status=401)] for path in paths}
    doing = work(host.hosts, errands(host, *paths), Taken())
    keys = {"companies_house_bulk": "Basic a2V5Og=="}
    run(crawling(doing, terms(host.hosts, Politeness(concurrency=1), keys=keys)))

    assert len(host.paths) == 1
    assert doing.stopped is not None
    assert doing.stopped.startswith(f"companies_house_bulk refuses the key: 401 at {host.address}")
    assert [problem.what for problem in doing.problems] == [STOPPED]


def test_a_host_that_is_sent_no_key_and_closes_a_page_stops_nothing(host: Scripted) -> None:
    host.script["/a"] = [said(status=401)]
    taken = Taken()
    doing = work(host.hosts, errands(host, "/a", "/b"), taken)
    run(crawling(doing, terms(host.hosts, Politeness(concurrency=1))))

    assert (host.paths, taken.bodies) == (["/a", "/b"], [b"note"])
    assert doing.stopped is None
    assert [(problem.what, problem.why) for problem in doing.problems] == [
        ("not given", f"{host.address}/a answered 401")
    ]


def test_a_large_file_on_a_slow_line_arrives_however_long_it_takes(host: Scripted) -> None:
    host.script["/a"] = [replace(said(b"slowly"), apart_s=0.1)]
    taken = Taken()
    doing = work(host.hosts, errands(host, "/a"), taken)
    run(crawling(doing, terms(host.hosts, patience_s=0.4)))

    assert taken.bodies == [b"slowly"]
    assert host.paths == ["/a"]


def test_whoever_keeps_answers_is_told_of_those_that_nobody_reads(host: Scripted) -> None:
    host.script["/a"] = [said(b"slow down", 429, Retry_After="0"), said(b"down", 503), said(b"a")]
    told: list[tuple[str, str | None, int, bytes]] = []
    doing = work(host.hosts, errands(host, "/a"), Taken())
    doing.first_seen = lambda errand, answer: told.append(
        (errand.source, errand.signpost, answer.status, answer.body)
    )
    run(crawling(doing, terms(host.hosts)))

    assert told == [
        ("companies_house_bulk", "robots.txt", 404, b""),
        ("notes", None, 429, b"slow down"),
        ("notes", None, 503, b"down"),
        ("notes", None, 200, b"a"),
    ]


def test_who_waits_for_a_turn_is_sent_home_when_the_crawl_stops(host: Scripted) -> None:
    host.script["/robots.txt"] = [said(status=500)]
    doing = work(host.hosts, [*errands(host, "/a"), Errand(source="none", url="nowhere")], Taken())
    with pytest.raises(FaultError):
        run(crawling(doing, terms(host.hosts, PATIENT)))

    assert host.paths == []


def test_no_more_requests_are_sent_than_are_allowed(host: Scripted) -> None:
    taken = Taken()
    doing = work(host.hosts, errands(host, *[f"/{number}" for number in range(20)]), taken)
    run(crawling(doing, terms(host.hosts, most=6)))

    assert len(host.paths) == 5, "and one for the rules"
    assert len(taken.jobs) == 5
    assert doing.stopped == "stopped after 6 requests, as allowed; the same command goes on"


def test_a_fault_in_what_is_done_with_an_answer_stops_the_crawl(host: Scripted) -> None:
    def fails(_: Sequence[Job], /) -> list[Outcome]:
        raise ZeroDivisionError("ours")

    paths = [f"/{number}" for number in range(300)]
    doing = work(host.hosts, errands(host, *paths), fails)
    with pytest.raises(FaultError, match="ZeroDivisionError: ours"):
        run(crawling(doing, terms(host.hosts)))

    assert len(host.paths) < 300


def test_a_fault_in_the_plan_stops_the_crawl(host: Scripted) -> None:
    def plan() -> Iterator[Errand]:
        yield from errands(host, "/a")
        raise ZeroDivisionError("ours")

    with pytest.raises(FaultError, match="ZeroDivisionError: ours"):
        run(crawling(work(host.hosts, plan(), Taken()), terms(host.hosts)))


class Broken(Executor):
    """A pool whose process has died."""

    def submit(self, *_: Any, **__: Any) -> Future[Any]:
        raise BrokenProcessPool("it died")


def test_a_crawl_whose_intake_has_died_ends(host: Scripted) -> None:
    doing = work(host.hosts, errands(host, "/a", "/b"), Taken(), executor=Broken())
    with pytest.raises(FaultError, match="BrokenProcessPool: it died"):
        run(crawling(doing, terms(host.hosts)))


def test_a_crawl_that_is_called_off_asks_nothing_more(host: Scripted) -> None:
    every_tenth = Politeness(concurrency=1, every_s=0.05)
    asked_once = threading.Event()
    host.first = asked_once.set
    doing = work(host.hosts, errands(host, *[f"/{number}" for number in range(50)]), Taken())

    async def called_off() -> int:
        under_way = asyncio.create_task(crawling(doing, terms(host.hosts, every_tenth)))
        await asyncio.to_thread(asked_once.wait)
        under_way.cancel()
        await asyncio.wait({under_way})
        asked = len(host.paths)
        await asyncio.sleep(0.2)
        return asked

    asked_until_then = run(called_off())

    assert len(host.paths) == asked_until_then


def test_a_crawl_that_is_called_off_waits_for_no_answer(host: Scripted) -> None:
    never = Otherwise(headers=(("Content-Length", "12"),), body=b"a", hangs=True)
    host.script["/a"] = [never]
    asked_once = threading.Event()
    host.first = asked_once.set
    doing = work(host.hosts, errands(host, "/a"), Taken())

    async def called_off() -> float:
        under_way = asyncio.create_task(crawling(doing, terms(host.hosts)))
        await asyncio.to_thread(asked_once.wait)
        began = monotonic()
        under_way.cancel()
        await asyncio.wait({under_way})
        return monotonic() - began

    assert run(called_off()) < 5
    assert doing.errors == []


def test_an_address_that_has_closed_since_is_asked_for_anew(host: Scripted) -> None:
    host.script["/a"] = [said(status=302, Location="/signed-1"), said(status=302, Location="/s-2")]
    host.script["/signed-1"] = [said(status=403)]
    host.script["/s-2"] = [said(b"a note behind a link")]
    taken = Taken()
    doing = work(host.hosts, errands(host, "/a"), taken)
    run(crawling(doing, terms(host.hosts)))

    assert host.paths == ["/a", "/signed-1", "/a", "/s-2"]
    assert taken.bodies == [b"a note behind a link"]
    assert doing.problems == []


def test_an_address_that_is_always_closed_is_named_at_last(host: Scripted) -> None:
    host.script["/a"] = [said(status=302, Location="/signed")]
    host.script["/signed"] = [said(status=403)]
    doing = work(host.hosts, errands(host, "/a"), Taken())
    run(crawling(doing, terms(host.hosts)))

    assert host.paths == ["/a", "/signed"] * 5
    assert [one.what for one in doing.problems] == ["not given"]


@pytest.mark.parametrize("status", [404, 503])
def test_a_page_that_leads_to_documents_is_told_from_a_document(
    host: Scripted, status: int
) -> None:
    host.script = {path: [said(status=status)] for path in ("/search", "/document")}
    leading = Errand(source="notes", url=f"{host.address}/search", signpost="search")
    doing = work(host.hosts, [leading, *errands(host, "/document")], Taken())
    run(crawling(doing, terms(host.hosts)))

    assert {problem.why.split()[0]: problem.is_on_the_way for problem in doing.problems} == {
        f"{host.address}/search": True,
        f"{host.address}/document": False,
    }


def test_rules_that_cannot_be_read_stand_before_everything_of_the_host(host: Scripted) -> None:
    host.script["/robots.txt"] = [said(status=500)]
    doing = work(host.hosts, errands(host, "/a"), Taken())
    run(crawling(doing, terms(host.hosts)))

    assert [problem.is_on_the_way for problem in doing.problems] == [True]
