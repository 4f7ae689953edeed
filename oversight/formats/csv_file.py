"""CSV (RFC 4180, UTF-8): a heading and a line a row; days as YYYY-MM-DD; an empty cell is null."""

import csv
from datetime import date
from pathlib import Path

from oversight.format import Format
from oversight.reviewing.cells import guarded
from oversight.table import Filled, Value


def write(filled: Filled, path: Path) -> None:
    """Write one table."""
    with path.open("w", encoding="utf-8", newline="") as file:
        lines = csv.writer(file)
        lines.writerow(filled.heading)
        lines.writerows([_cell(value) for value in row] for row in filled.rows)


def _cell(value: Value) -> str:
    match value:
        case None:
            return ""
        case bool():
            return "true" if value else "false"
        case date():
            return value.isoformat()
        case str():
            return guarded(value)
        case int() | float():
            return str(value)


FORMAT = Format(name="csv", media_type="text/csv", guards=True, write=write)
