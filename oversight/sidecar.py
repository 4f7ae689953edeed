"""What stands beside exported tables: a data package that says what each file and column is.

It follows Frictionless Data Package v1, so that other people's tools find types and meanings, and
is not dated: the same data and question give the same bytes.
"""

import json
from collections.abc import Iterator, Sequence
from hashlib import sha256
from pathlib import Path
from typing import Any

from oversight.citation import LICENCE, LICENCE_URL, TITLE, citation
from oversight.export import Export, Exported, half_of
from oversight.format import Format
from oversight.table import AnyTable, Column, Holds

FILE = "datapackage.json"
TYPES = {
    Holds.TEXT: "string",
    Holds.WHOLE: "integer",
    Holds.NUMBER: "number",
    Holds.YES_OR_NO: "boolean",
    Holds.DAY: "date",
}
GUARDED = "a text that a spreadsheet would take for a formula has an apostrophe before it"


def sidecar(wanted: Sequence[AnyTable], form: Format) -> Export:
    """The data package of these tables, written after them."""

    def write(exported: Exported, path: Path) -> int:
        package = _package(exported, wanted, form, path.parent)
        text = json.dumps(package, indent=2, ensure_ascii=False)
        path.write_text(f"{text}\n", encoding="utf-8", newline="\n")
        return len(wanted)

    return Export(
        name="datapackage", title="What the files and columns mean", file=FILE, write=write
    )


def file_of(table: AnyTable, form: Format) -> str:
    """What a table's file is called."""
    return f"{table.name}.{form.name}"


def _package(
    exported: Exported, wanted: Sequence[AnyTable], form: Format, folder: Path
) -> dict[str, Any]:
    day = exported.market.register_as_at
    return {
        "profile": "data-package",
        "name": "provider-monitor",
        "title": TITLE,
        "citation": citation(exported),
        "as_of": exported.as_of.isoformat(),
        "known_at": exported.known_at.isoformat(),
        "policy": exported.market.policy.name,
        "data": exported.data,
        "register_as_at": day.isoformat() if day else None,
        "notes": list(exported.notes),
        "licenses": [{"name": "OGL-UK-3.0", "title": LICENCE, "path": LICENCE_URL}],
        "sources": list(_sources()),
        "resources": [_resource(table, form, folder) for table in wanted],
    }


def _sources() -> Iterator[dict[str, str]]:
    yield {"title": "Ofsted", "path": "https://www.gov.uk/government/organisations/ofsted"}
    yield {
        "title": "Companies House",
        "path": "https://www.gov.uk/government/organisations/companies-house",
    }
    yield {"title": "Office for National Statistics", "path": "https://www.ons.gov.uk"}


def _resource(table: AnyTable, form: Format, folder: Path) -> dict[str, Any]:
    file = file_of(table, form)
    body = half_of(folder / file).read_bytes()
    return {
        "profile": "tabular-data-resource",
        "name": table.name,
        "title": table.title,
        "description": f"One row: {table.grain}. {table.about}",
        "path": file,
        "format": form.name,
        "mediatype": form.media_type,
        "encoding": "utf-8",
        "bytes": len(body),
        "hash": f"sha256:{sha256(body).hexdigest()}",
        **({"guarded": GUARDED} if form.guards else {}),
        "schema": {
            "fields": [_field(column) for column in table.columns],
            "primaryKey": list(table.key),
            "missingValues": [""],
        },
    }


def _field(column: Column[Any]) -> dict[str, str]:
    return {
        "name": column.name,
        "title": column.label,
        "type": TYPES[column.holds],
        "description": column.meaning,
        **({"unit": column.unit} if column.unit else {}),
    }
