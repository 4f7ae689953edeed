"""What the truth says was published of companies themselves: profiles, names, codes, officers."""

import re
from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from crawlers.rehearsal.deadlines import (
    accounts_due,
    first_year_end,
    next_statement,
    statement_due,
    year_end_after,
)
from crawlers.rehearsal.world.bodies import Body, Form, Nature, YearEnd
from crawlers.rehearsal.world.books import Accounts
from crawlers.rehearsal.world.control import Appointment
from crawlers.rehearsal.world.troubles import InsolvencyCase
from crawlers.rehearsal.world.world import World
from tests.end_to_end.beside import Asked, Row

FILES_ACCOUNTS = frozenset({Form.LIMITED, Form.GUARANTEE, Form.COMMUNITY, Form.PLC, Form.LLP})
REGISTERED = frozenset({Form.CIO, Form.OVERSEAS_ENTITY})
"""Bodies that another register or country holds: they are registered here, and removed."""
JURISDICTIONS = frozenset({"england-wales", "wales", "scotland", "northern-ireland", "england"})
OPEN_CASES = {"in-administration": "administration"}
"""A company's status while a case of a kind is open, where that is no liquidation."""
ENDS = frozenset({"administration-ended-on", "concluded-winding-up-on", "dissolved-on"})
BEGINS_A_STRIKE_OFF = ("gazette-notice-compuls", "gazette-notice-voluntary")
STOPS_A_STRIKE_OFF = (
    "dissolution-voluntary-strike-off-discontinued",
    "dissolution-withdrawal-application-strike-off",
    "gazette-filings-brought-up-to-date",
)
_DISTRICT = re.compile(r"([A-Z]{1,2}[0-9][0-9A-Z]?) [0-9][A-Z]{2}")


def companies(asked: Asked) -> Iterator[Row]:
    """Yield the profile of each company that is watched."""
    world, today = asked.world, asked.today
    for body in asked.bodies:
        office = body.office_on(today)
        district = _DISTRICT.fullmatch(office.postcode or "")
        is_abroad = body.form is Form.OVERSEAS_ENTITY
        yield {
            "public_on": today,
            "valid_from": body.begun_on,
            "valid_to": None if body.is_alive(today) else body.ended_on,
            "company_number": body.key,
            "name": body.name_on(today).upper(),
            "company_type": _type(world, body),
            "subtype": _subtype(body),
            "status": _status(world, body, today),
            "status_detail": _detail(world, body, today),
            "jurisdiction": (
                body.jurisdiction if body.jurisdiction in JURISDICTIONS else "united-kingdom"
            ),
            "partial_data_available": (
                "full-data-available-from-the-company" if body.form is Form.CIO else None
            ),
            "registered_office_country": office.country,
            "registered_office_district": district[1] if district else None,
            **_accounts(world, body, today),
            **_statement(world, body, today),
            "has_charges": any(
                one.delivered_on <= today for one in world.charges_of.get(body.key, ())
            ),
            "has_insolvency_history": bool(cases_of(world, body, today)),
            "has_super_secure_controllers": False,
            "foreign_registration_number": body.foreign_number if is_abroad else None,
            "foreign_registry_country": (
                body.office_on(body.begun_on).country.upper() if is_abroad else None
            ),
            "external_registration_number": (
                body.charity_number if body.form is Form.CIO else None
            ),
        }


def cases_of(world: World, body: Body, today: date) -> list[InsolvencyCase]:
    """The insolvency cases that the register shows on a day."""
    return [one for one in world.insolvencies_of.get(body.key, ()) if one.public_on <= today]


def open_cases_of(world: World, body: Body, today: date) -> list[InsolvencyCase]:
    """Those of them that are not over: with the last of its ends a case is."""
    return [
        one
        for one in cases_of(world, body, today)
        if not any(step.kind in ENDS for step in one.steps)
        or any(step.kind in ENDS and step.on > today for step in one.steps)
    ]


def _type(world: World, body: Body) -> str:
    if body.form is not Form.COMMUNITY:
        return body.form.value
    has_shares = any(one.shares for one in world.stakes_in.get(body.key, ()))
    return Form.LIMITED.value if has_shares else Form.GUARANTEE.value


def _subtype(body: Body) -> str | None:
    if body.form is Form.COMMUNITY:
        return "community-interest-company"
    is_fund = body.form is Form.LIMITED_PARTNERSHIP and body.nature is Nature.FUND
    return "private-fund-limited-partnership" if is_fund else None


def _status(world: World, body: Body, today: date) -> str:
    if not body.is_alive(today):
        return "removed" if body.form in REGISTERED else "dissolved"
    if body.form in REGISTERED:
        return "registered"
    found = open_cases_of(world, body, today)
    return OPEN_CASES.get(found[-1].kind, "liquidation") if found else "active"


def _detail(world: World, body: Body, today: date) -> str | None:
    """Whether the newest step towards striking it off is one that stands."""
    if _status(world, body, today) != "active":
        return None
    for one in world.filings_of.get(body.key, ()):
        if one.filed_on > today:
            continue
        if one.description.startswith(STOPS_A_STRIKE_OFF):
            return None
        if one.description.startswith(BEGINS_A_STRIKE_OFF):
            return "active-proposal-to-strike-off"
    return None


