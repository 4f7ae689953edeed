"""Natures of control as bands: the publisher's 86 phrases, taken apart.

A phrase is a right, for most rights a band, sometimes the capacity in which it is held, and
sometimes the kind of body that it is held in: `voting-rights-25-to-50-percent-as-trust-
limited-liability-partnership`. The bands are the law's: Companies Act 2006, Schedule 1A, and for
overseas entities Economic Crime (Transparency and Enforcement) Act 2022, Schedule 2.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from db.records import Capacity


@dataclass(frozen=True, kw_only=True)
class Band:
    """From `low` to `high`, shares from 0 to 1; an open end does not belong to it."""

    low: float
    high: float
    low_open: bool
    high_open: bool


BANDS = {
    "25-to-50": Band(low=0.25, high=0.5, low_open=True, high_open=False),
    "50-to-75": Band(low=0.5, high=0.75, low_open=True, high_open=True),
    "75-to-100": Band(low=0.75, high=1, low_open=False, high_open=False),
    "more-than-25": Band(low=0.25, high=1, low_open=True, high_open=False),
}
"""More than 25% up to 50%; more than 50% but less than 75%; 75% or more; more than 25%."""

_BANDED = re.compile(
    r"(?P<right>ownership-of-shares|voting-rights|(?:part-)?right-to-share-surplus-assets)"
    r"-(?P<band>25-to-50|50-to-75|75-to-100|more-than-25)-percent"
)
_PLAIN = re.compile(
    r"(?P<right>right-to-appoint-and-remove-(?:directors|members|person)"
    r"|significant-influence-or-control"
    r"|registered-owner-as-nominee-(?:person|another-entity)"
    r"-(?:england-wales|scotland|northern-ireland))"
)
_ENDING = re.compile(
    r"(?:-as-(?P<capacity>trust|firm|control-over-trust|control-over-firm))?"
    r"(?:-limited-liability-partnership|-registered-overseas-entity)?"
)
CAPACITIES = {
    None: Capacity.DIRECT,
    "trust": Capacity.AS_TRUST,
    "firm": Capacity.AS_FIRM,
    "control-over-trust": Capacity.AS_CONTROL_OVER_TRUST,
    "control-over-firm": Capacity.AS_CONTROL_OVER_FIRM,
}
FAMILIES = {
    "ownership-of-shares": "shares",
    "voting-rights": "votes",
    "right-to-share-surplus-assets": "surplus_assets",
    "part-right-to-share-surplus-assets": "surplus_assets",
}


@dataclass(frozen=True, kw_only=True)
class Nature:
    """One phrase taken apart: the right, the band of a banded one, and the capacity."""

    right: str
    band: Band | None
    capacity: Capacity


@dataclass(frozen=True, kw_only=True)
class Held:
    """All that one holder holds in one capacity."""

    bands: dict[str, tuple[Band, ...]]
    """By family: `shares`, `votes`, `surplus_assets`."""
    rights: frozenset[str]
    natures: tuple[str, ...]
    unread: tuple[str, ...]

    @property
    def contradicts_itself(self) -> bool:
        """True when one family has two bands."""
        return any(len(set(bands)) > 1 for bands in self.bands.values())

    def columns(self) -> dict[str, Any]:
        """The fields of a Control; where a family has two bands, from the lowest to the highest."""
        found: dict[str, Any] = {}
        for family in dict.fromkeys(FAMILIES.values()):
            found |= _ends(family, self.bands.get(family, ()))
        known = len(self.natures) > 0
        return found | {
            "appoints_majority_of_board": self._has("right-to-appoint") if known else None,
            "significant_influence": self._has("significant-influence") if known else None,
            "nominee": self._has("registered-owner-as-nominee") if known else None,
            "natures": " ".join(self.natures) or None,
            "unread_natures": " ".join(self.unread) or None,
        }

    def _has(self, start: str) -> bool:
        return any(right.startswith(start) for right in self.rights)


def nature(phrase: str) -> Nature | None:
    """Take one phrase apart; None when it is not understood."""
    start = _BANDED.match(phrase) or _PLAIN.match(phrase)
    ending = _ENDING.fullmatch(phrase, start.end()) if start is not None else None
    if start is None or ending is None:
        return None
    band = start.groupdict().get("band")
    return Nature(
        right=start["right"],
        band=BANDS[band] if band is not None else None,
        capacity=CAPACITIES[ending["capacity"]],
    )


def by_capacity(phrases: Sequence[str]) -> dict[Capacity, Held]:
    """What a holder holds, by the capacity in which it does; directly, when nothing is stated.

    A phrase that is not understood counts as held directly.
    """
    parts = {phrase: nature(phrase) for phrase in phrases}
    held = {phrase: n.capacity if n is not None else Capacity.DIRECT for phrase, n in parts.items()}
    found = [capacity for capacity in Capacity if capacity in held.values()]
    return {
        capacity: _held({p: parts[p] for p in parts if held[p] is capacity})
        for capacity in found or [Capacity.DIRECT]
    }


def _held(parts: dict[str, Nature | None]) -> Held:
    known = [n for n in parts.values() if n is not None]
    return Held(
        bands={
            family: tuple(n.band for n in known if n.band and FAMILIES[n.right] == family)
            for family in FAMILIES.values()
        },
        rights=frozenset(n.right for n in known),
        natures=tuple(parts),
        unread=tuple(phrase for phrase, n in parts.items() if n is None),
    )


def _ends(family: str, bands: Iterable[Band]) -> dict[str, Any]:
    stated = sorted(bands, key=lambda band: (band.low, band.high))
    low = stated[0] if stated else None
    high = max(stated, key=lambda band: band.high) if stated else None
    return {
        f"{family}_min": low.low if low else None,
        f"{family}_min_open": low.low_open if low else None,
        f"{family}_max": high.high if high else None,
        f"{family}_max_open": high.high_open if high else None,
    }
