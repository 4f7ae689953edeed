"""Asking in turns: when the next request may go to each host, and whether any goes at all.

What a host is sent is counted where it is sent, when one of the host's few places is free: a
request that waited for a place would otherwise go long after its turn, among many, too fast.
"""

import asyncio
from collections import Counter, defaultdict
from collections.abc import Awaitable, Mapping
from dataclasses import dataclass, field
from typing import Protocol

from scrapy import Request, Spider
from scrapy.core.downloader.handlers._aiohttp import AiohttpDownloadHandler
from scrapy.crawler import Crawler
from scrapy.exceptions import IgnoreRequest
from scrapy.http import Response

from crawlers.hosts import Hosts
from crawlers.patience import patient
from crawlers.politeness import BY_HOST, Pace, Politeness, politeness

TOO_MANY, NO_KEY, FORBIDDEN = 429, 401, 403
BROKEN, UNAVAILABLE = 500, 503
ELSEWHERE_NOW = "is_elsewhere_now"
"""What the meta of a request has that goes where a publisher sent us, for a while."""
FOR_RULES = "is_for_rules"
"""What the meta of a request for a host's robots.txt has."""


class Ticks(Protocol):
    """A clock that never goes back, and how to wait by it."""

    def now(self) -> float:
        """Seconds since whenever."""
        ...

    def sleep(self, seconds: float, /) -> Awaitable[None]:
        """Wait so long."""
        ...


class GivenUpError(IgnoreRequest):
    """An address that was asked as often as is polite, in vain."""


class NoRulesError(GivenUpError):
    """A host whose robots.txt cannot be read: nothing of it is fetched."""


class KeyRefusedError(IgnoreRequest):
    """A host that does not let us in: asking it again would be rude."""


class SpentError(IgnoreRequest):
    """As many requests have been sent as somebody allowed."""


class StoppedError(IgnoreRequest):
    """The crawl has been stopped: what had not been asked by then is not asked."""


@dataclass(frozen=True, kw_only=True)
class Terms:
    """How a crawl asks: where the hosts are, by which clock, and what it does when refused."""

    hosts: Hosts
    ticks: Ticks
    faster: float = 1.0
    """How many times as fast as life the hosts' clock runs; 1 but for a rehearsal's."""
    keys: Mapping[str, str] = field(default_factory=dict[str, str])
    """The Authorization header of each host that asks for one; no other host is sent any."""
    manners: Mapping[str, Politeness] = field(default_factory=lambda: BY_HOST)
    """Hosts that are asked otherwise than pages are."""
    most: int | None = None
    """How many requests may be sent in all; None for as many as it takes."""
    patience_s: float = 120.0
    """How long a host may be silent in the middle of an answer, too, before it counts as lost."""
    longest_s: float = 4 * 3600.0
    """How long an answer may take to its last byte, for hosts that send one now and then: the
    largest register of some 100 MB comes in that time at the pace of a telephone."""

    def manner(self, host: str) -> Politeness:
        """How a host is asked."""
        return politeness(host, self.manners)


