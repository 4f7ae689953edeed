"""Everything public by one moment and dated up to one day: the only input a market has."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import TypeVar, cast

from db.records import Interval, Listed, Population, Record, Shape

R = TypeVar("R", bound=Record)
L = TypeVar("L", bound=Listed)


@dataclass(frozen=True, kw_only=True)
class Snapshot:
    """What had been published by `known_at` about the world up to `as_of`.

    `shelf` holds the records of each kind, older statements before newer ones. With `seen`,
    "published by" reads "fetched by us by".
    """

    as_of: date
    known_at: datetime
    shelf: Mapping[type[Record], tuple[Record, ...]]
    seen: bool = False
    _current: dict[type[Record], tuple[Record, ...]] = field(
        default_factory=dict[type[Record], tuple[Record, ...]],
        init=False,
        repr=False,
        compare=False,
    )

    def every(self, kind: type[R]) -> tuple[R, ...]:
        """All records of a kind dated on or before `as_of`, ended and superseded ones included."""
        return tuple(r for r in self._shelved(kind) if (_dated(r) or self.as_of) <= self.as_of)

    def current(self, kind: type[R]) -> tuple[R, ...]:
        """The records of a kind that are in force on `as_of`, each subject once.

        Of lists, the newest full one as at `as_of` or before; of events, the last statement
        of each; of intervals, those that have begun and not ended.
        """
        if kind not in self._current:
            self._current[kind] = tuple(_in_force(kind, self.every(kind), self.as_of))
        return cast("tuple[R, ...]", self._current[kind])

    def at(self, day: date) -> "Snapshot":
        """The same publications, asked about a day no later than `as_of`."""
        return Snapshot(as_of=day, known_at=self.known_at, shelf=self.shelf, seen=self.seen)

    def list_date(self, kind: type[Listed]) -> date | None:
        """The day that the current list of a kind describes; None when none is held."""
        newest = self.current(kind)
        return newest[0].as_at if newest else None

    def _shelved(self, kind: type[R]) -> tuple[R, ...]:
        return cast("tuple[R, ...]", self.shelf.get(kind, ()))


def full_lists(records: Iterable[L]) -> dict[date, tuple[L, ...]]:
    """Full lists by the day they describe; of two that describe one day, the later published.

    A list that covers only inspected settings is left out: no population, share or movement
    may rest on it.
    """
    by_document: dict[tuple[date, date, str], list[L]] = {}
    for record in records:
        if record.population is Population.FULL:
            document = record.cite.partition("#")[0]
            by_document.setdefault((record.as_at, record.public_on, document), []).append(record)
    newest: dict[date, tuple[L, ...]] = {}
    for (as_at, _, _), rows in by_document.items():
        newest.pop(as_at, None)
        newest[as_at] = tuple(rows)
    return newest


def covers_inspected_only(records: Iterable[Record]) -> bool:
    """True for the records of a list that says nothing of settings which were not inspected."""
    return any(
        isinstance(record, Listed) and record.population is Population.INSPECTED_ONLY
        for record in records
    )


def _dated(record: Record) -> date | None:
    """The day of a statement; None for one without, which counts as always."""
    return getattr(record, record.dated_by)


def _in_force(kind: type[R], records: tuple[R, ...], as_of: date) -> Iterable[R]:
    if kind.shape is Shape.LIST:
        lists = full_lists(cast("tuple[Listed, ...]", records))
        return cast("tuple[R, ...]", lists[max(lists)]) if lists else ()
    if kind.restated_by:
        records = tuple(sorted(records, key=lambda r: getattr(r, kind.restated_by)))
    last = {tuple(getattr(r, name) for name in kind.identity): r for r in records}
    if kind.shape is Shape.EVENT:
        return last.values()
    return (
        r for r in last.values() if (end := cast("Interval", r).valid_to) is None or end > as_of
    )
