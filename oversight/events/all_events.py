"""Every event that is seen: what control registers, boards and lists of settings show together."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from db.snapshot import Snapshot
from oversight.events.boards_alone import boards_alone
from oversight.events.changes_of_control import changes_of_control
from oversight.events.event import Event, EventKind, Head, Heads, in_order
from oversight.events.former_owners import companies_of_owners
from oversight.events.handovers import APART
from oversight.events.moved_settings import moved_settings
from oversight.events.owner_texts import owner_texts
from oversight.events.seen import Seen
from oversight.matching import Names, OwnerMatch


def market_events(
    snapshot: Snapshot,
    matches: Mapping[str, OwnerMatch],
    names: Names,
    called: Mapping[str, str],
) -> tuple[Event, ...]:
    """Every event that was public by the moment asked about, by its day and its name.

    `matches` are the owners of the register in use, by key; `names` all companies that any owner
    may be; `called` gives undertakings by number or typed text as the market calls them.
    """
    companies = companies_of_owners(matches, snapshot, names)
    return events(Seen(snapshot=snapshot, called=called, companies=companies))


def events(seen: Seen) -> tuple[Event, ...]:
    """The same from what is seen."""
    known_by = seen.snapshot.known_at.date()
    changes = tuple(together(changes_of_control(seen)))
    silent = together(boards_alone(seen, changes))
    found = (*changes, *silent, *moved_settings(seen), *owner_texts(seen))
    public = (one for one in found if one.known_on <= known_by)
    return tuple(sorted(public, key=lambda one: (one.on, one.id)))


def together(events: Iterable[Event]) -> Iterator[Event]:
    """Yield events, those that are one put together: companies that went to one parent at once."""
    kept: dict[tuple[EventKind, Head | None, Heads | None], Event] = {}
    for one in sorted(events, key=lambda each: (each.on, each.id)):
        # What is bought at once is one event where it is bought from one group.
        before = None if one.kind is EventKind.RESTRUCTURE else one.before
        key = (one.kind, one.taker, before)
        last = kept.get(key)
        if last is not None and one.taker is not None and one.on - last.on <= APART:
            kept[key] = _both(last, one)
        else:
            if last is not None:
                yield last
            kept[key] = one
    yield from kept.values()


def _both(first: Event, second: Event) -> Event:
    companies = tuple(dict.fromkeys((*first.companies, *second.companies)))
    doubt = first.doubt and second.doubt
    return replace(
        first,
        known_on=max(first.known_on, second.known_on),
        companies=companies,
        settings=tuple(sorted({*first.settings, *second.settings})),
        signals=in_order((*first.signals, *second.signals)),
        certain=not doubt,
        doubt=doubt,
    )
