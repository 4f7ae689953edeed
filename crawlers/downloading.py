"""One large file from a publisher to disk: resumed where it was left, checked, then named.

What has come lies under a hidden name beside the final one, with a note of the issue that it is
of. Whenever a process ends, a later one asks for the rest of that issue and no byte twice; where
the publisher has another issue by then, it begins anew.
"""

import asyncio
from collections.abc import Callable
from pathlib import Path
from threading import Event

import httpx

from crawlers.asking import Turns, may_pass
from crawlers.downloads import Downloaded, NotServedError, UnfitDownloadError
from crawlers.downloads.checking import UnfitError, checked
from crawlers.downloads.half import Half
from crawlers.downloads.insisting import Insisting, PassingError
from crawlers.downloads.issues import has_no_rest, issue_of, rest_of
from crawlers.downloads.robots import Robots
from crawlers.downloads.watching import Seen

AS_IT_IS = "identity"

Progress = Callable[[int, int | None], None]
"""Told the bytes that are there, and of how many; None where nobody states that."""


def client_for(user_agent: str, *, patience_s: float = 60.0) -> httpx.AsyncClient:
    """A client that asks under a name, with an address to write to, for files as they are.

    A connection on which nothing comes for `patience_s` real seconds counts as lost.
    """
    return httpx.AsyncClient(
        headers={"User-Agent": user_agent, "Accept": "*/*", "Accept-Encoding": AS_IT_IS},
        timeout=httpx.Timeout(patience_s, pool=None),
    )


class Downloader:
    """Downloads from the hosts of one crawl, each host in its turn."""

    def __init__(
        self, client: httpx.AsyncClient, turns: Turns, seen: Seen = lambda _: None
    ) -> None:
        """Ask through a client, in turns that others may share; `seen` is told of every answer."""
        self._turns = turns
        self._insisting = Insisting(client, turns, seen)
        self._robots = Robots(self._insisting, client.headers["user-agent"])

    async def download(
        self,
        url: str,
        into: Path,
        *,
        stated_size: int | None = None,
        until_put_away: bool = False,
        progress: Progress = lambda _, __: None,
    ) -> Downloaded:
        """Give the file at `url` the name `into` once it is whole and checked; replaces another.

        `stated_size` is what the page that leads to it prints, in bytes, and may be rounded. A file
        that is kept `until_put_away` is given again without asking, until `half.put_away`. Raises
        UnfitDownloadError for a file that is not what is stated, which lies apart from then on;
        GivenUpError after too many failures in a row, NotServedError and ForbiddenError for a host
        that does not give it, UnknownHostError for a host that is not crawled; NoRoomError, and
        BusyError while another process downloads it. After all but the first, what has come is
        kept, and the next call goes on from there.
        """
        host = self._turns.terms.hosts.host_of(url)
        with Half.opened(url, into) as half:
            if not half.is_whole:
                async with self._turns.place(host):
                    await self._robots.refuse_forbidden(url)
                    await self._fetch(half, stated_size, progress)
            return await _finished(half, stated_size, with_note=until_put_away)

    async def _fetch(self, half: Half, stated_size: int | None, progress: Progress) -> None:
        async def attempt() -> bool:
            asks = half.asks_for_the_rest
            async with self._insisting.answer(half.url, asks) as response:
                if _brings_bytes(response, half):
                    assert half.issue is not None
                    half.make_room(half.issue.size or stated_size)
                    await _take(response, half, half.issue.size, progress)
            return half.is_whole

        await self._insisting.until(half.url, attempt, lambda: half.held)


def _brings_bytes(response: httpx.Response, half: Half) -> bool:
    """True when the bytes to come belong at the end of what is held; False when it is whole."""
    headers = response.headers
    match response.status_code:
        case httpx.codes.OK:
            _refuse_packed(half.url, headers)
            half.begin(issue_of(half.url, headers))
            return True
        case httpx.codes.PARTIAL_CONTENT:
            issue = rest_of(half.issue, half.held, headers)
            if issue is None:
                half.forget()
                raise PassingError("a part came that is not the rest of what is held")
            _refuse_packed(half.url, headers)
            half.go_on(issue)
            return True
        case httpx.codes.REQUESTED_RANGE_NOT_SATISFIABLE:
            if not has_no_rest(half.issue, half.held, headers):
                half.forget()
                raise PassingError("416: the file has become another since it was begun")
            half.has_ended = True
            return False
        case status if may_pass(status):
            raise PassingError(f"{status}")
        case status:
            raise NotServedError(
                f"{half.url} is answered with {status} {headers.get('location', '')}".rstrip()
                + "; begin at the publisher's page that leads to it, which may name another address"
            )


def _refuse_packed(url: str, headers: httpx.Headers) -> None:
    encoding = headers.get("content-encoding", AS_IT_IS)
    if encoding != AS_IT_IS:
        raise NotServedError(
            f"{url} comes as {encoding}, though asked for as it is: its parts cannot be put"
            " together; download it by hand and give the file to `oversight ingest`"
        )


async def _take(response: httpx.Response, half: Half, size: int | None, progress: Progress) -> None:
    async for chunk in response.aiter_raw():
        half.add(chunk)
        progress(half.held, size)
    if size is not None and half.held > size:
        half.forget()
        raise PassingError(f"more came than the {size:,} bytes that the host states")
    half.has_ended = True


async def _finished(half: Half, stated_size: int | None, *, with_note: bool) -> Downloaded:
    """Check it away from the loop, which has others to serve, and give it its name."""
    issue, stopped = half.issue, Event()
    assert issue is not None
    try:
        found = await asyncio.to_thread(checked, half.path, issue, stated_size, stopped)
        await asyncio.to_thread(half.sync)
    except UnfitError as error:
        apart = half.set_apart()
        raise UnfitDownloadError(
            f"{half.url} is not what its publisher states: {error}", path=apart
        ) from None
    finally:
        stopped.set()
    half.keep(with_note=with_note)
    return Downloaded(
        url=half.url,
        path=half.into,
        size=half.held,
        sha256=found.sha256,
        etag=issue.etag,
        last_modified=issue.last_modified,
        resumed_from=half.resumed_from,
        is_confirmed=found.is_confirmed,
    )
