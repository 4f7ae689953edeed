"""Bands of votes or shares, as control registers publish them: both ends, and whether each belongs.

No register publishes a number, and none is made up: all arithmetic is done with the ends.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace

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

    def beside(self, others: Low) -> "Band":
        """The same with its upper end no higher than what others, with this at least, leave.

        Its lower end stays: whoever has 25% or less is not published, so that what is missing is
        nobody's. Where others leave less than the lower end the register contradicts itself, and
        the upper end comes below the lower.
        """
        rest = 1 - others.share
        if rest < self.high or (rest == self.high and others.is_open):
            return replace(self, high=rest, high_open=others.is_open)
        return self

    def may_reach_half(self, others: Low) -> bool:
        """True when its upper end, less what others have at least, reaches one half.

        Two holders of 25 to 50% may have half each; where three have that, none has half.
        """
        return self.beside(others).reaches_half

    @property
    def reaches_half(self) -> bool:
        """True when its upper end is one half, which belongs to it, or more."""
        return self.high > HALF or (self.high == HALF and not self.high_open)

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


def together(bands: Iterable[Band], others: Low) -> Band:
    """What several have between them, beside others; the whole at the most.

    >>> str(together([Band(0.25, True, 0.5, False)] * 2, Low(0.25, is_open=True)))
    'more than 50% and less than 75%'
    """
    held = list(bands)
    least = added(band.least for band in held)
    high = sum(band.high for band in held)
    is_open = any(band.high_open for band in held)
    summed = Band(least.share, least.is_open, high, is_open)
    return (
        summed.beside(others)
        if high <= 1
        else replace(summed, high=1, high_open=False).beside(others)
    )


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
