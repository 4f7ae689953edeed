"""How politely each host is asked: at what pace, how many at once, and what happens when it balks.

Pure: whoever fetches tells the seconds and the headers, and is told how long to wait.
"""

from collections import deque
from collections.abc import Mapping
from dataclasses import dataclass, field
from math import isfinite

from crawlers import stated

MARGIN = 0.01
"""How much less than its budget a host is asked, since what is sent evenly arrives less so."""
CATCH_UP = 30
"""How many requests that a slow moment lost may be caught up without a wait between them: those of
a quarter of a minute, for whoever waits for a disk or for a machine that does something else."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Budget:
    """So many requests in a window of seconds, which begins with the first of them."""

    requests: int
    window_s: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Politeness:
    """How one host is asked."""

    concurrency: int
    """Requests under way at once."""
    budget: Budget | None = None
    """What a key may ask, where the publisher says so."""
    every_s: float = 0.0
    """Seconds between two requests, where it does not."""
    tries: int = 5
    """How often the same address is asked before it is given up."""
    first_wait_s: float = 2.0
    """The wait after a first failure; it doubles with each."""
    longest_wait_s: float = 300.0

    @property
    def apart_s(self) -> float:
        """Seconds from one request to the next, as the budget, less its margin, spreads them."""
        if self.budget is None:
            return self.every_s
        return self.budget.window_s / self.budget.requests * (1 + MARGIN)

    def wait_s(self, failures: int) -> float:
        """Seconds before the address is asked again, after so many failures in a row."""
        return min(self.first_wait_s * 2 ** (failures - 1), self.longest_wait_s)


COMPANIES_HOUSE = Budget(requests=600, window_s=300)
"""Of one key, with each of the two hosts that ask for one (developer guidelines, rate limiting)."""
PAGES = Politeness(concurrency=2, every_s=1.0)
"""Web pages of publishers that state no limit: as a patient reader opens them."""
FILES = Politeness(concurrency=1, every_s=1.0)
"""Hosts of large files: one at a time."""
BY_HOST: Mapping[str, Politeness] = {
    "companies_house_api": Politeness(concurrency=4, budget=COMPANIES_HOUSE),
    "companies_house_document_api": Politeness(concurrency=2, budget=COMPANIES_HOUSE),
    "companies_house_documents_store": Politeness(concurrency=2),
    "companies_house_bulk": FILES,
    "govuk_assets": FILES,
    "ofsted_files": Politeness(concurrency=2, every_s=0.5),
}
"""Hosts that differ from `PAGES`."""


def politeness(host: str, by_host: Mapping[str, Politeness] = BY_HOST) -> Politeness:
    """How a host is asked, by its key."""
    return by_host.get(host, PAGES)


@dataclass(kw_only=True)
class Pace:
    """When the next request to one host may go, in seconds of a clock that never goes back.

    Requests are spread evenly over the budget's window. What a slow moment lost is caught up, and
    no window is ever overspent by that, wherever it begins: what was sent in the last is counted.
    """

    politeness: Politeness
    faster: float = 1.0
    """How many times as fast as life the host's clock runs; 1 but for a rehearsal's."""
    _next: float | None = field(default=None, init=False)
    """None before the first: what an earlier process has sent is not known, and nothing is caught
    up that this one has not lost."""
    _closed_until: float = field(default=0.0, init=False)
    _asked_apart_s: float = field(default=0.0, init=False)
    _sent: deque[float] = field(default_factory=deque[float], init=False)
    """When each request of the last window went, the oldest first."""

    def wait_s(self, now: float) -> float:
        """Seconds until a request may go; 0 where one may go now."""
        return max(self._next or now, self._room(), self._closed_until, now) - now

    def goes(self, now: float) -> None:
        """Take note that a request goes now."""
        is_ours = self.politeness.budget is not None and not self._asked_apart_s
        behind = CATCH_UP * self._apart if is_ours else 0.0
        due = now if self._next is None else max(self._next, now - behind)
        self._next = due + self._apart
        self._sent.append(now)
        while len(self._sent) > self._in_a_window:
            self._sent.popleft()

    def answered(self, now: float, headers: Mapping[str, str]) -> None:
        """Take note of what an answer says of the budget: where nothing is left, wait for more.

        What is under way besides counts as sent: it may not be in what the answer says is left.
        """
        remaining = stated.left(headers)
        if remaining is not None and remaining < self.politeness.concurrency:
            self._close(now, headers)

    def refused(self, now: float, headers: Mapping[str, str]) -> None:
        """Take note of a refusal for too many requests: wait until it says, or the window ends."""
        wait_s = stated.retry_after_s(headers)
        if wait_s is None:
            self._close(now, headers)
        else:
            self.rests(now, wait_s)

    def unavailable(self, now: float, headers: Mapping[str, str]) -> None:
        """Take note of a host that cannot answer now: wait as long as it says, if it does."""
        self.rests(now, stated.retry_after_s(headers) or 0.0)

    def slows(self, apart_s: float) -> None:
        """Take note of the seconds between two requests that a host asks of programs."""
        if isfinite(apart_s):
            self._asked_apart_s = min(apart_s, self.politeness.longest_wait_s)

    def rests(self, now: float, seconds: float) -> None:
        """Take note that the host is to be asked nothing for so many of its seconds."""
        self._closed_until = max(self._closed_until, now + seconds / self.faster)

    def _close(self, now: float, headers: Mapping[str, str]) -> None:
        wait_s = stated.window_s(headers)
        if wait_s is None:
            wait_s = self.politeness.budget.window_s if self.politeness.budget else 60.0
        self.rests(now, wait_s)

    @property
    def _apart(self) -> float:
        return max(self.politeness.apart_s, self._asked_apart_s) / self.faster

    @property
    def _in_a_window(self) -> int:
        budget = self.politeness.budget
        return int(budget.requests * (1 - MARGIN)) if budget else 0

    def _room(self) -> float:
        """When the last window has room for one more request."""
        budget = self.politeness.budget
        if budget is None or len(self._sent) < self._in_a_window:
            return 0.0
        return self._sent[0] + budget.window_s / self.faster
