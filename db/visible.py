"""What closed runs fetched and how it was read: all that a snapshot may be made of."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime

import sqlalchemy as sa
from sqlalchemy import Connection
from sqlmodel import col

from db import tables
from db.looks import counting


@dataclass(frozen=True, kw_only=True)
class Visible:
    """One published fetch with the newest published reading of its bytes."""

    source: str
    subject: str
    fetch: int
    fetched_at: datetime
    sha256: str
    version: int
    reading: int
    is_handed_over: bool
    stated_on: date | None
    """The day of publication that this fetch states."""
    public_from: date | None
    """The day that the document's rows bear as stored, where they all bear its own."""
    issued_on: date | None
    """The day of issue, where anybody states it."""
    first_public_on: dict[str, date]
    last_public_on: date

    def restated(self, day: date | None) -> "Visible":
        """The same with another day of publication, where the rows bear the document's."""
        if day is None or self.public_from is None:
            return replace(self, stated_on=day)

        def counted(stored: date) -> date:
            return day if stored == self.public_from else stored

        return replace(
            self,
            stated_on=day,
            issued_on=day,
            first_public_on={k: counted(first) for k, first in self.first_public_on.items()},
            last_public_on=counted(self.last_public_on),
        )


def visible(connection: Connection, known_at: datetime | None = None) -> Iterator[Visible]:
    """The fetches of closed runs that can count by a moment: see `db.looks`.

    Each with the newest published reading of its bytes.
    """
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
    fetch = counting(known_at)
    rows = connection.execute(
        sa.select(
            fetch.c.source,
            fetch.c.subject,
            fetch.c.id,
            fetch.c.fetched_at,
            fetch.c.status,
            fetch.c.published_on,
            col(tables.Reading.sha256),
            col(tables.Reading.version),
            col(tables.Reading.id),
            col(tables.Reading.public_from),
            col(tables.Reading.issued_on),
        )
        .join(newest, (newest.c.source == fetch.c.source) & (newest.c.sha256 == fetch.c.sha256))
        .join(
            tables.Reading,
            (col(tables.Reading.source) == newest.c.source)
            & (col(tables.Reading.sha256) == newest.c.sha256)
            & (col(tables.Reading.version) == newest.c.version),
        )
    ).all()
    public = _first_public(connection)  # after the rows: a run may close between the two queries
    for row in rows:
        days = public.get(row.id_1, {})
        yield Visible(
            source=row.source,
            subject=row.subject,
            fetch=row.id,
            fetched_at=row.fetched_at,
            sha256=row.sha256,
            version=row.version,
            reading=row.id_1,
            is_handed_over=row.status is None,
            stated_on=row.published_on,
            public_from=row.public_from,
            issued_on=row.issued_on,
            first_public_on={kind: first for kind, (first, _) in days.items()},
            last_public_on=max((last for _, last in days.values()), default=date.min),
        )


def restated(readings: Iterable[Visible], *, seen: bool) -> tuple[Visible, ...]:
    """Fetches in their order, each with the day of publication that counts for its bytes.

    That is the last that any fetch of them states; with `seen`, the last until then.
    """
    in_order = sorted(readings, key=lambda v: (v.fetched_at, v.fetch))
    stated: dict[tuple[str, str], date] = {}
    until_then: list[date | None] = []
    for found in in_order:
        if found.stated_on is not None:
            stated[found.source, found.sha256] = found.stated_on
        until_then.append(stated.get((found.source, found.sha256)))
    return tuple(
        found.restated(then if seen else stated.get((found.source, found.sha256)))
        for found, then in zip(in_order, until_then, strict=True)
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
