"""Invented registers, movements and snapshots for the tests of what follows from them."""

from datetime import UTC, date, datetime
from typing import Any

from db.records import (
    EventType,
    Inspection,
    Judgement,
    Listing,
    Movement,
    Population,
    ProvisionType,
    Record,
    RegistrationStatus,
    Sector,
    Setting,
)
from db.snapshot import Snapshot

MARCH_2024, MARCH_2025 = date(2024, 3, 31), date(2025, 3, 31)


def cite(document: str, row: int) -> str:
    """A place in an invented document."""
    return f"sha256:{document[0] * 64}#row={row}"


def setting(urn: str, as_at: date, population: Population, **said: Any) -> Setting:
    """One line of a list."""
    usual: dict[str, Any] = {
        "cite": cite("f" if population is Population.FULL else "a", int(urn[2:])),
        "public_on": date(as_at.year, 7, 1),
        "name": None,
        "provision_type": ProvisionType.CHILDRENS_HOME,
        "registered_on": date(2019, 5, 1),
        "registration_status": RegistrationStatus.ACTIVE,
        "ofsted_region": "South East",
        "government_office_region": "South East",
        "local_authority": "Kent",
        "sector": Sector.PRIVATE,
        "places": 4,
        "supported_accommodation_premises": None,
        "short_breaks_only": False,
        "multi_building": None,
        "linked_education_urn": None,
        "owner_name": None,
        "owner_company_number": None,
        "owner_charity_number": None,
    }
    return Setting(urn=urn, as_at=as_at, population=population, **(usual | said))


def movement(urn: str, year_to: date, *, joined: bool = False, left: bool = False) -> Movement:
    """One row of openings and closures."""
    return Movement(
        cite=cite("b", int(urn[2:])),
        public_on=date(year_to.year, 7, 1),
        urn=urn,
        year_to=year_to,
        moved_on=date(year_to.year - 1, 9, 1),
        joined=joined,
        left=left,
        opened_on=date(2019, 5, 1),
        resigned_on=None,
        closed_on=None,
        cancelled_on=None,
        left_on=None,
        provision_type=ProvisionType.CHILDRENS_HOME,
        sector=Sector.PRIVATE,
        local_authority="Kent",
        places=3,
        status_before=RegistrationStatus.ACTIVE,
        status_after=RegistrationStatus.RESIGNED,
        reason=None,
    )


def inspection(urn: str, listed_at: date, **said: Any) -> Inspection:
    """One row of a table of inspections."""
    usual: dict[str, Any] = {
        "cite": cite("c", int(urn[2:])),
        "public_on": date(2023, 10, 1),
        "event_number": "10000001",
        "listing": Listing.LATEST,
        "event_type": EventType.FULL,
        "inspected_on": date(2023, 9, 1),
        "provision_type": ProvisionType.CHILDRENS_HOME,
        "registration_status": RegistrationStatus.ACTIVE,
        "local_authority": "Kent",
        "sector": Sector.PRIVATE,
        "owner_name": None,
        "overall_experiences_and_progress": Judgement.GOOD,
        "interim_outcome": None,
        "supported_accommodation_outcome": None,
        "education_outcomes": None,
        "health_services": None,
        "helped_and_protected": None,
        "leaders_and_managers": None,
    }
    return Inspection(urn=urn, listed_at=listed_at, **(usual | said))


def snapshot(*records: Record, as_of: date = date(2026, 1, 1)) -> Snapshot:
    """A snapshot of these records."""
    shelf: dict[type[Record], tuple[Record, ...]] = {}
    for record in records:
        shelf[type(record)] = (*shelf.get(type(record), ()), record)
    return Snapshot(as_of=as_of, known_at=datetime(2026, 1, 1, tzinfo=UTC), shelf=shelf)
