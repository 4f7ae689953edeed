"""Write a market as small text tables, so that a rule's examples read as a specification."""

from collections.abc import Mapping
from datetime import UTC, date, datetime
from functools import cache
from typing import TypeVar

from db.records import (
    CouncilOwnedBody,
    Inspection,
    LocalAuthority,
    LocalAuthoritySpelling,
    Premises,
    Record,
    Setting,
)
from db.snapshot import Snapshot
from oversight.market import Market
from oversight.policy import DEFAULT, packaged_policy
from oversight.rule import Example

R = TypeVar("R", bound=Record)
AS_OF = date(2026, 3, 31)
PUBLISHED = date(2026, 7, 15)
KNOWN_AT = datetime(2026, 9, 1, tzinfo=UTC)

A_HOME: Mapping[str, object] = {
    "public_on": PUBLISHED,
    "as_at": AS_OF,
    "population": "full register",
    "name": None,
    "provision_type": "Children's home",
    "registered_on": date(2020, 1, 1),
    "registration_status": "Active",
    "ofsted_region": "South East",
    "government_office_region": "South East",
    "local_authority": "Kent",
    "sector": "Private",
    "places": 4,
    "supported_accommodation_premises": None,
    "short_breaks_only": False,
    "multi_building": None,
    "linked_education_urn": None,
    "owner_company_number": None,
    "owner_charity_number": None,
}
A_FULL_INSPECTION: Mapping[str, object] = {
    "public_on": date(2026, 2, 1),
    "listing": "inspections in the year",
    "listed_at": AS_OF,
    "event_type": "Full inspection",
    "inspected_on": date(2026, 1, 12),
    "provision_type": "Children's home",
    "registration_status": "Active",
    "local_authority": "Kent",
    "sector": "Private",
    "owner_name": None,
    "overall_experiences_and_progress": None,
    "interim_outcome": None,
    "supported_accommodation_outcome": None,
    "education_outcomes": None,
    "health_services": None,
    "helped_and_protected": None,
    "leaders_and_managers": None,
}
A_PREMISES: Mapping[str, object] = {
    "public_on": PUBLISHED,
    "as_at": AS_OF,
    "population": "full register",
    "registration_status": "Active",
    "service_category": "Category 1",
    "places": 4,
    "ofsted_region": "South East",
    "government_office_region": "South East",
    "local_authority": "Kent",
    "sector": "Private",
}
A_COUNCIL_OWNED_BODY: Mapping[str, object] = {
    "public_on": date(2020, 4, 1),
    "valid_from": date(2020, 4, 1),
    "valid_to": None,
    "owning_councils": "E10000016",
    "kind": "children's trust",
    "basis": "An example",
    "address": None,
}
COUNCILS = {"Kent": "E10000016", "Medway": "E06000035", "Surrey": "E10000030"}
"""The councils that examples may name, all in the South East."""


def flags(
    *subjects: str, title: str, of: int | None = None, policy: str = DEFAULT, **tables: str
) -> Example:
    """In this market the rule flags exactly these subjects, or none, `of` those that it could."""
    asked = market(policy=policy, **tables)
    return Example(title=title, market=asked, flags=frozenset(subjects), of=of)


def market(
    *,
    settings: str = "",
    inspections: str = "",
    premises: str = "",
    council_owned: str = "",
    policy: str = DEFAULT,
) -> Market:
    """A market from `|`-separated tables whose first line names the fields."""
    shelf: dict[type[Record], tuple[Record, ...]] = {
        Setting: _read(Setting, settings, A_HOME),
        Inspection: _read(Inspection, inspections, A_FULL_INSPECTION),
        Premises: _read(Premises, premises, A_PREMISES),
        CouncilOwnedBody: _read(CouncilOwnedBody, council_owned, A_COUNCIL_OWNED_BODY),
        LocalAuthority: tuple(_council(name) for name in COUNCILS),
        LocalAuthoritySpelling: tuple(_spelling(name) for name in COUNCILS),
    }
    snapshot = Snapshot(as_of=AS_OF, known_at=KNOWN_AT, shelf=shelf)
    return Market(snapshot=snapshot, policy=packaged_policy(policy))


def homes(count: int, *, owner: str, council: str = "Kent", first: int = 1, places: int = 4) -> str:
    """Rows of a settings table, without its heading: one owner's homes in one council's area."""
    return "\n".join(
        f"SC{first + number:06d} | {owner} | {council} | {places}" for number in range(count)
    )


def table_of_homes(*rows: str) -> str:
    """A settings table of such rows."""
    return "\n".join(("urn | owner_name | local_authority | places", *rows))


def _read(kind: type[R], table: str, defaults: Mapping[str, object]) -> tuple[R, ...]:
    lines = [[cell.strip() for cell in line.split("|")] for line in table.strip().splitlines()]
    if not lines:
        return ()
    header, *rows = lines
    return tuple(
        kind.model_validate(
            dict(defaults)
            | ({"event_number": str(number)} if kind is Inspection else {})
            | {"cite": f"sha256:{'0' * 64}#{kind.__name__}&row={number}"}
            | {name: cell or None for name, cell in zip(header, row, strict=True)}
        )
        for number, row in enumerate(rows, start=1)
    )


@cache
def _council(name: str) -> LocalAuthority:
    return LocalAuthority(
        cite=f"sha256:{'0' * 64}#{name}",
        public_on=date(2009, 4, 1),
        valid_from=date(2009, 4, 1),
        valid_to=None,
        ons_code=COUNCILS[name],
        dfe_code=None,
        name=name,
        region="South East",
        region_code="E12000008",
        regional_care_cooperative=None,
        successor_codes=None,
        basis="An example",
    )


@cache
def _spelling(name: str) -> LocalAuthoritySpelling:
    return LocalAuthoritySpelling(
        cite=f"sha256:{'0' * 64}#{name}",
        public_on=date(2009, 4, 1),
        valid_from=date(2009, 4, 1),
        valid_to=None,
        spelling=name,
        publisher="Ofsted",
        ons_code=COUNCILS[name],
    )
