"""How the fields of one kind of record came out of a reading: what drift is measured against."""

import json
from collections import Counter
from collections.abc import Sequence
from typing import Any

import sqlalchemy as sa
from sqlalchemy import Connection
from sqlmodel import col

from db import tables
from db.records import Record, Vocabulary

AT_ONCE = 500
"""Readings that one query asks for: SQLite's default limit is 32,766 variables."""


def profile(kind: type[Record], records: Sequence[Record]) -> dict[str, Any]:
    """Count one kind of record as one reading found it: the columns of a Profile row."""
    published = [record.public_on for record in records]
    return {
        "kind": kind.__name__,
        "rows": len(records),
        "first_public_on": min(published),
        "last_public_on": max(published),
        "fields": json.dumps({name: _field(kind, name, records) for name in kind.model_fields}),
    }


def counted(connection: Connection, *readings: int) -> dict[str, Any]:
    """How each kind came out of these readings, all of them together."""
    found: dict[str, Any] = {}
    for start in range(0, len(readings), AT_ONCE):
        wanted = readings[start : start + AT_ONCE]
        rows = connection.execute(
            sa.select(
                col(tables.Profile.kind), col(tables.Profile.rows), col(tables.Profile.fields)
            ).where(col(tables.Profile.reading_id).in_(wanted))
        )
        for row in rows:
            kind = found.setdefault(row.kind, {"rows": 0, "fields": {}})
            kind["rows"] += row.rows
            _add(kind["fields"], json.loads(row.fields))
    return found


def _add(fields: dict[str, Any], more: dict[str, Any]) -> None:
    """Count another reading's fields in."""
    for name, field in more.items():
        sums = fields.setdefault(name, {"filled": 0})
        sums["filled"] += field["filled"]
        if "unknown" in field:
            words: dict[str, int] = sums.setdefault("unknown", {})
            for word, rows in field["unknown"].items():
                words[word] = words.get(word, 0) + rows


def _field(kind: type[Record], name: str, records: Sequence[Record]) -> dict[str, Any]:
    values = [getattr(record, name) for record in records]
    found: dict[str, Any] = {"filled": len(values) - values.count(None)}
    for known in (m for m in kind.model_fields[name].metadata if isinstance(m, Vocabulary)):
        words = Counter(value for value in values if value is not None)
        found["unknown"] = {word: n for word, n in words.items() if word not in known.words}
    return found
