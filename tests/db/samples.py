"""Invented statements, and short ways to take them in and to ask for them."""

from collections.abc import Sequence
from datetime import UTC, date, datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy import Connection, Engine

from db import tables
from db.engine import writing
from db.loading import load_snapshot
from db.records import (
    KINDS,
    ControlTotal,
    CouncilOwnedBody,
    CouncilOwnedKind,
    Document,
    EventType,
    Inspection,
    Judgement,
    Listing,
    LocalAuthority,
    LocalAuthorityBorder,
    LocalAuthoritySpelling,
    Movement,
    OwnedSector,
    OwnedService,
    OwnershipFigure,
    OwnershipMeasure,
    OwnerStatement,
    Population,
    Premises,
    ProvisionType,
    Record,
    RegistrationStatus,
    Sector,
    Setting,
)
from db.snapshot import Snapshot
from db.store import OpenRun, Saved, close_run, running, save_subject
from tests.db.companies import about_a_company
from tests.db.other_registers import of_other_registers
from tests.db.reports_and_statistics import of_reports_and_statistics

SOURCE = "registers"
DAY = date(2026, 1, 31)
"""What a sample describes."""
PUBLIC = date(2026, 2, 15)
"""When a sample was made public, unless a test says otherwise."""
CITE = f"sha256:{'0' * 64}#row=2"
PLACE = {
    "ofsted_region": "North East, Yorkshire and the Humber",
    "government_office_region": "North East",
    "local_authority": "Sunderland",
    "sector": Sector.PRIVATE,
    "owner_name": "Réseau d’Été Ltd",
}


def noon(day: str) -> datetime:
    """Midday, UTC."""
    return datetime.fromisoformat(f"{day}T12:00:00+00:00")


def document(body: str, fetched: str = "2026-03-01", published: str | None = None) -> Document:
    """A document with that body, and the day that its page gives, if any."""
    return Document(
        url=f"file:{body}",
        fetched_at=noon(fetched),
        body=body.encode(),
        published_on=date.fromisoformat(published) if published else None,
    )


def setting(urn: str = "SC000001", **said: Any) -> Setting:
    """One line of a register."""
    usual: dict[str, Any] = {
        "cite": CITE,
        "public_on": PUBLIC,
        "as_at": DAY,
        "population": Population.FULL,
        "urn": urn,
        "name": None,
        "provision_type": ProvisionType.CHILDRENS_HOME,
        "registered_on": date(2019, 5, 1),
        "registration_status": RegistrationStatus.ACTIVE,
        **PLACE,
        "places": 4,
        "supported_accommodation_premises": None,
        "short_breaks_only": False,
        "multi_building": None,
        "linked_education_urn": None,
        "owner_company_number": "09000001",
        "owner_charity_number": None,
    }
    return Setting(**{**usual, **said})


def premises(urn: str = "2700001", **said: Any) -> Premises:
    """One building of a supported-accommodation registration."""
    usual: dict[str, Any] = {
        "cite": CITE,
        "public_on": PUBLIC,
        "as_at": DAY,
        "population": Population.FULL,
        "urn": urn,
        "registration_status": RegistrationStatus.ACTIVE,
        "service_category": "Category 1",
        "places": 3,
        **PLACE,
    }
    return Premises(**{**usual, **said})


def inspection(number: str = "10000001", **said: Any) -> Inspection:
    """One visit, graded Good."""
    usual: dict[str, Any] = {
        "cite": CITE,
        "public_on": PUBLIC,
        "event_number": number,
        "urn": "SC000001",
        "listing": Listing.IN_YEAR,
        "listed_at": DAY,
        "event_type": EventType.FULL,
        "inspected_on": date(2026, 1, 10),
        "provision_type": ProvisionType.CHILDRENS_HOME,
        "registration_status": RegistrationStatus.ACTIVE,
        "local_authority": "Sunderland",
        "sector": Sector.PRIVATE,
        "owner_name": None,
        "overall_experiences_and_progress": Judgement.GOOD,
        "interim_outcome": None,
        "supported_accommodation_outcome": None,
        "education_outcomes": None,
        "health_services": None,
        "helped_and_protected": Judgement.GOOD,
        "leaders_and_managers": Judgement.GOOD,
    }
    return Inspection(**{**usual, **said})


def movement(urn: str = "SC000001", **said: Any) -> Movement:
    """One joiner."""
    usual: dict[str, Any] = {
        "cite": CITE,
        "public_on": PUBLIC,
        "urn": urn,
        "year_to": DAY,
        "moved_on": date(2025, 6, 1),
        "joined": True,
        "left": False,
        "opened_on": date(2025, 6, 1),
        "resigned_on": None,
        "closed_on": None,
        "cancelled_on": None,
        "left_on": None,
        "provision_type": ProvisionType.CHILDRENS_HOME,
        "sector": Sector.VOLUNTARY,
        "local_authority": "Sunderland",
        "places": None,
        "status_before": None,
        "status_after": RegistrationStatus.ACTIVE,
        "reason": None,
    }
    return Movement(**{**usual, **said})


def council(code: str = "E08000024", **said: Any) -> LocalAuthority:
    """One council, in force since 2009."""
    usual: dict[str, Any] = {
        "cite": CITE,
        "public_on": PUBLIC,
        "valid_from": date(2009, 4, 1),
        "valid_to": None,
        "ons_code": code,
        "dfe_code": None,
        "name": "Sunderland",
        "region": "North East",
        "region_code": "E12000001",
        "regional_care_cooperative": None,
        "successor_codes": None,
        "basis": "ONS",
    }
    return LocalAuthority(**{**usual, **said})


