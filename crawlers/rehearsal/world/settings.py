"""Settings as they really are, and what inspectors found there."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, kw_only=True)
class Council:
    """One council area, by the codes that publishers use for it."""

    key: str
    """`council:` and its ONS code."""
    ons_code: str
    dfe_code: str | None
    name: str
    """As ONS writes it."""
    ofsted_name: str
    """As Ofsted writes it: `Bristol`, `Southend on Sea`."""
    title: str
    """The council's full name, as an owner: `Leeds City Council`."""
    region: str
    """One of the nine regions, or Wales."""
    town: str
    constituencies: tuple[str, ...]
    """Invented, as no record keeps them: `Leeds North`."""
    looked_after: int
    """Children it looks after, the scale of everything that stands in its area."""

    @property
    def ofsted_region(self) -> str:
        """Ofsted's region: the region, but for two that it joins."""
        if self.region in {"North East", "Yorkshire and The Humber"}:
            return "North East, Yorkshire and the Humber"
        return self.region


@dataclass(frozen=True, kw_only=True)
class Ownership:
    """Who runs a setting from a day on: its registered person.

    A transfer of shares in the owner changes nothing here. Where the registered person itself
    changes, Ofsted closes the registration and opens another, so that most settings have one.
    """

    owner: str | None
    """Key of a body or a sole trader; None where nobody says."""
    since: date


@dataclass(frozen=True, kw_only=True)
class OwnerText:
    """What Ofsted writes for the owner in issues as at `since` and later."""

    text: str | float | None
    """A number where a spreadsheet made one of it; None for a blank."""
    since: date


@dataclass(frozen=True, kw_only=True)
class Places:
    """Registered places from a day on; None where Ofsted leaves them blank."""

    places: int | None
    since: date


@dataclass(frozen=True, kw_only=True)
class Premises:
    """One building of a supported-accommodation registration."""

    category: int
    places: int
    council: str
    """Key of the council in whose area it lies."""
    constituency: str
    opened_on: date
    closed_on: date | None = None


@dataclass(frozen=True, kw_only=True)
class Setting:
    """One registration, from its first day to its last."""

    urn: str
    provision_type: str
    """Ofsted's words, as in `crawlers.rehearsal.words`."""
    sector: str
    council: str
    """Key of the council in whose area its registered address lies."""
    constituency: str
    registered_on: date
    owners: tuple[Ownership, ...]
    """Oldest first; never empty."""
    owner_texts: tuple[OwnerText, ...]
    """Oldest first; never empty."""
    sizes: tuple[Places, ...]
    """Oldest first; never empty."""
    left_on: date | None = None
    left_by: str | None = None
    """`Resigned`, `Cancelled` or `Closed`."""
    suspended: tuple[tuple[date, date | None], ...] = ()
    """Spells of suspension: the first day, and the day on which it is lifted."""
    premises: tuple[Premises, ...] = ()
    name: str | None = None
    """None where the publisher withholds it, as of every children's home."""
    address: tuple[str, str, str, str, str] | None = None
    linked_education_urn: int | None = None
    short_breaks_only: bool = False
    multi_building: bool = False
    registered_again_as: str | None = None
    """The URN under which the same place goes on, where the registered person changed."""
    fostering: tuple[Places, ...] = ()
    """Approved fostering places of an agency, oldest first. No table states them setting by
    setting; Ofsted's yearly release adds them up by owner."""

    def is_open(self, day: date) -> bool:
        """Whether it is on the register as at a day."""
        return self.registered_on <= day and (self.left_on is None or self.left_on > day)

    def owner_on(self, day: date) -> str | None:
        """Who runs it on a day; before the first day, whoever ran it first."""
        first = self.owners[0].owner
        return next((one.owner for one in reversed(self.owners) if one.since <= day), first)

    def owner_text_at(self, day: date) -> str | float | None:
        """What Ofsted writes for its owner in the issue as at a day."""
        first = self.owner_texts[0].text
        return next((one.text for one in reversed(self.owner_texts) if one.since <= day), first)

    def places_on(self, day: date) -> int | None:
        """Registered places on a day: its premises' where it has any."""
        if self.premises:
            return sum(
                one.places
                for one in self.premises
                if one.opened_on <= day and (one.closed_on is None or one.closed_on > day)
            )
        first = self.sizes[0].places
        return next((one.places for one in reversed(self.sizes) if one.since <= day), first)

    def fostering_places_on(self, day: date) -> int:
        """Approved fostering places on a day; 0 before its first, and of what is no agency."""
        found = (one.places for one in reversed(self.fostering) if one.since <= day)
        return next(found, None) or 0

    def is_suspended(self, day: date) -> bool:
        """Whether its registration is suspended on a day."""
        return any(first <= day and (last is None or last > day) for first, last in self.suspended)


@dataclass(frozen=True, kw_only=True)
class Inspection:
    """One visit to one registration; None where the visit judges nothing."""

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
    """Of supported accommodation, which is not graded."""
