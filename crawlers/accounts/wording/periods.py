"""The period that accounts cover, and the one before it that they compare it with."""

import re
from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta

from crawlers.accounts.days import a_year_before, day, days
from crawlers.accounts.fact import Tagged
from crawlers.accounts.figure import Period
from crawlers.accounts.wording.identity import facts
from crawlers.accounts.wording.text import Text

LONGEST = 2 * 366
"""Days: a company's accounts cover 18 months at most (Companies Act 2006 s.392(5)), a first or an
administrator's period a little more; twice a year is a mistake."""
NEAR = 10
"""Days: years of 52 or 53 weeks end, and are tagged, up to these apart."""
_SPELLED = re.compile(
    r"\b(?P<kind>(?:52|53|fifty[- ](?:two|three))[- ]weeks?|financial year|year|period|\d+ months?)"
    r"\s+(?:ending|ended|to|from|commencing)?\b(?P<rest>.{6,70})"
)
_AS_AT = re.compile(r"\bas (?:at|of)\b(?P<rest>.{6,40})")


def own_period(text: Text, tagged: Tagged | None) -> tuple[Period | None, tuple[str, ...]]:
    """The report's own period, and what is wrong with it in one sentence each.

    From the tags of its first and last day, else of the balance sheet; else from the words of the
    first pages (`for the year ended 30 June 2020`). A period that ends before it starts, or is
    absurdly long, is none.
    """
    end = _tagged_day(tagged, "EndDateForPeriodCoveredByReport", "BalanceSheetDate")
    if tagged is None or end is None:
        return _sound(_spelled(text))
    return _sound(Period(end=end, start=_start(tagged, end, text)))


def previous_period(period: Period | None, text: Text, tagged: Tagged | None) -> Period | None:
    """The comparative period; None where the document shows none.

    The tagged periods that end where the report's own begins: the one with the most facts, which
    may be of another length. Without tags, the year up to the day before a whole year, where its
    number stands in the text.
    """
    if period is None:
        return None
    if tagged is not None and tagged.facts:
        return _tagged_previous(period, tagged)
    if period.start is None or not _is_a_year(period):
        return None
    end = period.start - timedelta(days=1)
    if not text.says(str(end.year)):
        return None
    return Period(end=end, start=a_year_before(period.start))


def _tagged_day(tagged: Tagged | None, *names: str) -> date | None:
    """The first day that a tag of these states; its context's where its text names none."""
    found = facts(tagged, *names)
    stated = (day(str(fact.value or "")) or day(fact.shown) for fact in found)
    context = (fact.period.end for fact in found if fact.period is not None)
    return next((item for item in (*stated, *context) if item is not None), None)


def _start(tagged: Tagged, end: date, text: Text) -> date | None:
    """The first day: tagged, else of the most frequent period of the facts, else as printed."""
    for fact in facts(tagged, "StartDateForPeriodCoveredByReport"):
        stated = day(str(fact.value or "")) or day(fact.shown)
        if stated is not None:
            return stated
    periods = (fact.period for fact in tagged.facts if fact.period is not None)
    frequent = _most_frequent(item for item in periods if item.end == end and item.start)
    if frequent is not None:
        return frequent.start
    spelled = _spelled(text)
    return spelled.start if spelled is not None and spelled.end == end else None


def _tagged_previous(period: Period, tagged: Tagged) -> Period | None:
    """Of the figures alone: texts of a first year are tagged with the day before it, too."""
    begins = period.start or a_year_before(period.end) + timedelta(days=1)
    day_before = begins - timedelta(days=1)
    figures = (fact for fact in tagged.facts if fact.unit is not None and fact.value is not None)
    periods = [fact.period for fact in figures if fact.period is not None]
    near = [item for item in periods if abs((item.end - day_before).days) <= NEAR]
    lasting = _most_frequent(item for item in near if item.start is not None)
    return lasting or _most_frequent(near)


def _most_frequent(periods: Iterator[Period] | list[Period]) -> Period | None:
    counted = Counter(periods).most_common(1)
    return counted[0][0] if counted else None


def _spelled(text: Text) -> Period | None:
    """The first period in the words of the document, else the day of its balance sheet."""
    for index in text.holding("ended", "ending", "the period", "the year"):
        found = _SPELLED.search(" ".join(text.folded[index : index + 2]))
        period = None if found is None else _of_words(found["kind"], days(found["rest"]))
        if period is not None:
            return period
    for index in text.holding("as at", "as of"):
        found = _AS_AT.search(text.folded[index])
        at = None if found is None else day(found["rest"])
        if at is not None:
            return Period(end=at)
    return None


def _of_words(kind: str, named: tuple[date, ...]) -> Period | None:
    first = next(iter(named), None)
    if first is None:
        return None
    second = next(iter(named[1:]), first)
    if first < second:
        return Period(end=second, start=first)
    if "year" in kind:
        return Period(end=first, start=a_year_before(first) + timedelta(days=1))
    return Period(end=first)


def _sound(period: Period | None) -> tuple[Period | None, tuple[str, ...]]:
    if period is None:
        return None, ("the document does not say which period it covers",)
    if period.days is None:
        return period, ()
    shown = f"{period.start} to {period.end}"
    if period.days < 1:
        return None, (f"its period ends before it starts ({shown})",)
    if period.days > LONGEST:
        return None, (f"its period is {period.days} days long ({shown})",)
    return period, ()


def _is_a_year(period: Period) -> bool:
    return period.days is not None and abs(period.days - 365) <= NEAR
