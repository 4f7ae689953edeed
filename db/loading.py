"""Take a snapshot out: which reading of each subject counts, and its records in bulk."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime
from hashlib import sha256
from itertools import groupby
from typing import Any

import sqlalchemy as sa
from sqlalchemy import Connection, Engine

from db import tables
from db.records import KINDS, Record
from db.snapshot import Snapshot
from db.visible import Visible, restated, visible
from db.whole_registers import ENTRIES, WholeRegisters

SUBJECTS_A_QUERY = 500
"""SQLite's default limit is 32,766 variables a statement; PostgreSQL plans short lists best."""


Wanted = Callable[[Visible], bool]
"""Which fetches a question is about."""


def load_snapshot(
    engine: Engine,
    as_of: date,
    known_at: datetime,
    *,
    seen: bool = False,
    wanted: Wanted = lambda _: True,
) -> Snapshot:
    """Give everything public by `known_at` (fetched by then, with `seen`) and dated to `as_of`.

    Records are read kind by kind, when a kind is first asked for. Each kind of each subject
    comes from one reading: the newest document that was out by `known_at`, under its newest
    reader; where none was, the first that says something which had been public by then. So a
    correction stays unknown until the document that makes it is out. A document that says
    nothing of the kind, or that came back after another, has no such day: it counts from the
    moment it was fetched, as all do with `seen`. Of two documents that state their day of issue,
    the later issued counts, in whatever order they were handed over. One register of one company
    that several sources read whole is one subject: its newest whole reading replaces the earlier
    ones, and single entries read before it. The day of issue that was
    stated last counts for all fetches of the same bytes; with `seen`, from that fetch on.

    Whoever asks about a few subjects says which fetches are `wanted`: all of a subject's, or none.
    """
    with engine.connect() as connection:
        readings = restated(filter(wanted, visible(connection, known_at)), seen=seen)
    return Snapshot(
        as_of=as_of,
        known_at=known_at,
        seen=seen,
        shelf=_Shelf(engine, readings, as_of=as_of, known_at=known_at, seen=seen),
    )


def data_version(engine: Engine) -> str:
    """A hash of what every subject said and when, and of what people decided about owners.

    It changes when any answer could: the same bytes fetched once more change nothing; an older
    body that comes back does, and so does another day of publication.
    """
    with engine.connect() as connection:
        decisions = list(map(repr, _decided(connection)))
        readings = sorted(
            restated(visible(connection), seen=True),
            key=lambda v: (v.source, v.subject, v.fetched_at, v.fetch),
        )
    changes: list[str] = []
    for (source, subject), fetches in groupby(readings, key=lambda v: (v.source, v.subject)):
        for _, same in groupby(fetches, key=lambda v: (v.sha256, v.stated_on)):
            first = next(same)
            changes.append(
                f"{source} {subject} {first.sha256} {first.version} {first.fetched_at.isoformat()}"
                f" {first.stated_on or ''}"
            )
    return sha256("\n".join(changes + decisions).encode()).hexdigest()


def _decided(connection: Connection) -> Iterator[tuple[object, ...]]:
    """What every decision of a person says, in the order in which they were kept."""
    table = tables.SQLModel.metadata.tables["ownerdecision"]
    said = [column for column in table.columns if column.name not in {"id", "kept_at"}]
    for row in connection.execute(sa.select(*said).order_by(table.c.id)):
        yield tuple(str(value) for value in row)


