"""What hosts ask of programs: each one's robots.txt, read once (RFC 9309)."""

import asyncio
from collections import defaultdict
from urllib.parse import urlsplit

import httpx
from protego import Protego

from crawlers.downloads import ForbiddenError
from crawlers.downloads.insisting import Insisting, PassingError

OK, BROKEN = 200, 500


class Robots:
    """The rules of every host that has been asked for them."""

    def __init__(self, insisting: Insisting, user_agent: str) -> None:
        """Read as a program of this name, and obey what is said to it."""
        self._insisting = insisting
        self._user_agent = user_agent
        self._rules: dict[str, Protego] = {}
        self._reading: defaultdict[str, asyncio.Lock] = defaultdict(asyncio.Lock)

    async def refuse_forbidden(self, url: str) -> None:
        """Raise ForbiddenError for an address that its host asks us not to fetch.

        A host without rules allows everything (RFC 9309 2.3.1.3). Of one that cannot tell its
        rules nothing is fetched (2.3.1.4): GivenUpError.
        """
        parts = urlsplit(url)
        address = f"{parts.scheme}://{parts.netloc}/robots.txt"
        async with self._reading[address]:
            if address not in self._rules:
                self._rules[address] = await self._read(address)
        if not self._rules[address].can_fetch(url, self._user_agent):
            raise ForbiddenError(
                f"{address} asks {self._user_agent!r} not to fetch {url}; ask the publisher, or"
                " download it by hand and give the file to `oversight ingest`"
            )

    async def _read(self, address: str) -> Protego:
        found: list[str] = []

        async def attempt() -> bool:
            async with self._insisting.answer(address, {}, follow=True) as response:
                found.append(await _text(response))
            return True

        await self._insisting.until(address, attempt)
        rules = Protego.parse(found[-1])
        self._insisting.slows(address, rules.crawl_delay(self._user_agent) or 0.0)
        return rules


async def _text(response: httpx.Response) -> str:
    """The rules; none where the host has none. A 403 is how object stores say that."""
    if response.status_code >= BROKEN:
        raise PassingError(f"{response.status_code}")
    if response.status_code != OK:
        return ""
    return (await response.aread()).decode(errors="replace")
