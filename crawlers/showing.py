"""The cited place of a document as heading and value, people's details masked."""

import csv
import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from fnmatch import fnmatchcase
from urllib.parse import parse_qs

from crawlers.reading import Cell, plain
from crawlers.workbook import open_workbook
from db.records import Document

MASKED = "(masked)"


class NothingThereError(Exception):
    """A citation points at a place that the document does not have."""


@dataclass(frozen=True, kw_only=True)
class Place:
    """One cited row, or one cited table without a row."""

    rows: int
    """Rows in the table, those above its header included."""
    cells: tuple[tuple[str, str], ...]
    """Heading and value of each filled cell; values are empty when no row is cited."""


def cited_place(document: Document, fragment: str, masked: Iterable[str]) -> Place:
    """Give the row that a fragment names; NothingThereError when there is none.

    The header is a line above that is all words and names each filled cell: in a workbook the
    nearest, so that a table among prose, or below another, is shown under its own headings; in a
    CSV, where every line is words, the first.
    """
    wanted = {name: values[0] for name, values in parse_qs(fragment.replace("+", "%2B")).items()}
    sheet = wanted.get("sheet")
    lines = _lines(document, sheet)
    number = int(wanted["row"]) if wanted.get("row", "").isdecimal() else None
    if number is None:
        return Place(rows=len(lines), cells=())
    if not 1 <= number <= len(lines):
        raise NothingThereError(f"the table has {len(lines)} rows and no row {number}")
    above = lines[: number - 1]
    header = _header(above if sheet is None else reversed(above), lines[number - 1], number)
    hidden = [plain(name) for name in masked]
    return Place(
        rows=len(lines),
        cells=tuple(
            (str(heading).strip(), _value(str(heading), cell, hidden))
            for heading, cell in zip(header, lines[number - 1], strict=False)
            if heading not in ("", None) and cell not in ("", None)
        ),
    )


def _lines(document: Document, sheet: str | None) -> Sequence[Sequence[Cell]]:
    if sheet is None:
        text = document.body.decode("utf-8-sig", errors="replace")
        return list(csv.reader(io.StringIO(text, newline="")))
    book = open_workbook(document)
    if sheet not in book.tabs:
        raise NothingThereError(f"the workbook has no tab {sheet!r}")
    return book.lines(sheet)


def _header(
    candidates: Iterable[Sequence[Cell]], cited: Sequence[Cell], number: int
) -> Sequence[Cell]:
    filled = [index for index, cell in enumerate(cited) if cell not in ("", None)]
    for line in candidates:
        words = all(isinstance(cell, str) for cell in line)
        if words and all(index < len(line) and line[index] for index in filled):
            return line
    raise NothingThereError(f"row {number} stands under no header, so its cells cannot be named")


def _value(heading: str, cell: Cell, hidden: Iterable[str]) -> str:
    if any(fnmatchcase(plain(heading), name) for name in hidden):
        return MASKED
    if isinstance(cell, datetime):
        return cell.date().isoformat()
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return str(cell).strip()
