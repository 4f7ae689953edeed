"""What the register of companies is told of who controls: entries, their changes and their ends."""

from collections.abc import Iterator

from crawlers.rehearsal.making.papers import Paper, filed
from crawlers.rehearsal.making.stating import FORMS_BEGAN
from crawlers.rehearsal.making.workbench import Workbench
from crawlers.rehearsal.world.bodies import NO_COMPANIES
from crawlers.rehearsal.world.control import Stake
from crawlers.rehearsal.world.filings import Filing

_CONTROL = "persons-with-significant-control"
_NOTIFIED = "notification-of-a-person-with-significant-control"
_CHANGED = "change-to-a-person-with-significant-control"
_CEASED = "cessation-of-a-person-with-significant-control"


def entry_papers(bench: Workbench, stake: Stake) -> Iterator[Filing]:
    """Yield an entry's notification, changes of its details, and its end.

    What was so on the first day stands in the application to found the company, and what was told
    before there were forms in a confirmation statement.
    """
    for one in _papers(bench, stake):
        if one.filed_on >= FORMS_BEGAN:
            yield one


def _papers(bench: Workbench, stake: Stake) -> Iterator[Filing]:
    if stake.filed_on is None:
        return
    holder = bench.bodies.get(stake.holder)
    place = 0 if holder is None else 2 if holder.form in NO_COMPANIES else 1
    name = {"psc_name": _name(bench, stake)}
    if stake.filed_on > bench.bodies[stake.company].begun_on:
        begun = _paper(f"PSC0{1 + place}", _NOTIFIED, "notifications")
        values = name | {"notification_date": (stake.notified_on or stake.since).isoformat()}
        yield filed(bench, stake.company, begun, stake.filed_on, stake.key, values=values)
    for on in stake.changes_filed_on:
        changed = _paper(f"PSC0{4 + place}", _CHANGED, "change")
        values = name | {"change_date": on.isoformat()}
        yield filed(bench, stake.company, changed, on, (stake.key, on), values=values)
    if stake.until and stake.end_filed_on:
        ended = _paper("PSC07", _CEASED, "termination")
        values = name | {"cessation_date": stake.until.isoformat()}
        yield filed(bench, stake.company, ended, stake.end_filed_on, (stake.key, 2), values=values)


def statement_paper() -> Paper:
    """What tells the register that there is nobody to enter, or nobody found."""
    return _paper("PSC08", f"{_NOTIFIED}-statement", "statements")


def _paper(code: str, description: str, subcategory: str) -> Paper:
    return Paper(
        code=code, category=_CONTROL, description=description, subcategory=subcategory, pages=2
    )


def _name(bench: Workbench, stake: Stake) -> str:
    if stake.written is not None:
        return stake.written.name
    person = bench.people.get(stake.holder)
    return person.name if person else bench.bodies[stake.holder].name_on(stake.since)
