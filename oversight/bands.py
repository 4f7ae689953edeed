"""Bands of votes or shares, as control registers publish them: both ends, and whether each belongs.

No register publishes a number, and none is made up: all arithmetic is done with the ends.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from db.records import Control

HALF = 0.5
"""More than this of the votes is a majority of them: Companies Act 2006 s.1162(2)(a)."""


@dataclass(frozen=True, order=True)
class Low:
    """The least that somebody has: a share, 0 to 1, and whether it is more than that."""

    share: float
    is_open: bool

    @property
    def is_majority(self) -> bool:
        """True when it is certainly more than half."""
        return self.share > HALF or (self.share == HALF and self.is_open)

    @property
    def is_beyond_the_whole(self) -> bool:
        """True when it is more than there is."""
        return self.share > 1 or (self.share == 1 and self.is_open)


@dataclass(frozen=True)
class Band:
    """A share between two ends, 0 to 1; an open end does not belong to it."""

    low: float
    low_open: bool
    high: float
    high_open: bool

    @property
    def least(self) -> Low:
        """Its lower end."""
        return Low(self.low, self.low_open)

    @property
    def is_majority(self) -> bool:
        """True when every share in it is more than half."""
        return self.least.is_majority

    def may_reach_half(self, others: Low) -> bool:
        """True when its upper end, less what others have at least, reaches one half.

        Two holders of 25 to 50% may have half each; where three have that, none has half.
        """
        high, is_open = self.high, self.high_open
        rest = 1 - others.share
        if rest < high or (rest == high and others.is_open):
            high, is_open = rest, others.is_open
        return high > HALF or (high == HALF and not is_open)

    def __str__(self) -> str:
        """Give it as people say it.

        >>> str(Band(0.25, True, 0.5, False))
        'more than 25% and at most 50%'
        """
        if self.low == self.high:
            return f"{self.low:.0%}"
        lower = f"more than {self.low:.0%}" if self.low_open else f"{self.low:.0%} or more"
        if self.high == 1:
            return lower
        return f"{lower} and {'less than' if self.high_open else 'at most'} {self.high:.0%}"


def added(lows: Iterable[Low]) -> Low:
    """The least that several have together: more than the sum where any has more than its own."""
    held = list(lows)
    return Low(sum(low.share for low in held), any(low.is_open for low in held))


def votes(entry: Control) -> Band | None:
    """The votes that an entry gives its holder; None where it publishes none."""
    return _band(
        entry.votes_min, entry.votes_min_open, entry.votes_max, high_open=entry.votes_max_open
    )


def shares(entry: Control) -> Band | None:
    """The shares that an entry gives its holder; None where it publishes none."""
    return _band(
        entry.shares_min, entry.shares_min_open, entry.shares_max, high_open=entry.shares_max_open
    )


def surplus_assets(entry: Control) -> Band | None:
    """The surplus assets on winding up that an entry gives its holder; None where it has none."""
    return _band(
        entry.surplus_assets_min,
        entry.surplus_assets_min_open,
        entry.surplus_assets_max,
        high_open=entry.surplus_assets_max_open,
    )


def _band(
    low: float | None, low_open: bool | None, high: float | None, *, high_open: bool | None
) -> Band | None:
    if low is None or high is None:
        return None
    return Band(low, bool(low_open), high, bool(high_open))
