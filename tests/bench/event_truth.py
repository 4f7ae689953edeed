"""Events held beside what really happened in a rehearsal's market: told apart, missed, or false."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from crawlers.rehearsal.calibration import TODAY
from crawlers.rehearsal.world.happenings import Kind, TrapKind
from crawlers.rehearsal.world.world import World
from oversight.events import Event, EventKind

KINDS = {
    Kind.ACQUISITION: EventKind.ACQUISITION,
    Kind.MERGER_OF_AGENCIES: EventKind.ACQUISITION,
    Kind.RESTRUCTURE: EventKind.RESTRUCTURE,
    Kind.REREGISTRATION: EventKind.REREGISTRATION,
    Kind.ASSET_TRANSFER: EventKind.ASSET_TRANSFER,
}
"""What a happening is to be told as. The rest are no events of ownership."""
OF_SETTINGS = frozenset({EventKind.REREGISTRATION, EventKind.ASSET_TRANSFER})
"""Kinds that are known by settings in common; the others by companies."""
NEAR = timedelta(days=45)
"""An event is the happening that it is said to be when its day is as near as that."""


@dataclass(frozen=True, kw_only=True)
class Happened:
    """One thing that happened and that could be read of."""

    kind: EventKind
    on: date
    companies: tuple[str, ...]
    settings: tuple[str, ...]
    signs: tuple[str, ...]
    """The kinds of trace that were public by the rehearsal's day, in order."""


@dataclass(frozen=True, kw_only=True)
class Told:
    """Pairs of what happened and the event that tells it, and what has no other half."""

    pairs: tuple[tuple[Happened, Event], ...]
    missed: tuple[Happened, ...]
    false: tuple[Event, ...]


def in_sight(world: World) -> tuple[Happened, ...]:
    """Everything that happened and left a public sign by the rehearsal's day."""
    return tuple(one for one in (*_happenings(world), *_ventures(world)) if one.signs)


def beside(true: Iterable[Happened], events: Iterable[Event]) -> Told:
    """Pair what happened with events that share a company or a setting, the nearest day first.

    Of several the one of the right kind comes first.
    """
    happened, found = list(true), list(events)
    near = sorted(
        (one.kind is not event.kind, abs(one.on - event.on), n, m)
        for n, one in enumerate(happened)
        for m, event in enumerate(found)
        if abs(one.on - event.on) <= NEAR and _share(one, event)
    )
    told: dict[int, int] = {}
    taken: set[int] = set()
    for _, _, n, m in near:
        if n not in told and m not in taken:
            told[n] = m
            taken.add(m)
    return Told(
        pairs=tuple((happened[n], found[m]) for n, m in sorted(told.items())),
        missed=tuple(one for n, one in enumerate(happened) if n not in told),
        false=tuple(one for m, one in enumerate(found) if m not in taken),
    )


def _share(one: Happened, event: Event) -> bool:
    if {one.kind, event.kind} & OF_SETTINGS:
        return not {*one.settings}.isdisjoint((*event.settings, *event.reopened))
    return not {*one.companies}.isdisjoint(event.companies)


def _happenings(world: World) -> Iterator[Happened]:
    for one in world.happenings:
        if one.kind in KINDS:
            yield Happened(
                kind=KINDS[one.kind],
                on=one.on,
                companies=one.bodies,
                settings=one.settings,
                signs=tuple(sorted({s.kind for s in one.signs if s.public_on <= TODAY})),
            )


def _ventures(world: World) -> Iterator[Happened]:
    """Joint ventures that began in sight: no happening of a rehearsal, but planted in it."""
    for trap in world.traps:
        if trap.kind is not TrapKind.JOINT_VENTURE:
            continue
        company, *parents = trap.touches
        held = [one for one in world.stakes_in[company] if one.holder in parents]
        on = max(one.since for one in held)
        entered = [one for one in held if one.filed_on is not None and one.filed_on <= TODAY]
        is_new = on > max(world.first_day, world.body[company].begun_on)
        yield Happened(
            kind=EventKind.JOINT_VENTURE,
            on=on,
            companies=(company,),
            settings=(),
            signs=("control register entry",) if is_new and entered == held else (),
        )
