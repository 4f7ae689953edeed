"""The financial years of a company: from its first day, through every change of its year end."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from crawlers.rehearsal.deadlines import shortest_first_end
from crawlers.rehearsal.making.months import MONTHS, last_day, month_of
from crawlers.rehearsal.world.bodies import Body, YearEnd

_SHORTEST, _LONGEST = 6, 18
"""No period lasts longer, and none that a notice changed shorter: Companies Act 2006 s.392."""


@dataclass(frozen=True)
class Moved:
    """What a notice of a new year end does to the period in which it comes."""

    was_to_end: date
    ends: date

    @property
    def word(self) -> str:
        """As the register has it."""
        return "extended" if self.ends > self.was_to_end else "shortened"


def periods(body: Body) -> Iterator[tuple[int, int]]:
    """Yield the first and last month of each of its periods that ends by the last month."""
    for first, last in _every(body):
        if last >= MONTHS:
            return
        yield first, last


def moved(body: Body, notice: YearEnd) -> Moved | None:
    """What the notice of one of a body's year ends does; None where it moves no period.

    A notice moves the period that is running: later ones are reckoned from that one's end.
    """
    before = tuple(one for one in body.year_ends if one.since < notice.since)
    was = _running(replace(body, year_ends=before), notice.since)
    ends = _running(replace(body, year_ends=(*before, notice)), notice.since)
    return None if was == ends else Moved(was_to_end=was, ends=ends)


def _running(body: Body, on: date) -> date:
    """The last day of the period that a day is in."""
    return next(last_day(last) for _, last in _every(body) if last_day(last) >= on)


def _every(body: Body) -> Iterator[tuple[int, int]]:
    first = max(0, month_of(body.begun_on))
    ends = _first_end(body, first)
    while True:
        yield first, ends
        first, ends = ends + 1, _next_end(body, ends)


def _first_end(body: Body, first: int) -> int:
    """The first year end that is far enough off, for a new company; else the next one."""
    least = shortest_first_end(body.begun_on) if month_of(body.begun_on) >= 0 else date.min
    every = range(first, first + _LONGEST)
    ends = (m for m in every if last_day(m) >= least and _is_end(body, m))
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
