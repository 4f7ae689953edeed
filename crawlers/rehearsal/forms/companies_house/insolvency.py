"""`/company/{number}/insolvency`: its cases, with their dates and practitioners."""

from datetime import date
from random import Random

from crawlers.rehearsal.forms.companies_house.standing import cases, open_cases
from crawlers.rehearsal.forms.companies_house.wording import JsonBody, day, given, office, tagged
from crawlers.rehearsal.world.bodies import Body
from crawlers.rehearsal.world.troubles import InsolvencyCase
from crawlers.rehearsal.world.world import World

STATUSES = {
    "administration-order": "administration-order",
    "administrative-receiver": "administrative-receiver",
    "compulsory-liquidation": "liquidation",
    "corporate-voluntary-arrangement": "voluntary-arrangement",
    "creditors-voluntary-liquidation": "liquidation",
    "in-administration": "in-administration",
    "members-voluntary-liquidation": "liquidation",
    "receiver-manager": "receiver-manager",
}
"""What the resource calls the company's state while a case of the kind is open."""
ROLES = {
    "administrative-receiver": "administrative-receiver",
    "receiver-manager": "receiver-manager",
}
TOWNS = ("Bristol", "Leeds", "London", "Manchester", "Nottingham")


def insolvency(world: World, company: Body, today: date) -> JsonBody | None:
    """All cases; None where there never was one."""
    known = cases(world, company, today)
    if not known:
        return None
    words = [STATUSES.get(one.kind) for one in open_cases(world, company, today)]
    status = list(dict.fromkeys(word for word in words if word is not None))
    said = given(
        cases=[_case(world, one, today) for one in known],
        status=status or None,
    )
    return tagged(said)


def _case(world: World, one: InsolvencyCase, today: date) -> JsonBody:
    steps = [step for step in one.dated if step.on <= today]
    practitioner = given(
        address=office(one.office) if one.office else _address(world, one.practitioner),
        appointed_on=day(one.steps[0].on) if steps else None,
        name=one.practitioner,
        role=ROLES.get(one.kind, "practitioner"),
    )
    return {
        "dates": [{"date": day(step.on), "type": step.kind} for step in steps],
        "number": str(one.number),
        "practitioners": [practitioner],
        "type": one.kind,
    }


def _address(world: World, practitioner: str) -> JsonBody:
    """Where an invented practitioner has an invented office: in no street that is."""
    drawn = Random(f"{world.seed}/insolvency practitioner/{practitioner}")  # noqa: S311 - repeatable
    return {
        "address_line_1": f"Rehearsal Chambers, {drawn.randint(1, 9)} Turnstone Row",
        "locality": drawn.choice(TOWNS),
    }
