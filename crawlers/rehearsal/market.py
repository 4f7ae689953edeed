"""An invented market: who owns which setting, since when, and what inspectors found there."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from crawlers.rehearsal import words
from crawlers.rehearsal.councils import Council
from crawlers.rehearsal.year import Year


@dataclass(frozen=True, kw_only=True)
class Organisation:
    """One owner as it really is, whatever the publisher writes of it."""

    name: str
    company_number: str | None = None
    charity_number: str | None = None


@dataclass(frozen=True, kw_only=True)
class Premises:
    """One building of a supported-accommodation provider."""

    category: int
    places: int
    council: Council
    constituency: str
    opened_on: date


@dataclass(frozen=True, kw_only=True)
class Setting:
    """One registration.

    `organisation` is its true owner, None where nobody says; `owner_text` is what the publisher
    writes, a number where a spreadsheet made one of it. `name` is None where it is withheld.
    """

    urn: str
    provision_type: str
    sector: str
    organisation: Organisation | None
    owner_text: str | float | None
    council: Council
    constituency: str
    registered_on: date
    left_on: date | None = None
    left_by: str = words.RESIGNED
    left_on_is_text: bool = False
    suspended_on: date | None = None
    fixed_places: int | None = None
    premises: tuple[Premises, ...] = ()
    name: str | None = None
    address: tuple[str, str, str, str, str] | None = None
    linked_education_urn: int | None = None
    short_breaks_only: bool = False
    multi_building: bool = False

    def is_one_of(self, *provision_types: str) -> bool:
        """Whether it is of one of these types, however the publisher capitalises it."""
        return self.provision_type.casefold() in {kind.casefold() for kind in provision_types}

    def is_open(self, day: date) -> bool:
        """Whether it is on the register as at a day."""
        return self.registered_on <= day and (self.left_on is None or self.left_on > day)

    def status(self, day: date) -> str:
        """Where its registration stands as at a day."""
        if self.left_on and self.left_on <= day:
            return self.left_by
        if self.suspended_on and self.suspended_on <= day:
            return words.SUSPENDED
        return words.ACTIVE

    def premises_open(self, day: date) -> tuple[Premises, ...]:
        """Its premises as at a day."""
        return tuple(one for one in self.premises if one.opened_on <= day)

    def places(self, day: date) -> int | None:
        """Its registered places as at a day; None for agencies, which have none."""
        if self.premises:
            return sum(one.places for one in self.premises_open(day))
        return self.fixed_places


@dataclass(frozen=True, kw_only=True)
class Inspection:
    """One visit to one registration; blanks where the visit judges nothing."""

    event_number: int
    urn: str
    kind: str
    inspected_on: date
    published_on: date
    overall: str | None = None
    helped_and_protected: str | None = None
    leaders_and_managers: str | None = None
    education: str | None = None
    health: str | None = None
    outcome: str | None = None

    def is_counted(self, year: Year) -> bool:
        """Whether a year's issue knows of it: held by the last day, published by 30 April."""
        return self.inspected_on <= year.to and self.published_on <= year.published_by


@dataclass(frozen=True, kw_only=True)
class Market:
    """Every setting there has been and every visit to one."""

    settings: tuple[Setting, ...]
    inspections: tuple[Inspection, ...]

    def setting(self, urn: str) -> Setting:
        """The registration with that number."""
        return next(setting for setting in self.settings if setting.urn == urn)

    def register(self, day: date) -> tuple[Setting, ...]:
        """The settings on the register as at a day, in the order of their numbers."""
        return _by_number(setting for setting in self.settings if setting.is_open(day))

    def moved(self, year: Year) -> tuple[Setting, ...]:
        """The settings that joined in the year, then those that only left in it."""
        joined = _by_number(each for each in self.settings if year.covers(each.registered_on))
        left = _by_number(each for each in self.settings if year.covers(each.left_on))
        return (*joined, *(setting for setting in left if setting not in joined))

    def inspected(self, year: Year) -> tuple[Inspection, ...]:
        """The year's visits, as its issue knows them, in the order of setting and day."""
        known = (
            visit
            for visit in self.inspections
            if year.covers(visit.inspected_on) and visit.is_counted(year)
        )
        return tuple(sorted(known, key=lambda visit: (_number(visit.urn), visit.inspected_on)))

    def latest_full(self, year: Year) -> dict[str, Inspection]:
        """Each setting's latest full inspection, as the year's issue knows it, by its number."""
        known = (
            visit
            for visit in self.inspections
            if visit.kind == words.FULL and visit.is_counted(year)
        )
        return {visit.urn: visit for visit in sorted(known, key=lambda each: each.inspected_on)}


def _by_number(settings: Iterable[Setting]) -> tuple[Setting, ...]:
    return tuple(sorted(settings, key=lambda setting: _number(setting.urn)))


def _number(urn: str) -> tuple[bool, str]:
    """Plain numbers before those that begin with SC, as the publisher sorts them."""
    return (urn.startswith("SC"), urn)
