"""Years, days and periods as headings and columns of accounts print them."""

import re
from datetime import date, timedelta
from typing import NamedTuple

from crawlers.accounts.days import a_year_before, days
from crawlers.accounts.figure import Period

_YEAR = re.compile(r"\b((?:19|20)\d\d)\b")
_WEEKS = re.compile(r"(\d{1,3})[\s-]*(week|month|day)", re.IGNORECASE)
_YEAR_LONG = re.compile(r"\byear\b", re.IGNORECASE)


class When(NamedTuple):
    """What a heading or a column says of time, as far as it says it."""

    year: int
    end: date | None = None
    start: date | None = None
    """The first day where a length or both days are printed."""


def when(text: str) -> When | None:
    """The last day or year that a text names, with the first day where it can be told."""
    named = days(text)
    if not named:
        years = _YEAR.findall(text)
        return When(year=int(years[-1])) if years else None
    end = named[-1]
    start = named[0] if len(named) == 2 and named[0] < end else _begun(text, end)  # noqa: PLR2004
    return When(year=end.year, end=end, start=start)


def year_before(period: Period) -> Period:
    """The period of the same length, or the same day, a year earlier."""
    return Period(
        end=a_year_before(period.end),
        start=None if period.start is None else a_year_before(period.start),
    )


def _begun(text: str, end: date) -> date | None:
    """The first day of a period of a printed length; None where no length is printed."""
    length = _WEEKS.search(text)
    if length is None:
        return a_year_before(end) + timedelta(days=1) if _YEAR_LONG.search(text) else None
    count = int(length[1])
    match length[2].lower():
        case "week":
            return end - timedelta(days=7 * count - 1)
        case "day":
            return end - timedelta(days=count - 1)
        case _:
            return _less_months(end, count)


def _less_months(end: date, count: int) -> date:
    """The first day of so many months that end on a day, which is taken as a month's end."""
    after = end + timedelta(days=1)
    months = after.year * 12 + after.month - 1 - count
    return date(months // 12, months % 12 + 1, min(after.day, 28))
