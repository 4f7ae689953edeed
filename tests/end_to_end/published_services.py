"""What the truth says was published of what owners do besides: charities, adult care, schools."""

from collections.abc import Iterator
from datetime import date, timedelta

from crawlers.rehearsal.forms.charity_commission.charities import Registered, registered
from crawlers.rehearsal.forms.charity_commission.returns import Return
from crawlers.rehearsal.forms.cqc.locations import Location, locations
from crawlers.rehearsal.forms.gias.schools import School, proprietor_name, schools
from crawlers.rehearsal.world.bodies import Body, Form
from db.records import Population
from tests.end_to_end.beside import Asked, Row

SUBSTANTIAL = 500_000
"""Pounds a year from which a return is kept."""
CAPITALS_UNTIL = date(2016, 1, 1)
"""Charities that were registered before are named in capitals."""


def charities(asked: Asked) -> Iterator[Row]:
    """Yield each charity: the trustees of all that are served say that they care for children."""
    for one in registered(asked.world, asked.today):
        body, latest = one.body, _latest(one)
        is_removed = not body.is_alive(asked.today)
        cases = [
            case.kind
            for case in asked.world.insolvencies_of.get(body.key, ())
            if case.public_on <= asked.today
        ]
        yield {
            "public_on": asked.today,
            "valid_from": one.registered_on,
            "valid_to": body.ended_on if is_removed else None,
            "charity_number": body.charity_number,
            "name": body.name.upper() if one.registered_on < CAPITALS_UNTIL else body.name,
            "charity_type": _kind(body),
            "registration_status": "Removed" if is_removed else "Registered",
            "reporting_status": "Removed" if is_removed else _reporting(one, asked.today),
            "company_number": body.number if body.form is not Form.CIO else None,
            "cares_for_children": True,
            "latest_period_from": latest.start if latest else None,
            "latest_period_to": latest.end if latest else None,
            "latest_income_gbp": latest.income if latest else None,
            "latest_expenditure_gbp": latest.expenditure if latest else None,
            "is_insolvent": any("liquidation" in kind for kind in cases),
            "in_administration": "in-administration" in cases,
            "is_cio": body.form is Form.CIO,
        }


def _kind(body: Body) -> str:
    if body.form is Form.CIO:
        return "CIO"
    return "Charitable company" if body.number else "Trust"


def _latest(charity: Registered) -> Return | None:
    """The newest year that is in."""
    received = [one for one in charity.returns if one.received_on is not None]
    return max(received, key=lambda one: one.end, default=None)


def _reporting(charity: Registered, today: date) -> str:
    if not charity.returns:
        return "New"
    if any(one.received_on is None and one.due_on < today for one in charity.returns):
        return "Submission Overdue"
    latest = _latest(charity)
    is_late = (
        latest is not None
        and latest.received_on is not None
        and (latest.received_on > latest.due_on)
    )
    return "Submission Received Late" if is_late else "Submission Received"


def returns(asked: Asked) -> Iterator[Row]:
    """Yield each year of a charity that is in, and is large enough to matter."""
    for charity in registered(asked.world, asked.today):
        for one in charity.returns:
            if max(one.income or 0, one.expenditure or 0) >= SUBSTANTIAL:
                yield {
                    "public_on": one.received_on,
                    "charity_number": charity.body.charity_number,
                    "period_from": one.start,
                    "period_to": one.end,
                    "due_on": one.due_on,
                    "return_received_on": one.received_on,
                    "accounts_received_on": one.received_on,
                    "income_gbp": one.income,
                    "expenditure_gbp": one.expenditure,
                    "accounts_qualified": True if one.is_qualified else None,
                }


def care_locations(asked: Asked) -> Iterator[Row]:
    """Yield each location of each month's directory that was the newest when it was asked."""
    for as_at in sorted({(day - timedelta(days=1)).replace(day=1) for day in asked.crawled}):
        for one in locations(asked.world, as_at):
            yield _location(one, as_at)


def _location(one: Location, as_at: date) -> Row:
    service = one.service
    return {
        "public_on": as_at,
        "as_at": as_at,
        "population": Population.FULL,
        "location_id": one.location_id,
        "provider_id": one.provider_id,
        "provider_name": service.body.name_on(as_at),
        "company_number": one.company_number,
        "charity_number": service.body.charity_number,
        "registered_on": service.opened_on,
        "is_dormant": False,
        "is_care_home": one.is_home,
        "beds": service.size if one.is_home else 0,
        "serves_children": False,
        "rating": one.rating,
        "rated_on": one.checked_on if one.rating else None,
        "local_authority": service.council.name,
        "region": service.council.region,
    }


def all_schools(asked: Asked) -> Iterator[Row]:
    """Yield each school that is kept: independent and special ones, and those with boarders."""
    for one in schools(asked.world, asked.today):
        if one.group[1] in {"Independent schools", "Special schools"} or one.boards:
            yield _school(asked, one)


def _school(asked: Asked, one: School) -> Row:
    is_closed = one.closed_on is not None and one.closed_on <= asked.today
    is_a_person = one.proprietor is not None and one.proprietor.form in {
        Form.SOLE_TRADER,
        Form.PARTNERSHIP,
    }
    return {
        "public_on": asked.today,
        "valid_from": one.opened_on,
        "valid_to": one.closed_on if is_closed else None,
        "urn": str(one.urn),
        "name": one.name,
        "school_type": one.type[1],
        "type_group": one.group[1],
        "status": "Closed" if is_closed else "Open",
        "has_boarders": one.boards,
        "pupils": one.pupils,
        "proprietor_name": (
            None if is_a_person else proprietor_name(asked.world, one, asked.today)
        ),
        "proprietor_is_withheld": is_a_person,
        "local_authority": one.council.name,
        "local_authority_code": one.council.ons_code,
    }
