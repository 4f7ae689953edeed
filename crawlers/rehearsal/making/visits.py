"""Who is inspected when, and what is found: as often and as good as the published totals."""

from collections.abc import Container, Iterable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from random import Random

from crawlers.rehearsal import calibration, words
from crawlers.rehearsal.making.beforehand import BEFORE, ENDS, runners
from crawlers.rehearsal.making.failing_groups import FOUND_IN, failing_settings
from crawlers.rehearsal.making.public_hands import is_in_councils_hands
from crawlers.rehearsal.making.streams import a_day, filing_day, weekday, weighted
from crawlers.rehearsal.making.workbench import Workbench
from crawlers.rehearsal.world.happenings import Kind
from crawlers.rehearsal.world.settings import Inspection, Setting

_SUPPORTED_FROM = date(2024, 9, 1)
"""Inspections of supported accommodation began then."""
_SUPPORTED_SHARE = {2025: 0.06, 2026: 0.35, 2027: 0.4}
"""How much of it is inspected in full, by the year that ends."""
_STAYS = 0.55
"""How often a setting is found as good as the last time.

The worst grade does not stay: the next visit finds something else, so that it is drawn more often
than the register shows it, and the one above it less often; both more often than so, as none of
the homes of councils, an eighth of all, is found so: councils are real."""
_NEAR = timedelta(540)
"""How long before a failure that shows grades are worse."""
_GOOD_BEFORE = BEFORE + timedelta(300)
"""How long before an end out of the blue nothing poor is found: no report and no suspension of an
earlier visit comes within the months in which anything would be a sign."""
_UNGRADED = 0.1
_BY = date(FOUND_IN, 2, 24)
"""A visit by then is reported by 30 April, in time for the register of March."""
_BEGIN_ON = {0: 10, 1: 40, 2: 30, 3: 15, 4: 5}
"""How often a visit begins on each day from Monday: assumed, as no publisher counts it. A visit of
two days that is to end within the week begins early in it, and seldom on its first day."""
_CLOSED = (date(2020, 3, 17), date(2021, 4, 12))
"""Routine inspections stopped with the pandemic; assurance visits took their place."""


def visits(bench: Workbench) -> None:
    """Visit every setting, year by year, and suspend some."""
    failing = failing_settings(bench)
    troubled, unannounced = _ending(bench, hidden=False), _ending(bench, hidden=True)
    for setting in list(bench.settings.values()):
        near = troubled.get(setting.urn), unannounced.get(setting.urn)
        found = list(_of(bench, setting, near, failing))
        bench.inspections.extend(found)
        spells = tuple(_suspensions(bench, setting, found))
        if spells:
            bench.register(replace(setting, suspended=spells))


def _suspensions(
    bench: Workbench, setting: Setting, found: Iterable[Inspection]
) -> Iterator[tuple[date, date]]:
    """Yield a spell of suspension after some of the worst visits: twelve weeks, or twice that."""
    random = bench.stream("suspended", setting.urn)
    for visit in found:
        is_bad = visit.overall == words.INADEQUATE and setting.is_one_of(*words.HOMES)
        if is_bad and random.random() < calibration.SUSPENDED_IF_INADEQUATE:
            first = weekday(visit.inspected_on + timedelta(random.randint(4, 18)))
            last = first + timedelta(84 * random.randint(1, 2))
            if first < (setting.left_on or date.max):
                yield first, min(last, setting.left_on or last)


def _ending(bench: Workbench, *, hidden: bool) -> dict[str, date]:
    """Settings of groups that fail in sight, or that end out of the blue, and the day."""
    return {
        setting.urn: one.on
        for one in bench.happenings
        if one.kind in ENDS and one.is_hidden is hidden
        if hidden or one.kind is Kind.FAILURE
        for key in runners(bench, one)
        for setting in bench.run_by(key)
    }


