"""Who is struck off the register or nearly: notices, signs, and what then stands on the file."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from crawlers.rehearsal import calibration
from crawlers.rehearsal.calibration.filing import FIRST_FILED
from crawlers.rehearsal.making.accounts import EXEMPT, due
from crawlers.rehearsal.making.businesses import FILE_ACCOUNTS
from crawlers.rehearsal.making.papers import Paper, filed
from crawlers.rehearsal.making.stating import silences, stated
from crawlers.rehearsal.making.streams import days, weekday
from crawlers.rehearsal.making.striking_off import (
    LONG_OVERDUE,
    StrikeOff,
    ends_by_strike_off,
    proposed_for_overdue,
)
from crawlers.rehearsal.making.workbench import Workbench
from crawlers.rehearsal.world.bodies import Nature
from crawlers.rehearsal.world.books import Scope
from crawlers.rehearsal.world.filings import Filing
from crawlers.rehearsal.world.happenings import Happening, Kind, Sign, SignKind
from crawlers.rehearsal.world.troubles import REMOVED, REMOVED_TITLE, Notice

_SPELLED_WRONGLY = 0.4
"""Share of notices whose key has the publisher's other spelling: both are met."""
_GAZETTE = "gazette"
_APART = days(30)
"""Between the end of one proposal and the next."""


def strike_off(bench: Workbench, company: str, ended_on: date, *, is_voluntary: bool) -> None:
    """Let a company be struck off on a day."""
    random = bench.stream("struck off", company)
    bench.dissolve(company, ended_on)
    one = ends_by_strike_off(random, company, ended_on, is_voluntary=is_voluntary)
    bench.strike_offs.append(one)


def strike_offs(bench: Workbench) -> None:
    """Propose to strike off whoever is long overdue; print each notice and keep the signs."""
    bench.strike_offs.extend(_overdue(bench))
    bench.strike_offs.extend([*_unstated(bench)])
    for one in bench.strike_offs:
        for on in (one.noticed_on, one.ended_on):
            if on is not None and on <= calibration.LAST_DAY:
                bench.notices.append(_notice(bench, one.company, on))
    for at, happening in enumerate(bench.happenings):
        signs = [*_signs(bench, happening)]
        if signs:
            signs = [*happening.signs, *signs]
            signs.sort(key=lambda sign: (sign.public_on, sign.kind, sign.subject))
            bench.happenings[at] = replace(happening, signs=tuple(signs))


def _overdue(bench: Workbench) -> Iterator[StrikeOff]:
    """Yield a proposal for all accounts that came long after they were due, or never."""
    came = {
        (one.company, one.end): one.filed_on
        for one in bench.accounts
        if (one.reporting == one.company or one.kind == EXEMPT) and not one.is_amended
    }
    silent = {one.company: one.silent_from for one in bench.strike_offs}
    insolvent = {one.company: one.steps[0].on for one in bench.insolvencies}
    for own in bench.books:
        key, body = own.company, bench.bodies[own.company]
        is_owed = body.form in FILE_ACCOUNTS and body.nature is not Nature.FUND
        if own.scope is not Scope.COMPANY or not is_owed:
            continue
        due_on, filed_on = due(body, own), came.get((key, own.end))
        ends_on = min(silent.get(key, date.max), insolvent.get(key, date.max))
        until = min(filed_on or date.max, ends_on, calibration.LAST_DAY)
        if own.end < FIRST_FILED or (until - due_on).days < LONG_OVERDUE:
            continue
        random = bench.stream("overdue", key, own.end)
        after = days(random.randint(1, 4))
        stopped_on = weekday(filed_on + after, by=filed_on + days(7)) if filed_on else None
        yield proposed_for_overdue(random, key, due_on, until, stopped_on)


