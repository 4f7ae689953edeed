"""What has been taken in, when, from where; and what was refused."""

from collections.abc import Collection, Iterator, Sequence
from datetime import date, datetime
from typing import NamedTuple

import sqlalchemy as sa
from sqlalchemy import Engine
from sqlmodel import Session, col, select

from db import tables

ROWS_AT_ONCE = 1_000
"""A crawl of every week leaves hundreds of thousands: they are handed on, never all held."""


class Fetched(NamedTuple):
    """When a subject of a source was fetched, and what it said. A tuple: there are many."""

    source: str
    subject: str
    fetched_at: datetime
    sha256: str
    counts_from: datetime
    """The moment of the fetch, or that at which its run was opened, whichever is earlier: a crawl
    that passes midnight would otherwise look at some a day later each time."""


class Addressed(NamedTuple):
    """The last fetch of a subject, with where it was found."""

    subject: str
    url: str
    sha256: str
    fetched_at: datetime
    published_on: date | None


def published(engine: Engine) -> Sequence[tables.Fetch]:
    """The newest published fetch of each subject of each source, in that order."""
    newest = (
        sa.select(sa.func.max(col(tables.Fetch.id)))
        .join(tables.Run, col(tables.Run.id) == col(tables.Fetch.run_id))
        .where(col(tables.Run.closed_at).is_not(None))
        .group_by(col(tables.Fetch.source), col(tables.Fetch.subject))
    )
    with Session(engine, expire_on_commit=False) as session:
        return session.exec(
            select(tables.Fetch)
            .where(col(tables.Fetch.id).in_(newest))
            .order_by(col(tables.Fetch.source), col(tables.Fetch.subject))
        ).all()


def fetched(engine: Engine, sha256: str) -> tables.Fetch | None:
    """The first fetch of a body, from any run; None when it was never fetched."""
    with Session(engine, expire_on_commit=False) as session:
        return session.exec(
            select(tables.Fetch)
            .where(col(tables.Fetch.sha256) == sha256)
            .order_by(col(tables.Fetch.id))
        ).first()


def readers(engine: Engine) -> dict[str, str]:
    """The source that has read each body, by the body's hash."""
    with engine.connect() as connection:
        read = connection.execute(
            sa.select(col(tables.Reading.sha256), col(tables.Reading.source))
        ).all()
    return {row[0]: row[1] for row in read}


def fetches(
    engine: Engine, source: str, *, begins: str, also: int | None = None
) -> Sequence[tables.Fetch]:
    """Published fetches of a source whose address begins so, and those of one open run."""
    with Session(engine, expire_on_commit=False) as session:
        return session.exec(
            select(tables.Fetch)
            .join(tables.Run, col(tables.Run.id) == col(tables.Fetch.run_id))
            .where(
                col(tables.Fetch.source) == source,
                col(tables.Fetch.url).startswith(begins, autoescape=True),
                sa.or_(col(tables.Run.closed_at).is_not(None), col(tables.Run.id) == also),
            )
        ).all()


def last_fetches(
    engine: Engine, sources: Collection[str], *, also: Collection[int] = ()
) -> Iterator[Fetched]:
    """The last fetch of each subject of these sources, published or of those open runs, in order.

    A fetch counts though it brought the same bytes again.
    """
    last = (
        sa.select(sa.func.max(col(tables.Fetch.id)))
        .join(tables.Run, col(tables.Run.id) == col(tables.Fetch.run_id))
        .where(col(tables.Fetch.source).in_(sources), _counts(also))
        .group_by(col(tables.Fetch.source), col(tables.Fetch.subject))
    )
    return _fetched(engine, col(tables.Fetch.id).in_(last))


def subjects(engine: Engine, source: str, *, also: int) -> int:
    """How many subjects of a source are published, or were fetched by that open run."""
    statement = (
        sa.select(sa.func.count(sa.distinct(col(tables.Fetch.subject))))
        .join(tables.Run, col(tables.Run.id) == col(tables.Fetch.run_id))
        .where(col(tables.Fetch.source) == source, _counts((also,)))
    )
    with engine.connect() as connection:
        return connection.execute(statement).scalar_one()


def last_fetched(
    engine: Engine, sources: Collection[str], *, also: Collection[int] = ()
) -> Iterator[tuple[str, str, datetime]]:
    """When each address of these sources was last fetched, published or by those open runs.

    Source, address and moment: that at which its run was opened, where that is earlier. What
    somebody handed over has no address of a publisher's, and is listed under its file's name.
    """
    statement = (
        sa.select(
            col(tables.Fetch.source),
            col(tables.Fetch.url),
            sa.func.max(_counts_from()),
        )
        .join(tables.Run, col(tables.Run.id) == col(tables.Fetch.run_id))
        .where(col(tables.Fetch.source).in_(sources), _counts(also))
        .group_by(col(tables.Fetch.source), col(tables.Fetch.url))
    )
    with engine.connect() as connection:
        yield from ((row[0], row[1], row[2]) for row in connection.execute(statement))


