"""Who is inspected when, and what is found: one plan for each setting, then its visits."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from crawlers.rehearsal import words
from crawlers.rehearsal.draws import Draws
from crawlers.rehearsal.market import Inspection, Setting
from crawlers.rehearsal.year import Year

YEARS = tuple(Year(to=date(to, 3, 31)) for to in range(2022, 2027))
"""Every year with visits; with one visit in three years, each setting has one by March 2024."""

_SUPPORTED_FROM = date(2024, 9, 1)
"""Inspections of supported accommodation began in September 2024."""

_SUPPORTED_SHARE = {2025: 0.2, 2026: 0.4}
"""How much of it is inspected in full, by the year that ends."""

_EXTRA_VISIT = 0.1
"""How likely a visit that grades nothing is in a year, beside those that follow a poor grade."""


@dataclass(frozen=True, kw_only=True)
class Plan:
    """One setting and what is to be found there.

    `final` is the grade or outcome of its full inspection in the last year, None for chance;
    `visits` are told outright; nothing is drawn unless `scheduled`. Only a setting that
    `may_fail` is ever found to be failing by chance: it has no other setting beside it.
    """

    setting: Setting
    final: str | None = None
    visits: tuple[Inspection, ...] = ()
    scheduled: bool = True
    may_fail: bool = False


def visits(plan: Plan, draws: Draws, numbers: Iterator[int]) -> Iterator[Inspection]:
    """Yield every visit to one setting, year by year."""
    yield from plan.visits
    for year in YEARS if plan.scheduled else ():
        full = _full(plan, year, draws, numbers)
        if full:
            yield full
            if {full.overall, full.outcome} & {words.REQUIRES_IMPROVEMENT, *_FAILING}:
                yield from _ungraded(plan, words.MONITORING, full.inspected_on, draws, numbers)
        if plan.setting.is_one_of(*words.HOMES) and draws.random.random() < _EXTRA_VISIT:
            yield from _ungraded(plan, words.ASSURANCE, year.first_day, draws, numbers)
        if plan.setting.is_one_of(words.SUPPORTED) and draws.random.random() < _EXTRA_VISIT:
            yield from _ungraded(plan, words.MONITORING, year.first_day, draws, numbers)


def _full(plan: Plan, year: Year, draws: Draws, numbers: Iterator[int]) -> Inspection | None:
    found = plan.final if year == YEARS[-1] else None
    if not (found or _is_due(plan.setting, year, draws)):
        return None
    earliest, latest = year.first_day + timedelta(days=9), year.to - timedelta(days=8)
    if found:  # early enough to be published, and followed up, within the year
        earliest, latest = date(year.first_day.year, 5, 12), date(year.first_day.year, 10, 30)
    inspected_on = _visited(plan.setting, earliest, latest, draws)
    if inspected_on is None:
        return None
    return Inspection(
        event_number=next(numbers),
        urn=plan.setting.urn,
        kind=words.FULL,
        inspected_on=inspected_on,
        published_on=inspected_on + timedelta(days=draws.random.randint(25, 50)),
        **_judged(plan, found, draws),
    )


def _is_due(setting: Setting, year: Year, draws: Draws) -> bool:
    if setting.is_one_of(words.SUPPORTED):
        return draws.random.random() < _SUPPORTED_SHARE.get(year.to.year, 0)
    if setting.is_one_of(*words.YEARLY):
        return True
    return (year.to.year + int(setting.urn[-3:])) % 3 == 0


def _visited(setting: Setting, earliest: date, latest: date, draws: Draws) -> date | None:
    """A Tuesday in a window, when the setting is neither new nor about to leave."""
    first = max(earliest, setting.registered_on + timedelta(days=180))
    if setting.is_one_of(words.SUPPORTED):
        first = max(first, _SUPPORTED_FROM)
    last = min(latest, (setting.left_on or date.max) - timedelta(days=60))
    if last - first < timedelta(days=7):
        return None
    day = draws.day(first, last - timedelta(days=6))
    return day + timedelta(days=(1 - day.weekday()) % 7)


def _ungraded(
    plan: Plan, kind: str, after: date, draws: Draws, numbers: Iterator[int]
) -> Iterator[Inspection]:
    """Yield a visit that grades nothing, some weeks after a day, if there is time for one."""
    earliest = after + timedelta(days=30)
    latest = min(after + timedelta(days=330), YEARS[-1].to - timedelta(days=20))
    inspected_on = _visited(plan.setting, earliest, latest, draws)
    if inspected_on:
        yield Inspection(
            event_number=next(numbers),
            urn=plan.setting.urn,
            kind=kind,
            inspected_on=inspected_on,
            published_on=inspected_on + timedelta(days=draws.random.randint(20, 35)),
        )


def _judged(plan: Plan, found: str | None, draws: Draws) -> dict[str, str]:
    if plan.setting.is_one_of(words.SUPPORTED):
        return {"outcome": found or _drawn(words.OUTCOMES, (50, 40, 10), plan, draws)}
    overall = found or _drawn(words.GRADES, (12, 66, 19, 3), plan, draws)
    worse = words.GRADES[min(words.GRADES.index(overall) + 1, 2)]
    led = overall if overall == words.INADEQUATE else draws.one([overall, overall, worse])
    judged = {
        "overall": overall,
        "helped_and_protected": overall,
        "leaders_and_managers": led,
    }
    if plan.setting.is_one_of(words.SECURE):
        judged |= {"education": words.GOOD, "health": words.GOOD}
    return judged


def _drawn(findings: tuple[str, ...], weights: tuple[int, ...], plan: Plan, draws: Draws) -> str:
    if not plan.may_fail:
        findings, weights = findings[:-1], weights[:-1]
    return draws.random.choices(findings, weights)[0]


_FAILING = frozenset({words.INADEQUATE, words.SERIOUS})
