"""The charities on the register on a day, with the publisher's columns."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from crawlers.rehearsal.forms.charity_commission.returns import Return, returns
from crawlers.rehearsal.forms.drawn import drawn
from crawlers.rehearsal.world.bodies import Body, Form
from crawlers.rehearsal.world.world import World

Value = str | int | bool | date | None
"""What a column may hold."""

SHARE_WITH_A_FUND = 0.15
"""Share of charities with a linked fund: a row of the same charity number that is not it.

An assumption, large enough that a reader which takes the first row of a number is found out.
"""

_NAMED_IN_CAPITALS_BEFORE = date(2016, 1, 1)


@dataclass(frozen=True, kw_only=True)
class Registered:
    """One charity on the register: what it is, and the publisher's own number for it."""

    body: Body
    organisation: int
    registered_on: date
    returns: tuple[Return, ...]
    """Newest first."""

    @property
    def number(self) -> int:
        """Its charity number."""
        return int(self.body.charity_number or 0)

    @property
    def name(self) -> str:
        """Its name as the register writes it: in capitals where the entry is old."""
        if self.registered_on < _NAMED_IN_CAPITALS_BEFORE:
            return self.body.name.upper()
        return self.body.name


def registered(world: World, today: date) -> Iterator[Registered]:
    """Yield the charities that were ever on the register by a day, by charity number."""
    charities = sorted(
        (one for one in world.bodies if one.charity_number and _is_a_charity(one)),
        key=lambda one: int(one.charity_number or 0),
    )
    for place, body in enumerate(charities):
        draws = drawn(world.seed, "charity", body.key)
        on = body.begun_on + timedelta(days=draws.randint(0, 200))
        if on <= today:
            yield Registered(
                body=body,
                # Every second number is for a linked fund, should there be one.
                organisation=3_900_001 + 2 * place,
                registered_on=on,
                returns=tuple(returns(world, body, today)),
            )


def _is_a_charity(body: Body) -> bool:
    return body.form not in {Form.COUNCIL, Form.HEALTH}


def rows(world: World, charity: Registered, today: date) -> Iterator[Mapping[str, Value]]:
    """Yield the row of a charity and, where it has one, that of its linked fund."""
    row = _row(world, charity, today)
    yield row
    if drawn(world.seed, "linked fund", charity.body.key).random() < SHARE_WITH_A_FUND:
        kept = {name: row[name] for name in _SHARED}
        yield {
            **dict.fromkeys(row),
            **kept,
            "organisation_number": charity.organisation + 1,
            "linked_charity_number": 1,
            "charity_name": f"{charity.name.upper()} ENDOWMENT FUND",
        }


_ACTIVITIES = (
    "Cares for children and young people, and supports families. Rehearsal: an invented charity."
)
_SHARED = (
    "date_of_extract",
    "registered_charity_number",
    "charity_registration_status",
    "date_of_registration",
    "date_of_removal",
    "charity_insolvent",
    "charity_in_administration",
)


def _row(world: World, charity: Registered, today: date) -> dict[str, Value]:
    body = charity.body
    removed = body.ended_on is not None and body.ended_on <= today
    latest = next((one for one in charity.returns if one.received_on), None)
    office = body.office_on(today)
    cases = [one for one in world.insolvencies_of.get(body.key, ()) if one.public_on <= today]
    return {
        "date_of_extract": today,
        "organisation_number": charity.organisation,
        "registered_charity_number": charity.number,
        "linked_charity_number": 0,
        "charity_name": charity.name,
        "charity_type": _type(body),
        "charity_registration_status": "Removed" if removed else "Registered",
        "date_of_registration": charity.registered_on,
        "date_of_removal": body.ended_on if removed else None,
        "charity_reporting_status": "Removed" if removed else _reporting(charity, today),
        "latest_acc_fin_period_start_date": latest.start if latest else None,
        "latest_acc_fin_period_end_date": latest.end if latest else None,
        "latest_income": latest.income if latest else None,
        "latest_expenditure": latest.expenditure if latest else None,
        "charity_contact_address1": f"{office.premises} {office.street}",
        "charity_contact_address2": office.town,
        "charity_contact_address3": None,
        "charity_contact_address4": None,
        "charity_contact_address5": None,
        "charity_contact_postcode": office.postcode,
        "charity_contact_phone": None,
        "charity_contact_email": None,
        "charity_contact_web": None,
        "charity_company_registration_number": None if body.form is Form.CIO else body.number,
        "charity_insolvent": any("liquidation" in one.kind for one in cases),
        "charity_in_administration": any(one.kind == "in-administration" for one in cases),
        "charity_previously_excepted": False,
        "charity_is_cdf_or_cif": None,
        "charity_is_cio": body.form is Form.CIO,
        "cio_is_dissolved": removed if body.form is Form.CIO else None,
        "date_cio_dissolution_notice": None,
        "charity_activities": _ACTIVITIES,
        "charity_gift_aid": True,
        "charity_has_land": None,
    }


def _type(body: Body) -> str:
    if body.form is Form.CIO:
        return "CIO"
    return "Charitable company" if body.number else "Trust"


def _reporting(charity: Registered, today: date) -> str:
    if not charity.returns:
        return "New"
    if any(one.received_on is None and one.due_on < today for one in charity.returns):
        return "Submission Overdue"
    latest = next((one for one in charity.returns if one.received_on), None)
    return "Submission Received Late" if latest and latest.is_late else "Submission Received"


def history(charity: Registered, today: date) -> Iterator[Mapping[str, Value]]:
    """Yield a row for each year of a charity, newest first."""
    for one in charity.returns:
        yield {
            "date_of_extract": today,
            "organisation_number": charity.organisation,
            "registered_charity_number": charity.number,
            "fin_period_start_date": one.start,
            "fin_period_end_date": one.end,
            "ar_cycle_reference": f"AR{one.end:%y}",
            "reporting_due_date": one.due_on,
            "date_annual_return_received": one.received_on,
            "date_accounts_received": one.received_on,
            "total_gross_income": one.income,
            "total_gross_expenditure": one.expenditure,
            "accounts_qualified": True if one.is_qualified else None,
            "suppression_ind": False,
            "suppression_type": None,
        }
