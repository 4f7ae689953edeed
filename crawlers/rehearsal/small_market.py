"""A market of about 300 settings, small enough to know by heart.

It has the cases listed in `crawlers.rehearsal.planted` and, round them, ordinary settings drawn
from a seed.
"""

from collections.abc import Iterator
from itertools import count

from crawlers.rehearsal import words
from crawlers.rehearsal.draws import Draws, seeded
from crawlers.rehearsal.inspections import Plan, visits
from crawlers.rehearsal.market import Market
from crawlers.rehearsal.ordinary import (
    Flow,
    council_homes,
    independent_homes,
    others,
    supported_accommodation,
)
from crawlers.rehearsal.planted import planted

_HOMES = Flow(at_the_end=141, joined_first=14, left_first=6, joined_second=15, left_second=7)
_SUPPORTED = Flow(at_the_end=42, joined_first=22, left_first=1, joined_second=7, left_second=2)
_OTHERS = (
    (words.SECURE, words.COUNCIL, Flow(at_the_end=1)),
    (words.SCHOOL_AS_HOME, words.PRIVATE, Flow(at_the_end=2)),
    (words.FOSTERING, words.PRIVATE, Flow(at_the_end=19, joined_second=1, left_second=1)),
    (words.FAMILY_CENTRE, words.PRIVATE, Flow(at_the_end=5, joined_first=1, joined_second=2)),
    (words.ADOPTION, words.VOLUNTARY, Flow(at_the_end=2)),
    (words.ADOPTION_SUPPORT, words.PRIVATE, Flow(at_the_end=2, left_first=1)),
    (words.BOARDING, words.PRIVATE, Flow(at_the_end=2)),
    (words.SPECIAL_SCHOOL, words.VOLUNTARY, Flow(at_the_end=4, left_second=1)),
    (words.COLLEGE, words.VOLUNTARY, Flow(at_the_end=1)),
    (words.HOLIDAY, words.VOLUNTARY, Flow(at_the_end=1)),
)


def small_market(seed: int) -> Market:
    """The market of one seed: every setting since before 2024, and every visit since 2021."""
    draws = seeded(seed)
    plans = (*planted(), *_ordinary(draws))
    numbers = count(90_100_001)
    return Market(
        settings=tuple(plan.setting for plan in plans),
        inspections=tuple(visit for plan in plans for visit in visits(plan, draws, numbers)),
    )


def _ordinary(draws: Draws) -> Iterator[Plan]:
    yield from independent_homes(_HOMES, draws)
    yield from council_homes(draws, skip="Leicestershire")
    yield from supported_accommodation(_SUPPORTED, draws)
    for kind, sector, flow in _OTHERS:
        yield from others(kind, sector, flow, draws)
