"""What Ofsted has on its books as at a day: the register, its movements, and visits by then."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property

from crawlers.rehearsal import words
from crawlers.rehearsal.forms.ofsted.year import Year
from crawlers.rehearsal.world.settings import Inspection, Setting
from crawlers.rehearsal.world.world import World

Key = tuple[int, str]
"""Of a visit: its event number and the registration; one visit may be to two registrations."""


@dataclass(frozen=True, kw_only=True, eq=False)
class Register:
    """One world's settings and visits, as Ofsted lists them; each list is made once."""

    world: World
    misdated: Mapping[Key, date] = field(default_factory=dict[Key, date])
    """Days of publication that an issue gave wrongly, where it did."""
    _open: dict[date, tuple[Setting, ...]] = field(
        default_factory=dict[date, tuple[Setting, ...]], init=False
    )
    _full: dict[tuple[date, date], Mapping[str, Sequence[Inspection]]] = field(
        default_factory=dict[tuple[date, date], Mapping[str, Sequence[Inspection]]], init=False
    )

    def open_on(self, day: date) -> tuple[Setting, ...]:
        """The settings on the register as at a day, in the order of their numbers."""
        if day not in self._open:
            self._open[day] = _by_number(one for one in self.world.settings if one.is_open(day))
        return self._open[day]

    def moved(self, year: Year) -> tuple[Setting, ...]:
        """The settings that joined in the year, then those that only left in it."""
        joined = _by_number(one for one in self.world.settings if year.covers(one.registered_on))
        left = _by_number(
            one
            for one in self.world.settings
            if year.covers(one.left_on) and not year.covers(one.registered_on)
        )
        return (*joined, *left)

    def visits(self, year: Year) -> tuple[Inspection, ...]:
        """The year's visits, as its issue knows them, in the order of setting and day."""
        known = (
            visit
            for visit in self._visits
            if year.covers(visit.inspected_on) and visit.published_on <= year.published_by
        )
        return tuple(
            sorted(known, key=lambda one: (_order(one.urn), one.inspected_on, one.event_number))
        )

    def latest(self, day: date, published_by: date) -> Mapping[str, Inspection]:
        """Each setting's latest full inspection by a day and published by another, by number."""
        return {urn: found[-1] for urn, found in self._full_by(day, published_by).items()}

    def before_latest(self, day: date, published_by: date) -> Mapping[str, Inspection]:
        """Each setting's full inspection before the latest, by number; only where there is one."""
        full = self._full_by(day, published_by)
        return {urn: found[-2] for urn, found in full.items() if len(found) > 1}

    def _full_by(self, day: date, published_by: date) -> Mapping[str, Sequence[Inspection]]:
        if (day, published_by) not in self._full:
            found: dict[str, list[Inspection]] = {}
            for visit in self._visits:
                if (
                    visit.kind == words.FULL
                    and visit.inspected_on <= day
                    and visit.published_on <= published_by
                ):
                    found.setdefault(visit.urn, []).append(visit)
            self._full[day, published_by] = found
        return self._full[day, published_by]

    @cached_property
    def _visits(self) -> tuple[Inspection, ...]:
        """Every visit, oldest first, with the days of publication as this issue gives them."""
        given = (
            replace(visit, published_on=self.misdated[visit.event_number, visit.urn])
            if (visit.event_number, visit.urn) in self.misdated
            else visit
            for visit in self.world.inspections
        )
        return tuple(sorted(given, key=lambda one: (one.inspected_on, one.event_number, one.urn)))


def is_one_of(setting: Setting, *provision_types: str) -> bool:
    """Whether a setting is of one of these types, however its type is capitalised."""
    return setting.provision_type.casefold() in {kind.casefold() for kind in provision_types}


def status_on(setting: Setting, day: date) -> str:
    """Where a registration stands as at a day."""
    if setting.left_on is not None and setting.left_on <= day:
        return setting.left_by or words.RESIGNED
    return words.SUSPENDED if setting.is_suspended(day) else words.ACTIVE


def _by_number(settings: Iterable[Setting]) -> tuple[Setting, ...]:
    return tuple(sorted(settings, key=lambda setting: _order(setting.urn)))


def _order(urn: str) -> tuple[bool, str]:
    """Plain numbers before those that begin with SC, as the publisher sorts them."""
    return (urn.startswith("SC"), urn)
