"""What a company's file says of its board: who came, who left, and whose details changed."""

from collections.abc import Iterator
from datetime import date

from crawlers.rehearsal.calibration import LAST_DAY
from crawlers.rehearsal.calibration import ordinary_life as rates
from crawlers.rehearsal.making import months
from crawlers.rehearsal.making.papers import Paper, filed
from crawlers.rehearsal.making.streams import a_day, days, weekday
from crawlers.rehearsal.making.workbench import Workbench
from crawlers.rehearsal.world.control import Appointment
from crawlers.rehearsal.world.filings import Filing

_LLP = "-limited-liability-partnership"
_OF_MEMBERS = (
    Paper(
        code="LLAP01",
        category="officers",
        description=f"appoint-person-member{_LLP}-with-appointment-date",
        pages=2,
    ),
    Paper(
        code="LLTM01",
        category="officers",
        description=f"termination-member{_LLP}-with-name-termination-date",
    ),
    Paper(
        code="LLCH01",
        category="officers",
        description=f"change-person-member{_LLP}-with-name-change-date",
        pages=2,
    ),
)
_OF_DIRECTORS = (
    Paper(
        code="AP01",
        category="officers",
        description="appoint-person-director-company-with-name-date",
        pages=2,
    ),
    Paper(
        code="TM01",
        category="officers",
        description="termination-director-company-with-name-termination-date",
    ),
    Paper(
        code="CH01",
        category="officers",
        description="change-person-director-company-with-change-date",
        pages=2,
    ),
)
_OF_SECRETARIES = (
    Paper(
        code="AP03",
        category="officers",
        description="appoint-person-secretary-company-with-name-date",
        pages=2,
    ),
    Paper(
        code="TM02",
        category="officers",
        description="termination-secretary-company-with-name-termination-date",
    ),
    Paper(
        code="CH03",
        category="officers",
        description="change-person-secretary-company-with-change-date",
    ),
)


def board_papers(bench: Workbench, one: Appointment, last: date) -> Iterator[Filing]:
    """Yield what was filed of one office; of details nothing from the company's last word on."""
    came, left, changed = _papers(one.role)
    name = bench.people[one.officer].name if one.officer in bench.people else ""
    if one.since > bench.bodies[one.company].begun_on:
        values = {"officer_name": name, "appointment_date": one.since.isoformat()}
        yield filed(bench, one.company, came, one.filed_on, one.key, values=values)
    if one.until and one.end_filed_on:
        values = {"officer_name": name, "termination_date": one.until.isoformat()}
        yield filed(bench, one.company, left, one.end_filed_on, (one.key, 2), values=values)
    for on, told_on in _changes(bench, one, last):
        values = {"officer_name": name, "change_date": on.isoformat()}
        yield filed(bench, one.company, changed, told_on, (one.key, on), values=values)


def _papers(role: str) -> tuple[Paper, Paper, Paper]:
    """The forms on which somebody of a role comes, goes, and has other details."""
    if role == "secretary":
        return _OF_SECRETARIES
    return _OF_MEMBERS if role.startswith("llp-") else _OF_DIRECTORS


def _changes(bench: Workbench, one: Appointment, last: date) -> Iterator[tuple[date, date]]:
    """Yield the days on which a director's own details change, and on which that is filed."""
    random = bench.stream("details", one.key)
    for year in range(months.FIRST.year, LAST_DAY.year):
        if random.random() >= rates.DETAILS_CHANGED:
            continue
        on = a_day(random, date(year, 4, 1), date(year + 1, 3, 31))
        told_on = weekday(on + days(random.randint(0, 14)), by=on + days(14))
        if one.filed_on < on and told_on < min(one.until or last, last):
            yield on, told_on
