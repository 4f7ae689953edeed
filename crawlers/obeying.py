"""What hosts ask of programs: each one's robots.txt, read once and obeyed (RFC 9309).

Scrapy's own reads a failure as permission, and follows no redirect.
"""

import asyncio
from typing import Self
from urllib.parse import urljoin, urlsplit

from protego import Protego
from scrapy import Request
from scrapy.crawler import Crawler
from scrapy.http import Response
from scrapy.http.request import NO_CALLBACK

from crawlers.asking import FOR_RULES, GivenUpError, NoRulesError, is_for_rules, turns_of
from crawlers.downloads import ForbiddenError
from crawlers.hosts import UnknownHostError

OK, REDIRECTS, BROKEN = 200, frozenset({301, 302, 303, 307, 308}), 500
MOST_HOPS = 5


class Obeying:
    """The downloader middleware."""

    def __init__(self, crawler: Crawler) -> None:
        """Begin with no rules read."""
        self._crawler = crawler
        self._turns = turns_of(crawler)
        self._user_agent: str = crawler.settings["USER_AGENT"]
        self._rules: dict[str, asyncio.Task[Protego]] = {}

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Scrapy's way of making one."""
        return cls(crawler)

    async def process_request(self, request: Request) -> None:
        """Let pass what the host allows. Raises ForbiddenError, and whatever kept its rules back.

        A host without rules allows everything (RFC 9309 2.3.1.3). Of one that cannot tell its
        rules nothing is fetched (2.3.1.4).
        """
        if is_for_rules(request):
            return
        parts = urlsplit(request.url)
        address = f"{parts.scheme}://{parts.netloc}/robots.txt"
        if address not in self._rules:
            self._rules[address] = asyncio.create_task(self._read(address))
        try:
            rules = await asyncio.shield(self._rules[address])
        except GivenUpError as error:
            raise NoRulesError(str(error)) from None
        if not rules.can_fetch(request.url, self._user_agent):
            raise ForbiddenError(
                f"{address} asks {self._user_agent!r} not to fetch {request.url}; ask the"
                " publisher, or download it by hand and give the file to `oversight ingest`"
            )

    async def _read(self, address: str) -> Protego:
        there = address
        for _ in range(MOST_HOPS + 1):
            response = await self._answer(there)
            if response.status not in REDIRECTS:
                rules = Protego.parse(_text(address, response))
                host = self._turns.terms.hosts.host_of(address)
                self._turns.pace(host).slows(rules.crawl_delay(self._user_agent) or 0.0)
                return rules
            location = (response.headers.get("Location") or b"").decode("latin-1")
            there = self._turns.terms.hosts.secured(urljoin(there, location))
        raise GivenUpError(f"{address} cannot be read: it redirects more than {MOST_HOPS} times")

    async def _answer(self, url: str) -> Response:
        slot = f"{urlsplit(url).netloc} rules"
        asked = Request(url, callback=NO_CALLBACK, meta={FOR_RULES: True, "download_slot": slot})
        try:
            return await self._crawler.engine.download_async(asked)
        except UnknownHostError as error:
            raise GivenUpError(f"the rules of a host cannot be read: {error}") from None


def _text(address: str, response: Response) -> str:
    """The rules; none where the host has none."""
    if response.status >= BROKEN:
        raise GivenUpError(f"{address} cannot be read: {response.status}")
    return response.body.decode(errors="replace") if response.status == OK else ""