def last_addresses(engine: Engine, source: str) -> Iterator[Addressed]:
    """The last published fetch of each subject of a source, in order."""
    last = (
        sa.select(sa.func.max(col(tables.Fetch.id)))
        .join(tables.Run, col(tables.Run.id) == col(tables.Fetch.run_id))
        .where(col(tables.Fetch.source) == source, col(tables.Run.closed_at).is_not(None))
        .group_by(col(tables.Fetch.subject))
    )
    statement = sa.select(*(col(getattr(tables.Fetch, name)) for name in Addressed._fields)).where(
        col(tables.Fetch.id).in_(last)
    )
    with engine.connect() as connection:
        rows = connection.execute(statement.order_by(col(tables.Fetch.id)))
        yield from map(Addressed._make, rows)


def first_fetches(engine: Engine, source: str, *, also: Collection[int] = ()) -> Iterator[Fetched]:
    """The first fetch of each body of a source, published or of those open runs."""
    first = (
        sa.select(sa.func.min(col(tables.Fetch.id)))
        .join(tables.Run, col(tables.Run.id) == col(tables.Fetch.run_id))
        .where(col(tables.Fetch.source) == source, _counts(also))
        .group_by(col(tables.Fetch.sha256))
    )
    return _fetched(engine, col(tables.Fetch.id).in_(first))


def _counts(also: Collection[int]) -> sa.ColumnElement[bool]:
    return sa.or_(col(tables.Run.closed_at).is_not(None), col(tables.Run.id).in_(also))


def _counts_from() -> sa.ColumnElement[datetime]:
    fetched_at, opened_at = col(tables.Fetch.fetched_at), col(tables.Run.opened_at)
    return sa.case((opened_at < fetched_at, opened_at), else_=fetched_at)


def _fetched(engine: Engine, which: sa.ColumnElement[bool]) -> Iterator[Fetched]:
    wanted = sa.select(
        col(tables.Fetch.source),
        col(tables.Fetch.subject),
        col(tables.Fetch.fetched_at),
        col(tables.Fetch.sha256),
        _counts_from(),
    )
    wanted = wanted.join(tables.Run, col(tables.Run.id) == col(tables.Fetch.run_id)).where(which)
    with engine.connect() as connection:
        rows = connection.execution_options(yield_per=ROWS_AT_ONCE).execute(
            wanted.order_by(col(tables.Fetch.id))
        )
        yield from map(Fetched._make, rows)


def is_issue_day(engine: Engine, sha256: str, day: date) -> bool:
    """True when the publisher's page, or a document itself, states that it came out on that day."""
    read = sa.select(col(tables.Reading.id)).where(
        col(tables.Reading.sha256) == sha256, col(tables.Reading.issued_on) == day
    )
    fetched = sa.select(col(tables.Fetch.id)).where(
        col(tables.Fetch.sha256) == sha256, col(tables.Fetch.published_on) == day
    )
    with engine.connect() as connection:
        return connection.execute(sa.union_all(read, fetched)).first() is not None


def refused(engine: Engine) -> Sequence[tables.Quarantine]:
    """Every refused body, oldest first."""
    with Session(engine, expire_on_commit=False) as session:
        return session.exec(select(tables.Quarantine).order_by(col(tables.Quarantine.id))).all()


def withdrawn(engine: Engine, source: str) -> Sequence[str]:
    """Hashes of a source's refused bodies that no fetch holds: none of them was published."""
    fetched = sa.select(col(tables.Fetch.sha256))
    with engine.connect() as connection:
        return (
            connection.execute(
                sa.select(col(tables.Quarantine.sha256))
                .where(
                    col(tables.Quarantine.source) == source,
                    col(tables.Quarantine.sha256).not_in(fetched),
                )
                .distinct()
            )
            .scalars()
            .all()
        )


def unfinished(engine: Engine) -> Sequence[tables.Run]:
    """Runs that neither closed nor were adopted by a later one."""
    with Session(engine, expire_on_commit=False) as session:
        return session.exec(
            select(tables.Run)
            .where(col(tables.Run.closed_at).is_(None), col(tables.Run.adopted_by).is_(None))
            .order_by(col(tables.Run.id))
        ).all()
