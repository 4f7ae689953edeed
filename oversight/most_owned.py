"""The most of each company that may belong in the end to each outside owner, by published shares.

An owner has at most what the other owners leave at the least, and at most what holders have at
most of the company, times what the owner has at most of them. The lower of the two, taken again
and again from the whole down, is the greatest share that nothing published excludes. Upper ends
alone are no bound: three holders of a quarter to a half would have one and a half.
"""

from collections import defaultdict, deque
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from math import fsum

from oversight.bands import Low
from oversight.least_owned import Above, Lows
from oversight.share_parts import NOTHING, ONE, High

Highs = Mapping[str, Mapping[str, High]]
"""The most that each owner may have in the end of a company, by company and owner."""
CLOSE = 1e-12
"""A share that falls by less has reached where it falls to."""
ROUNDS = 1_000
"""How often each company of a circle is looked at again at most. Stopped before it has fallen all
the way, a share is too high, and a bound all the same."""


def most_owned(
    circle: Sequence[str], above: Above, known: Highs, least: Lows
) -> dict[str, dict[str, High]]:
    """The most that each owner may have of companies that hold each other, or of one that does not.

    `known` has the same of every holder outside the circle, `least` what each owner surely has of
    the companies. An owner who stands above none of them is left out.
    """
    left = {company: _Left.of(least.get(company, {})) for company in circle}
    owners = {o for c in circle for one in above[c] for o in known.get(one.holder, ())}
    found: dict[str, dict[str, High]] = {company: {} for company in circle}
    for owner in sorted(owners):
        falling = _Falling(
            above={company: above[company] for company in circle},
            known={
                one.holder: known[one.holder][owner]
                for company in circle
                for one in above[company]
                if owner in known.get(one.holder, ())
            },
            left={company: left[company].to(owner) for company in circle},
        )
        for company, high in falling.fallen().items():
            found[company][owner] = high
    return found


@dataclass(frozen=True, kw_only=True)
class _Left:
    """What the owners of a company leave to one of them."""

    least: Mapping[str, Low]
    together: float
    are_open: int

    @classmethod
    def of(cls, least: Mapping[str, Low]) -> "_Left":
        together = fsum(low.share for low in least.values())
        are_open = sum(low.is_open for low in least.values())
        return cls(least=least, together=together, are_open=are_open)

    def to(self, owner: str) -> High:
        """The whole less what the others have at the least."""
        own = self.least.get(owner, Low(0, False))
        share = ONE - (self.together - own.share)
        return High(max(share, own.share), self.are_open > own.is_open)


@dataclass(frozen=True, kw_only=True)
class _Falling:
    """The shares of one owner, from what the others leave down to what the stakes allow."""

    above: Above
    """What is held of the companies of the circle."""
    known: Mapping[str, High]
    """What the owner has of holders outside the circle; of others there it has nothing."""
    left: Mapping[str, High]

    def fallen(self) -> dict[str, High]:
        """What the owner has at most of each company of the circle."""
        shares = {one: high.share for one, high in (*self.known.items(), *self.left.items())}
        waiting = deque(self.left)
        looks = ROUNDS * len(waiting)
        below = self._held_by()
        while waiting and looks:
            company, looks = waiting.popleft(), looks - 1
            allowed = self._allowed(company, shares)
            if allowed < shares[company] - CLOSE:
                shares[company] = allowed
                waiting += (one for one in below[company] if one not in waiting)
        are_open = self._open(shares)
        return {company: High(shares[company], company in are_open) for company in self.left}

    def _held_by(self) -> Mapping[str, list[str]]:
        found: dict[str, list[str]] = defaultdict(list)
        for company, held in self.above.items():
            for one in held:
                found[one.holder].append(company)
        return found

    def _allowed(self, company: str, shares: Mapping[str, float]) -> float:
        held = self.above[company]
        return fsum(one.most.share * shares.get(one.holder, 0.0) for one in held)

    def _open(self, shares: Mapping[str, float]) -> set[str]:
        """Holders and companies of which the owner has less than the upper end."""
        found = {one for one, high in self.known.items() if high.is_open}
        while more := {
            one for one in self.left if one not in found and self._less(one, shares, found)
        }:
            found |= more
        return found

    def _less(self, company: str, shares: Mapping[str, float], are_open: AbstractSet[str]) -> bool:
        """True when what the others leave, or a stake on the way, is less than its upper end."""
        left = self.left[company]
        if left.is_open and shares[company] >= left.share - NOTHING:
            return True
        return self._allowed(company, shares) <= shares[company] + NOTHING and any(
            (one.most.is_open or one.holder in are_open) and shares.get(one.holder, 0.0) > 0
            for one in self.above[company]
        )
