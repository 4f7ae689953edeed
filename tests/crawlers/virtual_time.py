"""Time that passes only when everybody waits for it: the next who wakes up moves it on."""

import asyncio
from collections.abc import Awaitable, Coroutine
from heapq import heappop, heappush
from itertools import count
from typing import Any, TypeVar

T = TypeVar("T")
ROUNDS = 12
"""Turns of the loop after which nobody goes on without time."""


class VirtualTime:
    def __init__(self) -> None:
        self.at = 0.0
        self._order = count()
        self._sleepers: list[tuple[float, int, asyncio.Future[None]]] = []

    def now(self) -> float:
        return self.at

    def sleep(self, seconds: float, /) -> Awaitable[None]:
        woken: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        heappush(self._sleepers, (self.at + seconds, next(self._order), woken))
        return woken

    def run(self, work: Coroutine[Any, Any, T]) -> T:
        """Do the work, in no time."""
        return asyncio.run(self._run(work))

    async def _run(self, work: Coroutine[Any, Any, T]) -> T:
        doing = asyncio.create_task(work)
        while not doing.done():
            for _ in range(ROUNDS):
                await asyncio.sleep(0)
            if self._sleepers and not doing.done():
                self._wake_the_next()
        return doing.result()

    def _wake_the_next(self) -> None:
        at, _, woken = heappop(self._sleepers)
        if not woken.done():
            self.at = max(self.at, at)
            woken.set_result(None)
