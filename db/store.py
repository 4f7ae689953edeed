"""Put what a publisher said in: subject by subject, run by run, or not at all.

A subject (one register date, one company) is one transaction. A run publishes its subjects
by closing; until then nothing of it is visible, and a later run of the same source adopts
the subjects that an unclosed one had finished. What an unclosed run had read again of bodies that
are published already waits for the next run that reads again: all of it counts, or none.
"""

from collections.abc import Generator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date, datetime

import sqlalchemy as sa
from sqlalchemy import Connection, Engine
from sqlmodel import Session, col, select

from db import drift, tables
from db.adoption import adopt
from db.engine import writing
from db.floors import TooFewRecordsError, too_few, withdraw
from db.locks import held, take_turns
from db.product import Product
from db.records import Document, Record
from db.saving import OpenRun, Saved, save_in


class WrongWorldError(Exception):
    """Invented data offered to a real database, or real data to a rehearsal."""


def stamp(
    engine: Engine, world: tables.World, today: date | None, market: str | None = None
) -> None:
    """Mark the database as real or rehearsal; raise WrongWorldError if it is the other.

    A rehearsal keeps its own today, which moves on with what it last took in, and which `market` it
    is of, where that is known: those of two seeds give the same numbers to different companies.
    """
    with writing(engine).begin() as connection:
        take_turns(connection, "stamp")
        row = connection.execute(
            sa.select(col(tables.Stamp.world), col(tables.Stamp.today), col(tables.Stamp.market))
        ).first()
        if row is None:
            connection.execute(
                sa.insert(tables.Stamp).values(id=1, world=world, today=today, market=market)
            )
            return
        if row.world != world:
            raise WrongWorldError(
                f"this database holds {row.world} data and refuses {world} data;"
                " name another folder with --data"
            )
        if market is not None and row.market not in (None, market):
            raise WrongWorldError(
                f"this database holds the {row.market} and refuses the {market}, in which other"
                " companies bear the same numbers; name another folder with --data"
            )
        newest = today if row.today is None else max(row.today, today or row.today)
        connection.execute(
            sa.update(tables.Stamp).values(today=newest, market=row.market or market)
        )


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
    """Store one download of one subject and what it says, in one transaction: see `db.saving`."""
    with writing(engine).begin() as connection:
        return save_in(
            connection,
            run,
            subject,
            document,
            records,
            version=version,
            status=status,
            public_from=public_from,
            issued_on=issued_on,
        )


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
