"""Who sits on the boards: founders and executives of a group on all of its companies."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from crawlers.rehearsal.making.streams import days, weekday
from crawlers.rehearsal.making.workbench import Group, Workbench
from crawlers.rehearsal.world.bodies import Body, Form
from crawlers.rehearsal.world.control import Appointment

_LEAST = {Form.GUARANTEE: 5, Form.CIO: 5, Form.PLC: 4, Form.COMMUNITY: 3}
"""How many directors or trustees a body of the form has at least."""


def boards(bench: Workbench) -> None:
    """Appoint the first board of every company of every group."""
    for group in bench.groups:
        companies = [bench.bodies[key] for key in companies_of(group)]
        companies = [one for one in companies if one.number]
        for company in companies:
            wanted = _LEAST.get(company.form, 1)
            while len(group.people) < wanted:
                group.people.append(bench.person())
            appoint(bench, company.key, group.people[: max(wanted, 4)], company.begun_on)


def companies_of(group: Group) -> Sequence[str]:
    """Every body of a group, from the top down."""
    landlord = [group.landlord] if group.landlord else []
    every = (*group.stack, *group.owners, *landlord, *group.dormant)
    return tuple(dict.fromkeys(every))


def appoint(bench: Workbench, company: str, people: Iterable[str], on: date) -> None:
    """Appoint people to a board from a day on."""
    for person in people:
        random = bench.stream("appointed", company, person, on)
        ids = bench.people[person].officer_ids
        bench.appointments.append(
            Appointment(
                key=bench.token("appointment", company, person, on),
                officer=person,
                officer_id=random.choice(ids),
                company=company,
                role=_role(bench.bodies[company]),
                since=on,
                filed_on=weekday(on + days(random.randint(0, 14))),
            )
        )


def resign(bench: Workbench, company: str, on: date, people: Iterable[str] | None = None) -> int:
    """Let the board, or these of it, go on a day; return how many went."""
    leaving = None if people is None else set(people)
    gone = 0
    for at, one in enumerate(bench.appointments):
        if one.company != company or one.until is not None or one.since >= on:
            continue
        if leaving is None or one.officer in leaving:
            filed_on = weekday(on + days(bench.stream("resigned", one.key).randint(1, 14)))
            bench.appointments[at] = replace(one, until=on, end_filed_on=filed_on)
            gone += 1
    return gone


def _role(body: Body) -> str:
    return "llp-designated-member" if body.form is Form.LLP else "director"
