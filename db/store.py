"""Put what a publisher said in: subject by subject, run by run, or not at all.

A subject (one register date, one company) is one transaction. A run publishes its subjects
by closing; until then nothing of it is visible, and a later run of the same source adopts
the subjects that an unclosed one had finished. What an unclosed run had read again of bodies that
are published already waits for the next run that reads again: all of it counts, or none.
"""

from collections.abc import Generator, Iterable, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime

import sqlalchemy as sa
from sqlalchemy import Connection, Engine
from sqlmodel import Session, col, select

from db import drift, tables
from db.adoption import adopt, take_over
from db.engine import writing
from db.floors import TooFewRecordsError, too_few, withdraw
from db.locks import held, take_turns
from db.product import Product
from db.profiles import profile
from db.records import Document, Record
from db.whose import is_read, refuse_bytes_of_another


class WrongWorldError(Exception):
    """Invented data offered to a real database, or real data to a rehearsal."""


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


def stamp(engine: Engine, world: tables.World, today: date | None) -> None:
    """Mark the database as real or rehearsal; raise WrongWorldError if it is the other.

    A rehearsal keeps its own today, which moves on with what it last took in.
    """
    with writing(engine).begin() as connection:
        take_turns(connection, "stamp")
        row = connection.execute(
            sa.select(col(tables.Stamp.world), col(tables.Stamp.today))
        ).first()
        if row is None:
            connection.execute(sa.insert(tables.Stamp).values(id=1, world=world, today=today))
        elif row.world != world:
            raise WrongWorldError(
                f"this database holds {row.world} data and refuses {world} data;"
                " name another folder with --data"
            )
        elif today is not None and (row.today is None or today > row.today):
            connection.execute(sa.update(tables.Stamp).values(today=today))


@contextmanager
def running(
    engine: Engine, source: str, now: datetime, *, rereads: bool = False
) -> Generator[OpenRun]:
    """Open a run of one source and hold the source until the block ends.

    Raises BusyError when another process holds it. Whatever the block leaves unclosed stays
    invisible and is adopted by the next run; what it has read again, by the next that `rereads`.
    """
    with held(engine, source):
        with writing(engine).begin() as connection:
            run = connection.execute(
                sa.insert(tables.Run)
                .values(source=source, opened_at=now)
                .returning(col(tables.Run.id))
            ).scalar_one()
            adopted = adopt(connection, source, run, rereads=rereads)
        yield OpenRun(id=run, source=source, adopted=adopted)


def save_subject(
    engine: Engine,
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
    """Store one download of one subject and what it says, in one transaction.

    Bytes that this version of the reader has read before add a fetch and no records. The day of
    publication that the last fetch states counts for all of them; the others stay in the ledger.
    """
    with writing(engine).begin() as connection:
        refuse_bytes_of_another(connection, run.source, subject, document, version)
        corrected_to = _correction(connection, run.source, document)
        connection.execute(
            sa.insert(tables.Fetch).values(
                run_id=run.id,
                source=run.source,
                subject=subject,
                url=document.url,
                fetched_at=document.fetched_at,
                status=status,
                sha256=document.sha256,
                published_on=document.published_on,
            )
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


def is_published(connection: Connection, source: str, sha256: str) -> bool:
    """True when a closed run of the source fetched these bytes."""
    found = connection.execute(
        sa.select(col(tables.Fetch.id))
        .join(tables.Run, col(tables.Run.id) == col(tables.Fetch.run_id))
        .where(
            col(tables.Fetch.source) == source,
            col(tables.Fetch.sha256) == sha256,
            col(tables.Run.closed_at).is_not(None),
        )
    ).first()
    return found is not None


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
        sa.insert(tables.Reading)
        .values(
            run_id=run.id,
            source=run.source,
            sha256=sha256,
            version=version,
            public_from=public_from,
            issued_on=issued_on,
        )
        .returning(col(tables.Reading.id))
    ).scalar_one()
    by_kind: dict[type[Record], list[Record]] = {}
    for record in records:
        by_kind.setdefault(type(record), []).append(record)
    for kind, found in by_kind.items():
        connection.execute(
            sa.insert(tables.TABLE_FOR[kind]),
            [{**record.__dict__, "reading_id": reading} for record in found],
        )
        connection.execute(
            sa.insert(tables.Profile).values(reading_id=reading, **profile(kind, found))
        )


def close_run(
    engine: Engine, run: OpenRun, floors: Mapping[str, Mapping[type[Record], int]], now: datetime
) -> tuple[drift.Line, ...]:
    """Judge what the run took in, publish it, and give its drift report.

    Raises TooFewRecordsError, and publishes nothing, when a document of this run holds fewer
    records of a kind than `floors` says a healthy one does, by how its subject begins. That
    document is withdrawn to quarantine; the next run adopts the others.
    """
    with writing(engine).begin() as connection:
        documents = drift.reads(connection, run.source, run.id)
        report = drift.report(connection, run.source, run.id, documents)
        refused = too_few(connection, documents, floors)
        for read, problem in refused.items():
            withdraw(connection, run.id, read, problem)
        if not refused:
            connection.execute(
                sa.update(tables.Run)
                .where(col(tables.Run.id) == run.id)
                .values(closed_at=now, drift=drift.as_json(report))
            )
    if refused:
        raise TooFewRecordsError([(read.subject, why) for read, why in refused.items()])
    return report


def unread(
    engine: Engine, source: str, version: int, run: OpenRun | None = None
) -> tuple[tables.Fetch, ...]:
    """The first published fetch of each body that this version of the reader has not read.

    What was read counts once its run has closed, or in the run that is under way.
    """
    counts = col(tables.Run.closed_at).is_not(None)
    if run is not None:
        counts = sa.or_(counts, col(tables.Run.id) == run.id)
    read = (
        sa.select(col(tables.Reading.sha256))
        .join(tables.Run, col(tables.Run.id) == col(tables.Reading.run_id))
        .where(col(tables.Reading.source) == source, col(tables.Reading.version) == version, counts)
    )
    first = (
        sa.select(sa.func.min(col(tables.Fetch.id)))
        .join(tables.Run, col(tables.Run.id) == col(tables.Fetch.run_id))
        .where(
            col(tables.Fetch.source) == source,
            col(tables.Run.closed_at).is_not(None),
            col(tables.Fetch.sha256).not_in(read),
        )
        .group_by(col(tables.Fetch.sha256))
    )
    with Session(engine, expire_on_commit=False) as session:
        wanted = select(tables.Fetch).where(col(tables.Fetch.id).in_(first))
        return tuple(session.exec(wanted.order_by(col(tables.Fetch.id))))


def held_stamp(engine: Engine) -> tables.Stamp | None:
    """Which world the database holds; None before its first fetch."""
    with Session(engine, expire_on_commit=False) as session:
        return session.exec(select(tables.Stamp)).first()


def refuse(engine: Engine, source: str, body: Document | Product, problem: str) -> None:
    """Note a refused body. Its bytes are the archive's business; no snapshot ever sees it."""
    with writing(engine).begin() as connection:
        connection.execute(
            sa.insert(tables.Quarantine).values(
                source=source,
                url=body.url,
                fetched_at=body.fetched_at,
                sha256=body.sha256,
                problem=problem,
            )
        )
