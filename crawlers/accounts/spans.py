"""Lengths of periods: what is not a year is told, since its flows do not compare with a year's."""

from collections.abc import Iterator

from crawlers.accounts.figure import Period
from crawlers.accounts.note import Note
from crawlers.accounts.periods import months
from crawlers.accounts.said import About

YEAR = 12
LONGEST = 18
"""Months: no accounting reference period may be longer (Companies Act 2006 s.392(5)), but in
administration."""


def spans(period: Period | None, previous: Period | None, about: About) -> Iterator[Note]:
    """A note where the report's period, or the one before, is not a year, or cannot be.

    The law allows the first accounts any length to 18 months (s.391(5)); 52 and 53 weeks are a
    year. One day's balance sheet has no length and says nothing.
    """
    said = about.period
    if said is not None and said.start is not None and said.end < said.start:
        yield Note(words=f"Its period ends on {said.end}, before it starts on {said.start}")
    if period is None:
        yield Note(words="Nothing says of what period it is: no figure is taken")
        return
    if (length := months(period)) is not None and length != YEAR:
        yield Note(words=_own(period, length))
    before = None if previous is None else months(previous)
    if before is not None and before != (length or YEAR):
        words = f"The period before, to {previous and previous.end}, is of {before} months"
        yield Note(words=f"{words}, not of {length or YEAR}: its flows are of another length")


def _own(period: Period, length: int) -> str:
    """A period that is not a year, in words."""
    if length < 1:
        return f"Its period to {period.end} is of {period.days} days: less than a month"
    words = f"Its period to {period.end} is of {length} {'month' if length == 1 else 'months'}"
    if length > LONGEST:
        return f"{words}, more than the {LONGEST} that the law allows: a date may be misread"
    return f"{words}, not of {YEAR}: its flows are not a year's"
