"""A few columns of many records, without making records of them: for whoever plans, not judges."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date
from typing import Any, cast

import sqlalchemy as sa
from sqlalchemy import Engine
from sqlmodel import col

from db import tables
from db.ledger import ROWS_AT_ONCE
from db.records import Record


def columns(
    engine: Engine,
    source: str,
    kind: type[Record],
    names: Sequence[str],
    *,
    also: Collection[int] = (),
    since: date | None = None,
) -> Iterator[tuple[Any, ...]]:
    """Yield, for each row of a kind that a source read, its document's hash and the named columns.

    Rows are those of each document's newest reading, closed runs' and those of the open runs named
    in `also`, in the order in which they were stored; with `since`, only those dated on it or
    later. Whoever asks picks the documents: unlike a snapshot, all of them are here.
    """
    counts = sa.or_(col(tables.Run.closed_at).is_not(None), col(tables.Run.id).in_(also))
    read = (
        sa.select(col(tables.Reading.sha256), sa.func.max(col(tables.Reading.version)).label("v"))
        .join(tables.Run, col(tables.Run.id) == col(tables.Reading.run_id))
        .where(col(tables.Reading.source) == source, counts)
        .group_by(col(tables.Reading.sha256))
        .subquery()
    )
    table = tables.TABLE_FOR[kind]
    wanted = (
        sa.select(read.c.sha256, *(table.c[name] for name in names))
        .join(tables.Reading, col(tables.Reading.id) == table.c.reading_id)
        .join(
            read,
            sa.and_(
                read.c.sha256 == col(tables.Reading.sha256),
                read.c.v == col(tables.Reading.version),
            ),
        )
        .where(col(tables.Reading.source) == source)
        .order_by(table.c.id)
    )
    if since is not None:
        wanted = wanted.where(table.c[kind.dated_by] >= since)
    with engine.connect() as connection:
        streamed = connection.execution_options(yield_per=ROWS_AT_ONCE).execute(wanted)
        yield from cast("Iterable[tuple[Any, ...]]", streamed)
