"""Who owns the most, as Ofsted adds it up once a year: the only table with fostering places.

Ofsted joins its register to what it knows of companies; here that is told by whoever asks. Only
private and voluntary owners are ranked; a setting whose owner nobody knows counts in totals alone.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from crawlers.rehearsal import words
from crawlers.rehearsal.forms.ofsted.columns import is_open
from crawlers.rehearsal.forms.ofsted.register import Register, is_one_of
from crawlers.rehearsal.world.settings import Setting

OwnerOn = Callable[[Setting, date], str | None]
"""The name of who ultimately owns a setting on a day; None where nobody knows."""
KnownOwner = Callable[[Setting, date, date], str | None]
"""The same, by what is known on a later day."""

QUARTER, HALF = 0.25, 0.5
"""The largest owners are those who together make up this share of all: a quarter of homes and of
premises, by the publisher's own definition of 2025; of fostering places half, which is what its
seven largest made up in 2022."""
_RANKED = frozenset({words.PRIVATE, words.VOLUNTARY})
_ROUNDED_TO = 5
"""Fostering places are published to the nearest five."""


@dataclass(frozen=True, kw_only=True)
class Held:
    """What one owner has of one service."""

    owner: str
    settings: int
    measure: int
    """Homes, fostering places or premises: that by which owners are ranked."""
    places: int | None
    """Registered places of homes; None for what has none of its own."""


@dataclass(frozen=True, kw_only=True)
class Service:
    """One service's largest owners on one day, largest first, and the total of all owners."""

    total: int
    settings: int
    largest: tuple[Held, ...]
    single: int
    """Settings whose owner, private or voluntary, has no other of this service."""

    def share(self, of: Iterable[Held]) -> float:
        """What some owners have together of all that there is, 0 to 1; 0 where there is nothing."""
        return sum(each.measure for each in of) / self.total if self.total else 0.0


def homes(register: Register, day: date, owner_on: OwnerOn) -> Service:
    """The owners of most homes of all kinds."""
    found = [one for one in register.open_on(day) if is_one_of(one, *words.HOMES)]
    return _service(found, day, owner_on, lambda _: 1, QUARTER, has_places=True)


def fostering(register: Register, day: date, owner_on: OwnerOn) -> Service:
    """The owners of most fostering places, rounded."""
    found = [one for one in register.open_on(day) if is_one_of(one, words.FOSTERING)]
    return _service(
        found, day, owner_on, lambda one: one.fostering_places_on(day), HALF, rounded=True
    )


def supported_accommodation(register: Register, day: date, owner_on: OwnerOn) -> Service:
    """The owners of most premises of supported accommodation."""
    found = [one for one in register.open_on(day) if is_one_of(one, words.SUPPORTED)]
    return _service(
        found,
        day,
        owner_on,
        lambda one: sum(is_open(each, day) for each in one.premises),
        QUARTER,
    )


def _service(
    settings: list[Setting],
    day: date,
    owner_on: OwnerOn,
    measure: Callable[[Setting], int],
    until: float,
    *,
    has_places: bool = False,
    rounded: bool = False,
) -> Service:
    owned: dict[str, list[Setting]] = {}
    for setting in settings:
        owner = owner_on(setting, day) if setting.sector in _RANKED else None
        if owner is not None:
            owned.setdefault(owner, []).append(setting)
    held = sorted(
        (
            Held(
                owner=owner,
                settings=len(mine),
                measure=sum(map(measure, mine)),
                places=sum(one.places_on(day) or 0 for one in mine) if has_places else None,
            )
            for owner, mine in owned.items()
        ),
        key=lambda each: (-each.measure, -(each.places or 0), each.owner),
    )
    total = sum(map(measure, settings))
    largest = _until(held, until * total)
    return Service(
        total=_rounded(total) if rounded else total,
        settings=len(settings),
        largest=tuple(_rounded_held(each) if rounded else each for each in largest),
        single=sum(len(mine) == 1 for mine in owned.values()),
    )


def _until(held: Iterable[Held], enough: float) -> list[Held]:
    """The first owners who together have enough."""
    found: list[Held] = []
    for each in held:
        if sum(one.measure for one in found) >= enough or each.measure == 0:
            break
        found.append(each)
    return found


def _rounded(number: int) -> int:
    return _ROUNDED_TO * round(number / _ROUNDED_TO)


def _rounded_held(each: Held) -> Held:
    return Held(
        owner=each.owner,
        settings=each.settings,
        measure=_rounded(each.measure),
        places=each.places,
    )
