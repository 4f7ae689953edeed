"""A sign on boards: half of the directors or more go within sixty days, and others come."""

from collections.abc import Iterator
from datetime import date, timedelta

from db.records import Officer
from oversight.events.event import Signal, SignalKind, Weight
from oversight.events.passing import Passing, on_board, seat
from oversight.events.seen import Seen
from oversight.events.telling import officer_told

SPAN = timedelta(days=60)
"""Days within which directors count as replaced together (reference 5.6)."""
LEAST = 0.5
"""Share of the board that must be replaced (reference 5.6)."""


def directors(passing: Passing) -> Iterator[Signal]:
    """Yield each company of whose board half or more left round the day while others came."""
    theirs = frozenset[str]().union(*passing.buyers_boards.values())
    for company in passing.companies:
        yield from replaced(passing.seen, company, passing.on, theirs)


def replaced(seen: Seen, company: str, on: date, theirs: frozenset[str]) -> Iterator[Signal]:
    """Yield that a company's board was replaced round a day, if it was.

    Medium where one of those who came sits on a board of the group that takes over (`theirs`).
    """
    first, last = on - SPAN / 2, on + SPAN / 2
    before = on_board(seen, company, first)
    left = [one for one in before if one.valid_to is not None and one.valid_to <= last]
    came = [
        one
        for one in seen.boards.get(company, ())
        if one.valid_from is not None and first < one.valid_from <= last
    ]
    if not came or not before or len(left) < LEAST * len(before):
        return
    known = sum(seat(one) in theirs for one in came)
    sit = f"; {known} of these sit on boards of the group that takes over" if known else ""
    yield Signal(
        kind=SignalKind.DIRECTORS,
        weight=Weight.MEDIUM if known else Weight.WEAK,
        subject=company,
        happened_on=min(day for one in came if (day := one.valid_from) is not None),
        public_on=max(_told(seen, one, on) for one in (*left, *came)),
        claim=(
            f"of the {len(before)} directors of {seen.named(company)} {len(left)} left and"
            f" {len(came)} came within {SPAN.days} days{sit}"
        ),
        cite=came[0].cite,
    )


def _told(seen: Seen, officer: Officer, on: date) -> date:
    """When it was told that somebody came or went, whichever was the nearer to a day."""
    days = [day for day in (officer.valid_from, officer.valid_to) if day is not None]
    return officer_told(seen, officer, min(days, key=lambda day: abs(day - on)))