class _Shelf(Mapping[type[Record], tuple[Record, ...]]):
    """Records by kind, read from the database when first asked for."""

    def __init__(
        self,
        engine: Engine,
        readings: tuple[Visible, ...],
        *,
        as_of: date,
        known_at: datetime,
        seen: bool,
    ) -> None:
        self._engine = engine
        self._readings = readings
        self._as_of = as_of
        self._known_at = known_at
        self._seen = seen
        self._read: dict[type[Record], tuple[Record, ...]] = {}

    def __getitem__(self, kind: type[Record]) -> tuple[Record, ...]:
        if kind not in self._read:
            self._read[kind] = tuple(self._rows(kind))
        return self._read[kind]

    def __iter__(self) -> Iterator[type[Record]]:
        return iter(KINDS)

    def __len__(self) -> int:
        return len(KINDS)

    def _rows(self, kind: type[Record]) -> Iterator[Record]:
        table = tables.TABLE_FOR[kind]
        counting = choose(self._readings, kind, self._known_at, seen=self._seen)
        chosen = [found.reading for found in counting]
        is_replaced = self._replaced(kind, counting)
        public_on = _public_on(table, counting)
        columns = [
            public_on if name == "public_on" else table.c[name] for name in kind.model_fields
        ]
        rank = {reading: place for place, reading in enumerate(chosen)}
        with self._engine.connect() as connection:
            for start in range(0, len(chosen), SUBJECTS_A_QUERY):
                wanted = (
                    sa.select(table.c.reading_id, *columns)
                    .where(table.c.reading_id.in_(chosen[start : start + SUBJECTS_A_QUERY]))
                    .where(_dated_by(table.c[kind.dated_by], self._as_of))
                    .order_by(table.c.id)
                )
                if not self._seen:
                    wanted = wanted.where(public_on <= self._known_at.date())
                found = connection.execute(wanted).all()
                for row in sorted(found, key=lambda row: rank[row[0]]):
                    record = kind.model_construct(
                        **dict(zip(kind.model_fields, row[1:], strict=True))
                    )
                    if not is_replaced(row[0], record):
                        yield record

    def _replaced(
        self, kind: type[Record], counting: Sequence[Visible]
    ) -> Callable[[int, Record], bool]:
        """Whether a whole reading that is out by then replaces what a reading says."""
        if kind not in ENTRIES:
            return lambda _reading, _record: False
        known_on = self._known_at.date()
        out = [v for v in counting if self._seen or v.last_public_on <= known_on]
        with self._engine.connect() as connection:
            return WholeRegisters.held(connection, counting=counting, out=out).replace


def _public_on(table: sa.Table, counting: Iterable[Visible]) -> sa.ColumnElement[date]:
    """The day of publication of each row; another than is stored where another is stated since."""
    restated = [
        (
            sa.and_(table.c.reading_id == v.reading, table.c.public_on == v.public_from),
            sa.literal(v.stated_on, sa.Date()),
        )
        for v in counting
        if v.public_from is not None and v.stated_on not in (None, v.public_from)
    ]
    return (
        sa.case(*restated, else_=table.c.public_on).label("public_on")
        if restated
        else table.c.public_on
    )


def _dated_by(column: sa.Column[Any], as_of: date) -> sa.ColumnElement[bool]:
    """A statement without a day counts as always."""
    return sa.or_(column.is_(None), column <= as_of)


def choose(
    readings: Sequence[Visible], kind: type[Record], known_at: datetime, *, seen: bool
) -> list[Visible]:
    """One fetch a reading, one reading a subject, in the order in which documents came out."""
    known_on = known_at.date()
    newest: dict[tuple[str, str], Visible] = {}
    heard: set[tuple[str, str, str]] = set()
    for found in readings:
        body = (found.source, found.subject, found.sha256)
        held = newest.get((found.source, found.subject))
        public_on = found.first_public_on.get(kind.__name__)
        if seen or public_on is None or body in heard:
            is_known = found.fetched_at <= known_at
        else:
            is_released = found.last_public_on <= known_on
            is_known = is_released or (held is None and public_on <= known_on)
        is_again = body in heard and not found.is_handed_over
        heard.add(body)
        if is_known and (is_again or not _was_replaced(found, held, None if seen else known_on)):
            newest[found.source, found.subject] = found
    in_order = sorted(newest.values(), key=lambda v: (v.last_public_on, v.fetched_at, v.fetch))
    return list({v.reading: v for v in in_order}.values())


def _was_replaced(found: Visible, held: Visible | None, known_on: date | None) -> bool:
    """True for an issue that came out before the one that is held, which is out by `known_on`."""
    if held is None or found.issued_on is None or held.issued_on is None:
        return False
    return found.issued_on < held.issued_on and (known_on is None or held.issued_on <= known_on)
