"""Where Scrapy runs: on Twisted's asyncio reactor, in a thread of its own.

A reactor can be started once in a process and never again. In a thread that lasts as long as the
process it need not be: one crawl follows the other, and whoever waits can still be interrupted.
"""

import asyncio
import sys
import threading
from collections.abc import Callable, Coroutine
from functools import cache
from typing import Any, Protocol, TypeVar, cast

T = TypeVar("T")
PATIENCE_S = 10.0


class Reactor(Protocol):
    """What is asked of Twisted's reactor, whose own types say little."""

    def callWhenRunning(self, told: Callable[[], None], /) -> object:  # noqa: N802 - Twisted's name
        """Call once it runs."""
        ...

    def run(self, handles_signals: bool, /) -> None:
        """Run for ever."""
        ...


def run(work: Coroutine[Any, Any, T]) -> T:
    """Do the work in the reactor's thread, wait for it, and give what it gives, or raise it.

    Whoever is interrupted while waiting takes the work with them: it is cancelled, and has some
    seconds to come to its end.
    """
    over = threading.Event()
    under_way = asyncio.run_coroutine_threadsafe(_telling(work, over), _loop())
    try:
        return under_way.result()
    finally:
        if under_way.cancel():
            over.wait(PATIENCE_S)


async def _telling(work: Coroutine[Any, Any, T], over: threading.Event) -> T:
    try:
        return await work
    finally:
        over.set()


@cache
def _loop() -> asyncio.AbstractEventLoop:
    """The loop on which the reactor runs: started with the first crawl."""
    if "twisted.internet.reactor" in sys.modules:
        raise RuntimeError("another reactor is installed already; crawl in a process of its own")
    from twisted.internet import asyncioreactor  # noqa: PLC0415 - to import is to install another

    loop = asyncio.new_event_loop()
    asyncioreactor.install(loop)  # pyright: ignore[reportUnknownMemberType] Twisted types no loop
    from twisted.internet import reactor as installed  # noqa: PLC0415 - the one just installed

    reactor = cast("Reactor", installed)
    running = threading.Event()
    reactor.callWhenRunning(running.set)
    threading.Thread(target=reactor.run, args=(False,), name="crawl", daemon=True).start()
    running.wait()
    return loop