class Turns:
    """The turns of one crawl."""

    def __init__(self, terms: Terms) -> None:
        """Begin with every host rested."""
        self.terms = terms
        self.asked: Counter[str] = Counter()
        """How many requests each host has been sent."""
        self._paces: dict[str, Pace] = {}
        self._places: dict[str, asyncio.Semaphore] = {}
        self._waiting: defaultdict[str, asyncio.Lock] = defaultdict(asyncio.Lock)
        self._left_alone: dict[str, str] = {}
        self._stopped = asyncio.Event()
        self._calls: set[asyncio.Future[Response]] = set()

    def place(self, host: str) -> asyncio.Semaphore:
        """A host's places: as many as it is asked at once."""
        if host not in self._places:
            self._places[host] = asyncio.Semaphore(self.terms.manner(host).concurrency)
        return self._places[host]

    async def wait(self, host: str) -> None:
        """Wait for a host's turn, and take it.

        Raises SpentError, StoppedError or GivenUpError where none will come.
        """
        pace, ticks = self.pace(host), self.terms.ticks
        async with self._waiting[host]:  # one waits by the clock, the others for that one, in turn
            self._refuse(host)
            while (wait := pace.wait_s(ticks.now())) > 0:
                await self.sleep(wait)
                self._refuse(host)
            pace.goes(ticks.now())
            self.asked[host] += 1

    def heed(self, host: str, response: Response) -> None:
        """Take note of what an answer says of the host's budget."""
        self.told(host, response.status, _headers(response))

    def told(self, host: str, status: int, headers: Mapping[str, str]) -> None:
        """The same, of a status and headers by their names in small letters."""
        pace, now = self.pace(host), self.terms.ticks.now()
        if status == TOO_MANY:
            pace.refused(now, headers)
            return
        pace.answered(now, headers)
        if status == UNAVAILABLE:
            pace.unavailable(now, headers)

    async def sleep(self, seconds: float) -> None:
        """Wait so long, or until the crawl is stopped."""
        asleep = asyncio.ensure_future(self.terms.ticks.sleep(seconds))
        stopped = asyncio.ensure_future(self._stopped.wait())
        await asyncio.wait((asleep, stopped), return_when=asyncio.FIRST_COMPLETED)
        asleep.cancel()
        stopped.cancel()

    def pace(self, host: str) -> Pace:
        """A host's pace."""
        if host not in self._paces:
            self._paces[host] = Pace(politeness=self.terms.manner(host), faster=self.terms.faster)
        return self._paces[host]

    def leave_alone(self, host: str, why: str) -> None:
        """Ask a host no more in this crawl."""
        self._left_alone.setdefault(host, why)

    def stop(self) -> None:
        """Ask nobody any more: whoever waits for a turn is told so at once."""
        self._stopped.set()

    def hang_up(self) -> None:
        """Wait for no answer any more, either."""
        self.stop()
        for asked in self._calls:
            asked.cancel()

    async def unless_hung_up(self, asked: asyncio.Future[Response]) -> Response:
        """The answer, or StoppedError where nobody waits for it any more."""
        self._calls.add(asked)
        try:
            await asyncio.wait({asked})
        finally:
            self._calls.discard(asked)
            asked.cancel()
        if asked.cancelled():
            raise StoppedError("the crawl has been stopped")
        return asked.result()

    def _refuse(self, host: str) -> None:
        if self._stopped.is_set():
            raise StoppedError("the crawl has been stopped")
        if host in self._left_alone:
            raise GivenUpError(self._left_alone[host])
        if self.terms.most is not None and self.asked.total() >= self.terms.most:
            raise SpentError(
                f"stopped after {self.terms.most:,} requests, as allowed; the same command goes on"
            )


def may_pass(status: int) -> bool:
    """Whether the same address is asked again after it. A 403 of Companies House passes, too."""
    return status == FORBIDDEN or status >= BROKEN


def is_for_rules(request: Request) -> bool:
    """Whether a request asks for a host's rules, and not for a document."""
    return FOR_RULES in request.meta


class Asker(Spider):
    """A spider whose requests are sent in turns."""

    turns: Turns

    def seen(self, request: Request, response: Response) -> None:
        """Told of each answer that is not given on to whoever asked."""


def turns_of(crawler: Crawler) -> Turns:
    """The turns of the spider that crawls. Settings cannot hold them: Scrapy copies those."""
    spider = crawler.spider
    assert isinstance(spider, Asker), "only a spider that has turns can crawl here"
    return spider.turns


class InTurn(AiohttpDownloadHandler):
    """Sends each request in its host's turn, with the host's key if it has one."""

    experimental = False  # only keeps Scrapy from warning whoever runs the crawl

    def __init__(self, crawler: Crawler) -> None:
        """Scrapy's way of making one."""
        super().__init__(crawler)
        self._turns = turns_of(crawler)
        self._session = patient(self._session, self._turns.terms.patience_s)

    async def download_request(self, request: Request) -> Response:
        """The answer."""
        terms = self._turns.terms
        host = terms.hosts.host_of(request.url)
        async with self._turns.place(host):  # Scrapy's own slots let more through at once
            await self._turns.wait(host)
            key = terms.keys.get(host)
            if key is not None:
                request.headers["Authorization"] = key
            asked = asyncio.ensure_future(super().download_request(request))
            response = await self._turns.unless_hung_up(asked)
            self._turns.heed(host, response)
            if response.status == NO_KEY and key is not None and not is_for_rules(request):
                self._turns.stop()  # before the next is sent with the same key
            return response


def _headers(response: Response) -> dict[str, str]:
    """An answer's headers by their names in small letters."""
    found = response.headers.items()
    return {
        name.decode("latin-1").lower(): b",".join(values).decode("latin-1")
        for name, values in found
    }
