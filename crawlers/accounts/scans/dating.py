"""The comparative period as the heads of the columns print it: it may be of any length."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta

from crawlers.accounts.figure import Period
from crawlers.accounts.line import Line
from crawlers.accounts.printed.days import When, when
from crawlers.accounts.said import About

_SHORTEST = timedelta(days=30)
_LONGEST = timedelta(days=2 * 366)
"""A period of account is at most eighteen months (Companies Act 2006 s.392); first ones and those
of companies in administration are longer."""


def dated(about: About, lines: Sequence[Line]) -> About:
    """The same, with the comparative period whose days stand beside the report's own.

    A year of 52 or 53 weeks does not end on the same day as the one before, and a period that was
    changed is longer or shorter: where heads of columns print the days, the most frequent ones
    count. Without such heads nothing changes.
    """
    if about.period is None:
        return about
    beside = Counter(_beside(lines, about.period.end))
    if not beside:
        return about
    (end, _), *_ = beside.most_common(1)
    starts = Counter(one.start for one in _heads(lines) if one.end == end and one.start)
    first = starts.most_common(1)
    return replace(about, previous=Period(end=end, start=first[0][0] if first else _start(about)))


def _beside(lines: Sequence[Line], own: date) -> Iterator[date]:
    """The day in the column beside that of the report's own last day, once for every line."""
    for line in lines:
        ends = [said.end for cell in line.cells if (said := when(cell.text)) and said.end]
        if own in ends:
            yield from (end for end in ends if _SHORTEST <= own - end <= _LONGEST)


def _heads(lines: Sequence[Line]) -> Iterator[When]:
    for line in lines:
        if len(line.cells) > 1:
            yield from (said for cell in line.cells if (said := when(cell.text)) is not None)


def _start(about: About) -> date | None:
    return None if about.previous is None else about.previous.start
