"""How numbers are written: rounded, withheld, or replaced by a mark.

`c` withholds 1 to 5 children, and one number more where that one could be worked out; `z` stands
where there is nothing to say, `x` where a council did not report, `k` or `low` for a percentage
that rounds to 0 (DfE, data guidance of the release; Government Statistical Service, symbols).
"""

from collections.abc import Mapping
from dataclasses import dataclass

CONFIDENTIAL, NOT_APPLICABLE, NOT_AVAILABLE = "c", "z", "x"
MOST_WITHHELD = 5
"""Numbers from 1 to this are withheld."""


@dataclass(frozen=True, kw_only=True)
class Written:
    """One number and its percentage, as text."""

    number: str
    percentage: str


def rounded(counts: Mapping[str, int], *, total: str, low: str) -> dict[str, Written]:
    """The rows of a group for England or a region: to the nearest ten, nothing withheld."""
    whole = sum(counts.values())
    written = {
        row: Written(number=str(_tens(count)), percentage=_share(count, whole, low))
        for row, count in counts.items()
    }
    return {
        **written,
        total: Written(number=str(_tens(whole)), percentage=_share(whole, whole, low)),
    }


def withheld(counts: Mapping[str, int], *, total: str, low: str) -> dict[str, Written]:
    """The rows of a group for one council: exact, but for what would tell of a child."""
    whole = sum(counts.values())
    if not whole:
        nothing = missing(counts, total=total, mark=NOT_APPLICABLE)
        return {**nothing, total: Written(number="0", percentage=NOT_APPLICABLE)}
    hidden = _hidden({**counts, total: whole} if whole <= MOST_WITHHELD else counts)
    return {
        row: (
            Written(number=CONFIDENTIAL, percentage=CONFIDENTIAL)
            if row in hidden
            else Written(number=str(count), percentage=_share(count, whole, low))
        )
        for row, count in {**counts, total: whole}.items()
    }


def missing(counts: Mapping[str, int], *, total: str, mark: str) -> dict[str, Written]:
    """The rows of a group where a mark stands for all of it."""
    return dict.fromkeys((*counts, total), Written(number=mark, percentage=mark))


def _hidden(counts: Mapping[str, int]) -> set[str]:
    hidden = {row for row, count in counts.items() if 0 < count <= MOST_WITHHELD}
    others = sorted((count, row) for row, count in counts.items() if count > MOST_WITHHELD)
    if len(hidden) == 1 and others:
        # The total would give it away: the next smallest is withheld with it.
        hidden.add(others[0][1])
    return hidden


def _share(count: int, whole: int, low: str) -> str:
    if not whole:
        return NOT_APPLICABLE
    percentage = (200 * count + whole) // (2 * whole)
    return low if count and not percentage else str(percentage)


def tens(count: int) -> str:
    """A number to the nearest ten, half away from nothing, as text."""
    return str(_tens(count))


def _tens(count: int) -> int:
    nearest = (abs(count) + 5) // 10 * 10
    return nearest if count >= 0 else -nearest
