"""Small markets in which something happens, and what is told of it."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any, TypeVar

from db.records import Charge, Filing, Movement, Officer, Population, Record, Setting
from db.snapshot import Snapshot
from oversight.events import Event
from oversight.examples import KNOWN_AT, market
from tests.db.companies import said
from tests.oversight import registers

R = TypeVar("R", bound=Record)
OLD = """
    company_number | name                   | valid_from
    09000001       | Amber Holdings Limited | 2010-01-01
    09000002       | Birch Holdings Limited | 2010-01-01
    09000003       | Larkmoor Care Limited  | 2010-01-01
    09000004       | Fernhollow Limited     | 2010-01-01
"""
"""Two groups' heads, and two companies that they may hold."""
SOLD = """
    holder   | company  | votes  | valid_from | valid_to
    09000001 | 09000003 | 75-100 | 2016-04-06 | 2024-05-01
    09000002 | 09000003 | 75-100 | 2024-05-01 |
"""
"""Larkmoor passes from Amber to Birch."""
SOLD_ON = date(2024, 5, 1)


def events(
    ownership: str = "",
    *records: Record,
    companies: str = OLD,
    settings: str = "",
    known_at: datetime = KNOWN_AT,
) -> tuple[Event, ...]:
    """What is told of a market with these entries, companies and settings, and other records."""
    asked = market(ownership=ownership, companies=companies, settings=settings)
    shelf: dict[type[Record], tuple[Record, ...]] = dict(asked.snapshot.shelf)
    for one in records:
        shelf[type(one)] = (*shelf.get(type(one), ()), one)
    snapshot = Snapshot(as_of=date(2026, 3, 31), known_at=known_at, shelf=shelf)
    return replace(asked, snapshot=snapshot).events


def on_the_day(day: date) -> datetime:
    """Noon of a day."""
    return datetime(day.year, day.month, day.day, 12, tzinfo=UTC)


def director(name: str, company: str, since: date, until: date | None = None) -> Officer:
    """Somebody on a board."""
    return said(
        Officer,
        company_number=company,
        appointment_id=f"{name} {company} {since}",
        name=name,
        officer_role="director",
        valid_from=since,
        valid_to=until,
    )


def filing(form: str, company: str, filed_on: date, **more: Any) -> Filing:
    """A document on a company's file."""
    usual: dict[str, Any] = {"category": "address", "description": "as-it-is"}
    return said(
        Filing,
        company_number=company,
        transaction_id=f"{form} {company} {filed_on}",
        filed_on=filed_on,
        public_on=filed_on,
        form=form,
        **(usual | more),
    )


def charge(company: str, on: date, lender: str | None = "Quernstone Bank plc") -> Charge:
    """A charge that a company gave."""
    return said(
        Charge,
        company_number=company,
        charge_id=f"{company} {on}",
        status="outstanding",
        persons_entitled=lender,
        valid_from=on,
        public_on=on,
    )


def home(urn: str, year: int, owner: str | None, **more: Any) -> Setting:
    """One home in the register as at the end of a March."""
    return registers.setting(
        urn, date(year, 3, 31), Population.FULL, **({"owner_name": owner} | more)
    )


def closed(urn: str, on: date, **more: Any) -> Movement:
    """A home that left the register."""
    year_to = date(on.year + (on > date(on.year, 3, 31)), 3, 31)
    told: Mapping[str, Any] = {"left": True, "left_on": on, "moved_on": on, "places": 4} | more
    return registers.movement(urn, year_to).model_copy(update=dict(told))


def kinds(told: tuple[Event, ...]) -> list[str]:
    """The kinds of events, in order."""
    return [str(one.kind) for one in told]
