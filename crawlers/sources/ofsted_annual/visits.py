"""A row of a table of inspections becomes a visit: what kind, when, and what it concluded."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from crawlers import cells
from crawlers.reading import Row
from crawlers.sources.ofsted_annual import words
from crawlers.sources.ofsted_annual.tables import Issue
from crawlers.sources.ofsted_annual.words import Names
from db.records import Inspection, InterimOutcome, Judgement, Listing

REPEATED = (
    *words.NOT_KEPT,
    *words.LINKED_EDUCATION_URN,
    *words.REGISTERED_ON,
    *words.NAME,
    *words.OFSTED_REGION,
    *words.GOVERNMENT_OFFICE_REGION,
    *words.PLACES,
    *words.PREMISES,
    *words.SHORT_BREAKS_ONLY,
    *words.MULTI_BUILDING,
    *words.ENDED_GRADES,
)
"""Columns of an inspection table that are read from the register instead, or not at all."""
LAST_UNNUMBERED = date(2018, 3, 31)
"""Until this day, a few visits have no event number."""


@dataclass(frozen=True, kw_only=True)
class Columns:
    """The columns of one visit, under all the names they have had."""

    kind: Names
    day: Names
    published: Names
    number: Names
    overall: Names
    education: Names
    health: Names
    helped_and_protected: Names
    leaders_and_managers: Names
    accommodation: Names


def _led(*endings: str) -> Names:
    """An ending under each beginning that the years have put before it, and under none."""
    leads = ("Latest full inspection ", "Inspection ", "")
    return tuple(lead + ending for ending in endings for lead in leads)


VISIT = Columns(
    kind=(*_led("event type"), "Inspection type"),
    day=("Latest full inspection date", "Inspection date"),
    published=_led("publication date"),
    number=(*_led("event number"), "Inspection ID"),
    overall=(
        *_led("overall experiences and progress of children and young people"),
        "Overall effectiveness",
    ),
    education=_led("outcomes in education and related learning activities"),
    health=(*_led("health services"), "Latest full inspectio health services"),
    helped_and_protected=(
        *_led("how well children and young people are helped and protected"),
        "Safeguarding children and young people",
        "The safety of children and young people",
    ),
    leaders_and_managers=(
        *_led("the effectiveness of leaders and managers"),
        "Leadership and management",
    ),
    accommodation=("Supported Accommodation outcome",),
)
PREVIOUS_VISIT = Columns(
    kind=("Previous full inspection event type",),
    day=("Previous full inspection event date",),
    published=("Previous full inspection publication date",),
    number=("Previous full inspection event number",),
    overall=("Previous overall experiences and progress of children and young people",),
    education=("Previous outcomes in education and related learning activities",),
    health=("Previous health services",),
    helped_and_protected=("Previous how well children and young people are helped and protected",),
    leaders_and_managers=("Previous effectiveness of leaders and managers",),
    accommodation=(),
)
NOT_EVERY_YEAR = (VISIT.published, VISIT.education, VISIT.health)
"""Columns of a visit that older tables lack."""


def full_inspections(row: Row, issue: Issue) -> Iterator[Inspection]:
    """Give the latest full inspection that a row states, and that before it where 2024 has it."""
    latest = inspection(row, issue, Listing.LATEST)
    if latest is not None:
        yield latest
    if row.has(PREVIOUS_VISIT.kind):
        previous = inspection(row, issue, Listing.PREVIOUS, PREVIOUS_VISIT)
        if previous is not None:
            yield previous


def inspection(
    row: Row, issue: Issue, listing: Listing, columns: Columns = VISIT
) -> Inspection | None:
    """Give the visit that a row states; None where the row states none."""
    kind = row.read(columns.kind, words.optional_event_type)
    inspected_on = row.read(columns.day, cells.optional_day)
    published_on = issue.read(row, columns.published, cells.optional_day)
    number = row.read(columns.number, cells.optional_text)
    overall = row.read(columns.overall, words.overall)
    grades = _grades(row, issue, columns)
    registered = _registered(row, issue)
    if kind is None and inspected_on is None and number is None and overall is None:
        return None
    public_on = issue.public_on if columns.published in issue.lacks else published_on
    if kind is None or inspected_on is None or public_on is None:
        raise row.changed("an inspection without its kind, day or day of publication")
    if number is None and inspected_on > LAST_UNNUMBERED:
        raise row.changed("an inspection without its number")
    return Inspection(
        cite=row.cite,
        public_on=public_on,
        event_number=number,
        listing=listing,
        listed_at=issue.as_at,
        event_type=kind,
        inspected_on=inspected_on,
        overall_experiences_and_progress=overall if isinstance(overall, Judgement) else None,
        interim_outcome=overall if isinstance(overall, InterimOutcome) else None,
        **registered,
        **grades,
    )


def _grades(row: Row, issue: Issue, columns: Columns) -> dict[str, Any]:
    return {
        "education_outcomes": issue.read(row, columns.education, words.judgement),
        "health_services": issue.read(row, columns.health, words.judgement),
        "helped_and_protected": row.read(columns.helped_and_protected, words.judgement),
        "leaders_and_managers": row.read(columns.leaders_and_managers, words.judgement),
        "supported_accommodation_outcome": row.read_if_there(
            columns.accommodation, words.supported_accommodation_outcome
        ),
    }


def _registered(row: Row, issue: Issue) -> dict[str, Any]:
    return {
        "urn": row.read(words.URN, words.urn),
        "provision_type": row.read(words.PROVISION_TYPE, words.provision_type),
        "registration_status": row.read(words.REGISTRATION_STATUS, words.registration_status),
        "local_authority": row.read(words.LOCAL_AUTHORITY, cells.text),
        "sector": row.read(words.SECTOR, words.sector),
        "owner_name": issue.read(row, words.OWNER, words.owner),
    }
