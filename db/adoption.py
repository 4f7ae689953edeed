"""What a run takes over from those that never closed."""

import sqlalchemy as sa
from sqlalchemy import Connection
from sqlmodel import col

from db import tables


def adopt(connection: Connection, source: str, run: int, *, rereads: bool) -> tuple[str, ...]:
    """Take over what unclosed runs left: fetches with what was read of them, by their subjects.

    A run that `rereads` takes over what was read again too; until then the run that left it stays
    unfinished.
    """
    lost = list(
        connection.execute(
            sa.select(col(tables.Run.id)).where(
                col(tables.Run.source) == source,
                col(tables.Run.closed_at).is_(None),
                col(tables.Run.adopted_by).is_(None),
                col(tables.Run.id) != run,
            )
        ).scalars()
    )
    subjects = connection.execute(
        sa.update(tables.Fetch)
        .where(col(tables.Fetch.run_id).in_(lost))
        .values(run_id=run)
        .returning(col(tables.Fetch.subject))
    ).scalars()
    adopted = tuple(sorted(set(subjects)))
    readings = sa.update(tables.Reading).where(col(tables.Reading.run_id).in_(lost))
    if not rereads:
        fetched = sa.select(col(tables.Fetch.sha256)).where(col(tables.Fetch.run_id) == run)
        readings = readings.where(col(tables.Reading.sha256).in_(fetched))
    connection.execute(readings.values(run_id=run))
    left = sa.select(col(tables.Reading.run_id)).where(col(tables.Reading.run_id).in_(lost))
    connection.execute(
        sa.update(tables.Run)
        .where(col(tables.Run.id).in_(lost), col(tables.Run.id).not_in(left))
        .values(adopted_by=run)
    )
    return adopted


def take_over(connection: Connection, run: int, source: str, sha256: str, version: int) -> None:
    """Let a reading that an unclosed run has left behind be this run's."""
    closed = sa.select(col(tables.Run.id)).where(col(tables.Run.closed_at).is_not(None))
    connection.execute(
        sa.update(tables.Reading)
        .where(
            col(tables.Reading.source) == source,
            col(tables.Reading.sha256) == sha256,
            col(tables.Reading.version) == version,
            col(tables.Reading.run_id).not_in(closed),
        )
        .values(run_id=run)
    )
