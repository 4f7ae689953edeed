"""One table of the daily extract, zipped: as JSON or as tab-delimited text."""

import json
from collections.abc import Mapping, Sequence
from datetime import date
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from crawlers.rehearsal.forms.charity_commission.charities import Value
from crawlers.rehearsal.forms.delimited import Field, delimited

Rows = Sequence[Mapping[str, Value]]


def as_json(rows: Rows) -> bytes:
    """One array, after a byte order mark; a day has a time of midnight."""
    text = json.dumps([{name: _plain(of) for name, of in row.items()} for row in rows], indent=1)
    return text.encode("utf-8-sig")


def _plain(value: Value) -> str | int | bool | None:
    return f"{value}T00:00:00" if isinstance(value, date) else value


def as_text(rows: Rows) -> bytes:
    """Tab-delimited, after a byte order mark, with the names of the columns on its first line."""
    lines: list[Sequence[Field]] = [tuple(rows[0])] if rows else []
    lines += [[_field(value) for value in row.values()] for row in rows]
    return delimited(lines, delimiter="\t", encoding="utf-8-sig")


def _field(value: Value) -> Field:
    if isinstance(value, bool):
        return str(value)
    return f"{value} 00:00:00.0000000" if isinstance(value, date) else value


def zipped(name: str, body: bytes, day: date) -> bytes:
    """A zip of one file; the same file and day give the same bytes."""
    member = ZipInfo(name, (day.year, day.month, day.day, 4, 0, 0))
    member.compress_type = ZIP_DEFLATED
    target = BytesIO()
    with ZipFile(target, "w") as package:
        package.comment = b"Rehearsal: every charity in this file is invented."
        package.writestr(member, body)
    return target.getvalue()