def _unstated(bench: Workbench) -> Iterator[StrikeOff]:
    """Yield a proposal for all confirmation statements that came long after they were due.

    Where another proposal stood at the time, the registrar made no second.
    """
    last = silences(bench)
    others: dict[str, list[StrikeOff]] = {}
    for one in bench.strike_offs:
        others.setdefault(one.company, []).append(one)
    for key, body in bench.bodies.items():
        if body.form not in FILE_ACCOUNTS:
            continue
        for one in stated(bench, body, last.get(key, date.max)):
            if one.days_late < LONG_OVERDUE:
                continue
            due_on = one.filed_on - days(one.days_late)
            if any(
                other.noticed_on <= one.filed_on + _APART
                and due_on <= (other.stopped_on or other.ended_on or date.max)
                for other in others.get(key, ())
            ):
                continue
            random = bench.stream("unstated", key, one.made_up_to)
            after = days(random.randint(1, 4))
            stopped_on = weekday(one.filed_on + after, by=one.filed_on + days(7))
            until = min(one.filed_on, calibration.LAST_DAY)
            if (until - due_on).days >= LONG_OVERDUE:
                yield proposed_for_overdue(random, key, due_on, until, stopped_on)


def _notice(bench: Workbench, company: str, on: date) -> Notice:
    return Notice(
        key=str(bench.next_number("notice", 9_000_001)),
        company=company,
        code=REMOVED,
        title=REMOVED_TITLE,
        published_on=on,
    )


def _signs(bench: Workbench, happening: Happening) -> Iterator[Sign]:
    """Yield what a failure or a withdrawal shows by notices to strike off, the last years'."""
    if happening.kind not in {Kind.FAILURE, Kind.WITHDRAWAL}:
        return
    for one in bench.strike_offs:
        is_near = happening.on - days(700) < one.noticed_on
        is_of_it = one.is_voluntary or happening.kind is Kind.FAILURE
        if one.company in happening.bodies and is_near and is_of_it:
            yield Sign(
                kind=SignKind.STRIKE_OFF_NOTICE,
                subject=one.company,
                happened_on=one.noticed_on,
                public_on=one.noticed_on,
            )


def strike_off_papers(bench: Workbench, one: StrikeOff) -> Iterator[Filing]:
    """Yield what a proposal to strike off puts on the file."""
    if one.applied_on is not None:
        yield filed(bench, one.company, _APPLIED, one.applied_on, one.noticed_on)
        first, last = _NOTICED_VOLUNTARILY, _GONE_VOLUNTARILY
    else:
        is_odd = bench.stream("spelled", one.company, one.noticed_on).random() < _SPELLED_WRONGLY
        first, last = _compulsory("compulsary" if is_odd else "compulsory")
    yield filed(bench, one.company, first, one.noticed_on, one.noticed_on)
    if one.suspended_on is not None:
        yield filed(bench, one.company, _SUSPENDED, one.suspended_on, one.noticed_on)
    if one.stopped_on is not None:
        yield filed(bench, one.company, _STOPPED, one.stopped_on, one.noticed_on)
    if one.ended_on is not None:
        yield filed(bench, one.company, last, one.ended_on, one.noticed_on)


_APPLIED = Paper(
    code="DS01",
    category="dissolution",
    description="dissolution-application-strike-off-company",
    pages=3,
)
_NOTICED_VOLUNTARILY = Paper(
    code="GAZ1(A)", category=_GAZETTE, description="gazette-notice-voluntary"
)
_GONE_VOLUNTARILY = Paper(
    code="GAZ2(A)", category=_GAZETTE, description="gazette-dissolved-voluntary"
)
_SUSPENDED = Paper(
    code="DISS16(SOAS)",
    category="dissolution",
    description="dissolved-compulsory-strike-off-suspended",
)
_STOPPED = Paper(code="DISS40", category=_GAZETTE, description="gazette-filings-brought-up-to-date")


def _compulsory(spelled: str) -> tuple[Paper, Paper]:
    return (
        Paper(code="GAZ1", category=_GAZETTE, description=f"gazette-notice-{spelled}"),
        Paper(code="GAZ2", category=_GAZETTE, description=f"gazette-dissolved-{spelled}"),
    )
