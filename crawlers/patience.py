"""How long an answer may take: as long as it comes, so that large files arrive on slow lines."""

from contextlib import AbstractAsyncContextManager
from typing import Any, cast

import aiohttp


class Patient:
    """A session that counts how long a host is silent. Scrapy's own handler counts it all."""

    def __init__(self, session: aiohttp.ClientSession, silence_s: float) -> None:
        """Ask through a session; a host that sends nothing for so long counts as lost."""
        self._session = session
        self._silence_s = silence_s

    def request(
        self,
        *asked: Any,  # noqa: ANN401 - as the session takes it
        timeout: aiohttp.ClientTimeout,
        **said: Any,  # noqa: ANN401
    ) -> AbstractAsyncContextManager[aiohttp.ClientResponse]:
        """What the session gives, with the limit on the whole of it that is asked for kept."""
        patient = aiohttp.ClientTimeout(
            total=timeout.total, sock_connect=self._silence_s, sock_read=self._silence_s
        )
        return self._session.request(*asked, timeout=patient, **said)

    async def close(self) -> None:
        """End it."""
        await self._session.close()


def patient(session: aiohttp.ClientSession, silence_s: float) -> aiohttp.ClientSession:
    """The same session for whoever only asks and closes: aiohttp's is not to be inherited from."""
    return cast("aiohttp.ClientSession", Patient(session, silence_s))
