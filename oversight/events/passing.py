"""A company that passes from one hand to another: both sides of it, for who looks for signs."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

from db.records import Officer
from oversight.events.event import Signal
from oversight.events.seen import Seen
from oversight.holders import is_company

WINDOW = timedelta(days=120)
"""How far before and after a change its signs are looked for (reference 5.6)."""
EVE = timedelta(days=1)


@dataclass(frozen=True, kw_only=True)
class Passing:
    """Companies that get another company above them, on a day."""

    seen: Seen
    on: date
    companies: tuple[str, ...]
    """Whoever passes, the company that is passed directly first."""
    parent: str | None
    """Who is directly above since; None where no undertaking is."""
    way_up: tuple[str, ...]
    """The parent and whoever is certainly above it, nearest first."""

    def is_near(self, day: date | None) -> bool:
        """Whether something of a day lies within the window."""
        return day is not None and abs(day - self.on) <= WINDOW

    @cached_property
    def buyers(self) -> tuple[str, ...]:
        """The companies of the group that takes over, but for those taken over."""
        if not self.way_up:
            return ()
        group = self.seen.registers.below(self.way_up[-1], self.on)
        every = dict.fromkeys((*self.way_up, *group))
        return tuple(one for one in every if is_company(one) and one not in self.companies)

    @cached_property
    def buyers_boards(self) -> Mapping[str, frozenset[str]]:
        """Who sat on the boards of those who take over at the time, by company."""
        return {
            one: frozenset(seat(each) for each in on_board(self.seen, one, self.on - EVE))
            for one in self.buyers
        }


Looker = Callable[[Passing], Iterator[Signal]]
"""One kind of sign: looks for it about a company that passes."""


def on_board(seen: Seen, company: str, day: date) -> tuple[Officer, ...]:
    """Who ran a company on a day; an appointment without a first day counts as begun."""
    return tuple(
        one
        for one in seen.boards.get(company, ())
        if (one.valid_from is None or one.valid_from <= day)
        and (one.valid_to is None or one.valid_to > day)
    )


def seat(officer: Officer) -> str:
    """By what a person is known from board to board: the name, as one has several ids."""
    return officer.name.casefold()
