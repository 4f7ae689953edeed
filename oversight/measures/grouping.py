"""How well groups are found, where the true ones are known: B-cubed and the adjusted Rand index.

One group of 220 homes holds over half of all pairs of homes, so that the Rand index swings with a
single company. B-cubed asks of each home how much of its group is right, and takes the mean.
"""

from collections import Counter
from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass

Groups = Mapping[str, Hashable]
"""The group of each item, whatever names it."""


@dataclass(frozen=True, kw_only=True)
class BCubed:
    """How right groups are (Bagga and Baldwin 1998, the B-CUBED algorithm)."""

    precision: float
    """How much of an item's group is truly with it, on average; 0 to 1."""
    recall: float
    """How much of what is truly with an item is in its group, on average; 0 to 1."""


def b_cubed(found: Groups, true: Groups, weights: Mapping[str, float] | None = None) -> BCubed:
    """How right the groups found are, over the items whose true group is known.

    An item that was put into no group stands alone. Weights, such as places, are above zero; each
    item weighs the same where none are given, and one that lacks its weight is left out. Without
    any item both are 1.
    """
    weigh = {one: 1.0 if weights is None else weights.get(one, 0.0) for one in true}
    items = [one for one in sorted(true) if weigh[one] > 0]
    groups = {one: (True, found[one]) if one in found else (False, one) for one in items}
    total = sum(weigh[one] for one in items)
    if not items:
        return BCubed(precision=1.0, recall=1.0)
    both = _summed(((groups[one], true[one]), weigh[one]) for one in items)
    ours = _summed((groups[one], weigh[one]) for one in items)
    theirs = _summed((true[one], weigh[one]) for one in items)
    right = [(one, weigh[one] * both[groups[one], true[one]]) for one in items]
    return BCubed(
        precision=sum(part / ours[groups[one]] for one, part in right) / total,
        recall=sum(part / theirs[true[one]] for one, part in right) / total,
    )


def adjusted_rand(found: Groups, true: Groups) -> float:
    """How far pairs are put together as they truly are, beyond chance (Hubert and Arabie 1985).

    1 where the groups are the same, about 0 by chance, and below that where worse. An item that
    was put into no group stands alone.
    """
    groups = {one: (True, found[one]) if one in found else (False, one) for one in true}
    both = _pairs((groups[one], true[one]) for one in true)
    ours, theirs = _pairs(groups.values()), _pairs(true.values())
    every = len(true) * (len(true) - 1) / 2
    if ours == theirs == both:
        return 1.0
    by_chance = ours * theirs / every
    return (both - by_chance) / ((ours + theirs) / 2 - by_chance)


def _pairs(groups: Iterable[Hashable]) -> float:
    """How many pairs are in one group."""
    return sum(size * (size - 1) / 2 for size in Counter(groups).values())


def _summed(weights: Iterable[tuple[Hashable, float]]) -> dict[Hashable, float]:
    found: dict[Hashable, float] = {}
    for one, weight in weights:
        found[one] = found.get(one, 0.0) + weight
    return found
