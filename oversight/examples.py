"""Write a market as small text tables, so that a rule's examples read as a specification."""

import re
from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime
from functools import cache
from typing import TypeVar

from db import owner_text
from db.company_numbers import PATTERN
from db.records import (
    Company,
    Control,
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
_NUMBER = re.compile(PATTERN)
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
A_COMPANY: Mapping[str, object] = {
    **dict.fromkeys(Company.model_fields),
    "public_on": PUBLISHED,
    "valid_from": date(2015, 1, 1),
    "company_type": "ltd",
    "status": "active",
}
A_HOLDING: Mapping[str, object] = {
    **dict.fromkeys(Control.model_fields),
    "public_on": date(2020, 1, 1),
    "valid_from": date(2020, 1, 1),
    "kind": "corporate-entity-person-with-significant-control",
    "capacity": "direct",
}
BANDS: Mapping[str, tuple[float, bool, float, bool]] = {
    "25-50": (0.25, True, 0.5, False),
    "50": (0.5, False, 0.5, False),
    "50-75": (0.5, True, 0.75, True),
    "75-100": (0.75, False, 1, False),
}
"""Shares in per cent as examples write them: the least and whether it is open, then the most."""
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
    companies: str = "",
    ownership: str = "",
    policy: str = DEFAULT,
) -> Market:
    """A market from `|`-separated tables whose first line names the fields.

    In `ownership` a holder of eight characters is a company, any other a name; `votes` and
    `shares` are bands.
    """
    shelf: dict[type[Record], tuple[Record, ...]] = {
        Setting: _read(Setting, settings, A_HOME),
        Inspection: _read(Inspection, inspections, A_FULL_INSPECTION),
        Premises: _read(Premises, premises, A_PREMISES),
        CouncilOwnedBody: _read(CouncilOwnedBody, council_owned, A_COUNCIL_OWNED_BODY),
        Company: _read(Company, companies, A_COMPANY),
        Control: tuple(_holding(said, row) for row, said in enumerate(_cells(ownership), start=1)),
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
    return tuple(
        kind.model_validate(
            dict(defaults)
            | ({"event_number": str(number)} if kind is Inspection else {})
            | (_numbers(said) if kind is Setting else {})
            | {"cite": _cite(kind, number)}
            | said
        )
        for number, said in enumerate(_cells(table), start=1)
    )


def _numbers(setting: Mapping[str, str | None]) -> dict[str, object]:
    """The numbers that the register's reader finds in an owner's text."""
    owner = setting.get("owner_name")
    return {
        "owner_company_number": owner_text.company_number(owner),
        "owner_charity_number": owner_text.charity_number(owner),
    }


def _cells(table: str) -> Iterator[dict[str, str | None]]:
    lines = [[cell.strip() for cell in line.split("|")] for line in table.strip().splitlines()]
    for row in lines[1:]:
        yield {name: cell or None for name, cell in zip(lines[0], row, strict=True)}


def _cite(kind: type[Record], number: int) -> str:
    return f"sha256:{'0' * 64}#{kind.__name__}&row={number}"


def _holding(said: dict[str, str | None], number: int) -> Control:
    """One entry of a control register, from a row of `ownership`."""
    fields: dict[str, object] = {
        "company_number" if name == "company" else name: cell
        for name, cell in said.items()
        if name not in {"holder", "votes", "shares"}
    }
    holder = said["holder"]
    is_company = holder is not None and _NUMBER.fullmatch(holder) is not None
    fields["holder_company_number" if is_company else "holder_name"] = holder
    for family in ("votes", "shares"):
        ends = BANDS[band] if (band := said.get(family)) else (None,) * 4
        names = (f"{family}_{end}" for end in ("min", "min_open", "max", "max_open"))
        fields |= dict(zip(names, ends, strict=True))
    return Control.model_validate(
        {**A_HOLDING, "cite": _cite(Control, number), "psc_id": f"id-{number}", **fields}
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
