"""How much a key may ask: a number of requests in a window, then none until the window ends."""

from collections.abc import Mapping
from dataclasses import dataclass
from math import ceil


@dataclass(frozen=True, kw_only=True)
class Limit:
    """Requests in a window of seconds; unless told otherwise, those of Companies House."""

    requests: int = 600
    window_s: int = 300


@dataclass(frozen=True, kw_only=True)
class Standing:
    """How one key stands after it has asked."""

    limit: Limit
    is_within: bool
    remaining: int
    resets_in_s: float
    """Seconds until its window ends."""

    def headers(self, now: float, remaining_header: str) -> Mapping[str, str]:
        """What every answer says of it; `now` is the host's own clock, in seconds of the epoch.

        The end of the window is rounded up, as a client that asks a moment early is refused.
        There is no Retry-After.
        """
        return {
            "X-Ratelimit-Limit": str(self.limit.requests),
            remaining_header: str(self.remaining),
            "X-Ratelimit-Reset": str(ceil(now + self.resets_in_s)),
            "X-Ratelimit-Window": f"{self.limit.window_s // 60}m",
        }


class Budget:
    """What each key has spent with one host. A key's window begins with its first request."""

    def __init__(self, limit: Limit) -> None:
        """Begin with nothing spent."""
        self._limit = limit
        self._ends: dict[str, float] = {}
        self._spent: dict[str, int] = {}

    def spend(self, key: str, now: float) -> Standing:
        """Count one request at a moment, in seconds of any clock that never goes back."""
        if key not in self._ends or now >= self._ends[key]:
            self._ends[key] = now + self._limit.window_s
            self._spent[key] = 0
        self._spent[key] += 1
        return Standing(
            limit=self._limit,
            is_within=self._spent[key] <= self._limit.requests,
            remaining=max(self._limit.requests - self._spent[key], 0),
            resets_in_s=self._ends[key] - now,
        )