def council_owned(**said: Any) -> CouncilOwnedBody:
    """One body that a council owns."""
    usual: dict[str, Any] = {
        "cite": CITE,
        "public_on": PUBLIC,
        "valid_from": date(2017, 4, 1),
        "valid_to": None,
        "owner_name": "Larkmoor Trust",
        "owning_councils": "E08000024",
        "kind": CouncilOwnedKind.TRUST,
        "basis": "The council's minutes",
        "address": None,
    }
    return CouncilOwnedBody(**{**usual, **said})


def ownership_figure(**said: Any) -> OwnershipFigure:
    """One figure of a release on ownership: the part of all homes that the two largest have."""
    usual: dict[str, Any] = {
        "cite": CITE,
        "public_on": PUBLIC,
        "as_at": DAY,
        "statement": "Share of all homes that the 2 largest owners have",
        "value": 0.5,
        "measure": OwnershipMeasure.LARGEST_SHARE,
        "service": OwnedService.HOMES,
        "ranked": OwnedSector.EVERY,
        "share_of": OwnedSector.EVERY,
        "region": None,
        "largest": 2,
        "owners": None,
        "definition": "Owners are heads of chains.",
        "release": "A release",
        "section": "Main findings",
        "address": "https://example.org/release",
    }
    return OwnershipFigure(**{**usual, **said})


def one_of_each() -> tuple[Record, ...]:
    """One record of every kind, in the order of KINDS."""
    dated: dict[str, Any] = {
        "cite": CITE,
        "public_on": PUBLIC,
        "valid_from": date(2009, 4, 1),
        "valid_to": None,
        "ons_code": "E08000024",
    }
    return (
        council(),
        LocalAuthoritySpelling(**dated, spelling="Sunderland", publisher="Ofsted"),
        LocalAuthorityBorder(**dated, neighbour_code="E08000037"),
        council_owned(),
        setting(),
        premises(),
        inspection(),
        movement(),
        ControlTotal(
            cite=CITE,
            public_on=PUBLIC,
            table="Homes",
            period="2026-01-31",
            period_to=DAY,
            measure="All",
            value=1,
        ),
        ownership_figure(),
        OwnerStatement(
            cite=CITE,
            public_on=PUBLIC,
            urn="SC000001",
            compiler="A newsroom",
            stated_for=DAY,
            provision_type=ProvisionType.CHILDRENS_HOME,
            registration_status=RegistrationStatus.ACTIVE,
            sector=Sector.PRIVATE,
            owner_name="Réseau d’Été Ltd",
            basis="bfn-research",
        ),
        *of_reports_and_statistics({"cite": CITE, "public_on": PUBLIC}),
        *about_a_company(),
        *of_other_registers(),
    )


def take_in(
    engine: Engine,
    records: Sequence[Record],
    *,
    body: str = "a register",
    fetched: str = "2026-03-01",
    subject: str = "2026-01-31",
    source: str = SOURCE,
    version: int = 1,
) -> Saved:
    """Publish what one document says of one subject, in a run of its own."""
    with running(engine, source, noon(fetched)) as run:
        saved = save(
            engine, run, records, body=body, fetched=fetched, subject=subject, version=version
        )
        close_run(engine, run, {}, noon(fetched))
    return saved


def save(
    engine: Engine,
    run: OpenRun,
    records: Sequence[Record],
    *,
    body: str = "a register",
    fetched: str = "2026-03-01",
    subject: str = "2026-01-31",
    version: int = 1,
) -> Saved:
    """Store what one document says of one subject; the run is still open."""
    return save_subject(
        engine, run, subject, document(body, fetched), records, version=version, status=200
    )


def known(
    engine: Engine,
    *,
    as_of: str = "2026-12-31",
    known_at: str = "2026-12-31",
    seen: bool = False,
) -> Snapshot:
    """What was public by the noon of one day, of the world up to another."""
    return load_snapshot(engine, date.fromisoformat(as_of), noon(known_at), seen=seen)


def visible(engine: Engine) -> dict[str, tuple[Record, ...]]:
    """Every record that any snapshot can ever show, by kind."""
    snapshot = load_snapshot(engine, date.max, datetime.max.replace(tzinfo=UTC))
    found = {kind.__name__: snapshot.every(kind) for kind in KINDS}
    return {name: records for name, records in found.items() if records}


def visible_of(engine: Engine, kind: type[Record]) -> tuple[Record, ...]:
    """Every record of one kind that any snapshot can ever show."""
    return load_snapshot(engine, date.max, datetime.max.replace(tzinfo=UTC)).every(kind)


def held_rows(engine: Engine) -> dict[str, int]:
    """How many rows each table holds, visible or not; empty tables are left out."""
    with engine.connect() as connection:
        counts = {
            name: connection.execute(sa.select(sa.func.count()).select_from(table)).scalar_one()
            for name, table in tables.SQLModel.metadata.tables.items()
        }
    return {name: count for name, count in counts.items() if count}


def empty(engine: Engine) -> None:
    """Take every row out, so that a property starts each of its examples afresh."""
    with writing(engine).begin() as connection:
        for table in reversed(tables.SQLModel.metadata.sorted_tables):
            connection.execute(sa.delete(table))


def raw(connection: Connection, query: str) -> list[tuple[Any, ...]]:
    """What the database itself holds, past every type of ours."""
    return [tuple(row) for row in connection.execute(sa.text(query))]
