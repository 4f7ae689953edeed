"""The least of each company that belongs in the end to each outside owner, by lower ends alone.

What a holder has of a company is multiplied by what others have of the holder, and added up over
all holders: the integrated ownership of Brioschi, Buzzacchi and Colombo (1989), of which only
companies that hold each other in a circle need a system of equations.
"""

from collections import ChainMap
from collections.abc import Iterable, Mapping, Sequence
from math import fsum
from typing import cast

from oversight.bands import Low
from oversight.share_parts import NOTHING, ONE, Part

Lows = Mapping[str, Mapping[str, Low]]
"""The least that each owner has in the end of a company, by company and owner."""
Above = Mapping[str, Sequence[Part]]
"""What is held of each company, by company."""


def is_closed(circle: Iterable[str], above: Above) -> bool:
    """True when companies that hold each other have all of each other: nobody outside has any.

    In a circle the largest eigenvalue is 1 where all columns add up to 1, and less elsewhere.
    """
    inside = set(circle)
    within = (
        fsum(one.least.share for one in above[company] if one.holder in inside)
        for company in inside
    )
    return all(share >= ONE - NOTHING for share in within)


def least_owned(circle: Sequence[str], above: Above, known: Lows) -> dict[str, dict[str, Low]]:
    """The least that each owner has of companies that hold each other, or of one that does not.

    `known` has what each owner has of every holder outside the circle.
    """
    inside = set(circle)
    weights: dict[str, dict[str, float]] = {}
    owned: dict[str, dict[str, float]] = {}
    for company in circle:
        within = [one for one in above[company] if one.holder in inside]
        weights[company] = {one.holder: one.least.share for one in within if one.least.share}
        owned[company] = _inflow(above[company], known)
    if not is_closed(circle, above):
        _solve(weights, owned)
    found = {
        company: {owner: Low(share, False) for owner, share in owned[company].items()}
        for company in circle
    }
    _open(found, above, known)
    return found


def _inflow(held: Iterable[Part], known: Lows) -> dict[str, float]:
    shares: dict[str, list[float]] = {}
    for one in held:
        for owner, low in known.get(one.holder, {}).items():
            shares.setdefault(owner, []).append(one.least.share * low.share)
    return {owner: fsum(several) for owner, several in sorted(shares.items())}


def _solve(weights: dict[str, dict[str, float]], owned: dict[str, dict[str, float]]) -> None:
    """Put each company's own holders in its place in every other's, until no company is left.

    Each row is divided by what a company has not of itself by way of those already put in.
    """
    for company, row in weights.items():
        not_its_own = ONE - row.pop(company, 0.0)
        _scale(row, ONE / not_its_own)
        _scale(owned[company], ONE / not_its_own)
        for other, its in weights.items():
            weight = its.pop(company, 0.0)
            if weight:
                _add(its, row, weight)
                _add(owned[other], owned[company], weight)


def _scale(row: dict[str, float], factor: float) -> None:
    for key in row:
        row[key] *= factor


def _add(row: dict[str, float], more: Mapping[str, float], weight: float) -> None:
    for key, share in more.items():
        row[key] = row.get(key, 0.0) + weight * share


def _open(found: dict[str, dict[str, Low]], above: Above, known: Lows) -> None:
    """Mark what is more than its lower end, since a stake on the way is more than its own."""
    everybody = ChainMap(found, cast("dict[str, dict[str, Low]]", known))
    changed = True
    while changed:
        changed = False
        for company, owned in found.items():
            for owner in _more(above[company], everybody):
                before = owned.get(owner, Low(0, False))
                if not before.is_open:
                    owned[owner] = Low(before.share, True)
                    changed = True


def _more(held: Iterable[Part], known: Lows) -> set[str]:
    """Owners that have more than the lower end through one of these stakes."""
    return {
        owner
        for one in held
        for owner, low in known.get(one.holder, {}).items()
        if (one.least.is_open or low.is_open) and is_some(one.least) and is_some(low)
    }


def is_some(low: Low) -> bool:
    """True when somebody surely has something."""
    return low.share > 0 or low.is_open
