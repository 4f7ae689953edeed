"""Signs of a joint venture: two groups come to hold a company, neither of them more than half."""

from collections.abc import Iterator

from oversight.bands import HALF
from oversight.control import stakes
from oversight.events.event import Signal, SignalKind, Weight
from oversight.events.handovers import Handover
from oversight.events.registers import Around
from oversight.events.seen import Seen
from oversight.events.telling import entry_told
from oversight.holders import OTHER

PARTNERS = 2


def sharing(handover: Handover, seen: Seen) -> tuple[Signal, ...]:
    """The entries of two groups that may have half each since; none where that was so before."""
    were, are = partners(handover.before), partners(handover.after)
    if len(are) != PARTNERS or were == are:
        return ()
    return tuple(_signals(handover, are, seen))


def partners(around: Around) -> frozenset[str]:
    """The two undertakings, of different groups, that alone hold and may have half each.

    Empty where there are not two, or where anybody else is entered with a part.
    """
    held = stakes(around.in_force[around.company])
    halves = {
        one.holder
        for one in held
        if not one.band.is_majority and one.band.high >= HALF and not one.holder.startswith(OTHER)
    }
    heads = {around.head(one) for one in halves}
    is_shared = len(halves) == len(held) == len(heads) == PARTNERS and around.parent is None
    return frozenset(halves) if is_shared else frozenset()


def _signals(handover: Handover, are: frozenset[str], seen: Seen) -> Iterator[Signal]:
    for one in stakes(handover.after.in_force[handover.company]):
        others = " and ".join(sorted(seen.named(each) for each in are - {one.holder}))
        day = one.control.valid_from or handover.on
        yield Signal(
            kind=SignalKind.SHARED,
            weight=Weight.STRONG,
            subject=handover.company,
            happened_on=day,
            public_on=entry_told(seen, one.control, day),
            claim=(
                f"{seen.named(one.holder)} is entered with {one.band} of"
                f" {seen.named(handover.company)}, beside {others} alone"
            ),
            cite=one.control.cite,
        )
