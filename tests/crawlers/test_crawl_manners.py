"""A crawl asks as each host asks to be asked: its rules, its key, its places, its redirects."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

import pytest

from crawlers import crawling as crawls
from crawlers.hosts import Hosts
from crawlers.looping import run
from crawlers.politeness import Politeness
from crawlers.source import Paging
from tests.crawlers.file_host import AGENT, hosting
from tests.crawlers.scripted import NOTES, Scripted, Taken, crawling, errands, said, terms, work

TWO_PAGES = Paging(
    first="start=0",
    following=lambda pages: "start=1" if len(pages) == 1 else None,
    join=b"+".join,
    starts_as=lambda _, __: False,
)


@pytest.fixture
def host() -> Iterator[Scripted]:
    with hosting(Scripted()) as host:
        assert isinstance(host, Scripted)
        yield host


@pytest.fixture
def other() -> Iterator[Scripted]:
    with hosting(Scripted(body=b"another's")) as host:
        assert isinstance(host, Scripted)
        yield host


def both(host: Scripted, other: Scripted) -> Hosts:
    return Hosts(
        addresses={
            "companies_house_document_api": host.address,
            "companies_house_documents_store": other.address,
        }
    )


def test_rules_are_read_once_and_obeyed(host: Scripted) -> None:
    host.robots = "User-agent: *\nDisallow: /private"
    taken = Taken()
    doing = work(host.hosts, errands(host, "/a", "/private", "/b"), taken)
    run(crawling(doing, terms(host.hosts)))

    assert sorted(host.paths) == ["/a", "/b"]
    (problem,) = doing.problems
    assert problem.why == (
        f"{host.address}/robots.txt asks {AGENT!r} not to fetch {host.address}/private; ask the"
        " publisher, or download it by hand and give the file to `oversight ingest`"
    )
    assert host.robots_asked == 1


def test_a_host_that_asks_programs_to_come_less_often_is_obeyed(host: Scripted) -> None:
    host.robots = "User-agent: *\nCrawl-delay: 0.2"
    run(crawling(work(host.hosts, errands(host, "/a", "/b", "/c"), Taken()), terms(host.hosts)))

    assert min(late - soon for soon, late in pairwise(host.at)) > 0.15


@pytest.mark.parametrize("status", [401, 403, 404, 410])
def test_a_host_that_gives_its_rules_to_nobody_has_none(host: Scripted, status: int) -> None:
    host.script["/robots.txt"] = [said(b"User-agent: *\nDisallow: /", status)]
    run(crawling(work(host.hosts, errands(host, "/a"), Taken()), terms(host.hosts)))

    assert host.paths == ["/a"]


@pytest.mark.parametrize("status", [500, 501, 503])
def test_of_a_host_that_cannot_tell_its_rules_nothing_is_fetched(
    host: Scripted, status: int
) -> None:
    host.script["/robots.txt"] = [said(status=status)]
    doing = work(host.hosts, errands(host, "/a", "/b"), Taken())
    run(crawling(doing, terms(host.hosts)))

    assert host.paths == []
    assert len(doing.problems) == 2
    assert f"{host.address}/robots.txt" in doing.problems[0].why


def test_rules_are_read_where_the_host_sends_us(host: Scripted) -> None:
    host.script["/robots.txt"] = [said(status=301, Location="/rules")]
    host.script["/rules"] = [said(b"User-agent: *\nDisallow: /")]
    run(crawling(work(host.hosts, errands(host, "/a"), Taken()), terms(host.hosts)))

    assert host.paths == ["/rules"]


def test_rules_that_go_in_circles_are_none_that_anybody_can_read(host: Scripted) -> None:
    host.script["/robots.txt"] = [said(status=302, Location="/robots.txt")]
    doing = work(host.hosts, errands(host, "/a"), Taken())
    run(crawling(doing, terms(host.hosts)))

    assert host.paths == []
    assert [problem.why for problem in doing.problems] == [
        f"{host.address}/robots.txt cannot be read: it redirects more than 5 times"
    ]


def test_a_key_is_sent_to_its_own_host_alone(host: Scripted, other: Scripted) -> None:
    host.script["/a"] = [
        said(status=503),
        said(status=302, Location=f"{other.address}/signed?with=much"),
    ]
    taken = Taken()
    hosts = both(host, other)
    keys = {"companies_house_document_api": "Basic a2V5Og=="}
    run(crawling(work(hosts, errands(host, "/a"), taken), terms(hosts, keys=keys)))

    assert host.keys["/a"] == ["Basic a2V5Og==", "Basic a2V5Og=="]
    assert other.keys == {"/robots.txt": [None], "/signed?with=much": [None]}
    assert taken.bodies == [b"another's"]
    assert taken.jobs[0].document.url == f"{host.address}/a"


def test_nobody_is_sent_to_a_host_that_is_not_crawled(host: Scripted) -> None:
    host.script["/a"] = [said(status=302, Location="http://127.0.0.1:1/elsewhere")]
    doing = work(host.hosts, errands(host, "/a"), Taken())
    run(crawling(doing, terms(host.hosts)))

    (problem,) = doing.problems
    assert "http://127.0.0.1:1/elsewhere leads to 127.0.0.1:1" in problem.why


def test_whoever_sends_us_on_in_the_clear_is_followed_by_https(host: Scripted) -> None:
    host.script["/a"] = [said(status=302, Location="http://127.0.0.1:1/elsewhere")]
    hosts = Hosts(addresses={**host.hosts.addresses, "gias": "https://127.0.0.1:1"})
    doing = work(hosts, errands(host, "/a"), Taken())
    run(crawling(doing, terms(hosts)))

    (problem,) = doing.problems
    assert problem.why.startswith("https://127.0.0.1:1/robots.txt was asked 5 times in vain: ")


def test_a_page_that_is_elsewhere_is_asked_for_as_it_was_told(host: Scripted) -> None:
    host.script["/a?start=0"] = [said(status=307, Location="/moved?start=0")]
    host.script["/moved?start=0"] = [said(b"one")]
    host.script["/a?start=1"] = [said(b"two")]
    taken = Taken()
    paged = replace(NOTES, paging=TWO_PAGES)
    run(crawling(work(host.hosts, errands(host, "/a"), taken, source=paged), terms(host.hosts)))

    assert host.paths == ["/a?start=0", "/moved?start=0", "/a?start=1"]
    assert taken.bodies == [b"one+two"]


def test_a_signpost_that_has_moved_is_followed(host: Scripted) -> None:
    host.script["/a"] = [said(status=301, Location="/b")]
    taken = Taken()
    (errand,) = errands(host, "/a")
    run(crawling(work(host.hosts, [replace(errand, signpost="list")], taken), terms(host.hosts)))

    assert [job.signpost for job in taken.jobs] == ["list"]
    assert host.paths == ["/a", "/b"]


def test_an_address_that_is_very_long_is_asked(host: Scripted) -> None:
    path = f"/a?token={'t' * 3000}"
    run(crawling(work(host.hosts, errands(host, path), Taken()), terms(host.hosts)))

    assert host.paths == [path]


def test_a_slow_answer_lets_nobody_after_it_go_faster_than_the_pace(host: Scripted) -> None:
    slow = [True]

    def once() -> None:
        if slow and slow.pop():
            host.ends.wait(0.3)

    host.first = once
    manner = Politeness(concurrency=1, every_s=0.1)
    paths = [f"/{number}" for number in range(7)]
    run(crawling(work(host.hosts, errands(host, *paths), Taken()), terms(host.hosts, manner)))

    assert min(late - soon for soon, late in pairwise(host.at)) > 0.03


def test_no_more_are_under_way_with_a_host_than_it_has_places(host: Scripted) -> None:
    under_way: list[int] = [0]
    most: list[int] = []

    def first() -> None:
        under_way[0] += 1
        most.append(under_way[0])
        host.ends.wait(0.01)
        under_way[0] -= 1

    host.first = first
    paths = [f"/{number}" for number in range(40)]
    doing = work(host.hosts, errands(host, *paths), Taken())
    run(crawling(doing, terms(host.hosts, Politeness(concurrency=2))))

    assert max(most) <= 2


def test_a_host_with_much_to_give_keeps_no_other_waiting(
    host: Scripted, other: Scripted, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(crawls, "UNDER_WAY", 4)
    hosts = both(host, other)
    slow = {"companies_house_document_api": Politeness(concurrency=1, every_s=0.04)}
    quick = {"companies_house_documents_store": Politeness(concurrency=1)}
    plan = errands(host, *[f"/{n}" for n in range(20)]) + errands(other, "/a", "/b", "/c")
    run(crawling(work(hosts, plan, Taken()), terms(hosts, manners={**slow, **quick})))

    assert sum(at < max(other.at) for at in host.at) < 10
