"""Parquet, each column of its own type; what is said of the data stands in the file's metadata."""

import json
from datetime import date
from pathlib import Path
from tempfile import NamedTemporaryFile

from db.parquet import opened
from oversight.citation import citation
from oversight.format import Format
from oversight.table import Filled, Holds, Value

TYPES = {
    Holds.TEXT: "VARCHAR",
    Holds.WHOLE: "BIGINT",
    Holds.NUMBER: "DOUBLE",
    Holds.YES_OR_NO: "BOOLEAN",
    Holds.DAY: "DATE",
}


def write(filled: Filled, path: Path) -> None:
    """Write one table, its rows in their order."""
    types = {column.name: TYPES[column.holds] for column in filled.table.columns}
    said = {
        "table": filled.table.name,
        "as_of": filled.exported.as_of.isoformat(),
        "known_at": filled.exported.known_at.isoformat(),
        "policy": filled.exported.market.policy.name,
        "data": str(filled.exported.data),
        "citation": citation(filled.exported),
    }
    told = ", ".join(f'"{name}": {_quoted(text)}' for name, text in said.items())
    with NamedTemporaryFile("w", encoding="utf-8", suffix=".json", dir=path.parent) as lines:
        for row in filled.rows:
            named = dict(zip(filled.heading, map(_value, row), strict=True))
            lines.write(f"{json.dumps(named)}\n")
        lines.flush()
        with opened() as reading:
            reading.execute("set threads = 1")  # one row group after another, in the rows' order
            columns = ", ".join(f"{_quoted(name)}: {_quoted(kind)}" for name, kind in types.items())
            chosen = (
                f"read_json({_quoted(lines.name)}, format = 'newline_delimited',"
                f" columns = {{{columns}}})"
            )
            reading.execute(
                f"copy (from {chosen}) to {_quoted(str(path))}"
                f" (format parquet, compression zstd, kv_metadata {{{told}}})"
            )


def _value(value: Value) -> str | int | float | bool | None:
    return value.isoformat() if isinstance(value, date) else value


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


FORMAT = Format(
    name="parquet", media_type="application/vnd.apache.parquet", guards=False, write=write
)
