"""Purchases that no control register tells of: boards that another group's people took over.

Some companies never enter a change of who controls them. Their directors are told of at once, so
that a board which others took over, with a charge or a move to the others' address in the same
weeks, says that the company was probably bought. Before there were control registers nothing is
silent, so that nothing of those days is told.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import chain

from oversight.events.charges import charges
from oversight.events.directors import SPAN, replaced
from oversight.events.event import Event, EventKind, Heads, Signal, SignalKind, in_order
from oversight.events.handovers import REGISTER_BEGAN
from oversight.events.heads import heads, named
from oversight.events.offices import offices
from oversight.events.passing import EVE, WINDOW, Looker, Passing, on_board, seat
from oversight.events.seen import Seen
from oversight.events.wording import told
from oversight.events.year_ends import year_ends

BESIDE: tuple[Looker, ...] = (charges, offices, year_ends)
TELLING = frozenset({SignalKind.CHARGE, SignalKind.OFFICE})
"""Which of those must speak for it besides within the span: year ends move for many reasons."""
SHARED = 2
"""So many newcomers, or all of them, must sit on boards of one other group."""
DOUBT = "no control register shows it: boards and what went with them speak for it alone"


def boards_alone(seen: Seen, known: Iterable[Event]) -> Iterator[Event]:
    """Yield each company whose board another group took over while its control register is silent.

    `known` are the changes of control that registers show: whatever happened near one of them to
    the same company is a part of it.
    """
    seats = _Seats(seen=seen)
    days: dict[str, list[date]] = {}
    for one in known:
        for company in one.companies:
            days.setdefault(company, []).append(one.on)
    for company in seen.boards:
        for on in _takeovers(seen, company):
            is_known = any(abs(on - day) <= WINDOW for day in days.get(company, ()))
            found = None if is_known else _event(seats, company, on)
            if found is not None:
                days.setdefault(company, []).append(on)
                yield found


@dataclass(frozen=True, kw_only=True)
class _Seats:
    """Who sits where."""

    seen: Seen

    @cached_property
    def of(self) -> dict[str, frozenset[str]]:
        """The companies on whose boards each person ever sat."""
        found: dict[str, set[str]] = {}
        for company, board in self.seen.boards.items():
            for one in board:
                found.setdefault(seat(one), set()).add(company)
        return {person: frozenset(companies) for person, companies in found.items()}


def _takeovers(seen: Seen, company: str) -> Iterator[date]:
    """Yield the days on which somebody came as half of the board or more left."""
    last = date.min
    for day in sorted({one.valid_from for one in seen.boards[company] if one.valid_from}):
        if (
            day > REGISTER_BEGAN
            and day - last > SPAN
            and any(replaced(seen, company, day, frozenset()))
        ):
            last = day
            yield day


def _event(seats: _Seats, company: str, on: date) -> Event | None:
    seen = seats.seen
    around = seen.registers.around(company, on)
    if around.parent is not None:
        return None
    came = _came(seen, company, on)
    buyer = _buyer(seats, company, came, on)
    if buyer is None:
        return None
    buyers = seen.registers.around(buyer, on)
    companies, way_up = seen.registers.below(company, on), buyers.way_up(buyer)
    passing = Passing(seen=seen, on=on, companies=companies, parent=buyer, way_up=way_up)
    beside = tuple(chain.from_iterable(look(passing) for look in BESIDE))
    if not any(one.kind in TELLING and abs(one.happened_on - on) <= SPAN for one in beside):
        return None
    signals = (*replaced(seen, company, on, frozenset(came)), *beside)
    before, after = heads(around, company, seen), heads(buyers, buyer, seen)
    return _probably(passing, signals, before, after)


def _came(seen: Seen, company: str, on: date) -> set[str]:
    """Who joined the board round a day, and did not sit there before."""
    came = {
        seat(one)
        for one in seen.boards[company]
        if one.valid_from is not None and abs(one.valid_from - on) <= SPAN / 2
    }
    return came - {seat(one) for one in on_board(seen, company, on - SPAN / 2)}


def _probably(passing: Passing, signals: tuple[Signal, ...], before: Heads, after: Heads) -> Event:
    seen, on = passing.seen, passing.on
    return Event(
        kind=EventKind.ACQUISITION,
        on=on,
        known_on=max(one.public_on for one in signals),
        subject=named(passing.companies[0], seen),
        taker=None,
        companies=passing.companies,
        settings=seen.run_by(passing.companies, on),
        before=before,
        after=after,
        signals=in_order(signals),
        certain=False,
        doubt=DOUBT,
        sentence=f"Probably {told(EventKind.ACQUISITION, passing, before, after)}",
    )


def _buyer(seats: _Seats, company: str, came: set[str], on: date) -> str | None:
    """The one company of another group from whose board they came; None where that is unclear."""
    seen = seats.seen
    own = set(seen.registers.below(company, on))
    counts: dict[str, int] = {}
    for person in came:
        for other in seats.of[person] - own:
            if person in {seat(one) for one in on_board(seen, other, on - EVE)}:
                counts[other] = counts.get(other, 0) + 1
    needed = min(SHARED, len(came))
    tops = {
        seen.registers.around(other, on).head(other)
        for other, count in counts.items()
        if count >= needed
    }
    if len(tops) != 1:
        return None
    able = [other for other, count in counts.items() if count >= needed]
    return max(able, key=lambda other: (counts[other], other))
