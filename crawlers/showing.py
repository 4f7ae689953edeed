"""The cited place of a document as heading and value, people's details masked."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from fnmatch import fnmatchcase
from typing import cast
from urllib.parse import parse_qs, unquote

from crawlers.json_reading import json_members
from crawlers.reading import Cell, csv_lines, plain
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
    CSV, where every line is words, the first. Of JSON, the fragment is a pointer, and each value
    below it stands under its path from there.
    """
    hidden = [plain(name) for name in masked]
    if fragment.startswith("/"):
        return Place(rows=1, cells=tuple(_pointed(document, fragment, hidden)))
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
    return Place(
        rows=len(lines),
        cells=tuple(
            (str(heading).strip(), _value(str(heading), cell, hidden))
            for heading, cell in zip(header, lines[number - 1], strict=False)
            if heading not in ("", None) and cell not in ("", None)
        ),
    )


def _pointed(document: Document, pointer: str, hidden: Sequence[str]) -> Iterator[tuple[str, str]]:
    """The values of one place of a JSON document, by their paths."""
    steps = [unquote(s).replace("~1", "/").replace("~0", "~") for s in pointer[1:].split("/")]
    found: object = json_members(document)
    for step in steps:
        below = dict(_members(found))
        if step not in below:
            raise NothingThereError(f"the document has no place {pointer!r}: nothing at {step!r}")
        found = below[step]
    yield from _values(steps[-1:], found, any(_is_hidden(step, hidden) for step in steps), hidden)


def _values(
    path: Sequence[str], value: object, is_hidden: bool, hidden: Sequence[str]
) -> Iterator[tuple[str, str]]:
    if not isinstance(value, dict | list):
        if value is not None:
            yield "/".join(path), MASKED if is_hidden else str(value)
        return
    for name, inner in _members(cast("object", value)):
        yield from _values([*path, name], inner, is_hidden or _is_hidden(name, hidden), hidden)


def _members(value: object) -> Iterator[tuple[str, object]]:
    """What lies in an object by name, or in a list by number."""
    if isinstance(value, dict):
        yield from cast("dict[str, object]", value).items()
    elif isinstance(value, list):
        for number, found in enumerate(cast("list[object]", value)):
            yield str(number), found


def _is_hidden(name: str, hidden: Iterable[str]) -> bool:
    return any(fnmatchcase(plain(name), pattern) for pattern in hidden)


def _lines(document: Document, sheet: str | None) -> Sequence[Sequence[Cell]]:
    if sheet is None:
        return list(csv_lines(document))
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
    if _is_hidden(heading, hidden):
        return MASKED
    if isinstance(cell, datetime):
        return cell.date().isoformat()
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return str(cell).strip()
