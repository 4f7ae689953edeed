"""Addresses at which a publisher says that there is nothing, so that it is not asked each time."""

from collections.abc import Collection, Iterator
from datetime import datetime

import sqlalchemy as sa
from sqlalchemy import Engine
from sqlmodel import col

from db import tables
from db.engine import writing


def note_absent(engine: Engine, source: str, urls: Collection[str], now: datetime) -> None:
    """Note that a source was asked at these addresses and that nothing is there.

    It counts though the run that asked never closes: nothing of it is ever shown.
    """
    if not urls:
        return
    of_these = (col(tables.Absence.source) == source, col(tables.Absence.url).in_(urls))
    with writing(engine).begin() as connection:
        connection.execute(sa.delete(tables.Absence).where(*of_these))
        connection.execute(
            sa.insert(tables.Absence),
            [{"source": source, "url": url, "asked_at": now} for url in sorted(urls)],
        )


def absent(engine: Engine, sources: Collection[str]) -> Iterator[tuple[str, str, datetime]]:
    """Source, address and moment of each last answer of these sources that nothing is there."""
    statement = sa.select(
        col(tables.Absence.source), col(tables.Absence.url), col(tables.Absence.asked_at)
    ).where(col(tables.Absence.source).in_(sources))
    with engine.connect() as connection:
        yield from ((row[0], row[1], row[2]) for row in connection.execute(statement))
