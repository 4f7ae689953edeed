"""`/company/{number}/persons-with-significant-control-statements`, and one statement."""

from datetime import date

from crawlers.rehearsal.forms.companies_house.part import Part
from crawlers.rehearsal.forms.companies_house.wording import JsonBody, day, given, link, tagged
from crawlers.rehearsal.world.bodies import Body
from crawlers.rehearsal.world.control import Statement
from crawlers.rehearsal.world.world import World

RESOURCE = "persons-with-significant-control-statements"
KIND = "persons-with-significant-control-statement"


def statements(world: World, company: Body, today: date, part: Part) -> JsonBody | None:
    """One page of a company's statements; None where it has made none."""
    found = made(world, company, today)
    if not found:
        return None
    ceased = sum(_has_ceased(one, today) for one in found)
    return {
        "items_per_page": part.size,
        "items": [statement(company, one, today) for one in part.of(found)],
        "start_index": part.start,
        "total_results": len(found),
        "active_count": len(found) - ceased,
        "ceased_count": ceased,
        "links": {"self": link(company, RESOURCE)},
    }


def one_statement(
    world: World, company: Body, today: date, steps: tuple[str, ...]
) -> JsonBody | None:
    """The statement with an id."""
    for one in made(world, company, today):
        if steps == (one.key,):
            return statement(company, one, today)
    return None


def made(world: World, company: Body, today: date) -> list[Statement]:
    """The statements that a company has made by a day, those in force first."""
    found = [one for one in world.statements_of.get(company.key, ()) if one.since <= today]
    found.reverse()
    found.sort(key=lambda one: _has_ceased(one, today))
    return found


def statement(company: Body, one: Statement, today: date) -> JsonBody:
    """One statement, with its etag."""
    return tagged(
        given(
            kind=KIND,
            statement=one.words,
            notified_on=day(one.since),
            ceased_on=day(one.until) if _has_ceased(one, today) else None,
            links={"self": link(company, RESOURCE, one.key)},
        )
    )


def _has_ceased(one: Statement, today: date) -> bool:
    return one.until is not None and one.until <= today
