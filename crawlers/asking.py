"""Asking politely: between Scrapy's engine and the network, host by host.

Each request waits for its host's turn. A refusal for too many is waited out, a failure that may
pass is tried again after longer and longer, and a key that is refused stops the crawl.
"""

import asyncio
from collections import Counter, defaultdict
from collections.abc import Awaitable, Mapping
from dataclasses import dataclass, field
from typing import Protocol, Self, cast

from scrapy import Request
from scrapy.crawler import Crawler
from scrapy.exceptions import DownloadFailedError, DownloadTimeoutError, IgnoreRequest
from scrapy.http import Response

from crawlers.hosts import Hosts
from crawlers.politeness import BY_HOST, Pace, Politeness, politeness

MAY_PASS = frozenset({403, 500, 502, 503, 504, 522, 524})
"""Statuses after which the same address is asked again. A 403 of Companies House passes, too."""
TOO_MANY, NO_KEY = 429, 401
LOST = (DownloadFailedError, DownloadTimeoutError, OSError)
"""What happens to connections."""


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


class SpentError(IgnoreRequest):
    """As many requests have been sent as somebody allowed."""


class KeyRefusedError(IgnoreRequest):
    """A host that does not let us in: asking it again would be rude."""


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

    asked: Counter[str] = field(default_factory=Counter[str], init=False)
    """How many requests each host was sent, robots.txt and repeats included."""
    _paces: dict[str, Pace] = field(default_factory=dict[str, Pace], init=False)

    def manner(self, host: str) -> Politeness:
        """How a host is asked."""
        return politeness(host, self.manners)

    def pace(self, host: str) -> Pace:
        """When a host may be asked next: one pace for all who ask on these terms."""
        if host not in self._paces:
            self._paces[host] = Pace(politeness=self.manner(host), faster=self.faster)
        return self._paces[host]


class OnTerms(Protocol):
    """A spider that says on what terms it asks."""

    @property
    def terms(self) -> Terms:
        """Its terms."""
        ...


class Asking:
    """The downloader middleware."""

    def __init__(self, terms: Terms) -> None:
        """Begin with every host rested."""
        self._terms = terms
        self._turns: defaultdict[str, asyncio.Lock] = defaultdict(asyncio.Lock)
        self._failures: defaultdict[str, int] = defaultdict(int)

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Scrapy's way of making one: on the terms of the spider. Settings would be copied."""
        return cls(cast("OnTerms", crawler.spider).terms)

    async def process_request(self, request: Request) -> None:
        """Wait for the host's turn."""
        host = self._terms.hosts.host_of(request.url)
        pace = self._terms.pace(host)
        ticks = self._terms.ticks
        async with self._turns[host]:  # one waits by the clock, the others for that one, in turn
            while (wait := pace.wait_s(ticks.now())) > 0:
                await ticks.sleep(wait)
            if self._terms.most is not None and self._terms.asked.total() >= self._terms.most:
                raise SpentError(
                    f"{self._terms.most:,} requests have been sent, as many as allowed"
                )
            pace.goes(ticks.now())
            self._terms.asked[host] += 1
        key = self._terms.keys.get(host)
        if key is not None:
            request.headers["Authorization"] = key

    async def process_response(self, request: Request, response: Response) -> Request | Response:
        """Give the answer on, or the request again."""
        host = self._terms.hosts.host_of(request.url)
        headers = _headers(response)
        now = self._terms.ticks.now()
        if response.status == TOO_MANY:
            self._terms.pace(host).refused(now, headers)
            return await self._again(request, host, "429: too many requests")
        self._terms.pace(host).answered(now, headers)
        if response.status == NO_KEY and not request.url.endswith("/robots.txt"):
            raise KeyRefusedError(
                f"{host} refuses the key: 401 at {request.url}. Check COMPANIES_HOUSE_API_KEY: it"
                " must be a live REST key of yours, and not a streaming one"
            )
        if response.status in MAY_PASS:
            return await self._again(request, host, f"{response.status}")
        self._failures.pop(request.url, None)
        return response

    async def process_exception(self, request: Request, exception: Exception) -> Request | None:
        """Give the request again where a connection was lost."""
        if not isinstance(exception, LOST):
            return None
        host = self._terms.hosts.host_of(request.url)
        return await self._again(request, host, f"{type(exception).__name__}: {exception}")

    async def _again(self, request: Request, host: str, why: str) -> Request:
        self._failures[request.url] += 1
        failures = self._failures[request.url]
        manner = self._terms.manner(host)
        if failures >= manner.tries:
            raise GivenUpError(f"{request.url} was asked {failures} times in vain: {why}")
        await self._terms.ticks.sleep(manner.wait_s(failures) / self._terms.faster)
        return request.replace(dont_filter=True)


def _headers(response: Response) -> dict[str, str]:
    """An answer's headers by their names in small letters."""
    found = response.headers.items()
    return {
        name.decode("latin-1").lower(): b",".join(values).decode("latin-1")
        for name, values in found
    }
