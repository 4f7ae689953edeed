"""What of a crawl has come to its end, while the rest of it goes on."""

import asyncio
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field


@dataclass(kw_only=True)
class Endings:
    """How many requests are under way, or still to be sent, of each circle of sources."""

    circle_of: Mapping[str, str]
    """By source. Those of a circle lead to one another, so that they come to their end together."""
    tell: Callable[[str], Callable[[], None]]
    """What is to be done about a source that has ended: gathered at once, done in a thread, so
    that nobody else has to wait."""
    _left: Counter[str] = field(default_factory=Counter[str], init=False)
    _over: set[str] = field(default_factory=set[str], init=False)
    _telling: list[asyncio.Task[None]] = field(
        default_factory=list["asyncio.Task[None]"], init=False
    )

    def begins(self, source: str) -> None:
        """Take note of something to be done for a source."""
        circle = self.circle_of.get(source, source)
        assert circle not in self._over, f"{source} is led to by what is no part of its circle"
        self._left[circle] += 1

    def ends(self, source: str) -> None:
        """Take note that it has been done, whatever came of it, and all that it led to begun."""
        circle = self.circle_of.get(source, source)
        self._left[circle] -= 1
        if self._left[circle]:
            return
        self._over.add(circle)
        ended = [self.tell(one) for one, of in sorted(self.circle_of.items()) if of == circle]
        self._telling.append(asyncio.ensure_future(self._told_of(ended)))

    async def told(self) -> None:
        """Wait until all has been done about what has ended; raises what was raised by it."""
        await asyncio.gather(*self._telling)

    async def _told_of(self, ended: Iterable[Callable[[], None]]) -> None:
        for one in ended:
            await asyncio.to_thread(one)
