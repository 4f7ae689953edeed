"""Asking one address until its answer has come: in its host's turns, and no oftener than is polite.

It is the manner of `crawlers.asking`, for answers that are too large to be held.
"""

from collections.abc import AsyncGenerator, Awaitable, Callable, Mapping
from contextlib import asynccontextmanager

import httpx

from crawlers.asking import TOO_MANY, GivenUpError, Turns
from crawlers.unreached import in_words, is_untrusted

LOST = (
    httpx.TimeoutException,
    httpx.NetworkError,
    httpx.RemoteProtocolError,
    httpx.ProxyError,
    httpx.TooManyRedirects,
)
"""What happens to connections: slow ones, cut ones, none, what is no HTTP, and going in circles."""


class PassingError(Exception):
    """A failure that may pass: the same address is worth asking again."""


class Insisting:
    """Asks the hosts of one crawl, each in its turn."""

    def __init__(self, client: httpx.AsyncClient, turns: Turns) -> None:
        """Ask through a client, in turns that others may share."""
        self._client = client
        self._turns = turns
        self._terms = turns.terms

    @asynccontextmanager
    async def answer(
        self, url: str, headers: Mapping[str, str], *, follow: bool = False
    ) -> AsyncGenerator[httpx.Response]:
        """One answer, whose body is still to come. Raises PassingError for what may pass.

        That is raised in the middle of the body, too, where the connection is lost there.
        Raises GivenUpError for a host that cannot show who it is.
        """
        host = self._terms.hosts.host_of(url)
        pace, ticks = self._turns.pace(host), self._terms.ticks
        await self._turns.wait(host)
        try:
            async with self._client.stream(
                "GET", url, headers=dict(headers), follow_redirects=follow
            ) as response:
                if response.status_code == TOO_MANY:
                    pace.refused(ticks.now(), response.headers)
                    raise PassingError("429: too many requests")
                pace.answered(ticks.now(), response.headers)
                yield response
        except LOST as error:
            why = in_words(error, url)
            if is_untrusted(error):
                raise GivenUpError(f"{url} is not asked for: {why}") from None
            raise PassingError(why) from None

    async def until(
        self,
        url: str,
        attempt: Callable[[], Awaitable[bool]],
        held: Callable[[], int] = lambda: 0,
    ) -> None:
        """Attempt until it is done; what brings more than was ever held begins the count anew.

        Raises GivenUpError after as many failures in a row as its host is asked in vain.
        """
        manner = self._terms.manner(self._terms.hosts.host_of(url))
        failures, most = 0, held()
        why = ""
        while True:
            try:
                if await attempt():
                    return
                why = "the answer ended early"
            except PassingError as error:
                why = str(error)
            failures = 0 if held() > most else failures + 1
            most = max(most, held())
            if failures >= manner.tries:
                kept = f"; {held():,} bytes are kept and not asked again" if held() else ""
                raise GivenUpError(
                    f"{url} was asked {failures} times in vain: {why}{kept}; try again later"
                )
            await self._turns.sleep(manner.wait_s(max(failures, 1)) / self._terms.faster)
