"""On which days a company confirms what the register holds of it, and what it tells of control.

Until 26 June 2017 news of who controls a company had no form of its own: it came with the next
confirmation statement. Since then it is told at once, on forms PSC01 to PSC09.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from crawlers.rehearsal import calibration
from crawlers.rehearsal.calibration import filing
from crawlers.rehearsal.deadlines import STATEMENTS_BEGAN, statement_days, statement_due
from crawlers.rehearsal.making.beforehand import runners
from crawlers.rehearsal.making.businesses import FILE_ACCOUNTS
from crawlers.rehearsal.making.streams import days, filing_day, weekday, weighted
from crawlers.rehearsal.making.workbench import Workbench
from crawlers.rehearsal.world.bodies import Body, Form
from crawlers.rehearsal.world.control import Stake
from crawlers.rehearsal.world.happenings import Sign, SignKind

STATING = FILE_ACCOUNTS | {Form.OVERSEAS_ENTITY}
"""Forms that confirm each year what the register holds of them."""
FORMS_BEGAN = date(2017, 6, 26)
"""From then on control is told within fourteen days, on a form (S.I. 2017/693)."""
_TOLD = frozenset({SignKind.CONTROL_ENTRY, SignKind.CONTROL_ENDED})


@dataclass(frozen=True, kw_only=True)
class Stated:
    """One confirmation statement."""

    made_up_to: date
    filed_on: date

    @property
    def days_late(self) -> int:
        """Days by which it came after it was due; none or fewer where it did not."""
        return (self.filed_on - statement_due(self.made_up_to)).days


def stated(bench: Workbench, company: Body, last: date) -> Iterator[Stated]:
    """Yield a company's confirmation statements, a year apart, until a day."""
    if company.form not in STATING:
        return
    random = bench.stream("statements", company.key)
    for made_up_to in statement_days(company.begun_on, last):
        due_on = statement_due(made_up_to)
        filed_on = filing_day(random, made_up_to + days(random.randint(0, 12)), by=due_on)
        tardy = bench.stream("late statement", company.key, made_up_to)
        if tardy.random() < filing.STATED_LATE and company.key not in _unannounced(bench):
            filed_on = filing_day(tardy, due_on + days(weighted(tardy, filing.DAYS_STATED_LATE)))
        if filed_on >= last:
            return
        yield Stated(made_up_to=made_up_to, filed_on=filed_on)


def _unannounced(bench: Workbench) -> set[str]:
    """Whoever ends out of the blue: nothing of theirs is late."""
    return {key for one in bench.happenings if one.is_hidden for key in runners(bench, one)}


def silences(bench: Workbench) -> Mapping[str, date]:
    """From when on a company files nothing yearly: an insolvency, a strike-off or its end."""
    found = {one.key: one.ended_on or calibration.LAST_DAY for one in bench.bodies.values()}
    for case in bench.insolvencies:
        found[case.company] = min(found[case.company], case.public_on)
    for one in bench.strike_offs:
        if one.ended_on is not None:
            found[one.company] = min(found[one.company], one.silent_from)
    return found


def tell_with_statements(bench: Workbench) -> None:
    """Let what was to be told of control before there were forms come with a statement."""
    telling = _Telling(bench=bench, last=silences(bench))
    for key, one in bench.stakes.items():
        if one.filed_on is not None:
            bench.stakes[key] = telling.entry(one, one.filed_on)
    bench.statements[:] = [
        replace(one, since=since)
        for one in bench.statements
        if (since := telling.on(one.company, one.since, one.since)) is not None
    ]
    for at, one in enumerate(bench.happenings):
        signs = sorted(telling.signs(one.signs), key=lambda s: (s.public_on, s.kind, s.subject))
        if tuple(signs) != one.signs:
            bench.happenings[at] = replace(one, signs=tuple(signs))


@dataclass(frozen=True, kw_only=True)
class _Telling:
    bench: Workbench
    last: Mapping[str, date]
    """From when on a company tells nothing."""
    known: dict[str, list[Stated]] = field(default_factory=dict[str, list[Stated]])

    def on(self, company: str, since: date, planned: date) -> date | None:
        """When the register is told of what is so since a day, and was to be told on another.

        None where nobody tells it any more.
        """
        if planned >= FORMS_BEGAN:
            return planned
        if company not in self.known:
            body = self.bench.bodies[company]
            self.known[company] = [*stated(self.bench, body, min(self.last[company], FORMS_BEGAN))]
        after = (one.filed_on for one in self.known[company] if one.made_up_to >= since)
        random = self.bench.stream("told of control", company)
        by_form = weekday(FORMS_BEGAN + days(random.randint(0, 13)))
        found = next(after, by_form)
        return found if found < self.last[company] else None

    def entry(self, one: Stake, filed_on: date) -> Stake:
        """An entry with its changes and its end, each told when it could be."""
        company = self.bench.bodies[one.company]
        is_founded = one.since == company.begun_on >= STATEMENTS_BEGAN
        told_on = filed_on if is_founded else self.on(one.company, one.since, filed_on)
        if told_on is None:
            return replace(
                one,
                notified_on=None,
                filed_on=None,
                changes_filed_on=(),
                end_filed_on=None,
            )
        changed = [self.on(one.company, day, day) for day in one.changes_filed_on]
        ended = one.end_filed_on
        if ended is not None and one.until is not None:
            ended = self.on(one.company, one.until, ended)
        changes = sorted({day for day in changed if day is not None and told_on < day})
        return replace(
            one,
            filed_on=told_on,
            changes_filed_on=tuple(day for day in changes if ended is None or day < ended),
            end_filed_on=ended if ended is None else max(ended, told_on),
        )

    def signs(self, signs: tuple[Sign, ...]) -> Iterator[Sign]:
        """Yield a happening's signs, those of control on the days on which they were told."""
        for one in signs:
            if one.kind not in _TOLD:
                yield one
                continue
            told_on = self.on(one.subject, one.happened_on, one.public_on)
            if told_on is not None:
                yield replace(one, public_on=told_on)
