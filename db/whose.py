"""Whose bytes are: a reading is known by its bytes alone, so that they are one subject's only."""

from functools import cache

import sqlalchemy as sa
from sqlalchemy import Connection
from sqlmodel import col

from db import tables
from db.records import Document


class SameBytesError(Exception):
    """Bytes that do not say whose they are, offered for one subject and held of another."""


def refuse_bytes_of_another(
    connection: Connection, source: str, subject: str, document: Document, version: int
) -> None:
    """Raise SameBytesError where this version of the reader read the same bytes as another's.

    The records of the second would be those of the first.
    """
    subjects = connection.execute(
        _subjects(), {"source": source, "sha256": document.sha256, "version": version}
    ).scalars()
    others = sorted(set(subjects) - {subject})
    if others:
        raise SameBytesError(
            f"{document.url} is not taken in for {subject}: the same bytes are held of"
            f" {others[0]}, and nothing in them says whose they are; save the answer with its"
            f' company, as {{"company_number": "{subject}", "data": {{…}}}}'
        )


def is_read(connection: Connection, source: str, sha256: str, version: int) -> bool:
    """True when this version of the source's reader has read these bytes."""
    asked = {"source": source, "sha256": sha256, "version": version}
    return connection.execute(_reading(), asked).first() is not None


@cache
def _subjects() -> sa.Select[str]:
    """Whose some bytes are. Made once: that costs more than to ask."""
    fetch, reading = tables.Fetch, tables.Reading
    return (
        sa.select(col(fetch.subject))
        .join(
            reading,
            (col(reading.source) == col(fetch.source)) & (col(reading.sha256) == col(fetch.sha256)),
        )
        .where(
            col(fetch.source) == sa.bindparam("source"),
            col(fetch.sha256) == sa.bindparam("sha256"),
            col(reading.version) == sa.bindparam("version"),
        )
        .distinct()
    )


@cache
def _reading() -> sa.Select[int]:
    return sa.select(col(tables.Reading.id)).where(
        col(tables.Reading.source) == sa.bindparam("source"),
        col(tables.Reading.sha256) == sa.bindparam("sha256"),
        col(tables.Reading.version) == sa.bindparam("version"),
    )
