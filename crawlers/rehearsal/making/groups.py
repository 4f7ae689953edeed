"""Which groups there are and how much each runs: the plan that everything else fills in."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import count
from random import Random

from crawlers.rehearsal import calibration, words
from crawlers.rehearsal.calibration import Size
from crawlers.rehearsal.making.lives import Life
from crawlers.rehearsal.making.streams import stream, weighted

Numbers = Iterator[int]


class Kind(StrEnum):
    """How a group is owned."""

    SOLO = "one company of one or two people"
    FAMILY = "a family's holding company and its companies"
    CORPORATE = "a holding company of several people and its companies"
    INVESTMENT = "an investor's stack of holding companies, its top abroad"
    LISTED = "a listed company and its companies"
    CHARITY = "a charity"
    CHARITY_GROUP = "a charity that owns companies"
    COUNCIL = "a council"
    COUNCIL_TRUST = "a company that councils own"
    HEALTH = "a health body"
    SCHOOL = "a school or college that is its own proprietor"
    SOLE_TRADER = "one person without a company"
    PARTNERSHIP = "a limited liability partnership"


@dataclass(kw_only=True)
class Plan:
    """One group to be: how it is owned, and how many registrations of each type it gets."""

    key: str
    kind: Kind
    wants: Counter[str]
    """Registrations over all years, by type."""
    companies: int
    """Companies that are to run homes."""
    lives: list[Life] = field(default_factory=list[Life])
    """Those that it got."""

    @property
    def sector(self) -> str:
        """As Ofsted classes what it runs."""
        return _SECTORS.get(self.kind, PRIVATE)

    @property
    def rank(self) -> int:
        """Its number, in the order of planning: the large groups come first."""
        return int(self.key.removeprefix("group-"))


PRIVATE, VOLUNTARY, ACADEMY = "Private", "Voluntary", "Academy"
_SECTORS = {Kind.CHARITY: VOLUNTARY, Kind.CHARITY_GROUP: VOLUNTARY, Kind.SCHOOL: ACADEMY}

Lives = Mapping[str, tuple[Life, ...]]
"""Every registration to be, by type."""

_EVER = 1.5
"""What an owner of several ever ran, for each home that it runs now: some have closed, and the
register has grown by a fifth in each of two years since it was counted."""
_SECOND = 0.08
"""How often an owner of one home has another, before or after."""
_LARGE_EVER = 1.55
"""The same of the largest groups, whose share has fallen."""
_FEW = {1: 84, 2: 10, 3: 4, 5: 2}
"""How many registrations whoever runs another type ever had, of a hundred."""

_OWN = {
    PRIVATE: {"SOLO": 72, "FAMILY": 17, "CORPORATE": 9, "INVESTMENT": 2},
    VOLUNTARY: {"CHARITY": 1},
    ACADEMY: {"SCHOOL": 1},
}
"""How whoever has one registration of another type is owned, by sector."""


def plans(seed: int, size: Size, every: Lives) -> tuple[Plan, ...]:
    """Enough groups for every registration but those of councils and health bodies."""
    random = stream(seed, "plans")
    numbers = count(1)
    found = [*_large(size, numbers)]
    found += _with_homes(random, _left(every, words.HOME, PRIVATE, found), numbers)
    found += _charities(random, size, _left(every, words.HOME, VOLUNTARY, found), numbers)
    for plan in found:
        if plan.wants[words.HOME] and random.random() < calibration.ALSO_SUPPORTED:
            plan.wants[words.SUPPORTED] += 1
    for kind in (one for one in every if one != words.HOME):
        for sector, kinds in _OWN.items():
            wanted = _left(every, kind, sector, found)
            found += _with_few(random, kind, kinds, wanted, numbers)
    return tuple(found)


def _large(size: Size, numbers: Numbers) -> Iterator[Plan]:
    for one in calibration.LARGE_GROUPS[: size.scaled(len(calibration.LARGE_GROUPS), least=6)]:
        # Small markets shrink the groups, not the kinds.
        shrunk = max(size.scale, 0.12)
        wants = Counter(
            {
                words.HOME: round(one.homes * _LARGE_EVER * shrunk),
                words.FOSTERING: round(one.agencies * 1.4 * shrunk),
                words.SUPPORTED: round(one.supported * shrunk),
            }
        )
        companies = max(min(one.owners, wants[words.HOME]), 1 if wants[words.HOME] else 0)
        if wants.total():
            yield Plan(
                key=f"group-{next(numbers)}", kind=Kind[one.kind], wants=wants, companies=companies
            )


def _with_homes(random: Random, wanted: int, numbers: Numbers) -> Iterator[Plan]:
    while wanted > 0:
        owned = weighted(random, calibration.OWNED_HOMES)
        ever = round(owned * _EVER) if owned > 1 else 1 + (random.random() < _SECOND)
        homes = min(wanted, ever)
        wanted -= homes
        kind = Kind[weighted(random, _kinds(homes))]
        companies = 1 if kind is Kind.SOLO or homes < 4 else random.choice([1, 1, 2, 3])  # noqa: PLR2004
        if kind is Kind.SOLO and random.random() < 0.02:  # noqa: PLR2004 - some ten of 2,700 owners
            kind = random.choice([Kind.SOLE_TRADER, Kind.PARTNERSHIP])
        yield Plan(
            key=f"group-{next(numbers)}",
            kind=kind,
            wants=Counter({words.HOME: homes}),
            companies=companies,
        )


def _charities(random: Random, size: Size, wanted: int, numbers: Numbers) -> Iterator[Plan]:
    charities = size.scaled(calibration.CHARITIES_WITH_HOMES, least=2)
    mean = max(1, wanted // charities)
    while wanted > 0:
        homes = min(wanted, random.randint(1, 2 * mean))
        wanted -= homes
        kind = Kind.CHARITY_GROUP if homes > 3 else Kind.CHARITY  # noqa: PLR2004
        yield Plan(
            key=f"group-{next(numbers)}",
            kind=kind,
            wants=Counter({words.HOME: homes}),
            companies=1,
        )


def _with_few(
    random: Random, provision_type: str, kinds: Mapping[str, int], wanted: int, numbers: Numbers
) -> Iterator[Plan]:
    """Yield groups of one registration, now and then of two or three."""
    while wanted > 0:
        few = min(wanted, weighted(random, _FEW))
        wanted -= few
        yield Plan(
            key=f"group-{next(numbers)}",
            kind=Kind[weighted(random, kinds)],
            wants=Counter({provision_type: few}),
            companies=0,
        )


def _left(every: Lives, kind: str, sector: str, found: Iterable[Plan]) -> int:
    """How many registrations of a type and sector no group of these wants yet."""
    ours = [one for one in every[kind] if one.sector == sector]
    return len(ours) - sum(plan.wants[kind] for plan in found if plan.sector == sector)


def _kinds(homes: int) -> dict[str, int]:
    return next(kinds for most, kinds in calibration.KINDS_BY_SIZE if homes <= most)
