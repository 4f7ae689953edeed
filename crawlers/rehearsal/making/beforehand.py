"""What the records show of a group's end: read from them when all are made, whatever was meant.

So an end is announced by whatever chance did to its group as much as by what its makers did, and
one that is hidden is so in every register.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

from crawlers.rehearsal import words
from crawlers.rehearsal.making.insolvencies import MEMBERS
from crawlers.rehearsal.making.streams import days
from crawlers.rehearsal.making.told_by_ofsted import first_told
from crawlers.rehearsal.making.workbench import Workbench
from crawlers.rehearsal.world.control import Appointment
from crawlers.rehearsal.world.happenings import Happening, Kind, Sign, SignKind
from crawlers.rehearsal.world.settings import Inspection, Places, Setting

Visits = Mapping[str, Sequence[Inspection]]
"""Inspections by URN."""
ENDS = frozenset({Kind.FAILURE, Kind.WITHDRAWAL})
BEFORE = days(550)
"""How long before an end, a year and a half, whatever the registers show counts as a sign of it."""
POOR = frozenset({words.REQUIRES_IMPROVEMENT, words.INADEQUATE})
_AFTER = days(130)
"""How long after an end its settings close."""
_TOGETHER = days(31)
"""Directors who leave one board within a month leave together."""
_PETITION, _BEGUN = 2450, frozenset({2410, 2441, 2443, 2452})


def signs_on_record(bench: Workbench) -> None:
    """Give every end the signs of it that the registers, the Gazette and Ofsted show."""
    visits: dict[str, list[Inspection]] = {}
    for visit in bench.inspections:
        visits.setdefault(visit.urn, []).append(visit)
    for at, one in enumerate(bench.happenings):
        if one.kind in ENDS:
            found = {*one.signs, *_of(bench, one, visits)}
            every = sorted(found, key=lambda s: (s.public_on, s.kind, s.subject, s.happened_on))
            bench.happenings[at] = replace(one, signs=tuple(every))


def quiet(bench: Workbench, companies: Collection[str], on: date) -> bool:
    """Whether nothing so far told of an end: no board, charge, year end or setting changed."""
    moved = (
        setting
        for setting in _settings(bench, companies)
        if setting.registered_again_as and setting.left_on and _is_near(setting.left_on, on)
    )
    cut = _cuts(_settings(bench, companies), on)
    return not any(_changes(bench, companies, on)) and not any(cut) and not any(moved)


def runners(bench: Workbench, end: Happening) -> tuple[str, ...]:
    """Whoever an end happened to: its companies, and whoever else ran what it touched."""
    ran = (bench.settings[urn].owners[0].owner for urn in end.settings)
    return tuple(dict.fromkeys((*end.bodies, *(one for one in ran if one))))


def _of(bench: Workbench, end: Happening, visits: Visits) -> Iterator[Sign]:
    companies, on = runners(bench, end), end.on
    yield from _changes(bench, companies, on)
    yield from _late(bench, companies, on)
    yield from _insolvencies(bench, companies, on)
    settings = tuple(_settings(bench, companies))
    yield from _closed(settings, (on, on + _AFTER))
    yield from _judged(settings, on, visits)
    yield from _listed(settings, on, visits)


def _changes(bench: Workbench, companies: Collection[str], on: date) -> Iterator[Sign]:
    """Yield what changed before, as far as it is known on the day itself."""
    for company in companies:
        yield from _boards(bench, company, on)
        for one in bench.bodies[company].year_ends[1:]:
            if _is_near(one.since, on):
                yield _sign(SignKind.YEAR_END_MOVED, company, one.since)
    yield from _charged(bench, companies, on)
    yield from _closed(_settings(bench, companies), (on - BEFORE, on))


def _cuts(settings: Iterable[Setting], on: date) -> Iterator[tuple[Setting, Places, Places]]:
    """Yield settings that lost places before, with what they had and have."""
    for setting in settings:
        for before, after in pairwise(setting.sizes):
            is_cut = (after.places or 0) < (before.places or 0)
            if is_cut and _is_near(after.since, on):
                yield setting, before, after


def _listed(settings: Collection[Setting], on: date, visits: Visits) -> Iterator[Sign]:
    """Yield cuts of places and suspensions, with the first list of Ofsted's that states each.

    What none states, for it was over by then, or the setting gone, is no sign.
    """
    for setting, before, after in _cuts(settings, on):
        had, since = before.places or 0, after.since

        def is_less(day: date, one: Setting = setting, had: int = had, since: date = since) -> bool:
            return day >= since and (one.places_on(day) or 0) < had

        told_on = first_told(setting, visits.get(setting.urn, ()), is_less)
        if told_on is not None:
            yield _sign(SignKind.PLACES_CUT, setting.urn, since, told_on)
    for one in settings:
        for first, last in one.suspended:
            spell = replace(one, suspended=((first, last),))
            told_on = first_told(spell, visits.get(one.urn, ()), spell.is_suspended)
            if _is_near(first, on) and told_on is not None:
                yield _sign(SignKind.SUSPENDED, one.urn, first, told_on)


def _charged(bench: Workbench, companies: Collection[str], on: date) -> Iterator[Sign]:
    """Yield new charges over everything, and charges that were paid off."""
    for charge in bench.charges:
        if charge.company in companies:
            if charge.is_all_assets and _is_near(charge.delivered_on, on):
                made_on, told_on = charge.created_on, charge.delivered_on
                yield _sign(SignKind.ALL_ASSETS_CHARGE, charge.company, made_on, told_on)
            if charge.satisfied_on and _is_near(charge.satisfied_on, on):
                paid_on, told_on = charge.satisfied_on, charge.satisfaction_filed_on
                yield _sign(SignKind.CHARGE_SATISFIED, charge.company, paid_on, told_on)


def _boards(bench: Workbench, company: str, on: date) -> Iterator[Sign]:
    """Yield directors who left together, and any others who came or left."""
    every = bench.appointments_in(company)
    left = [one for one in every if one.until and _is_near(one.until, on)]
    together: list[Appointment] = []
    for one in left:
        beside = [two for two in left if two is not one and _apart(one, two) <= _TOGETHER]
        together += [one] if beside else []
    if together:
        first = min(one.until for one in together if one.until)
        told = max(one.end_filed_on or first for one in together)
        yield _sign(SignKind.DIRECTORS_LEFT, company, first, told)
    for one in left:
        if one not in together and one.until:
            yield _sign(SignKind.DIRECTORS_CHANGED, company, one.until, one.end_filed_on)
    for one in every:
        if one.since > bench.bodies[company].begun_on and _is_near(one.since, on):
            yield _sign(SignKind.DIRECTORS_CHANGED, company, one.since, one.filed_on)


def _apart(one: Appointment, two: Appointment) -> timedelta:
    assert one.until is not None
    assert two.until is not None
    return abs(one.until - two.until)


def _late(bench: Workbench, companies: Collection[str], on: date) -> Iterator[Sign]:
    """Yield accounts that were not there on the day after they were due."""
    for one in bench.accounts:
        late_on = one.due_on + days(1)
        is_late = one.filed_on > one.due_on and not one.is_amended
        if one.company in companies and is_late and _is_near(late_on, on):
            yield _sign(SignKind.ACCOUNTS_LATE, one.company, late_on)


def _insolvencies(bench: Workbench, companies: Collection[str], on: date) -> Iterator[Sign]:
    """Yield petitions before, and the insolvency itself, in whichever place tells it first.

    A members' liquidation is none: the company pays everybody.
    """
    notices = [one for one in bench.notices if one.company in companies]
    for one in notices:
        if one.code == _PETITION and _is_near(one.published_on, on):
            yield _sign(SignKind.PETITION, one.company, one.published_on)
    for case in bench.insolvencies:
        if case.company in companies and case.kind != MEMBERS:
            mine = (one for one in notices if one.company == case.company)
            told = [one.published_on for one in mine if one.code in _BEGUN]
            first = min([case.public_on, *told])
            yield _sign(SignKind.INSOLVENCY, case.company, case.steps[0].on, first)


def _closed(settings: Iterable[Setting], span: tuple[date, date]) -> Iterator[Sign]:
    """Yield settings that left the register for good, in a span of days.

    Ofsted's reports site shows it from the day on.
    """
    for one in settings:
        is_gone = one.left_on is not None and one.registered_again_as is None
        if is_gone and one.left_on and span[0] <= one.left_on < span[1]:
            yield _sign(SignKind.SETTINGS_CLOSED, one.urn, one.left_on)


def _judged(settings: Iterable[Setting], on: date, visits: Visits) -> Iterator[Sign]:
    """Yield poor grades."""
    for visit in (visit for one in settings for visit in visits.get(one.urn, ())):
        is_poor = visit.overall in POOR or visit.outcome == words.SERIOUS
        if is_poor and _is_near(visit.published_on, on):
            happened_on, told_on = visit.inspected_on, visit.published_on
            yield _sign(SignKind.POOR_GRADE, visit.urn, happened_on, told_on)


def _settings(bench: Workbench, companies: Collection[str]) -> Iterator[Setting]:
    return (setting for key in companies for setting in bench.run_by(key))


def _is_near(day: date, on: date) -> bool:
    return on - BEFORE <= day < on


def _sign(kind: SignKind, subject: str, on: date, public_on: date | None = None) -> Sign:
    return Sign(kind=kind, subject=subject, happened_on=on, public_on=public_on or on)
