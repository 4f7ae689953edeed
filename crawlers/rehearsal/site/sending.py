"""Answers on their way out: in one piece, slowly, or cut off in the middle."""

import asyncio

from starlette.datastructures import Headers
from starlette.types import Message, Send

PIECES = 10
"""A slow body comes in about so many."""


class CutOffError(Exception):
    """The connection is to end here, in the middle of a body."""


class Trickling:
    """Sends a body over some seconds."""

    def __init__(self, send: Send, seconds: float) -> None:
        """Send on to `send`."""
        self._send = send
        self._seconds = seconds
        self._length = 0

    async def __call__(self, message: Message) -> None:
        """Send a message on; a body in pieces, with a rest after each."""
        body: bytes = message.get("body", b"")
        if message["type"] != "http.response.body" or not body:
            self._length = _length(message, self._length)
            await self._send(message)
            return
        size = max(self._length // PIECES, 1)
        for start in range(0, len(body), size):
            piece = body[start : start + size]
            is_last = start + size >= len(body)
            more = message.get("more_body", False) or not is_last
            await asyncio.sleep(self._seconds * len(piece) / max(self._length, 1))
            await self._send({"type": message["type"], "body": piece, "more_body": more})


class CuttingOff:
    """Sends half of a body; then CutOffError, upon which the connection must be closed."""

    def __init__(self, send: Send) -> None:
        """Send on to `send`."""
        self._send = send
        self._left = 0

    async def __call__(self, message: Message) -> None:
        """Send a message on, or what may still go of it."""
        if message["type"] != "http.response.body":
            self._left = _length(message, 0) // 2
            await self._send(message)
            return
        body: bytes = message.get("body", b"")
        if not body and not message.get("more_body", False):
            await self._send(message)  # an answer without a body has no middle
            return
        await self._send({**message, "body": body[: self._left], "more_body": True})
        self._left -= len(body)
        if self._left <= 0:
            raise CutOffError


def _length(message: Message, otherwise: int) -> int:
    """The length that the head of an answer states."""
    if message["type"] != "http.response.start":
        return otherwise
    return int(Headers(raw=message["headers"]).get("content-length", "0"))
