"""Settings that close and open again under another owner, in the same place as far as is published.

Ofsted registers whoever runs a setting, so that a new company is a new registration. No list says
that two registrations are one place: that they are of one kind, in one council, of one size, and
that one begins as the other ends, is all that can be read. It may be chance, the more so the
further the days are apart.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta

from oversight.events.event import (
    NOBODY,
    Event,
    EventKind,
    Heads,
    Signal,
    SignalKind,
    Weight,
    in_order,
)
from oversight.events.heads import heads, named
from oversight.events.registrations import Turn, left, opened
from oversight.events.seen import Seen

WINDOW = timedelta(days=60)
"""A setting that opens so soon before or after one closes may carry it on (reference 5.6)."""
AT_ONCE = timedelta(days=1)
"""Between owners that are no group one setting that opens counts only on the day on which another
closes, or the next: further apart, chance alone gives more pairs than there are transfers."""
SEVERAL = 2
"""So many settings that go from one owner to another within the window are no chance."""


@dataclass(frozen=True, kw_only=True)
class _Pair:
    old: Turn
    new: Turn
    from_owner: str
    to_owner: str
    """Companies by number; owners that are matched to none by their text."""
    before: Heads
    after: Heads

    @property
    def apart(self) -> timedelta:
        return abs(self.new.on - self.old.on)

    @property
    def is_one_group(self) -> bool:
        return self.before.statutory is not None and self.before.statutory == self.after.statutory


def moved_settings(seen: Seen) -> Iterator[Event]:
    """Yield each run of settings that went from one owner to another at about one time."""
    every = sorted(_pairs(seen), key=lambda one: (not one.is_one_group, one.apart, one.old.urn))
    taken: set[str] = set()
    kept: list[_Pair] = []
    for one in every:
        if taken.isdisjoint((one.old.urn, one.new.urn)):
            taken |= {one.old.urn, one.new.urn}
            kept.append(one)
    for run in _runs(kept):
        if run[0].is_one_group or min(one.apart for one in run) <= AT_ONCE or len(run) >= SEVERAL:
            yield _event(run, seen)


def _pairs(seen: Seen) -> Iterator[_Pair]:
    begun: dict[tuple[str, str, int | None], list[Turn]] = {}
    for one in opened(seen):
        key = (one.provision_type, one.local_authority, one.places)
        begun.setdefault(key, []).append(one)
    for old in left(seen):
        if old.places is None:
            continue
        for new in begun.get((old.provision_type, old.local_authority, old.places), ()):
            pair = _pair(old, new, seen) if abs(new.on - old.on) <= WINDOW else None
            if pair is not None:
                yield pair


def _pair(old: Turn, new: Turn, seen: Seen) -> _Pair | None:
    """The two as one place; None for one owner, whose settings come and go, or one registration."""
    first, second = _owner(old, seen), _owner(new, seen)
    if first == second or old.urn == new.urn:
        return None
    return _Pair(
        old=old,
        new=new,
        from_owner=first,
        to_owner=second,
        before=_heads(first, old, seen),
        after=_heads(second, new, seen),
    )


def _owner(turn: Turn, seen: Seen) -> str:
    return seen.owner(turn.owner) or f"{turn.owner.owner_name}"


def _called(owner: str, seen: Seen) -> str:
    """An owner by its company's name; nobody else is named, who might be a person."""
    is_company = owner in seen.companies.values()
    return seen.named(owner) if is_company else "an owner that is matched to no company"


def _heads(owner: str, turn: Turn, seen: Seen) -> Heads:
    """Who is above an owner as the registration turns; nobody where it is matched to no company."""
    if seen.owner(turn.owner) is None:
        return NOBODY
    return heads(seen.registers.around(owner, turn.on), owner, seen)


def _runs(pairs: list[_Pair]) -> Iterator[list[_Pair]]:
    """Pairs of the same two owners, those within the window of each other together."""
    by_owners: dict[tuple[str, str], list[_Pair]] = {}
    for one in sorted(pairs, key=lambda one: (one.new.on, one.new.urn)):
        by_owners.setdefault((one.from_owner, one.to_owner), []).append(one)
    for owned in by_owners.values():
        run: list[_Pair] = []
        for one in owned:
            if run and one.new.on - run[-1].new.on > WINDOW:
                yield run
                run = []
            run.append(one)
        yield run


def _event(run: list[_Pair], seen: Seen) -> Event:
    first = run[0]
    kind = EventKind.REREGISTRATION if first.is_one_group else EventKind.ASSET_TRANSFER
    signals = in_order(tuple(signal for one in run for signal in _signals(one, seen)))
    is_sure = len(run) >= SEVERAL or (first.is_one_group and first.apart <= AT_ONCE)
    doubt = "" if is_sure else "that the one goes on as the other is read from size and days alone"
    old, new = (seen.owner(turn.owner) for turn in (first.old, first.new))
    return Event(
        kind=kind,
        on=first.new.on,
        known_on=max(turn.public_on for one in run for turn in (one.old, one.new)),
        subject=named(old, seen) if old else None,
        taker=named(new, seen) if new else None,
        companies=(old,) if old else (),
        settings=tuple(one.old.urn for one in run),
        reopened=tuple(one.new.urn for one in run),
        before=first.before,
        after=first.after,
        signals=signals,
        certain=is_sure,
        doubt=doubt,
        sentence=_sentence(run, seen),
    )


def _sentence(run: list[_Pair], seen: Seen) -> str:
    first = run[0]
    many = f"{len(run):,} settings" if len(run) > 1 else f"Setting {first.old.urn}"
    group = ", of one group" if first.is_one_group else ""
    return (
        f"{many} closed under {_called(first.from_owner, seen)} and opened again, in the same"
        f" council and of the same size, under {_called(first.to_owner, seen)}{group}, on"
        f" {first.new.on.isoformat()}."
    )


def _signals(pair: _Pair, seen: Seen) -> Iterator[Signal]:
    each = (
        (SignalKind.CLOSED, "left", pair.old, pair.from_owner),
        (SignalKind.OPENED, "joined", pair.new, pair.to_owner),
    )
    for kind, verb, turn, owner in each:
        yield Signal(
            kind=kind,
            weight=Weight.STRONG if pair.apart <= AT_ONCE else Weight.MEDIUM,
            subject=turn.urn,
            happened_on=turn.on,
            public_on=turn.public_on,
            claim=(
                f"{turn.provision_type} {turn.urn} in {turn.local_authority}, of {turn.places}"
                f" places and under {_called(owner, seen)}, {verb} the register on"
                f" {turn.on.isoformat()}"
            ),
            cite=turn.cite,
        )
