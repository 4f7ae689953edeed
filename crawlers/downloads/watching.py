"""What came of an answer whose body is too large to be held: its headers, and how it begins."""

from collections.abc import AsyncGenerator, AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress

import httpx
from scrapy.http import Headers, Response

HEAD = 64 * 1024
"""Bytes of a body: of gigabytes, too, they say what it is."""
REFUSED = 400

Seen = Callable[[Response], None]
"""Told of every answer once it is over, with the first of its body, as it came."""


@asynccontextmanager
async def watched(response: httpx.Response, seen: Seen) -> AsyncGenerator[None]:
    """Tell of an answer once it is over. A refusal, whose body nobody reads, is read here."""
    assert isinstance(response.stream, httpx.AsyncByteStream)
    stream = _Watched(response.stream)
    response.stream = stream
    try:
        yield
    finally:
        if response.status_code >= REFUSED and not response.is_stream_consumed:
            with suppress(httpx.HTTPError):
                await stream.begin()
        headers = Headers()
        for name, value in response.headers.multi_items():
            headers.appendlist(name, value)
        head, status = bytes(stream.head), response.status_code
        seen(Response(str(response.url), status=status, headers=headers, body=head))


class _Watched(httpx.AsyncByteStream):
    """A body that remembers how it began."""

    def __init__(self, body: httpx.AsyncByteStream) -> None:
        self._body = body
        self.head = bytearray()

    async def __aiter__(self) -> AsyncIterator[bytes]:
        async for chunk in self._body:
            self.head += chunk[: HEAD - len(self.head)]
            yield chunk

    async def begin(self) -> None:
        """Read as much as is remembered."""
        async for _ in self:
            if len(self.head) == HEAD:
                return

    async def aclose(self) -> None:
        await self._body.aclose()
