"""Company secretaries: every public company has one, and of private ones those who keep theirs.

They sit on no board, so that nothing that a board does counts them. Each is a person of whom
nothing else is known; the companies of a group that have one have the same.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from crawlers.rehearsal.calibration import LAST_DAY
from crawlers.rehearsal.calibration import ordinary_life as rates
from crawlers.rehearsal.making.streams import a_day, days, weekday
from crawlers.rehearsal.making.workbench import Workbench
from crawlers.rehearsal.world.bodies import Body, Form
from crawlers.rehearsal.world.control import Appointment

_FREE_SINCE = date(2008, 4, 6)
"""A private company founded since then needs no secretary (Companies Act 2006 s.270(1), in force
on that day; before it, Companies Act 1985 s.283)."""
_FORMS_SINCE = date(2009, 10, 1)
"""The forms AP03 and TM02 came with the rest of that Act: changes of before are not told."""
_PRIVATE = frozenset({Form.LIMITED, Form.GUARANTEE, Form.COMMUNITY})
_TOLD_BY = days(14)
"""Within so many days the registrar is told (s.276)."""
_UNDISTURBED = days(1000)
"""Before the end of a company nobody changes: what an end shows beforehand is told elsewhere."""


def secretaries(bench: Workbench) -> None:
    """Appoint the secretaries of every company, and let some of them go."""
    of_groups: dict[str, str] = {}
    groups = {key: group.plan.key for group in bench.groups for key in group.bodies}
    fated = {key: one.on for one in bench.happenings if one.to_head is None for key in one.bodies}
    for company in list(bench.bodies.values()):
        if company.number is None or company.form not in _PRIVATE | {Form.PLC}:
            continue
        ends = [one for one in (company.ended_on, fated.get(company.key), LAST_DAY) if one]
        desk = _Desk(
            bench=bench, company=company, group=groups.get(company.key), of_groups=of_groups
        )
        for one in desk.ever(min(ends) - _UNDISTURBED):
            bench.appointments[one.key] = one


@dataclass(frozen=True, kw_only=True)
class _Desk:
    """One company's secretary's desk."""

    bench: Workbench
    company: Body
    group: str | None
    of_groups: dict[str, str] = field(repr=False)
    """Each group's secretary, once it has one."""

    def ever(self, last: date) -> Iterator[Appointment]:
        """Yield whoever ever sits at it; up to a day somebody may go."""
        random = self.bench.stream("secretary", self.company.key)
        begun_on, is_public = self.company.begun_on, self.company.form is Form.PLC
        is_bound = is_public or begun_on < _FREE_SINCE
        if not is_bound and random.random() >= rates.SECRETARY_UNASKED:
            return
        goes = random.random() < (rates.SECRETARY_GOES if begun_on < _FREE_SINCE else 0.0)
        is_followed = is_public or random.random() < rates.SECRETARY_FOLLOWED
        first = max(begun_on + days(400), _FORMS_SINCE)
        goes_on = a_day(random, first, last) if goes and first < last else None
        yield self._seat(self._first(), begun_on, goes_on)
        if goes_on is not None and is_followed:
            yield self._seat(self.bench.person(), goes_on, None)

    def _first(self) -> str:
        if self.group is None:
            return self.bench.person()
        if self.group not in self.of_groups:
            self.of_groups[self.group] = self.bench.person()
        return self.of_groups[self.group]

    def _seat(self, person: str, since: date, until: date | None) -> Appointment:
        key = self.bench.token("secretary", self.company.key, since)
        random = self.bench.stream("secretary told", key)
        is_first = since == self.company.begun_on
        return Appointment(
            key=key,
            officer=person,
            officer_id=random.choice(self.bench.people[person].officer_ids),
            company=self.company.key,
            role="secretary",
            since=since,
            until=until,
            filed_on=since if is_first else weekday(since + days(4), by=since + _TOLD_BY),
            end_filed_on=until and weekday(until + days(4), by=until + _TOLD_BY),
        )
