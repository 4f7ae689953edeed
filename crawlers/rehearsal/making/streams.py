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
    """A day between two, both included."""
    return first + timedelta(days=random.randint(0, (last - first).days))


def days(count: float) -> timedelta:
    """A number of days as a span."""
    return timedelta(days=round(count))


def weekday(day: date) -> date:
    """The day itself, or the Monday after it: no registrar works at weekends."""
    return day + timedelta(days=max(0, 7 - day.weekday()) % 7 if day.weekday() > 4 else 0)  # noqa: PLR2004 - Friday
