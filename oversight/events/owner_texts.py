"""Settings whose owner's text goes from one company to another while the registration stays.

Between two lists nobody says on which day. One setting may be a slip of whoever keeps the list; two
that go from the same company to the same other in one issue are not.
"""

from collections.abc import Iterator
from itertools import pairwise

from db.records import Setting
from oversight.events.event import (
    Event,
    EventKind,
    Signal,
    SignalKind,
    Weight,
    in_order,
)
from oversight.events.heads import heads, named
from oversight.events.seen import Seen

SEVERAL = 2
"""So many settings must change together (reference 5.6)."""
_Change = tuple[Setting, Setting]


def owner_texts(seen: Seen) -> Iterator[Event]:
    """Yield each run of settings that one list gives to another company than the list before."""
    found: dict[tuple[str, str, str], list[_Change]] = {}
    for lines in seen.listed.values():
        named = [one for one in lines if seen.owner(one) is not None]
        for old, new in pairwise(named):
            first, second = seen.owner(old), seen.owner(new)
            if first is not None and second is not None and first != second:
                found.setdefault((first, second, new.as_at.isoformat()), []).append((old, new))
    for (first, second, _), changes in sorted(found.items(), key=lambda each: each[0]):
        if len(changes) >= SEVERAL:
            yield _event(first, second, changes, seen)


def _event(first: str, second: str, changes: list[_Change], seen: Seen) -> Event:
    on = changes[0][1].as_at
    before = heads(seen.registers.around(first, on), first, seen)
    after = heads(seen.registers.around(second, on), second, seen)
    is_one_group = before.statutory == after.statutory
    group = ", of the same group" if is_one_group else ""
    return Event(
        kind=EventKind.RESTRUCTURE if is_one_group else EventKind.ASSET_TRANSFER,
        on=on,
        known_on=max(one.public_on for change in changes for one in change),
        subject=named(first, seen),
        taker=named(second, seen),
        companies=(first,),
        settings=tuple(sorted(new.urn for _, new in changes)),
        before=before,
        after=after,
        signals=in_order(tuple(_signal(old, new, seen) for old, new in changes)),
        certain=True,
        doubt="",
        sentence=(
            f"{len(changes):,} settings of {seen.named(first)} are listed as those of"
            f" {seen.named(second)}{group}, since the list of {on.isoformat()}."
        ),
    )


def _signal(old: Setting, new: Setting, seen: Seen) -> Signal:
    return Signal(
        kind=SignalKind.OWNER_TEXT,
        weight=Weight.STRONG,
        subject=new.urn,
        happened_on=new.as_at,
        public_on=new.public_on,
        claim=(
            f"{new.urn} was listed under {seen.named(seen.owner(old) or '')} on"
            f" {old.as_at.isoformat()}, and under {seen.named(seen.owner(new) or '')} on"
            f" {new.as_at.isoformat()}"
        ),
        cite=new.cite,
    )
