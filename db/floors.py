"""The fewest records that a healthy document holds: one that holds fewer is never published."""

from collections.abc import Mapping, Sequence

import sqlalchemy as sa
from sqlalchemy import Connection
from sqlmodel import col

from db import tables
from db.drift import Read
from db.records import Record


class TooFewRecordsError(Exception):
    """Subjects came out smaller than their source says a healthy one can be."""

    def __init__(self, problems: Sequence[tuple[str, str]]) -> None:
        """Take the subjects, each with what is amiss with its document."""
        super().__init__("\n".join(problem for _, problem in problems))
        self.problems = problems


def too_few(
    connection: Connection,
    reads: Sequence[Read],
    floors: Mapping[str, Mapping[type[Record], int]],
) -> dict[Read, str]:
    """The documents that hold too little, each with what is amiss, where, and what to do.

    A document's floors are the first whose key its subject begins with.
    """
    problems: dict[Read, str] = {}
    for read in reads:
        fitting = [mine for begins, mine in floors.items() if read.subject.startswith(begins)]
        rows = _rows(connection, read.reading) if fitting else {}
        for kind, floor in (item for mine in fitting[:1] for item in mine.items()):
            count = rows.get(kind.__name__, 0)
            if count < floor:
                problems.setdefault(read, _problem(read, kind, count, floor))
    return problems


def withdraw(connection: Connection, run: int, read: Read, problem: str) -> None:
    """Take one document out of an open run, into quarantine, so that no later run adopts it.

    What an earlier run has published of the same bytes stays.
    """
    taken_out = connection.execute(
        sa.delete(tables.Fetch)
        .where(col(tables.Fetch.run_id) == run, col(tables.Fetch.sha256) == read.sha256)
        .returning(
            col(tables.Fetch.source),
            col(tables.Fetch.url),
            col(tables.Fetch.fetched_at),
            col(tables.Fetch.sha256),
        )
    ).mappings()
    for fetch in taken_out.all():
        connection.execute(sa.insert(tables.Quarantine).values(**fetch, problem=problem))
    unpublished = sa.select(col(tables.Reading.id)).where(
        col(tables.Reading.id) == read.reading, col(tables.Reading.run_id) == run
    )
    for table in tables.TABLE_FOR.values():
        connection.execute(sa.delete(table).where(table.c.reading_id.in_(unpublished)))
    connection.execute(
        sa.delete(tables.Profile).where(col(tables.Profile.reading_id).in_(unpublished))
    )
    connection.execute(sa.delete(tables.Reading).where(col(tables.Reading.id).in_(unpublished)))


def _rows(connection: Connection, reading: int) -> dict[str, int]:
    found = connection.execute(
        sa.select(col(tables.Profile.kind), col(tables.Profile.rows)).where(
            col(tables.Profile.reading_id) == reading
        )
    )
    return {row.kind: row.rows for row in found}


def _problem(read: Read, kind: type[Record], count: int, floor: int) -> str:
    return (
        f"{read.subject}: {count} {kind.__name__} records, fewer than the {floor} that a"
        " healthy issue holds; the earlier data stays. Open the document: if the publisher"
        " really lists so few, lower the floor in the source's file\n"
        f"  at {read.url}\n"
        f"  fetched {read.fetched_at:%Y-%m-%d}, kept as {read.sha256[:12]}"
    )
