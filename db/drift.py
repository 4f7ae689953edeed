"""What changed in how a source reads: rows, filled fields, words never met before."""

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy import Connection
from sqlmodel import col

from db import tables
from db.profiles import counted

DATED = re.compile(r"(?P<begins>|.* )\d{4}-\d{2}(-\d{2})?")
"""A subject that ends with a day, or with a year such as 2024-25."""
EACH = 20
"""Undated subjects of one run that have lines of their own; more are counted together."""


@dataclass(frozen=True, kw_only=True)
class Line:
    """One number of a drift report, beside the same number of the issue before.

    `field` is empty for a count of rows. `before` is None when there is nothing to compare
    with. Fill is counted in rows, so that 0 of 0 needs no share.
    """

    subject: str
    kind: str
    field: str
    now: int
    of: int
    before: int | None
    before_of: int | None
    compared_with: str | None
    unknown: dict[str, int]
    """Words that the field's vocabulary lacks, each with its rows."""


@dataclass(frozen=True, kw_only=True)
class Read:
    """One document of a run, under its newest reading."""

    subject: str
    url: str
    fetched_at: datetime
    sha256: str
    reading: int


def reads(connection: Connection, source: str, run: int) -> tuple[Read, ...]:
    """What a run fetched, or read again, in the order in which it was fetched."""
    rows = connection.execute(
        sa.select(
            col(tables.Fetch.id),
            col(tables.Fetch.subject),
            col(tables.Fetch.url),
            col(tables.Fetch.fetched_at),
            col(tables.Fetch.sha256),
            col(tables.Reading.id),
        )
        .join(
            tables.Reading,
            (col(tables.Reading.sha256) == col(tables.Fetch.sha256))
            & (col(tables.Reading.source) == source),
        )
        .where(sa.or_(col(tables.Fetch.run_id) == run, col(tables.Reading.run_id) == run))
        .where(col(tables.Fetch.source) == source)
        .order_by(col(tables.Fetch.fetched_at), col(tables.Fetch.id), col(tables.Reading.version))
    )
    newest = {
        fetch: Read(subject=subject, url=url, fetched_at=fetched_at, sha256=digest, reading=reading)
        for fetch, subject, url, fetched_at, digest, reading in rows
    }
    return tuple(newest.values())


def report(
    connection: Connection, source: str, run: int, documents: Sequence[Read]
) -> tuple[Line, ...]:
    """Compare each subject of a run, as last fetched, with its last published reading.

    A dated subject met for the first time, such as `register at 2025-03-31`, is compared with the
    one before it that begins alike, so that a new yearly issue stands beside last year's. One
    that bears no date, such as a company, is compared with itself alone; many of them are counted
    together, beside what was last published of those among them that were met before.
    """
    newest = {read.subject: read.reading for read in documents}
    undated = {subject: r for subject, r in newest.items() if not DATED.fullmatch(subject)}
    lines: list[Line] = []
    if len(undated) > EACH:
        lines += _together(connection, source, run, undated)
        newest = {subject: r for subject, r in newest.items() if subject not in undated}
    for subject, reading in sorted(newest.items()):
        before_subject, before = _earlier(connection, source, subject, run)
        now_profiles = counted(connection, reading)
        before_profiles = counted(connection, *([] if before is None else [before]))
        for kind in sorted(now_profiles.keys() | before_profiles.keys()):
            lines += _lines(
                subject, kind, now_profiles.get(kind), before_profiles.get(kind), before_subject
            )
    return tuple(lines)


def as_json(report: Sequence[Line]) -> str:
    """The report as it is stored with its run."""
    return json.dumps([asdict(line) for line in report])


def _earlier(
    connection: Connection, source: str, subject: str, run: int
) -> tuple[str | None, int | None]:
    dated = DATED.fullmatch(subject)
    alike = (
        col(tables.Fetch.subject).startswith(dated["begins"], autoescape=True)
        if dated
        else col(tables.Fetch.subject) == subject
    )
    published = (
        sa.select(col(tables.Fetch.subject), col(tables.Reading.id))
        .join(tables.Run, col(tables.Run.id) == col(tables.Fetch.run_id))
        .join(
            tables.Reading,
            (col(tables.Reading.sha256) == col(tables.Fetch.sha256))
            & (col(tables.Reading.source) == source),
        )
        .where(
            col(tables.Fetch.source) == source,
            alike,
            sa.or_(
                sa.and_(col(tables.Run.closed_at).is_not(None), col(tables.Reading.run_id) != run),
                sa.and_(col(tables.Run.id) == run, col(tables.Fetch.subject) < subject),
            ),
        )
        .order_by(
            (col(tables.Fetch.subject) == subject).desc(),
            (col(tables.Fetch.subject) < subject).desc(),
            col(tables.Fetch.subject).desc(),
            col(tables.Fetch.fetched_at).desc(),
            col(tables.Reading.id).desc(),
        )
        .limit(1)
    )
    row = connection.execute(published).first()
    return (row[0], row[1]) if row is not None else (None, None)


def _together(
    connection: Connection, source: str, run: int, newest: dict[str, int]
) -> Iterator[Line]:
    """The lines of many undated subjects as if they were one."""
    published = _published(connection, source, run)
    earlier = [published[subject] for subject in newest if subject in published]
    now = counted(connection, *newest.values())
    before = counted(connection, *earlier)
    for kind in sorted(now.keys() | before.keys()):
        yield from _lines(
            f"{len(newest):,} subjects",
            kind,
            now.get(kind),
            before.get(kind),
            f"the {len(earlier):,} met before",
        )


def _published(connection: Connection, source: str, run: int) -> dict[str, int]:
    """The last published reading of each subject of a source, those of this run left out."""
    newest_first = (
        col(tables.Fetch.fetched_at).desc(),
        col(tables.Fetch.id).desc(),
        col(tables.Reading.id).desc(),
    )
    place: sa.Over[int] = sa.over(
        sa.Function[int]("row_number", type_=sa.Integer()),
        partition_by=col(tables.Fetch.subject),
        order_by=newest_first,
    )
    last = (
        sa.select(col(tables.Fetch.subject), col(tables.Reading.id), place.label("place"))
        .join(tables.Run, col(tables.Run.id) == col(tables.Fetch.run_id))
        .join(
            tables.Reading,
            (col(tables.Reading.sha256) == col(tables.Fetch.sha256))
            & (col(tables.Reading.source) == source),
        )
        .where(
            col(tables.Fetch.source) == source,
            col(tables.Run.closed_at).is_not(None),
            col(tables.Reading.run_id) != run,
        )
        .subquery()
    )
    # Of years of looks, one row a subject comes out of the database.
    rows = connection.execute(sa.select(last.c.subject, last.c.id).where(last.c.place == 1))
    return {row[0]: row[1] for row in rows}


def _lines(
    subject: str,
    kind: str,
    now: dict[str, Any] | None,
    before: dict[str, Any] | None,
    compared_with: str | None,
) -> list[Line]:
    now = now or {"rows": 0, "fields": {}}

    def line(field: str, count: int, was: int | None, unknown: dict[str, int]) -> Line:
        return Line(
            subject=subject,
            kind=kind,
            field=field,
            now=count,
            of=now["rows"],
            before=was,
            before_of=before["rows"] if before else None,
            compared_with=compared_with if before else None,
            unknown=unknown,
        )

    found = [line("", now["rows"], before["rows"] if before else None, {})]
    for name, field in now["fields"].items():
        was = before["fields"].get(name, {}).get("filled") if before else None
        found.append(line(name, field["filled"], was, field.get("unknown", {})))
    return found
