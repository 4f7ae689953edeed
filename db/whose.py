"""Whose bytes are: a reading is known by its bytes alone, so that they are one subject's only."""

from functools import cache
from urllib.parse import urlsplit

import sqlalchemy as sa
from sqlalchemy import Connection
from sqlmodel import col

from db import tables
from db.company_numbers import normalise
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
        raise SameBytesError(_problem(connection, source, subject, document, others[0]))


def _problem(
    connection: Connection, source: str, subject: str, document: Document, other: str
) -> str:
    """What is amiss, where both lie, and what to do."""
    fetch = tables.Fetch
    of_the_other = (
        col(fetch.source) == source,
        col(fetch.sha256) == document.sha256,
        col(fetch.subject) == other,
    )
    there, fetched_at = connection.execute(
        sa.select(col(fetch.url), col(fetch.fetched_at))
        .where(*of_the_other)
        .order_by(col(fetch.id))
    ).first() or ("", document.fetched_at)
    if urlsplit(document.url).scheme in {"http", "https"}:
        todo = (
            "look at both addresses: if the publisher confuses the two, tell it; if it really"
            " answers both alike, the reader must find in the answer whose it is"
        )
    elif normalise(subject) == subject:
        todo = (
            "if it is the right file, save the answer with its company, as"
            f' {{"company_number": "{subject}", "data": {{…}}}}'
        )
    else:
        todo = "look whether the right file was given"
    return (
        f"{subject} is not taken in: the same bytes are held of {other}, and nothing in them says"
        f" whose they are; {todo}\n"
        f"  at {document.url}\n"
        f"  fetched {document.fetched_at:%Y-%m-%d}, kept as {document.sha256[:12]}\n"
        f"  of {other} at {there}, fetched {fetched_at:%Y-%m-%d}"
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