def _accounts(world: World, body: Body, today: date) -> Row:
    if body.form not in FILES_ACCOUNTS or not body.year_ends:
        return dict.fromkeys(
            (
                "year_ends",
                "last_accounts_made_up_to",
                "last_accounts_type",
                "next_accounts_made_up_to",
                "next_accounts_due_on",
                "accounts_overdue",
            )
        )
    year_ends = _told_year_ends(world, body, today)
    kept = _own_accounts(world, body)
    filed = [one for one in kept if one.filed_on <= today]
    last = max(filed, key=lambda one: (one.end, not one.is_amended), default=None)
    end, due_on = _next(body, year_ends, kept, last)
    return {
        "year_ends": f"{year_ends[-1].month:02}-{year_ends[-1].day:02}",
        "last_accounts_made_up_to": last.end if last else None,
        "last_accounts_type": last.kind if last else "null",
        "next_accounts_made_up_to": end if body.is_alive(today) else None,
        "next_accounts_due_on": due_on if body.is_alive(today) else None,
        "accounts_overdue": due_on < today if body.is_alive(today) else None,
    }


def _own_accounts(world: World, body: Body) -> list[Accounts]:
    """Accounts of the company's own, or its parent's in their place, by the end of the period."""
    filed = world.accounts_of.get(body.key, ())
    own = (
        one
        for one in filed
        if one.reporting == body.key or one.kind == "filing-exemption-subsidiary"
    )
    return sorted(own, key=lambda one: one.end)


def _told_year_ends(world: World, body: Body, today: date) -> tuple[YearEnd, ...]:
    """The year ends of which the register was told: the first, and one for each notice."""
    told = sum(
        one.form in {"AA01", "LLAA01"} and one.filed_on <= today
        for one in world.filings_of.get(body.key, ())
    )
    return body.year_ends[: 1 + told]


def _next(
    body: Body, year_ends: tuple[YearEnd, ...], kept: list[Accounts], last: Accounts | None
) -> tuple[date, date]:
    """The last day of the accounts to come, and the day by which they are due."""
    first = kept[0] if kept else None
    is_first = last is None and (first is None or first.start <= body.begun_on)
    if last is not None:
        end = year_end_after(year_ends, last.end)
    elif first is not None and not is_first:
        end = first.end
    else:
        end = first_year_end(year_ends, body.begun_on)
    is_public = body.form is Form.PLC
    due_on = accounts_due(end, begun_on=body.begun_on, is_first=is_first, is_public=is_public)
    return end, due_on


def _statement(world: World, body: Body, today: date) -> Row:
    makes_some = body.form in FILES_ACCOUNTS or body.form is Form.OVERSEAS_ENTITY
    if not makes_some or not body.is_alive(today):
        return {"confirmation_statement_due_on": None, "confirmation_statement_overdue": None}
    made = [
        date.fromisoformat(one.values["made_up_date"])
        for one in world.filings_of.get(body.key, ())
        if one.filed_on <= today
        and one.category == "confirmation-statement"
        and "made_up_date" in one.values
    ]
    due_on = statement_due(next_statement(body.begun_on, max(made, default=None)))
    return {
        "confirmation_statement_due_on": due_on,
        "confirmation_statement_overdue": due_on < today,
    }


def previous_names(asked: Asked) -> Iterator[Row]:
    """Yield each name that a watched company gave up."""
    for body in asked.bodies:
        borne = [one for one in body.names if one.since <= asked.today]
        for old, new in pairwise(borne):
            yield {
                "public_on": new.since,
                "valid_from": max(old.since, body.begun_on),
                "valid_to": new.since,
                "company_number": body.key,
                "name": old.name.upper(),
            }


def sic_codes(asked: Asked) -> Iterator[Row]:
    """Yield each code of a watched company's business."""
    for body in asked.bodies:
        for code in body.sic_codes:
            yield {
                "public_on": asked.today,
                "valid_from": None,
                "valid_to": None,
                "company_number": body.key,
                "sic_code": code,
            }


def officers(asked: Asked) -> Iterator[Row]:
    """Yield each appointment that is on a watched company's file."""
    for body in asked.bodies:
        for one in asked.world.appointments_in.get(body.key, ()):
            if one.filed_on <= asked.today:
                is_over = one.end_filed_on is not None and one.end_filed_on <= asked.today
                yield {
                    "public_on": asked.today,
                    "valid_from": one.since,
                    "valid_to": one.until if is_over else None,
                    "company_number": body.key,
                    "officer_id": one.officer_id,
                    "appointment_id": one.key,
                    "officer_role": one.role,
                    **_appointed(asked, one),
                }


def _appointed(asked: Asked, one: Appointment) -> Row:
    """Who is appointed: a person by name and country, a body by its number besides."""
    person = asked.world.person.get(one.officer)
    if person is not None:
        is_secretary = "secretary" in one.role
        return {
            "name": f"{person.surname.upper()}, {person.forename}",
            "country_of_residence": None if is_secretary else person.country,
            "officer_company_number": None,
            "registration_number_text": None,
        }
    body = asked.world.body[one.officer]
    is_here = body.number is not None and body.form is not Form.OVERSEAS_ENTITY
    return {
        "name": body.name_on(asked.today).upper(),
        "country_of_residence": None,
        "officer_company_number": body.key if is_here else None,
        "registration_number_text": None if is_here else body.foreign_number,
    }