def _of(
    bench: Workbench,
    setting: Setting,
    ends: tuple[date | None, date | None],
    failing: Container[str],
) -> Iterator[Inspection]:
    """Yield its visits; it ends in sight, out of the blue, or neither, on a day."""
    random, (ends_on, unannounced) = bench.stream("visits", setting.urn), ends
    last: str | None = None
    is_public = is_in_councils_hands(bench, setting.owners[0].owner)
    for to in range(calibration.FIRST_DAY.year, calibration.LAST_DAY.year + 1):
        year_end = date(to, 3, 31)
        if _is_due(random, setting, to):
            day = _day(random, setting, year_end)
            if day is not None and not _CLOSED[0] <= day <= _CLOSED[1]:
                near = ends_on is not None and timedelta(0) < ends_on - day < _NEAR
                last = _found(random, setting, to, last, near=near)
                is_quiet = unannounced and timedelta(0) < unannounced - day < _GOOD_BEFORE
                if is_quiet or is_public:
                    last = _as_good(last)
                if to == FOUND_IN and setting.urn in failing:
                    day, last = min(day, _BY), words.INADEQUATE
                yield _full(bench, random, setting, day, last, is_public=is_public)
                if last in {words.REQUIRES_IMPROVEMENT, words.INADEQUATE, words.SERIOUS}:
                    yield from _follow_up(bench, random, setting, day, year_end)
        if setting.is_one_of(*words.HOMES) and random.random() < _UNGRADED:
            day = _day(random, setting, year_end)
            if day is not None:
                yield _visit(bench, random, setting, day, words.ASSURANCE)


def _is_due(random: Random, setting: Setting, to: int) -> bool:
    if setting.is_one_of(words.SUPPORTED):
        return random.random() < _SUPPORTED_SHARE.get(to, 0)
    if setting.is_one_of(*words.YEARLY):
        return True
    return (to + int(setting.urn[-3:])) % 3 == 0


def _day(random: Random, setting: Setting, year_end: date) -> date | None:
    """A day of the year on which the setting is neither new nor about to leave."""
    first = max(year_end - timedelta(355), setting.registered_on + timedelta(180))
    if setting.is_one_of(words.SUPPORTED):
        first = max(first, _SUPPORTED_FROM)
    last = min(year_end - timedelta(8), (setting.left_on or date.max) - timedelta(40))
    if last - first < timedelta(14):
        return None
    day = a_day(random, first, last - timedelta(6))
    return day + timedelta((weighted(random, _BEGIN_ON) - day.weekday()) % 7)


def _found(random: Random, setting: Setting, to: int, last: str | None, *, near: bool) -> str:
    """What is found: often the same again; worse where the group is about to end."""
    if setting.is_one_of(words.SUPPORTED):
        return random.choices(words.OUTCOMES, calibration.OUTCOMES)[0]
    if near:
        return random.choices(words.GRADES, (2, 38, 42, 18))[0]
    if last is not None and last != words.INADEQUATE and random.random() < _STAYS:
        return last
    outstanding, good, requires, inadequate = calibration.GRADES[max(to, min(calibration.GRADES))]
    return random.choices(words.GRADES, (outstanding, good, 0.95 * requires, 2.1 * inadequate))[0]


def _as_good(found: str) -> str:
    """What is found where nothing bad is to be: nothing below good."""
    if found in words.GRADES:
        return found if found == words.OUTSTANDING else words.GOOD
    return words.STRONG


def _full(
    bench: Workbench, random: Random, setting: Setting, day: date, found: str, *, is_public: bool
) -> Inspection:
    if setting.is_one_of(words.SUPPORTED):
        return _visit(bench, random, setting, day, words.FULL, outcome=found)
    worse = words.GRADES[min(words.GRADES.index(found) + 1, 2)]
    led = found if found == words.INADEQUATE else random.choice([found, found, worse])
    led = found if is_public else led
    secure = words.GOOD if setting.is_one_of(words.SECURE) else None
    return _visit(
        bench,
        random,
        setting,
        day,
        words.FULL,
        overall=found,
        helped_and_protected=found,
        leaders_and_managers=led,
        education=secure,
        health=secure,
    )


def _follow_up(
    bench: Workbench, random: Random, setting: Setting, after: date, year_end: date
) -> Iterator[Inspection]:
    """Yield the monitoring visit after a poor grade, if there is time for one."""
    day = weekday(after + timedelta(random.randint(35, 120)))
    last = min(year_end, (setting.left_on or date.max) - timedelta(10))
    if day < last:
        yield _visit(bench, random, setting, day, words.MONITORING)


def _visit(
    bench: Workbench,
    random: Random,
    setting: Setting,
    day: date,
    kind: str,
    **found: str | None,
) -> Inspection:
    return Inspection(
        event_number=bench.next_number("visit", 90_100_001),
        urn=setting.urn,
        kind=kind,
        inspected_on=day,
        published_on=filing_day(random, day + timedelta(random.randint(25, 50))),
        **found,
    )
