"""The financial years of a company: from its first day, through every change of its year end."""

from collections.abc import Iterator

from crawlers.rehearsal.making.months import MONTHS, last_day, month_of
from crawlers.rehearsal.world.bodies import Body

_SHORTEST, _LONGEST = 6, 18
"""A first period lasts six to eighteen months: Companies Act 2006 ss.391(5), 392."""


def periods(body: Body) -> Iterator[tuple[int, int]]:
    """Yield the first and last month of each of its periods that ends by the last month."""
    first = max(0, month_of(body.begun_on))
    ends = _first_end(body, first)
    while ends < MONTHS:
        yield first, ends
        first, ends = ends + 1, _next_end(body, ends)


def _first_end(body: Body, first: int) -> int:
    """The first year end that is far enough off, for a new company; else the next one."""
    least = _SHORTEST if month_of(body.begun_on) >= 0 else 0
    least += body.begun_on == last_day(first)  # then six months are not more than six
    ends = (m for m in range(first + least, first + _LONGEST + 1) if _is_end(body, m))
    return next(ends, first + 12)


def _next_end(body: Body, last: int) -> int:
    """A year later, or as near as the new year end allows."""
    if _is_end(body, last + 12):
        return last + 12
    later = (m for m in range(last + _SHORTEST + 1, last + _LONGEST + 1) if _is_end(body, m))
    return next(later, last + 12)


def _is_end(body: Body, month: int) -> bool:
    """Whether a period may end with a month, by the year end that is known before it does."""
    day = last_day(month)
    ends = [one.month for one in body.year_ends if one.since < day]
    return day.month == (ends[-1] if ends else body.year_ends[0].month)
