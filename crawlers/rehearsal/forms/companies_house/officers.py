"""`/company/{number}/officers`, one appointment, and `/officers/{id}/appointments`."""

from collections.abc import Sequence
from datetime import date

from crawlers.rehearsal.forms.companies_house import standing
from crawlers.rehearsal.forms.companies_house.part import Part
from crawlers.rehearsal.forms.companies_house.wording import (
    JsonBody,
    day,
    etag,
    given,
    link,
    service_address,
    surname_first,
)
from crawlers.rehearsal.world.bodies import Body, Form, Person
from crawlers.rehearsal.world.control import Appointment
from crawlers.rehearsal.world.world import World

PER_PAGE = 35
UNDER_COMPANIES_ACT = "Companies Act 2006"


def officers(world: World, company: Body, today: date, part: Part) -> JsonBody | None:
    """One page of a company's officers, those who resigned included; None where it has none."""
    found = appointed(world, company, today)
    if not found:
        return None
    resigned = sum(resigned_on(one, today) is not None for one in found)
    serving = len(found) - resigned
    is_alive = company.is_alive(today)
    return {
        "active_count": serving if is_alive else 0,
        "etag": etag([(one.key, day(resigned_on(one, today))) for one in found]),
        "inactive_count": 0 if is_alive else serving,
        "items": [
            officer(world, company, one, today)
            for one in part.of(_ordered(world, found, today, part.order_by))
        ],
        "items_per_page": part.size,
        "kind": "officer-list",
        "links": {"self": link(company, "officers")},
        "resigned_count": resigned,
        "start_index": part.start,
        "total_results": len(found),
    }


def one_appointment(
    world: World, company: Body, today: date, steps: tuple[str, ...]
) -> JsonBody | None:
    """The appointment with an id."""
    for one in appointed(world, company, today):
        if steps == (one.key,):
            found = officer(world, company, one, today)
            return found | {"etag": etag(found)}
    return None


def appointments(
    world: World, held: Sequence[Appointment], today: date, part: Part
) -> JsonBody | None:
    """One page of all that one officer id holds or held; None where nothing is known by the day."""
    known = [one for one in held if one.filed_on <= today]
    if not known:
        return None
    found = _ordered(world, known, today, None)
    resigned = sum(resigned_on(one, today) is not None for one in found)
    person = world.person.get(found[0].officer)
    items = [_appointed_to(world, one, today) for one in part.of(found)]
    return given(
        active_count=len(found) - resigned,
        date_of_birth=_born(person) if person else None,
        etag=etag([(one.key, day(resigned_on(one, today))) for one in found]),
        inactive_count=0,
        is_corporate_officer=person is None,
        items=items,
        items_per_page=part.size,
        kind="personal-appointment",
        links={"self": f"/officers/{found[0].officer_id}/appointments"},
        name=_whole_name(world, found[0], today),
        resigned_count=resigned,
        start_index=part.start,
        total_results=len(found),
    )


def appointed(world: World, company: Body, today: date) -> list[Appointment]:
    """The appointments on a company's file by a day, oldest first."""
    return [one for one in world.appointments_in.get(company.key, ()) if one.filed_on <= today]


def resigned_on(one: Appointment, today: date) -> date | None:
    """The day on which an office ended, once that is filed."""
    is_filed = one.end_filed_on is not None and one.end_filed_on <= today
    return one.until if is_filed else None


def officer(world: World, company: Body, one: Appointment, today: date) -> JsonBody:
    """One entry of the list."""
    person = world.person.get(one.officer)
    holder = None if person else world.body[one.officer]
    office = (holder or company).office_on(one.filed_on)
    is_board = "secretary" not in one.role
    return given(
        address=service_address(office),
        appointed_on=day(one.since),
        country_of_residence=person.country if person and is_board else None,
        date_of_birth=_born(person) if person and is_board else None,
        identification=_identification(holder, one.role) if holder else None,
        is_pre_1992_appointment=False,
        links={
            "self": link(company, "appointments", one.key),
            "officer": {"appointments": f"/officers/{one.officer_id}/appointments"},
        },
        name=surname_first(person) if person else world.body[one.officer].name_on(today).upper(),
        nationality=person.nationality if person and is_board else None,
        occupation="Director" if person and one.role == "director" else None,
        officer_role=one.role,
        resigned_on=day(resigned_on(one, today)),
    )


def _ordered(
    world: World, found: Sequence[Appointment], today: date, order_by: str | None
) -> list[Appointment]:
    """Those who serve, newest first, then those who resigned, latest first; or as asked."""

    def ended(one: Appointment) -> date:
        return resigned_on(one, today) or date.max

    if order_by == "surname":
        return sorted(found, key=lambda one: (_sorted_name(world, one, today), one.key))
    newest = sorted(found, key=lambda one: (one.since, one.key), reverse=True)
    if order_by == "appointed_on":
        return newest
    return sorted(newest, key=ended, reverse=True)


def _sorted_name(world: World, one: Appointment, today: date) -> str:
    person = world.person.get(one.officer)
    return surname_first(person) if person else world.body[one.officer].name_on(today).upper()


def _whole_name(world: World, one: Appointment, today: date) -> str:
    person = world.person.get(one.officer)
    if person is None:
        return world.body[one.officer].name_on(today).upper()
    return f"{person.forename} {person.surname.upper()}"


def _appointed_to(world: World, one: Appointment, today: date) -> JsonBody:
    company = world.body[one.company]
    said = officer(world, company, one, today)
    person = world.person.get(one.officer)
    names = {"forename": person.forename, "surname": person.surname.upper()} if person else None
    kept = {name: said[name] for name in said if name not in {"date_of_birth", "links", "name"}}
    return kept | given(
        appointed_to={
            "company_name": company.name_on(today).upper(),
            "company_number": company.key,
            "company_status": standing.status(world, company, today),
        },
        links={"company": link(company)},
        name=_whole_name(world, one, today),
        name_elements=names,
    )


def _born(person: Person) -> JsonBody:
    year, month = person.born
    return {"month": month, "year": year}


def _identification(holder: Body, role: str) -> JsonBody:
    if holder.number is not None and holder.form is not Form.OVERSEAS_ENTITY:
        return {
            "identification_type": "uk-limited-company",
            "legal_authority": UNDER_COMPANIES_ACT,
            "legal_form": "Limited Company",
            "place_registered": "Companies House",
            "registration_number": holder.key,
        }
    return given(
        identification_type=(
            "registered-overseas-entity-corporate-managing-officer"
            if role == "corporate-managing-officer"
            else "other-corporate-body-or-firm"
        ),
        legal_form="Limited Company",
        place_registered=holder.office_on(holder.begun_on).country,
        registration_number=holder.foreign_number,
    )
