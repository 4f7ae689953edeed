"""Which periods of a document's tags are the report's own, or the one before it."""

from collections.abc import Iterable
from datetime import date, timedelta

from crawlers.accounts.figure import Period
from crawlers.accounts.periods import WEEK
from crawlers.accounts.said import About


def is_reported(period: Period | None, about: About) -> bool:
    """Whether a period ends when the report's does, or the one before; True where it says none.

    A week's difference is none: software rounds years of 52 weeks to months.
    """
    if period is None:
        return False
    if about.period is None:
        return True
    return any(abs(period.end - end) <= WEEK for end in _ends(about.period, about.previous))


def is_own_length(period: Period, about: About, others: Iterable[Period]) -> bool:
    """Whether a period is the report's own, of several that end with it.

    False only where another of the same figure is exactly the report's, and this one is not.
    """
    exact = {one for one in (about.period, about.previous) if one is not None}
    if period.start is None:
        ends = {one.end for one in exact}
        return period.end in ends or not any(_is_near(period, one, ends) for one in others)
    if period in exact:
        return True
    return not any(one in exact and abs(one.end - period.end) <= WEEK for one in others)


def _is_near(period: Period, other: Period, ends: set[date]) -> bool:
    return other.end in ends and abs(other.end - period.end) <= WEEK


def _ends(own: Period, previous: Period | None) -> Iterable[date]:
    yield own.end
    if previous is not None:
        yield previous.end
    elif own.start is not None:
        yield own.start - timedelta(days=1)
