"""The registrations themselves: where each stands, how large it is, and who runs it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from random import Random
from typing import TypedDict

from crawlers.rehearsal import calibration, words
from crawlers.rehearsal.making.holding import open_name
from crawlers.rehearsal.making.lives import Life
from crawlers.rehearsal.making.public_hands import is_in_councils_hands
from crawlers.rehearsal.making.streams import a_day, days, weighted
from crawlers.rehearsal.making.workbench import Workbench
from crawlers.rehearsal.world.settings import (
    Council,
    Ownership,
    OwnerText,
    Places,
    Premises,
    Setting,
)

_SC_UNTIL = date(2015, 1, 1)
"""Registrations before then have numbers that begin with SC."""
_LEFT_BY = {words.RESIGNED: 72, words.CLOSED: 20, words.CANCELLED: 8}
_NEAR, _IN_REGION = 0.45, 0.3
"""How often a further setting stands in an area where its owner has one, and in its region."""
_WIDE, _SPREAD = 12, 0.4
"""Owners of more settings than this are spread wider: so much of that nearness is left."""
_OPENING, _AT_ONCE = 400, 0.8
"""Days within which the buildings of a registration are opened, and which part is so at once."""
_SHORT_BREAKS = 124 / 3946
"""Short-break-only homes among homes on 31 March 2025."""
_MULTI_BUILDING = 0.03
_OPEN_NAMES = frozenset(
    {
        words.SPECIAL_SCHOOL,
        words.FAMILY_CENTRE,
        words.BOARDING,
        words.COLLEGE,
        words.ADOPTION,
        words.ADOPTION_SUPPORT,
        words.FOSTERING,
        words.HOLIDAY,
    }
)
"""Types whose names and addresses are published."""
_TAUGHT = frozenset({words.SPECIAL_SCHOOL, words.BOARDING, words.COLLEGE, words.SCHOOL_AS_HOME})


class _Published(TypedDict, total=False):
    name: str
    address: tuple[str, str, str, str, str]
    linked_education_urn: int


@dataclass(frozen=True, kw_only=True)
class Registrar:
    """Registers settings, one owner's after another's, near those that the owner has."""

    bench: Workbench
    _where: dict[str, list[Council]] = field(default_factory=dict[str, list[Council]])

    def register(
        self, owner: str, lives: Iterable[Life], home: Council, sector: str
    ) -> Iterator[Setting]:
        """Yield and keep one setting for each registration of an owner."""
        name, lives = self.bench.bodies[owner].name, tuple(lives)
        near = _SPREAD if len(lives) > _WIDE else 1
        for life in lives:
            random = self.bench.stream("setting", life.provision_type, life.number)
            council = self._council(random, owner, home, life, near)
            setting = Setting(
                urn=self._urn(life.opened_on),
                provision_type=life.provision_type,
                sector=sector,
                council=council.key,
                constituency=random.choice(council.constituencies),
                registered_on=life.opened_on,
                owners=(Ownership(owner=owner, since=life.opened_on),),
                owner_texts=(OwnerText(text=name, since=life.opened_on),),
                sizes=(Places(places=_places(random, life), since=life.opened_on),),
                left_on=life.closed_on,
                left_by=self._leaves(random, life, owner),
                premises=tuple(self._premises(random, council, life)),
                short_breaks_only=life.provision_type == words.HOME
                and random.random() < _SHORT_BREAKS,
                multi_building=life.provision_type == words.HOME
                and random.random() < _MULTI_BUILDING,
                **self._published(random, life, council, name),
            )
            self.bench.register(setting)
            yield setting

    def _leaves(self, random: Random, life: Life, owner: str) -> str | None:
        """How it leaves; a council's registration, or its trust's, is cancelled by nobody."""
        how = weighted(random, _LEFT_BY) if life.closed_on else None
        is_public = is_in_councils_hands(self.bench, owner)
        return words.CLOSED if is_public and how == words.CANCELLED else how

    def _urn(self, day: date) -> str:
        if day < _SC_UNTIL:
            return f"SC{self.bench.next_number('SC', 910_001)}"
        return str(self.bench.next_number("URN", 9_100_001))

    def _council(
        self, random: Random, owner: str, home: Council, life: Life, near: float
    ) -> Council:
        """Where it stands: near the owner's others, else in its region, else anywhere."""
        areas, mine = self.bench.areas, self._where.setdefault(owner, [home])
        draw = areas.for_premises if life.provision_type == words.SUPPORTED else areas.for_home
        chance = random.random() / near
        if chance < _NEAR:
            found = random.choice(mine)
        elif chance < _NEAR + _IN_REGION:
            found = draw(random, areas.by_region[home.region])
        else:
            found = draw(random)
        mine.append(found)
        return found

    def _premises(self, random: Random, council: Council, life: Life) -> Iterator[Premises]:
        if life.provision_type != words.SUPPORTED:
            return
        last = max(life.opened_on, (life.closed_on or calibration.LAST_DAY) - days(1))
        soon = min(last, life.opened_on + days(_OPENING))
        number = weighted(random, calibration.PREMISES)
        near = self.bench.areas.by_region.get(council.region, (council,))
        for one in range(number):
            where = council if random.random() < 0.6 else random.choice(near)  # noqa: PLR2004 - chance
            at_once = one < _AT_ONCE * number
            yield Premises(
                category=weighted(random, calibration.PREMISES_CATEGORIES),
                places=weighted(random, calibration.PREMISES_PLACES),
                council=where.key,
                constituency=random.choice(where.constituencies),
                opened_on=life.opened_on if at_once else a_day(random, life.opened_on, soon),
            )

    def _published(self, random: Random, life: Life, council: Council, owner: str) -> _Published:
        """Name, address and school, of the types of which the publisher prints them."""
        found: _Published = {}
        if life.provision_type in _OPEN_NAMES:
            address = self.bench.address(random, council)
            found["name"] = open_name(owner)
            street = f"{address.premises} {address.street}"
            found["address"] = (street, " ", address.town, "", address.postcode or "")
        if life.provision_type in _TAUGHT:
            found["linked_education_urn"] = self.bench.next_number("school", 900_001)
        return found


def _places(random: Random, life: Life) -> int | None:
    if life.provision_type == words.HOME:
        return weighted(random, calibration.HOME_PLACES)
    if life.provision_type in calibration.OTHER_PLACES:
        return random.choice(calibration.OTHER_PLACES[life.provision_type])
    return None
