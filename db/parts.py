"""Parquet parts of registers too large for records: which one counts, and what is noted of it."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

import sqlalchemy as sa
from sqlalchemy import Connection, Engine
from sqlmodel import col

from db import tables
from db.engine import writing
from db.product import Count, Product
from db.store import OpenRun, Saved
from db.whose import is_read

FEWEST_OF_BEFORE = 0.9
"""A register of all companies grows; one a tenth smaller than the last is a part or is damaged."""


class ShrunkError(Exception):
    """A product holds far fewer rows than the one before it."""


class PublishedTooEarlyError(Exception):
    """A product is said to have come out before the day that it describes."""


@dataclass(frozen=True, kw_only=True)
class HeldPart:
    """A published product under one version of its reader."""

    product: Product
    version: int
    public_on: date
    rows: Mapping[str, int]
    """Rows by kind."""


def save_part(
    engine: Engine,
    run: OpenRun,
    product: Product,
    counts: Sequence[Count],
    *,
    public_on: date,
    version: int,
) -> Saved:
    """Note one product and what it was read into, in one transaction.

    A product that this version has read before adds a fetch and nothing else. Raises ShrunkError,
    and notes nothing, when a new one holds far fewer rows of a kind than the one published next
    before it.
    """
    published = published_parts(engine, run.source)
    if product.sha256 not in {part.product.sha256 for part in published}:
        earlier = [part for part in published if part.public_on <= public_on]
        _refuse_a_shrunk(product, counts, max(earlier, key=_order, default=None))
    with writing(engine).begin() as connection:
        connection.execute(
            sa.insert(tables.Fetch).values(run_id=run.id, source=run.source, **product.__dict__)
        )
        new = not is_read(connection, run.source, product.sha256, version)
        if new:
            reading = connection.execute(
                sa.insert(tables.Reading)
                .values(run_id=run.id, source=run.source, sha256=product.sha256, version=version)
                .returning(col(tables.Reading.id))
            ).scalar_one()
            profiles = [_profile(reading, count, public_on) for count in counts]
            connection.execute(sa.insert(tables.Profile), profiles)
    return Saved(subject=product.subject, records=sum(count.rows for count in counts), new=new)


def newest_part(
    engine: Engine, source: str, known_at: datetime, *, seen: bool = False
) -> HeldPart | None:
    """The newest product of a source that was public (fetched, with `seen`) by a moment.

    None when no closed run has published one by then.
    """
    known = [
        part
        for part in published_parts(engine, source)
        if (part.product.fetched_at if seen else part.public_on)
        <= (known_at if seen else known_at.date())
    ]
    return max(known, key=_order, default=None)


def published_parts(engine: Engine, source: str) -> tuple[HeldPart, ...]:
    """Every product of a source that a closed run published, in the order of its fetches."""
    closed = sa.select(col(tables.Run.id)).where(col(tables.Run.closed_at).is_not(None))
    with engine.connect() as connection:
        fetches = connection.execute(
            sa.select(
                col(tables.Fetch.subject),
                col(tables.Fetch.url),
                col(tables.Fetch.fetched_at),
                col(tables.Fetch.sha256),
                col(tables.Fetch.published_on),
                col(tables.Reading.version),
                col(tables.Reading.id),
            )
            .join(tables.Run, col(tables.Run.id) == col(tables.Fetch.run_id))
            .join(
                tables.Reading,
                (col(tables.Reading.sha256) == col(tables.Fetch.sha256))
                & (col(tables.Reading.source) == col(tables.Fetch.source)),
            )
            .where(
                col(tables.Fetch.source) == source,
                col(tables.Run.closed_at).is_not(None),
                col(tables.Reading.run_id).in_(closed),
            )
            .order_by(col(tables.Fetch.id), col(tables.Reading.version))
        ).all()
        found: list[HeldPart] = []
        for subject, url, fetched_at, sha256, published_on, version, reading in fetches:
            product = Product(
                subject=subject,
                url=url,
                fetched_at=fetched_at,
                sha256=sha256,
                published_on=published_on,
            )
            rows, day = _rows_and_day(connection, reading)
            found.append(HeldPart(product=product, version=version, public_on=day, rows=rows))
    return tuple(found)


def _order(part: HeldPart) -> tuple[date, datetime, int]:
    return part.public_on, part.product.fetched_at, part.version


def _rows_and_day(connection: Connection, reading: int) -> tuple[dict[str, int], date]:
    """Rows by kind, and the day on which the product was made public."""
    profiles = connection.execute(
        sa.select(
            col(tables.Profile.kind), col(tables.Profile.rows), col(tables.Profile.last_public_on)
        ).where(col(tables.Profile.reading_id) == reading)
    ).all()
    rows = {profile.kind: profile.rows for profile in profiles}
    return rows, max(profile.last_public_on for profile in profiles)


def _profile(reading: int, count: Count, public_on: date) -> dict[str, object]:
    fields = {
        name: {"filled": filled, "unknown": dict(count.unknown.get(name, {}))}
        for name, filled in count.filled.items()
    }
    return {
        "reading_id": reading,
        "kind": count.kind,
        "rows": count.rows,
        "first_public_on": public_on,
        "last_public_on": public_on,
        "fields": json.dumps(fields),
    }


def _refuse_a_shrunk(product: Product, counts: Sequence[Count], before: HeldPart | None) -> None:
    if before is None:
        return
    for count in counts:
        was = before.rows.get(count.kind, 0)
        if count.rows < FEWEST_OF_BEFORE * was:
            raise ShrunkError(
                f"{product.url} holds {count.rows:,} rows of the kind {count.kind}, far fewer than"
                f" the {was:,} of {before.product.subject}; the earlier one stays in use. Download"
                " it again; if it is older than the one in use, it is not needed"
            )
