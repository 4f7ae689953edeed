"""Whose bytes are: a reading is known by its bytes alone, so that they are one subject's only."""

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
    same = (col(tables.Fetch.source) == source, col(tables.Fetch.sha256) == document.sha256)
    subjects = connection.execute(
        sa.select(col(tables.Fetch.subject))
        .join(
            tables.Reading,
            (col(tables.Reading.source) == col(tables.Fetch.source))
            & (col(tables.Reading.sha256) == col(tables.Fetch.sha256)),
        )
        .where(*same, col(tables.Reading.version) == version)
        .distinct()
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
    found = connection.execute(
        sa.select(col(tables.Reading.id)).where(
            col(tables.Reading.source) == source,
            col(tables.Reading.sha256) == sha256,
            col(tables.Reading.version) == version,
        )
    ).first()
    return found is not None
