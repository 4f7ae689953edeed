"""`/company/{number}/persons-with-significant-control`, and one entry of it.

Only entries that were filed by the day are there, as they were filed; ended ones stay.
"""

from datetime import date

from crawlers.rehearsal.forms.companies_house.natures import keeps_a_register, natures
from crawlers.rehearsal.forms.companies_house.part import Part
from crawlers.rehearsal.forms.companies_house.wording import (
    JsonBody,
    day,
    given,
    link,
    service_address,
    tagged,
)
from crawlers.rehearsal.world.bodies import NO_COMPANIES, Body, Form, Person
from crawlers.rehearsal.world.control import Stake
from crawlers.rehearsal.world.world import World

RESOURCE = "persons-with-significant-control"
BEGAN_ON = date(2016, 4, 6)
"""The day on which control registers began: what had ended by then is on none of them."""
LEGAL_FORMS = {
    Form.COUNCIL: ("Local Authority", "Local Government Act 1972"),
    Form.HEALTH: ("Nhs Body", "National Health Service Act 2006"),
    Form.CHARITY: ("Charitable Trust", "Charities Act 2011"),
    Form.LLP: ("Limited Liability Partnership", "Limited Liability Partnerships Act 2000"),
    Form.PLC: ("Public Limited Company", "Companies Act 2006"),
}
PRIVATE = ("Private Limited Company", "Companies Act 2006")


def controls(world: World, company: Body, today: date, part: Part) -> JsonBody | None:
    """One page of the control register; None where nothing is on it."""
    found = entered(world, company, today)
    if not found:
        return None
    ceased = sum(_ceased_on(stake, today) is not None for stake in found)
    return {
        "items_per_page": part.size,
        "items": [entry(world, company, stake, today) for stake in part.of(found)],
        "start_index": part.start,
        "total_results": len(found),
        "active_count": len(found) - ceased,
        "ceased_count": ceased,
        "links": {"self": link(company, RESOURCE)},
    }


def one_control(
    world: World, company: Body, today: date, steps: tuple[str, ...]
) -> JsonBody | None:
    """The entry that `corporate-entity/{id}` names; None where there is none of that kind."""
    for stake in entered(world, company, today):
        if steps == (kind(world, company, stake)[1], stake.key):
            return entry(world, company, stake, today)
    return None


def entered(world: World, company: Body, today: date) -> list[Stake]:
    """The stakes that are on a company's control register by a day, those in force first."""
    if not keeps_a_register(company):
        return []
    found = [
        stake
        for stake in world.stakes_in.get(company.key, ())
        if stake.filed_on is not None
        and stake.filed_on <= today
        and (stake.until is None or stake.until > BEGAN_ON)
        and natures(stake, company)
    ]
    found.sort(key=lambda stake: (_notified_on(stake), stake.key), reverse=True)
    found.sort(key=lambda stake: _ceased_on(stake, today) is not None)
    return found


def entry(world: World, company: Body, stake: Stake, today: date) -> JsonBody:
    """One entry, with its etag."""
    holder = world.person.get(stake.holder)
    known_on = max((on for on in stake.changes_filed_on if on <= today), default=_entered_on(stake))
    said = _person(holder, company, known_on) if holder else _body(world, company, stake, known_on)
    word, step = kind(world, company, stake)
    common = given(
        kind=word,
        links={"self": link(company, RESOURCE, step, stake.key)},
        natures_of_control=list(natures(stake, company)),
        notified_on=day(_notified_on(stake)),
        ceased_on=day(_ceased_on(stake, today)),
        is_sanctioned=False if company.form is Form.OVERSEAS_ENTITY else None,
    )
    return tagged(said | common)


def kind(world: World, company: Body, stake: Stake) -> tuple[str, str]:
    """The publisher's word for the kind of entry, and for it in a link."""
    if stake.holder in world.person:
        step = "individual"
    elif world.body[stake.holder].form in NO_COMPANIES:
        step = "legal-person"
    else:
        step = "corporate-entity"
    if company.form is Form.OVERSEAS_ENTITY:
        return f"{step}-beneficial-owner", f"{step}-beneficial-owner"
    return f"{step}-person-with-significant-control", step


def _person(person: Person, company: Body, known_on: date) -> JsonBody:
    year, month = person.born
    return {
        "name": person.name,
        "name_elements": {"forename": person.forename, "surname": person.surname},
        "nationality": person.nationality,
        "country_of_residence": person.country,
        "date_of_birth": {"month": month, "year": year},
        "address": service_address(company.office_on(known_on)),
    }


def _body(world: World, company: Body, stake: Stake, known_on: date) -> JsonBody:
    holder = world.body[stake.holder]
    address = service_address(holder.office_on(known_on))
    return given(
        name=_name(holder, stake, known_on),
        identification=_identification(holder, stake),
        address=address,
        principal_office_address=address if company.form is Form.OVERSEAS_ENTITY else None,
    )


def _name(holder: Body, stake: Stake, known_on: date) -> str:
    """As a filer wrote it; of a council that was renamed the new one, once that is told."""
    is_told = known_on > _entered_on(stake) and holder.form in NO_COMPANIES
    if stake.written is None or is_told:
        return holder.name_on(known_on)
    return stake.written.name


def _identification(holder: Body, stake: Stake) -> JsonBody:
    """What the filer wrote of a holder; the least that the form asks for where nothing is known."""
    written = stake.written
    form, authority = LEGAL_FORMS.get(holder.form, PRIVATE)
    if written is None:
        return {"legal_authority": authority, "legal_form": form}
    law: JsonBody = {"legal_authority": written.legal_authority, "legal_form": written.legal_form}
    if holder.form in NO_COMPANIES:
        return law
    return law | given(
        place_registered=written.place_registered,
        registration_number=written.registration_number,
        country_registered=written.country_registered,
    )


def _entered_on(stake: Stake) -> date:
    return stake.filed_on or stake.since


def _notified_on(stake: Stake) -> date:
    return stake.notified_on or max(stake.since, BEGAN_ON)


def _ceased_on(stake: Stake, today: date) -> date | None:
    is_filed = stake.end_filed_on is not None and stake.end_filed_on <= today
    return stake.until if is_filed else None
