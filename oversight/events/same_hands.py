"""Signs that nothing changed in the end: the same head, the same people, the same board.

People who exchange their shares for those of a new company on top are still whoever controls: no
law knows them as a group, so that they are looked for behind the heads of before and after.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta

from oversight.events.event import Signal, SignalKind, Weight
from oversight.events.handovers import Handover
from oversight.events.new_companies import YOUNG
from oversight.events.passing import on_board, seat
from oversight.events.seen import Seen
from oversight.events.telling import entry_told, officer_told

MOST = 0.5
"""Share of the people of either side who must be on the other too."""
_EVE, _EVER = timedelta(days=1), date.min


def is_same_head(handover: Handover, parent: str, seen: Seen) -> bool:
    """Whether the head above the new parent is the head of before, or was below it already."""
    before = handover.before.head(handover.company)
    after = handover.after.head(parent)
    return after == before or after in seen.registers.below(before, handover.before.day)


def same_people(handover: Handover, parent: str | None, seen: Seen) -> Iterator[Signal]:
    """Yield that those entered at the head since are mostly those entered at the one before.

    They must have no less than before: who sells most of it and keeps a part has sold it.
    """
    before = handover.before.people(handover.before.head(handover.company))
    head = handover.after.head(parent or handover.company)
    after = handover.after.people(head)
    both = before.keys() & after.keys()
    is_most = len(both) >= MOST * max(len(before), len(after))
    if both and is_most and _least(after, both) >= _least(before, both):
        entries = handover.after.in_force[head]
        yield Signal(
            kind=SignalKind.SAME_PEOPLE,
            weight=Weight.STRONG,
            subject=head,
            happened_on=handover.on,
            public_on=max(entry_told(seen, one, one.valid_from or _EVER) for one in entries),
            claim=(
                f"of the {len(after)} people entered at {seen.named(head)} {len(both)} were entered"
                " at the head before"
            ),
            cite=entries[0].cite,
        )


def _least(people: Mapping[str, float], some: Iterable[str]) -> float:
    return sum(people[one] for one in some)


def same_board(handover: Handover, parent: str, seen: Seen) -> Iterator[Signal]:
    """Yield that a company founded shortly before is run by those who ran what it took over.

    Only where either side has nobody entered: who is entered weighs more than who directs.
    """
    began = seen.began(parent)
    if began is None or handover.on - began > YOUNG or _people_are_known(handover, parent):
        return
    ran = {seat(one) for one in on_board(seen, handover.company, began - _EVE)}
    runs = on_board(seen, parent, handover.on)
    known = sum(seat(one) in ran for one in runs)
    if runs and known > MOST * len(runs):
        yield Signal(
            kind=SignalKind.SAME_BOARD,
            weight=Weight.MEDIUM,
            subject=parent,
            happened_on=began,
            public_on=max(officer_told(seen, one, one.valid_from or began) for one in runs),
            claim=(
                f"of the {len(runs)} directors of {seen.named(parent)} {known} ran"
                f" {seen.named(handover.company)} before"
            ),
            cite=runs[0].cite,
        )


def _people_are_known(handover: Handover, parent: str) -> bool:
    before = handover.before.people(handover.before.head(handover.company))
    after = handover.after.people(handover.after.head(parent))
    return bool(before) and bool(after)
