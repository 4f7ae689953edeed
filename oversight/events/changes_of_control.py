"""What a turn of a control register means: bought, moved inside a group, shared, or let go.

Who is at the head of before and of after decides. Everything else that is found round the day
speaks for it and is kept with it, and makes sure of what the register alone leaves open.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain

from oversight.events.brands import brands
from oversight.events.charges import charges
from oversight.events.control_entries import control_entries
from oversight.events.directors import directors
from oversight.events.event import (
    Event,
    EventKind,
    Signal,
    SignalKind,
    Weight,
    in_order,
)
from oversight.events.handovers import FIRST_TOLD_BY, REGISTER_BEGAN, Handover, handovers
from oversight.events.heads import heads, named
from oversight.events.new_companies import new_companies
from oversight.events.offices import offices
from oversight.events.passing import Looker, Passing
from oversight.events.registers import Around
from oversight.events.same_hands import is_same_head, same_board, same_people
from oversight.events.seen import Seen
from oversight.events.sharing import sharing
from oversight.events.wording import told
from oversight.events.year_ends import year_ends

LOOKERS: tuple[Looker, ...] = (directors, charges, offices, year_ends, brands, new_companies)


def changes_of_control(seen: Seen) -> Iterator[Event]:
    """Yield what each turn of a control register means; those that mean nothing are left out."""
    for handover in handovers(seen):
        meant = _meant(handover, seen)
        if meant is not None:
            found = _event(handover, meant, seen)
            if not _is_first_telling(handover, found):
                yield found


@dataclass(frozen=True, kw_only=True)
class _Meant:
    kind: EventKind
    parent: str | None
    doubt: str
    signals: tuple[Signal, ...]
    """What decided, beside the entries themselves."""


def _meant(handover: Handover, seen: Seen) -> _Meant | None:
    parent = _new_parent(handover)
    if parent is not None:
        return _taken_over(handover, parent, seen)
    if _parents(handover.after) and not _parents(handover.before) - _parents(handover.after):
        return None
    shared = sharing(handover, seen)
    if shared:
        return _Meant(kind=EventKind.JOINT_VENTURE, parent=None, doubt="", signals=shared)
    return _let_go(handover, seen)


def _parents(around: Around) -> frozenset[str]:
    """Whoever controls the company directly by an entry, though another contradicts it."""
    entered = (one for one in around.graph.holdings if one.subsidiary == around.company)
    said = (one.parent for one in entered if one.certain)
    return frozenset((*said, *(one.parent for one in around.graph.above(around.company))))


def _new_parent(handover: Handover) -> str | None:
    """Whoever controls directly since and did not before; the one control parent if that is new."""
    new = _parents(handover.after) - _parents(handover.before)
    parent = handover.after.parent
    return parent if parent in new else min(new, default=None)


def _taken_over(handover: Handover, parent: str, seen: Seen) -> _Meant | None:
    if is_same_head(handover, parent, seen):
        return _Meant(kind=EventKind.RESTRUCTURE, parent=parent, doubt="", signals=())
    same = (*same_people(handover, parent, seen), *same_board(handover, parent, seen))
    if same:
        strong = any(one.weight is Weight.STRONG for one in same)
        doubt = "" if strong else "the people behind it are known by the boards alone"
        return _Meant(kind=EventKind.RESTRUCTURE, parent=parent, doubt=doubt, signals=same)
    return _Meant(kind=EventKind.ACQUISITION, parent=parent, doubt="", signals=())


def _let_go(handover: Handover, seen: Seen) -> _Meant | None:
    """No undertaking controls since: people do, or nobody who is entered."""
    head = handover.before.head(handover.company)
    same = tuple(same_people(handover, None, seen))
    if head != handover.company and same:
        return _Meant(kind=EventKind.RESTRUCTURE, parent=None, doubt="", signals=same)
    had, has = handover.before.leading, handover.after.leading
    is_let_go = head != handover.company or (had and had != has)
    if same or not is_let_go:
        return None
    doubt = "" if has else "nobody is entered since with more than half"
    return _Meant(kind=EventKind.CONTROL_CHANGED, parent=None, doubt=doubt, signals=())


def _event(handover: Handover, meant: _Meant, seen: Seen) -> Event:
    passing = _passing(handover, meant.parent, seen)
    rests_on = (*control_entries(handover, seen), *meant.signals)
    beside = tuple(chain.from_iterable(look(passing) for look in LOOKERS))
    doubt = meant.doubt or _doubt(handover, meant, beside)
    before = heads(handover.before, handover.company, seen)
    after = heads(handover.after, meant.parent or handover.company, seen)
    return Event(
        kind=meant.kind,
        on=handover.on,
        known_on=max(one.public_on for one in rests_on),
        subject=named(handover.company, seen),
        taker=named(meant.parent, seen) if meant.parent else None,
        companies=passing.companies,
        settings=seen.run_by(passing.companies, handover.on),
        before=before,
        after=after,
        signals=in_order((*rests_on, *beside)),
        certain=not doubt,
        doubt=doubt,
        sentence=told(meant.kind, passing, before, after),
    )


def _passing(handover: Handover, parent: str | None, seen: Seen) -> Passing:
    return Passing(
        seen=seen,
        on=handover.on,
        companies=seen.registers.below(handover.company, handover.after.day),
        parent=parent,
        way_up=handover.after.way_up(parent) if parent else (),
    )


def _doubt(handover: Handover, meant: _Meant, beside: tuple[Signal, ...]) -> str:
    if meant.parent is not None and handover.after.parent is None:
        return "several are entered as controlling it since, none of them above the others"
    if handover.is_first and not _backed(beside):
        return "nothing is published of who controlled it before"
    return ""


def _backed(signals: Iterable[Signal]) -> bool:
    """Whether anything but the entries themselves speaks for it by more than a weak sign."""
    entries = {SignalKind.CONTROL_BEGUN, SignalKind.CONTROL_ENDED}
    return any(one.weight is not Weight.WEAK and one.kind not in entries for one in signals)


def _is_first_telling(handover: Handover, found: Event) -> bool:
    """Whether a company only told for the first time who had controlled it, as all had to."""
    is_event = handover.on > REGISTER_BEGAN and _backed(found.signals)
    return handover.is_first and handover.on <= FIRST_TOLD_BY and not is_event
