"""Signs on the control register: an entry above half begins, and the one before it ends."""

from collections.abc import Iterator
from datetime import date

from db.records import Control
from oversight.events.event import Signal, SignalKind, Weight
from oversight.events.handovers import Handover
from oversight.events.registers import INDIVIDUAL, has_majority
from oversight.events.seen import Seen
from oversight.events.telling import entry_told
from oversight.holders import Holders


def control_entries(handover: Handover, seen: Seen) -> Iterator[Signal]:
    """Yield what of a company's control register began and ended, most first."""
    for one in handover.begun:
        if one.valid_from is not None:
            yield _signal(one, one.valid_from, SignalKind.CONTROL_BEGUN, seen)
    for one in handover.ended:
        if one.valid_to is not None:
            yield _signal(one, one.valid_to, SignalKind.CONTROL_ENDED, seen)
    stated = handover.nobody
    if stated is not None:
        yield Signal(
            kind=SignalKind.NOBODY_BEFORE,
            weight=Weight.MEDIUM,
            subject=handover.company,
            happened_on=stated.valid_from or handover.on,
            public_on=stated.public_on,
            claim=f"{seen.named(handover.company)} stated before that nobody was to be entered",
            cite=stated.cite,
        )


def _signal(entry: Control, day: date, kind: SignalKind, seen: Seen) -> Signal:
    begun = kind is SignalKind.CONTROL_BEGUN
    verb = "was entered as holding" if begun else "ceased to be entered as holding"
    much = "a majority" if has_majority(entry) else "a part"
    of = seen.named(entry.company_number)
    return Signal(
        kind=kind,
        weight=Weight.STRONG if has_majority(entry) else Weight.MEDIUM,
        subject=entry.company_number,
        happened_on=day,
        public_on=entry_told(seen, entry, day, is_end=not begun),
        claim=f"{_who(entry, seen)} {verb} {much} of {of} from {day.isoformat()}",
        cite=entry.cite,
    )


def _who(entry: Control, seen: Seen) -> str:
    """The undertaking that is entered; a person is never named."""
    if entry.kind.startswith(INDIVIDUAL):
        return "a person"
    node = Holders.of([entry]).certain(entry).node
    return seen.named(node) if node in seen.names else entry.holder_name or "a holder"
