"""What a host asks of programs is read once and obeyed."""

import asyncio
from collections.abc import Iterator
from email.message import Message
from pathlib import Path

import pytest

from crawlers.asking import GivenUpError, Turns
from crawlers.downloading import Downloader, client_for
from crawlers.downloads import ForbiddenError
from tests.crawlers.file_host import AGENT, BODY, FileHost, Otherwise, Ticks, fetch, hosting, terms


@pytest.fixture
def host() -> Iterator[FileHost]:
    with hosting(FileHost(body=BODY)) as host:
        yield host


@pytest.fixture
def into(tmp_path: Path) -> Path:
    return tmp_path / "file.bin"


@pytest.mark.parametrize(
    "rules",
    [
        "User-agent: *\nDisallow: /",
        "User-agent: *\nDisallow: /*.bin",
        "User-agent: Provider monitor\nDisallow: /\n\nUser-agent: *\nAllow: /",
    ],
)
def test_a_forbidden_address_is_not_asked(host: FileHost, into: Path, rules: str) -> None:
    host.robots = rules
    with pytest.raises(ForbiddenError) as forbidden:
        fetch(host, into)

    assert str(forbidden.value) == (
        f"{host.address}/robots.txt asks {AGENT!r} not to fetch {host.url}; ask the publisher, or"
        " download it by hand and give the file to `oversight ingest`"
    )
    assert host.asked == []


@pytest.mark.parametrize(
    "rules",
    ["", "User-agent: *\nDisallow:", "User-agent: Somebody\nDisallow: /", "<html>Not Found</html>"],
)
def test_what_is_not_forbidden_is_allowed(host: FileHost, into: Path, rules: str) -> None:
    host.robots = rules
    fetch(host, into)

    assert into.read_bytes() == BODY


def test_the_rules_are_read_once_for_all_files_of_a_host(host: FileHost, tmp_path: Path) -> None:
    async def run() -> None:
        async with client_for(AGENT) as client:
            downloader = Downloader(client, Turns(terms(host)))
            await downloader.download(host.url, tmp_path / "a")
            await downloader.download(host.url, tmp_path / "b")

    asyncio.run(run())

    assert host.robots_asked == 1


def test_a_host_that_asks_programs_to_come_less_often_is_obeyed(
    host: FileHost, tmp_path: Path
) -> None:
    host.robots = "User-agent: *\nCrawl-delay: 20"
    ticks = Ticks()

    async def run() -> None:
        async with client_for(AGENT) as client:
            downloader = Downloader(client, Turns(terms(host, ticks)))
            await downloader.download(host.url, tmp_path / "a")
            await downloader.download(host.url, tmp_path / "b")

    asyncio.run(run())

    assert 20 <= ticks.at < 40


class Troubled(FileHost):
    """Its rules are answered with a status so often, then honestly."""

    statuses: tuple[int, ...] = ()

    def answer(self, path: str, headers: Message) -> Otherwise:
        if path == "/robots.txt" and self.robots_asked < len(self.statuses):
            self.robots_asked += 1
            empty = (("Content-Length", "0"),)
            return Otherwise(status=self.statuses[self.robots_asked - 1], headers=empty)
        return super().answer(path, headers)


@pytest.mark.parametrize(
    ("statuses", "asked"), [((401,), 1), ((403,), 1), ((410,), 1), ((429, 503), 3), ((500,), 2)]
)
def test_rules_that_are_not_there_allow_all_and_a_failure_is_waited_out(
    into: Path, statuses: tuple[int, ...], asked: int
) -> None:
    troubled = Troubled(body=BODY)
    troubled.statuses = statuses
    with hosting(troubled) as host:
        fetch(host, into)

    assert into.read_bytes() == BODY
    assert host.robots_asked == asked


def test_a_host_that_cannot_tell_its_rules_is_not_asked_for_files(into: Path) -> None:
    troubled = Troubled(body=BODY)
    troubled.statuses = (500, 500, 500, 500, 500)
    with hosting(troubled) as host, pytest.raises(GivenUpError, match=r"robots\.txt was asked 5"):
        fetch(host, into)

    assert host.asked == []


def test_rules_that_go_in_circles_are_none_that_anybody_can_read(into: Path) -> None:
    class Circling(FileHost):
        def answer(self, path: str, headers: Message) -> Otherwise:
            if path != "/robots.txt":
                return super().answer(path, headers)
            there = (("Location", "/robots.txt"), ("Content-Length", "0"))
            return Otherwise(status=302, headers=there)

    with hosting(Circling(body=BODY)) as host, pytest.raises(GivenUpError, match="redirects"):
        fetch(host, into)

    assert host.asked == []
