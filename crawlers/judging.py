"""Judging answers: what is made of one, or of none, before anybody reads it.

A refusal for too many is waited out, a failure that may pass is tried again after longer and
longer, a host that fails again and again is left alone, and a key that is refused stops the crawl.
"""

from collections import Counter
from typing import Self

from scrapy import Request
from scrapy.crawler import Crawler
from scrapy.exceptions import (
    CannotResolveHostError,
    DownloadConnectionRefusedError,
    DownloadFailedError,
    DownloadTimeoutError,
    ResponseDataLossError,
)
from scrapy.http import Response

from crawlers.asking import (
    ELSEWHERE_NOW,
    FORBIDDEN,
    MAY_PASS,
    NO_KEY,
    TOO_MANY,
    GivenUpError,
    KeyRefusedError,
    Turns,
    is_for_rules,
    turns_of,
)
from crawlers.unreached import in_words, is_untrusted

LOST = (
    CannotResolveHostError,
    DownloadConnectionRefusedError,
    DownloadFailedError,
    DownloadTimeoutError,
    ResponseDataLossError,
    OSError,
)
"""What happens to connections: no name, nobody there, broken off, too slow, a body cut short."""
IN_A_ROW, TOO_OFTEN = 5, 15
"""Failures of a host in a row, at whatever addresses: after so many it rests, longer each time, and
after so many it is asked no more. It is down, or has shut us out, and asking on is rude."""


class Judging:
    """The downloader middleware."""

    def __init__(self, turns: Turns) -> None:
        """Begin with every host well."""
        self._turns = turns
        self._terms = turns.terms
        self._in_a_row: Counter[str] = Counter()
        """Failures of each host since it last answered."""

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Scrapy's way of making one."""
        return cls(turns_of(crawler))

    async def process_response(self, request: Request, response: Response) -> Request | Response:
        """Give the answer on, or the request again."""
        host = self._terms.hosts.host_of(request.url)
        if response.status == TOO_MANY:
            return await self._again(request, host, "429: too many requests")
        if is_for_rules(request) and response.status in {NO_KEY, FORBIDDEN}:
            return response  # a host that gives its rules to nobody has none
        if response.status == NO_KEY and host in self._terms.keys:
            raise KeyRefusedError(
                f"{host} refuses the key: 401 at {request.url}. Check COMPANIES_HOUSE_API_KEY: it"
                " must be a live REST key of yours, and not a streaming one"
            )
        if response.status == FORBIDDEN and request.meta.get(ELSEWHERE_NOW):
            return response  # an address that was open for a while: asking it again opens nothing
        if response.status in MAY_PASS:
            self._failed(request, host, f"{response.status}")
            return await self._again(request, host, f"{response.status}")
        self._in_a_row.pop(host, None)
        return response

    async def process_exception(self, request: Request, exception: Exception) -> Request | None:
        """Give the request again where a connection was lost.

        Raises GivenUpError for a host that cannot show who it is: it is asked no more.
        """
        if not isinstance(exception, LOST):
            return None
        host = self._terms.hosts.host_of(request.url)
        why = in_words(exception, request.url)
        if is_untrusted(exception):
            refused = f"{request.url} is not asked for: {why}"
            self._turns.leave_alone(host, refused)
            raise GivenUpError(refused)
        self._failed(request, host, why)
        return await self._again(request, host, why)

    async def _again(self, request: Request, host: str, why: str) -> Request:
        failures: int = request.meta.get("failures", 0) + 1
        manner = self._terms.manner(host)
        if failures >= manner.tries:
            raise GivenUpError(f"{request.url} was asked {failures} times in vain: {why}")
        await self._turns.sleep(manner.wait_s(failures) / self._terms.faster)
        return request.replace(dont_filter=True, meta={**request.meta, "failures": failures})

    def _failed(self, request: Request, host: str, why: str) -> None:
        """Count a failure of a host, and let it rest where it fails again and again."""
        self._in_a_row[host] += 1
        failures = self._in_a_row[host]
        if failures >= TOO_OFTEN:
            self._turns.leave_alone(
                host,
                f"{host} is asked no more: it failed {failures} times in a row, the last time at"
                f" {request.url}: {why}",
            )
        elif failures >= IN_A_ROW:
            wait_s = self._terms.manner(host).wait_s(failures - IN_A_ROW + 1)
            self._turns.pace(host).rests(self._terms.ticks.now(), wait_s)
