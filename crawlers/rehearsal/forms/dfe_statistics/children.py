"""How many children each council looks after, with whom and where, on a 31 March.

England's published shares hold on the whole; a council has an invented size, its own habits, drawn
once, and its own area: where there are many places, more of its children stay in it and more of
others' come.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from random import Random

from crawlers.rehearsal.forms.dfe_statistics import totals
from crawlers.rehearsal.forms.dfe_statistics.supply import Supply, supply
from crawlers.rehearsal.forms.drawn import drawn
from crawlers.rehearsal.forms.invented_size import looked_after
from crawlers.rehearsal.world.settings import Council
from crawlers.rehearsal.world.world import World

Counts = Mapping[str, Mapping[str, int]]
"""Children by group of rows and by row, without totals."""

PLACES_TO_A_CHILD = (15_742 + 20_224) / 81_770
"""Places in homes and in supported accommodation (Ofsted, register of 31 March 2025) to a child
looked after (DfE, the same day), all over England."""


@dataclass(frozen=True, kw_only=True)
class CouncilYear:
    """One council's children in one year."""

    council: Council
    number: int
    on_31_march: Counts
    during_the_year: Counts


def english(world: World) -> list[Council]:
    """The councils that report to DfE."""
    return [one for one in world.councils if one.dfe_code and one.region != "Wales"]


def year_of(world: World, year: int) -> list[CouncilYear]:
    """Every council's children on the 31 March of a year, as they really are."""
    there = supply(world, date(year, 3, 31))
    councils = [one for one in english(world) if totals.FIRST_MARCH.get(one.ons_code, year) <= year]
    at_home = [_of_own(world, council, there, year) for council in councils]
    hosted = _hosted(at_home, there)
    return [
        CouncilYear(
            council=one.council,
            number=one.number,
            on_31_march={
                **one.on_31_march,
                totals.HOST: {
                    totals.OWN_INSIDE: one.on_31_march[totals.LOCALITY][totals.INSIDE],
                    totals.OTHERS_INSIDE: hosted[one.council.key],
                },
            },
            during_the_year=one.during_the_year,
        )
        for one in at_home
    ]


def _of_own(world: World, council: Council, there: Supply, year: int) -> CouncilYear:
    draws = drawn(world.seed, "children", f"{council.key}/{year}")
    scale = totals.children(year) / totals.children(2025)
    number = round(looked_after(world, council) * scale * draws.uniform(0.97, 1.03))
    habits = _habits(world, council, there)
    march = {
        group: spread(number, _weights(rows, habits, year))
        for group, rows in totals.ON_31_MARCH.items()
        if group != totals.PROVIDER
    }
    march[totals.PROVIDER] = _providers(march[totals.PLACEMENT], number, habits, year)
    return CouncilYear(
        council=council,
        number=number,
        on_31_march=march,
        during_the_year=_during(council, number, habits, there, year),
    )


def _weights(
    rows: Mapping[str, tuple[int, int]], habits: Mapping[str, float], year: int
) -> dict[str, float]:
    return {row: totals.between(ends, year) * habits[row] for row, ends in rows.items()}


def _habits(world: World, council: Council, there: Supply) -> dict[str, float]:
    """How far a council is from England's shares, row by row: 1 is no distance."""
    draws = drawn(world.seed, "habits", council.key)
    groups = (*totals.ON_31_MARCH.values(), *totals.DURING_THE_YEAR.values())
    habits = {row: _about_one(draws, 0.2) for rows in groups for row in rows}
    places = there.places.get(council.key, 0)
    children = max(looked_after(world, council), 1)
    plenty = min(max(places / (PLACES_TO_A_CHILD * children), 0.25), 4) ** 0.2
    for row in (totals.INSIDE, totals.NEAR, totals.HOMES, totals.SUPPORTED):
        habits[row] *= plenty
    independent = there.independent.get(council.key, 0) / places if places else 0.8
    habits[totals.PRIVATE] *= 0.6 + 0.5 * independent
    return habits


def _about_one(draws: Random, width: float) -> float:
    return draws.lognormvariate(0, width)


def _providers(
    placement: Mapping[str, int], number: int, habits: Mapping[str, float], year: int
) -> dict[str, int]:
    same = {row: placement[of] for row, of in totals.SAME_CHILDREN.items()}
    rows = totals.ON_31_MARCH[totals.PROVIDER]
    others = {row: ends for row, ends in rows.items() if row not in same}
    rest = spread(number - sum(same.values()), _weights(others, habits, year))
    return {row: {**same, **rest}[row] for row in rows}


def _during(
    council: Council, number: int, habits: Mapping[str, float], there: Supply, year: int
) -> Counts:
    found: dict[str, dict[str, int]] = {}
    for group, rows in totals.DURING_THE_YEAR.items():
        nationally = sum(totals.between(ends, year) for ends in rows.values())
        total = round(number * nationally / totals.children(year))
        found[group] = spread(total, _weights(rows, habits, year))
    if number:
        # Most of those who lived in a home that closed moved on within the year.
        found[totals.CHANGE][totals.CLOSURE] += round(there.closed.get(council.key, 0) * 0.6)
    return found


def _hosted(of: Sequence[CouncilYear], there: Supply) -> dict[str, int]:
    """Children of other councils in each area, which together are those placed away."""
    away = sum(one.on_31_march[totals.LOCALITY][totals.OUTSIDE] for one in of)
    everything = sum(there.places.values()) or 1
    everybody = sum(one.number for one in of) or 1
    weights = {
        one.council.key: (
            0.6 * there.places.get(one.council.key, 0) / everything + 0.4 * one.number / everybody
            if one.number
            else 0.0
        )
        for one in of
    }
    return spread(round(away * totals.HOSTED_IN_ENGLAND), weights)


def spread(total: int, weights: Mapping[str, float]) -> dict[str, int]:
    """A whole number in whole parts as near to these weights as may be; they sum to it."""
    whole = sum(weights.values())
    if not whole:
        return dict.fromkeys(weights, 0)
    exact = {name: total * weight / whole for name, weight in weights.items()}
    found = {name: int(part) for name, part in exact.items()}
    left = total - sum(found.values())
    nearest = sorted(exact, key=lambda name: (found[name] - exact[name], name))
    for name in nearest[:left]:
        found[name] += 1
    return found
