"""Take a snapshot out: which reading of each subject counts, and its records in bulk."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from hashlib import sha256
from itertools import groupby
from typing import Any

import sqlalchemy as sa
from sqlalchemy import Connection, Engine
from sqlmodel import col

from db import tables
from db.records import KINDS, Record
from db.snapshot import Snapshot

SUBJECTS_A_QUERY = 500
"""SQLite's default limit is 32,766 variables a statement; PostgreSQL plans short lists best."""


def load_snapshot(
    engine: Engine, as_of: date, known_at: datetime, *, seen: bool = False
) -> Snapshot:
    """Give everything public by `known_at` (fetched by then, with `seen`) and dated to `as_of`.

    Records are read kind by kind, when a kind is first asked for. Each kind of each subject
    comes from one reading: the newest document that was out by `known_at`, under its newest
    reader; where none was, the first that says something which had been public by then. So a
    correction stays unknown until the document that makes it is out. A document that says
    nothing of the kind, or that came back after another, has no such day: it counts from the
    moment it was fetched, as all do with `seen`.
    """
    with engine.connect() as connection:
        readings = tuple(_visible(connection))
    return Snapshot(
        as_of=as_of,
        known_at=known_at,
        seen=seen,
        shelf=_Shelf(engine, readings, as_of=as_of, known_at=known_at, seen=seen),
    )


def data_version(engine: Engine) -> str:
    """A hash of what every subject said and when: it changes when any answer could.

    The same bytes fetched once more change nothing; an older body that comes back does.
    """
    with engine.connect() as connection:
        readings = sorted(
            _visible(connection), key=lambda v: (v.source, v.subject, v.fetched_at, v.fetch)
        )
    changes: list[str] = []
    for (source, subject), fetches in groupby(readings, key=lambda v: (v.source, v.subject)):
        for _, same in groupby(fetches, key=lambda v: v.sha256):
            first = next(same)
            changes.append(
                f"{source} {subject} {first.sha256} {first.version} {first.fetched_at.isoformat()}"
            )
    return sha256("\n".join(changes).encode()).hexdigest()


@dataclass(frozen=True, kw_only=True)
class _Visible:
    """One published fetch with the newest published reading of its bytes."""

    source: str
    subject: str
    fetch: int
    fetched_at: datetime
    sha256: str
    version: int
    reading: int
    first_public_on: dict[str, date]
    last_public_on: date


class _Shelf(Mapping[type[Record], tuple[Record, ...]]):
    """Records by kind, read from the database when first asked for."""

    def __init__(
        self,
        engine: Engine,
        readings: tuple[_Visible, ...],
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
        columns = [table.c[name] for name in kind.model_fields]
        chosen = _choose(self._readings, kind, self._known_at, seen=self._seen)
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
                    wanted = wanted.where(table.c.public_on <= self._known_at.date())
                found = connection.execute(wanted).all()
                for row in sorted(found, key=lambda row: rank[row[0]]):
                    yield kind.model_construct(**dict(zip(kind.model_fields, row[1:], strict=True)))


def _dated_by(column: sa.Column[Any], as_of: date) -> sa.ColumnElement[bool]:
    """A statement without a day counts as always."""
    return sa.or_(column.is_(None), column <= as_of)


def _visible(connection: Connection) -> Iterator[_Visible]:
    closed = sa.select(col(tables.Run.id)).where(col(tables.Run.closed_at).is_not(None))
    newest = (
        sa.select(
            col(tables.Reading.source),
            col(tables.Reading.sha256),
            sa.func.max(col(tables.Reading.version)).label("version"),
        )
        .where(col(tables.Reading.run_id).in_(closed))
        .group_by(col(tables.Reading.source), col(tables.Reading.sha256))
        .subquery()
    )
    rows = connection.execute(
        sa.select(
            col(tables.Fetch.source),
            col(tables.Fetch.subject),
            col(tables.Fetch.id),
            col(tables.Fetch.fetched_at),
            col(tables.Reading.sha256),
            col(tables.Reading.version),
            col(tables.Reading.id),
        )
        .join(
            newest,
            (newest.c.source == col(tables.Fetch.source))
            & (newest.c.sha256 == col(tables.Fetch.sha256)),
        )
        .join(
            tables.Reading,
            (col(tables.Reading.source) == newest.c.source)
            & (col(tables.Reading.sha256) == newest.c.sha256)
            & (col(tables.Reading.version) == newest.c.version),
        )
        .where(col(tables.Fetch.run_id).in_(closed))
    ).all()
    public = _first_public(connection)  # after the rows: a run may close between the two queries
    for source, subject, fetch, fetched_at, digest, version, reading in rows:
        first = {kind: days[0] for kind, days in public.get(reading, {}).items()}
        last = max((days[1] for days in public.get(reading, {}).values()), default=date.min)
        yield _Visible(
            source=source,
            subject=subject,
            fetch=fetch,
            fetched_at=fetched_at,
            sha256=digest,
            version=version,
            reading=reading,
            first_public_on=first,
            last_public_on=last,
        )


def _first_public(connection: Connection) -> dict[int, dict[str, tuple[date, date]]]:
    found: dict[int, dict[str, tuple[date, date]]] = {}
    for profile in connection.execute(
        sa.select(
            col(tables.Profile.reading_id),
            col(tables.Profile.kind),
            col(tables.Profile.first_public_on),
            col(tables.Profile.last_public_on),
        )
    ):
        found.setdefault(profile[0], {})[profile[1]] = (profile[2], profile[3])
    return found


def _choose(
    readings: tuple[_Visible, ...], kind: type[Record], known_at: datetime, *, seen: bool
) -> list[int]:
    """One reading a subject, in the order in which their documents were published."""
    known_on = known_at.date()
    newest: dict[tuple[str, str], _Visible] = {}
    heard: set[tuple[str, str, str]] = set()
    for found in sorted(readings, key=lambda v: (v.fetched_at, v.fetch)):
        body = (found.source, found.subject, found.sha256)
        public_on = found.first_public_on.get(kind.__name__)
        if seen or public_on is None or body in heard:
            is_known = found.fetched_at <= known_at
        else:
            is_released = found.last_public_on <= known_on
            first = (found.source, found.subject) not in newest
            is_known = is_released or (first and public_on <= known_on)
        heard.add(body)
        if is_known:
            newest[found.source, found.subject] = found
    in_order = sorted(newest.values(), key=lambda v: (v.last_public_on, v.fetched_at, v.fetch))
    return list(dict.fromkeys(v.reading for v in in_order))
