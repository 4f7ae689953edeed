"""The daily snapshot of all control registers: a line an entry, and last the totals."""

import json
from collections.abc import Iterator
from datetime import date, datetime

from crawlers.rehearsal.forms.companies_house.controls import entered, entry
from crawlers.rehearsal.forms.companies_house.exemptions import exemptions
from crawlers.rehearsal.forms.companies_house.standing import is_on_the_register
from crawlers.rehearsal.forms.companies_house.statements import made, statement
from crawlers.rehearsal.forms.companies_house.wording import JsonBody
from crawlers.rehearsal.world.bodies import Body
from crawlers.rehearsal.world.world import World

TOTALS = "totals#persons-of-significant-control-snapshot"


def chunks(world: World, at: date, generated_at: datetime) -> Iterator[bytes]:
    """The whole file as at a day, line by line; the totals name no company."""
    controls = said = exempt = 0
    for company in world.companies:
        if is_on_the_register(company, at):
            entries = [entry(world, company, one, at) for one in entered(world, company, at)]
            stated = [statement(company, one, at) for one in made(world, company, at)]
            excused = exemptions(world, company, at)
            controls, said = controls + len(entries), said + len(stated)
            exempt += excused is not None
            yield from _lines(company, [*entries, *stated, *([excused] if excused else [])])
    totals = {
        "kind": TOTALS,
        "persons_of_significant_control_count": controls,
        "statements_count": said,
        "exemptions_count": exempt,
        "generated_at": f"{generated_at:%Y-%m-%dT%H:%M:%SZ}",
    }
    yield json.dumps({"data": totals}).encode() + b"\n"


def _lines(company: Body, entries: list[JsonBody]) -> Iterator[bytes]:
    for one in entries:
        line = json.dumps({"company_number": company.key, "data": one})
        yield line.encode() + b"\n"
