"""Which fetches can count: a crawl of every week looks fifty times for each time that it finds."""

from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlmodel import col

from db import tables

NAMES = ("id", "source", "subject", "fetched_at", "status", "published_on", "sha256")


def counting(known_at: datetime | None) -> sa.Subquery:
    """The fetches of closed runs that can count, as their columns `NAMES`.

    Of those that bring the same bytes of a subject again and again, with nothing between them, only
    the first counts, from which a document is known, and the last by `known_at`, when it was still
    so. Without a moment it is the first alone. What states another day of publication than the one
    before it is no mere repetition, nor what was handed over where the one before was fetched.
    """
    one = _in_order()
    counts = sa.func.coalesce(one.c.before != one.c.said, sa.true())
    if known_at is not None:
        goes_on = sa.and_(one.c.next_at <= known_at, one.c.next == one.c.said)
        is_last = sa.not_(sa.func.coalesce(goes_on, sa.false()))
        counts = sa.or_(counts, sa.and_(one.c.fetched_at <= known_at, is_last))
    return sa.select(*(one.c[name] for name in NAMES)).where(counts).subquery()


def _in_order() -> sa.Subquery:
    """Each fetch of a closed run, beside what its neighbours of the same subject said."""
    fetch = tables.Fetch
    closed = sa.select(col(tables.Run.id)).where(col(tables.Run.closed_at).is_not(None))
    in_time: dict[str, Any] = {
        "partition_by": (col(fetch.source), col(fetch.subject)),
        "order_by": (col(fetch.fetched_at), col(fetch.id)),
    }
    day = sa.func.coalesce(sa.cast(col(fetch.published_on), sa.String), "")
    by_hand = sa.case((col(fetch.status).is_(None), "by hand"), else_="")
    said = col(fetch.sha256).concat(day).concat(by_hand)
    return (
        sa.select(
            *(col(getattr(fetch, name)) for name in NAMES),
            said.label("said"),
            sa.func.lag(said).over(**in_time).label("before"),
            sa.func.lead(said).over(**in_time).label("next"),
            sa.func.lead(col(fetch.fetched_at)).over(**in_time).label("next_at"),
        )
        .where(col(fetch.run_id).in_(closed))
        .subquery()
    )
