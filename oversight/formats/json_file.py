"""JSON: one object with what every answer says of itself, its rows an object a line."""

import json
from datetime import date
from pathlib import Path

from oversight.citation import citation
from oversight.format import Format
from oversight.table import Filled, Value


def write(filled: Filled, path: Path) -> None:
    """Write one table."""
    exported = filled.exported
    said = {
        "table": filled.table.name,
        "as_of": exported.as_of.isoformat(),
        "known_at": exported.known_at.isoformat(),
        "policy": exported.market.policy.name,
        "data": exported.data,
        "citation": citation(exported),
    }
    head = json.dumps(said, indent=1, ensure_ascii=False).removesuffix("\n}")
    rows = (dict(zip(filled.heading, map(_value, row), strict=True)) for row in filled.rows)
    lines = ",\n".join(json.dumps(row, ensure_ascii=False) for row in rows)
    path.write_text(f'{head},\n "rows": [\n{lines}\n]}}\n', encoding="utf-8", newline="\n")


def _value(value: Value) -> str | int | float | bool | None:
    return value.isoformat() if isinstance(value, date) else value


FORMAT = Format(name="json", media_type="application/json", guards=False, write=write)
