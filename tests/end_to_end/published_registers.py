"""What the truth says Ofsted published of settings, visits, premises and movements, beside ours."""

from collections.abc import Iterable
from datetime import date

from crawlers.rehearsal.world.settings import Council
from crawlers.rehearsal.world.world import World
from db import records
from db.snapshot import Snapshot

Row = tuple[object, ...]
STATUSES_SINCE = date(2020, 3, 31)
"""Before it every setting is listed as active."""


def settings_held(snapshot: Snapshot, day: date) -> dict[str, Row]:
    """Each setting of the register as at a day, by its number."""
    return {
        one.urn: (
            one.provision_type.casefold(),
            one.registered_on,
            one.registration_status,
            one.local_authority,
            one.sector,
            one.places,
            one.owner_name,
        )
        for one in snapshot.every(records.Setting)
        if one.as_at == day
    }


def settings_true(world: World, day: date) -> dict[str, Row]:
    """The same from the truth."""
    return {
        one.urn: (
            one.provision_type.casefold(),
            one.registered_on,
            "Suspended" if day >= STATUSES_SINCE and one.is_suspended(day) else "Active",
            world.council[one.council].on(day).ofsted_name,
            one.sector,
            one.places_on(day),
            _text(one.owner_text_at(day)),
        )
        for one in world.settings
        if one.is_open(day)
    }


def _text(written: str | float | None) -> str | None:
    return None if written is None else str(written).strip()


def grades_held(visits: Iterable[records.Inspection]) -> dict[tuple[str, str], Row]:
    """What each visit concluded, by its number and the setting's."""
    return {
        (one.urn, str(one.event_number)): (
            one.event_type,
            one.inspected_on,
            one.overall_experiences_and_progress or one.supported_accommodation_outcome,
            one.helped_and_protected,
            one.leaders_and_managers,
        )
        for one in visits
    }


def grades_true(world: World) -> dict[tuple[str, str], Row]:
    """The same from the truth, of every visit there ever was."""
    return {
        (one.urn, str(one.event_number)): (
            one.kind,
            one.inspected_on,
            one.overall or one.outcome,
            one.helped_and_protected,
            one.leaders_and_managers,
        )
        for one in world.inspections
    }


def premises_held(snapshot: Snapshot, day: date) -> list[Row]:
    """Each building of supported accommodation in the register as at a day."""
    return sorted(
        (one.urn, one.local_authority, one.government_office_region, one.places)
        for one in snapshot.every(records.Premises)
        if one.as_at == day
    )


def premises_true(world: World, day: date) -> list[Row]:
    """The same from the truth."""
    return sorted(
        (one.urn, *_where(world.council[each.council].on(day)), each.places)
        for one in world.settings
        if one.is_open(day)
        for each in one.premises
        if each.opened_on <= day and (each.closed_on is None or each.closed_on > day)
    )


def _where(council: Council) -> tuple[str, str]:
    return council.ofsted_name, council.region


def movements_held(snapshot: Snapshot, year_to: date) -> dict[str, Row]:
    """Who joined and who left the register within a year."""
    return {
        one.urn: (one.joined, one.left, one.opened_on, one.left_on, one.sector, one.places)
        for one in snapshot.every(records.Movement)
        if one.year_to == year_to
    }


def movements_true(world: World, year_to: date) -> dict[str, Row]:
    """The same from the truth."""
    since = date(year_to.year - 1, 4, 1)
    found = dict[str, Row]()
    for one in world.settings:
        joined = since <= one.registered_on <= year_to
        left = one.left_on is not None and since <= one.left_on <= year_to
        if joined or left:
            left_on = one.left_on if left else None
            places = one.places_on(left_on or year_to)
            found[one.urn] = (joined, left, one.registered_on, left_on, one.sector, places)
    return found
