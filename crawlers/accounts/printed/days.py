"""Days and periods as headings and columns of accounts print them."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

from crawlers.accounts.figure import Period

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_WORDS = re.compile(
    r"(\d{1,2})\s*(?:st|nd|rd|th)?\s*(?:of\s+)?"
    r"(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?,?\s*((?:19|20)\d\d)",
    re.IGNORECASE,
)
_AMERICAN = re.compile(
    r"\b"
    r"(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?\s+(\d{1,2}),?\s+((?:19|20)\d\d)",
    re.IGNORECASE,
)
_FIGURES = re.compile(r"\b(\d{1,2})\s*[./-]\s*(\d{1,2})\s*[./-]\s*((?:19|20)?\d\d)\b")
_YEAR = re.compile(r"\b((?:19|20)\d\d)\b")
_WEEKS = re.compile(r"(\d{1,3})[\s-]*(week|month|day)", re.IGNORECASE)
_YEAR_LONG = re.compile(r"\byear\b", re.IGNORECASE)

A_WEEK = timedelta(days=7)
"""Years of 52 or 53 weeks end near the day that is tagged: within a week it is that day."""


@dataclass(frozen=True, slots=True, kw_only=True)
class When:
    """What a heading or a column says of time, as far as it says it."""

    year: int
    end: date | None = None
    start: date | None = None
    """The first day where a length or both days are printed."""


def when(text: str) -> When | None:
    """The last day or year that a text names, with the first day where it can be told."""
    days = _days(text)
    if not days:
        years = _YEAR.findall(text)
        return When(year=int(years[-1])) if years else None
    end = days[-1]
    start = days[0] if len(days) == 2 and days[0] < end else _begun(text, end)  # noqa: PLR2004
    return When(year=end.year, end=end, start=start)


def year_before(period: Period) -> Period:
    """The period of the same length, or the same day, a year earlier."""
    return Period(
        end=_less_a_year(period.end),
        start=None if period.start is None else _less_a_year(period.start),
    )


def _days(text: str) -> list[date]:
    """Every day that a text names, in its order."""
    found: list[tuple[int, date]] = []
    for match in _WORDS.finditer(text):
        _put(found, match.start(), match[3], _month(match[2]), match[1])
    for match in _AMERICAN.finditer(text):
        _put(found, match.start(), match[3], _month(match[1]), match[2])
    for match in _FIGURES.finditer(text):
        _put(found, match.start(), match[3], int(match[2]), match[1])
    return [day for _, day in sorted(found)]


def _put(found: list[tuple[int, date]], at: int, year: str, month: int, day: str) -> None:
    whole = int(year) if len(year) == 4 else 2000 + int(year)  # noqa: PLR2004
    try:
        found.append((at, date(whole, month, int(day))))
    except ValueError:
        return  # the 31st of a month of 30 days is a slip of print and names no day


def _month(name: str) -> int:
    return _MONTHS.index(name.lower()[:3]) + 1


def _begun(text: str, end: date) -> date | None:
    """The first day of a period of a printed length; None where no length is printed."""
    length = _WEEKS.search(text)
    if length is None:
        return _less_a_year(end) + timedelta(days=1) if _YEAR_LONG.search(text) else None
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


def _less_a_year(day: date) -> date:
    """The same day a year earlier; the last day of a month gives the last day of that month."""
    last = monthrange(day.year - 1, day.month)[1]
    is_last = day.day == monthrange(day.year, day.month)[1]
    return date(day.year - 1, day.month, last if is_last else min(day.day, last))
