"""Seeded streams of chance: the same seed and purpose give the same draws, on any machine."""

from collections.abc import Mapping
from datetime import date, timedelta
from random import Random
from typing import TypeVar

T = TypeVar("T")


def stream(seed: int, *purpose: object) -> Random:
    """The stream of one purpose, apart from every other."""
    return Random("/".join(map(str, (seed, *purpose))))  # noqa: S311 - chance, not secrets


def weighted(random: Random, weights: Mapping[T, float]) -> T:
    """One key, as likely as its weight says."""
    return random.choices(list(weights), list(weights.values()))[0]


def a_day(random: Random, first: date, last: date) -> date:
    """A working day between two, both included; the next one where there is none between."""
    span = (last - first).days
    day = first + timedelta(random.randint(0, span))
    while day.weekday() in _WEEKEND and span > 1:
        day = first + timedelta(random.randint(0, span))
    return weekday(day)


def days(count: float) -> timedelta:
    """A number of days as a span."""
    return timedelta(days=round(count))


def weekday(day: date, *, by: date = date.max) -> date:
    """The day itself, or for a weekend's one of the next five: no registrar works at weekends.

    Which of the five is the weekend day's own chance, so that none is a heap; what falls on one
    day stays on one. What is to be by a day before them all is of the Friday before.
    """
    return filing_day(Random(day.toordinal()), day, by=by)  # noqa: S311 - chance, not secrets


def filing_day(random: Random, day: date, *, by: date = date.max) -> date:
    """What `weekday` gives, each time by chance: for what many do on one day, each apart."""
    if day.weekday() not in _WEEKEND:
        return day
    monday = day + timedelta(7 - day.weekday())
    until = min(4, (by - monday).days)
    return monday + timedelta(random.randint(0, until) if until >= 0 else -3)


_WEEKEND = frozenset({5, 6})
"""Saturday and Sunday."""
