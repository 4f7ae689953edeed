"""What bodies run besides the settings of this market: homes for adults, and schools.

A world says who does other things, not what they are; each is drawn here once, so that the
registers of two publishers agree.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from random import Random

from crawlers.rehearsal.forms.drawn import drawn
from crawlers.rehearsal.world.bodies import ON_THE_REGISTER, Body, Form, Nature
from crawlers.rehearsal.world.settings import Council
from crawlers.rehearsal.world.world import World

LARGE = 5
"""A provider that ever ran so many settings may run something else as well."""


class Kind(StrEnum):
    """What else is run."""

    ADULT_CARE = "adult care"
    SCHOOL = "school"


SHARE_OF_LARGE = {Kind.ADULT_CARE: 0.2, Kind.SCHOOL: 0.15}
"""Share of large providers that run such things under the same company.

Assumptions: both registers name their providers, and nobody has joined them to Ofsted's.
"""

_SIC = {"85": Kind.SCHOOL, "86": Kind.ADULT_CARE, "87": Kind.ADULT_CARE, "88": Kind.ADULT_CARE}
"""What the first two digits of an industry code say of who does other care."""

_FIRST = ("Bistort", "Campion", "Sorrel", "Betony", "Tansy", "Melilot", "Woodruff", "Saxifrage")
_LAST = ("mead", "fold", "hythe", "croft", "ley", "barrow")
_ENDINGS = {
    Kind.ADULT_CARE: ("Court", "House", "Grange", "Lodge"),
    Kind.SCHOOL: ("School", "Academy School", "Learning Centre"),
}


@dataclass(frozen=True, kw_only=True)
class Service:
    """One place where a body does something else."""

    kind: Kind
    body: Body
    number: int
    """1 for the body's first of its kind."""
    name: str
    council: Council
    street: str
    opened_on: date
    closed_on: date | None
    size: int
    """Beds, or pupils."""

    @property
    def key(self) -> str:
        """Kind, body and number."""
        return f"{self.kind}/{self.body.key}/{self.number}"

    def is_open(self, day: date) -> bool:
        """Whether it runs on a day."""
        return self.opened_on <= day and (self.closed_on is None or self.closed_on > day)


def services(world: World, kind: Kind) -> Iterator[Service]:
    """Yield every place of a kind, past and to come, by body and number.

    Somebody has one in every world, however small: a register of nothing is no register.
    """
    councils: dict[str | None, list[str]] = defaultdict(list)
    for setting in world.settings:
        for one in setting.owners:
            councils[one.owner].append(setting.council)
    is_any_open = False
    for body in sorted(world.bodies, key=lambda one: one.key):
        ran = councils.get(body.key, [])
        draws = drawn(world.seed, f"runs {kind}", body.key)
        if _runs(kind, body, len(ran), draws):
            most = 8 if body.nature is Nature.OTHER_CARE else 3
            areas = _areas(world, body, set(ran))
            for number in range(1, draws.randint(1, most) + 1):
                found = _service(world, kind, body, number, areas)
                is_any_open = is_any_open or _is_open_all_year(world, found)
                yield found
    if not is_any_open:
        yield from _of_the_largest(world, kind, councils)


def _is_open_all_year(world: World, found: Service) -> bool:
    """Whether a place runs from a year before the world's last day until then."""
    return found.is_open(world.last_day - timedelta(days=365)) and found.is_open(world.last_day)


def _of_the_largest(
    world: World, kind: Kind, councils: dict[str | None, list[str]]
) -> Iterator[Service]:
    """Yield one place of whoever ran most settings, which has it from its beginning."""
    going = [one for one in world.bodies if one.form in ON_THE_REGISTER and one.ended_on is None]
    body = max(going, key=lambda one: (len(councils.get(one.key, [])), one.key), default=None)
    if body is not None:
        areas = _areas(world, body, set(councils.get(body.key, [])))
        # Above every number that the body's other places may have.
        found = _service(world, kind, body, 99, areas)
        yield replace(found, opened_on=body.begun_on, closed_on=None)


def _runs(kind: Kind, body: Body, settings: int, draws: Random) -> bool:
    chance = draws.random()
    if body.form not in ON_THE_REGISTER | {Form.CHARITY}:
        return False
    if body.nature is Nature.OTHER_CARE:
        said = {_SIC[code[:2]] for code in body.sic_codes if code[:2] in _SIC}
        return kind in said if said else chance < 1 / 2
    return settings >= LARGE and chance < SHARE_OF_LARGE[kind]


def _areas(world: World, body: Body, keys: set[str]) -> list[Council]:
    """Where a body is at home: its settings' councils, else its office's, else all of England."""
    english = [one for one in world.councils if one.dfe_code is not None]
    town = body.offices[-1].address.town
    return (
        [one for one in english if one.key in keys]
        or [one for one in english if one.town == town]
        or english
    )


def _service(world: World, kind: Kind, body: Body, number: int, areas: list[Council]) -> Service:
    draws = drawn(world.seed, f"{kind} of", f"{body.key}/{number}")
    name = f"{draws.choice(_FIRST)}{draws.choice(_LAST)} {draws.choice(_ENDINGS[kind])}"
    opened_on = _day(draws, body.begun_on, max(world.last_day, body.begun_on))
    closes = draws.random() < 1 / 10
    later = _day(draws, opened_on, max(world.last_day, opened_on)) + timedelta(days=1)
    ends = [one for one in (later if closes else None, body.ended_on) if one is not None]
    return Service(
        kind=kind,
        body=body,
        number=number,
        name=name,
        council=draws.choice(areas),
        street=f"{draws.randint(1, 90)} {draws.choice(_FIRST)} Walk",
        opened_on=opened_on,
        closed_on=min(ends, default=None),
        size=draws.randint(6, 60),
    )


def _day(draws: Random, first: date, last: date) -> date:
    return first + timedelta(days=draws.randint(0, (last - first).days))
