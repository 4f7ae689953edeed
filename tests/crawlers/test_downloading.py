"""A file comes to disk whole, and nothing of it is asked for twice."""

import asyncio
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

import pytest

from crawlers.asking import GivenUpError, Turns
from crawlers.bulk import NoRoomError
from crawlers.downloading import Downloader, client_for
from crawlers.downloads import Downloaded, NotServedError
from crawlers.hosts import UnknownHostError
from db.locks import BusyError
from tests.crawlers.file_host import (
    AGENT,
    BODY,
    TAG,
    FileHost,
    Otherwise,
    Ticks,
    cut,
    fetch,
    hosting,
    terms,
)


@pytest.fixture
def host() -> Iterator[FileHost]:
    with hosting(FileHost(body=BODY)) as host:
        yield host


@pytest.fixture
def into(tmp_path: Path) -> Path:
    return tmp_path / "downloads" / "file.bin"


def lies_in(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_file_comes_whole_and_says_what_it_is(host: FileHost, into: Path) -> None:
    host.headers["Last-Modified"] = "Tue, 01 Sep 2026 03:43:03 GMT"

    assert fetch(host, into) == Downloaded(
        url=host.url,
        path=into,
        size=256_000,
        sha256=sha256(BODY).hexdigest(),
        etag=TAG,
        last_modified="Tue, 01 Sep 2026 03:43:03 GMT",
        resumed_from=0,
        is_confirmed=False,
    )
    assert into.read_bytes() == BODY
    assert lies_in(into.parent) == ["file.bin"]


def test_it_is_asked_for_as_it_is_by_somebody_with_an_address(host: FileHost, into: Path) -> None:
    fetch(host, into)

    assert host.asked[0]["User-Agent"] == AGENT
    assert host.asked[0]["Accept-Encoding"] == "identity"
    assert host.asked[0]["Range"] is None


def test_a_connection_that_is_cut_is_gone_on_with(host: FileHost, into: Path) -> None:
    host.once += [cut(host, 0, 100_000), cut(host, 100_000, 180_000)]
    fetch(host, into)

    assert into.read_bytes() == BODY
    assert host.ranges == [None, "bytes=100000-", "bytes=180000-"]
    assert host.asked[1]["If-Range"] == TAG


def test_a_body_on_which_nothing_more_comes_is_gone_on_with(host: FileHost, into: Path) -> None:
    whole = cut(host, 0, 100_000)
    host.once.append(Otherwise(headers=whole.headers, body=whole.body, hangs=True))
    fetch(host, into)

    assert into.read_bytes() == BODY
    assert host.ranges == [None, "bytes=100000-"]


def test_a_later_process_goes_on_where_an_earlier_one_was_stopped(
    host: FileHost, into: Path
) -> None:
    host.once += [cut(host, 0, 100_000), *[Otherwise(status=503)] * 5]
    with pytest.raises(GivenUpError) as given_up:
        fetch(host, into)

    assert str(given_up.value) == (
        f"{host.url} was asked 5 times in vain: 503; 100,000 bytes are kept and not asked again;"
        " try again later"
    )
    assert not into.exists()
    assert fetch(host, into).resumed_from == 100_000
    assert into.read_bytes() == BODY
    assert host.ranges[-1] == "bytes=100000-"


def test_a_download_that_is_called_off_is_gone_on_with(host: FileHost, into: Path) -> None:
    first = cut(host, 0, 100_000)
    host.once.append(Otherwise(headers=first.headers, body=first.body, hangs=True))

    async def run() -> None:
        came = asyncio.Event()
        async with client_for(AGENT) as client:
            going = asyncio.create_task(
                Downloader(client, Turns(terms(host))).download(
                    host.url, into, progress=lambda far, _: came.set() if far == 100_000 else None
                )
            )
            await came.wait()
            going.cancel()
            with pytest.raises(asyncio.CancelledError):
                await going

    asyncio.run(run())

    assert fetch(host, into).resumed_from == 100_000
    assert into.read_bytes() == BODY
    assert host.ranges == [None, "bytes=100000-"]


def test_progress_begins_the_count_of_failures_anew(host: FileHost, into: Path) -> None:
    for begin in range(0, 200_000, 20_000):
        host.once += [cut(host, begin, begin + 20_000), *[Otherwise(status=500)] * 4]
    fetch(host, into)

    assert into.read_bytes() == BODY
    assert len(host.asked) == 51


def test_the_same_beginning_again_and_again_is_no_progress(host: FileHost, into: Path) -> None:
    host.headers = {}
    host.once += [cut(host, 0, 100_000)] * 9
    with pytest.raises(GivenUpError):
        fetch(host, into)

    assert host.ranges == [None] * 6


@pytest.mark.parametrize("status", [403, 429, 500, 502, 503, 504])
def test_a_failure_that_may_pass_is_waited_out(host: FileHost, into: Path, status: int) -> None:
    host.once.append(Otherwise(status=status))
    ticks = Ticks()
    fetch(host, into, ticks=ticks)

    assert into.read_bytes() == BODY
    assert ticks.at >= 2


def test_a_refusal_for_too_many_closes_the_host_as_long_as_it_says(
    host: FileHost, into: Path
) -> None:
    said = (("Date", "Tue, 01 Sep 2026 09:00:00 GMT"), ("X-Ratelimit-Reset", "1788253500"))
    host.once.append(Otherwise(status=429, headers=said))
    ticks = Ticks()
    fetch(host, into, ticks=ticks)

    assert 300 <= ticks.at <= 303


@pytest.mark.parametrize("status", [301, 302, 400, 401, 404, 410])
def test_an_answer_that_is_not_the_file_is_not_asked_for_again(
    host: FileHost, into: Path, status: int
) -> None:
    host.once.append(Otherwise(status=status, headers=(("Location", "/elsewhere"),)))
    with pytest.raises(NotServedError, match=f"answered with {status} /elsewhere; begin at"):
        fetch(host, into)

    assert len(host.asked) == 1
    assert lies_in(into.parent) == []


def test_a_packed_answer_is_refused_since_its_parts_do_not_fit(host: FileHost, into: Path) -> None:
    host.headers["Content-Encoding"] = "gzip"
    with pytest.raises(NotServedError, match="comes as gzip"):
        fetch(host, into)

    assert not into.exists()


def test_a_link_that_leads_to_nobody_who_is_crawled_is_not_followed(
    host: FileHost, into: Path
) -> None:
    with pytest.raises(UnknownHostError):
        fetch(host, into, url="http://127.0.0.1:1/file.bin")

    assert not into.parent.exists()


def test_a_file_without_its_length_is_whole_when_it_ends(host: FileHost, into: Path) -> None:
    host.once.append(
        Otherwise(headers=(("Transfer-Encoding", "chunked"),), body=b"3\r\nabc\r\n0\r\n\r\n")
    )

    assert fetch(host, into).size == 3
    assert into.read_bytes() == b"abc"


def test_an_empty_file_is_a_file(host: FileHost, into: Path) -> None:
    host.once.append(Otherwise(headers=(("Content-Length", "0"),)))

    assert fetch(host, into).size == 0
    assert into.read_bytes() == b""


def test_what_lay_under_the_name_is_replaced_only_by_what_is_whole(
    host: FileHost, into: Path
) -> None:
    into.parent.mkdir()
    into.write_bytes(b"yesterday's")
    host.once.append(Otherwise(status=404))
    with pytest.raises(NotServedError):
        fetch(host, into)

    assert into.read_bytes() == b"yesterday's"
    fetch(host, into)
    assert into.read_bytes() == BODY


def test_how_far_it_is_is_told(host: FileHost, into: Path) -> None:
    host.once.append(cut(host, 0, 100_000))
    told: list[tuple[int, int | None]] = []

    async def run() -> None:
        async with client_for(AGENT) as client:
            await Downloader(client, Turns(terms(host))).download(
                host.url, into, progress=lambda *far: told.append(far)
            )

    asyncio.run(run())

    assert told[-1] == (256_000, 256_000)
    assert (100_000, 256_000) in told
    assert told == sorted(told)


def test_one_file_of_a_host_comes_at_a_time(host: FileHost, into: Path) -> None:
    async def run() -> None:
        async with client_for(AGENT) as client:
            downloader = Downloader(client, Turns(terms(host)))
            names = [into.with_name(name) for name in ("a", "b", "c")]
            await asyncio.gather(*(downloader.download(host.url, name) for name in names))

    asyncio.run(run())

    assert lies_in(into.parent) == ["a", "b", "c"]
    assert len(host.asked) == 3
    assert host.robots_asked == 1


def test_a_file_that_somebody_is_downloading_is_left_to_them(host: FileHost, into: Path) -> None:
    async def run() -> None:
        async with client_for(AGENT) as client:
            downloader = Downloader(client, Turns(terms(host)))
            await asyncio.gather(*(downloader.download(host.url, into) for _ in range(2)))

    with pytest.raises(BusyError, match=r"file\.bin is being downloaded; wait until it is done"):
        asyncio.run(run())


def test_a_file_that_the_disk_has_no_room_for_is_not_begun(host: FileHost, into: Path) -> None:
    host.once.append(Otherwise(headers=(("ETag", TAG), ("Content-Length", "9" * 18))))
    with pytest.raises(NoRoomError, match="999,999,999,999,999,999 more bytes"):
        fetch(host, into)

    assert not into.exists()
