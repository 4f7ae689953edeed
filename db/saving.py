"""Store one subject: the fetch, and what the document says, in a transaction of the caller's."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache

import sqlalchemy as sa
from sqlalchemy import Connection
from sqlmodel import SQLModel, col

from db import tables
from db.adoption import take_over
from db.profiles import profile
from db.records import Document, Record
from db.whose import is_read, refuse_bytes_of_another

FETCH, READING, PROFILE = (
    SQLModel.metadata.tables[name] for name in ("fetch", "reading", "profile")
)
INSERT_READING = sa.insert(READING).returning(READING.c.id)


@dataclass(frozen=True, kw_only=True)
class OpenRun:
    """A run that is under way: what `save_subject` and `close_run` are told."""

    id: int
    source: str
    adopted: tuple[str, ...]
    """Subjects taken over from earlier runs that never closed."""


@dataclass(frozen=True, kw_only=True)
class Saved:
    """What became of one subject: how many records it holds, and whether its bytes were new."""

    subject: str
    records: int
    new: bool
    corrected_to: date | None = None
    """The day of publication that is stated now of bytes which had another until now."""
    inspected_only: bool = False
    """True for a list that covers inspected settings only, so that nothing is counted in it."""


def save_in(
    connection: Connection,
    run: OpenRun,
    subject: str,
    document: Document,
    records: Sequence[Record],
    *,
    version: int,
    status: int | None = None,
    public_from: date | None = None,
    issued_on: date | None = None,
) -> Saved:
    """Store one download of one subject and what it says, in a transaction that is under way.

    Bytes that this version of the reader has read before add a fetch and no records. The day of
    publication that the last fetch states counts for all of them; the others stay in the ledger.
    Raises SameBytesError, nothing written, for bytes that are held of another subject.
    """
    refuse_bytes_of_another(connection, run.source, subject, document, version)
    corrected_to = _correction(connection, run.source, document)
    connection.execute(
        _insert(FETCH),
        {
            "run_id": run.id,
            "source": run.source,
            "subject": subject,
            "url": document.url,
            "fetched_at": document.fetched_at,
            "status": status,
            "sha256": document.sha256,
            "published_on": document.published_on,
        },
    )
    new = not is_read(connection, run.source, document.sha256, version)
    if new:
        save_reading(
            connection,
            run,
            document.sha256,
            records,
            version=version,
            public_from=public_from,
            issued_on=issued_on,
        )
    else:
        take_over(connection, run.id, run.source, document.sha256, version)
    return Saved(subject=subject, records=len(records), new=new, corrected_to=corrected_to)


def save_reading(
    connection: Connection,
    run: OpenRun,
    sha256: str,
    records: Iterable[Record],
    *,
    version: int,
    public_from: date | None = None,
    issued_on: date | None = None,
) -> None:
    """Store what one version of a reader found in one document, with its profile."""
    reading = connection.execute(
        INSERT_READING,
        {
            "run_id": run.id,
            "source": run.source,
            "sha256": sha256,
            "version": version,
            "public_from": public_from,
            "issued_on": issued_on,
        },
    ).scalar_one()
    by_kind: dict[type[Record], list[Record]] = {}
    for record in records:
        by_kind.setdefault(type(record), []).append(record)
    for kind, found in by_kind.items():
        connection.execute(
            _insert(tables.TABLE_FOR[kind]),
            [{**record.__dict__, "reading_id": reading} for record in found],
        )
        connection.execute(_insert(PROFILE), {"reading_id": reading, **profile(kind, found)})


@cache
def _insert(table: sa.Table) -> sa.Insert:
    """What inserts into a table. Made once: to make a statement anew costs more than to run it."""
    return sa.insert(table)


def _correction(connection: Connection, source: str, document: Document) -> date | None:
    """The day that a document states, where the same bytes have counted from another."""
    if document.published_on is None:
        return None
    of_these = (
        col(tables.Reading.source) == source,
        col(tables.Reading.sha256) == document.sha256,
    )
    read = sa.select(col(tables.Reading.public_from)).where(*of_these)
    stated = sa.select(col(tables.Fetch.published_on)).where(
        col(tables.Fetch.source) == source,
        col(tables.Fetch.sha256) == document.sha256,
        col(tables.Fetch.published_on).is_not(None),
    )
    until_now = (
        connection.execute(stated.order_by(col(tables.Fetch.id).desc())).scalar()
        or connection.execute(read.order_by(col(tables.Reading.version).desc())).scalar()
    )
    return None if until_now in (None, document.published_on) else document.published_on
