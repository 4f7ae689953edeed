"""The cited place of a document as heading and value: what its source reads, and no more.

People's details stand in columns that nobody reads, so they are never shown. What is read and
may still name a person or a home is masked.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from fnmatch import fnmatchcase
from functools import lru_cache
from typing import cast
from urllib.parse import parse_qs, unquote

from pydantic import ValidationError

from crawlers.container import LARGEST_UNZIPPED
from crawlers.json_lists import object_at
from crawlers.json_reading import json_members, step
from crawlers.long_ods import is_long, ods_lines
from crawlers.noting import Noted, noting
from crawlers.reading import Cell, SourceChangedError, csv_lines, plain
from crawlers.source import Parser, Spares, spare_nobody
from crawlers.workbook import open_workbook, place
from db.records import Document

MASKED = "(masked)"


class NothingThereError(Exception):
    """A citation points at a place that the document does not have, or that nobody reads."""


@dataclass(frozen=True, kw_only=True)
class Place:
    """One cited row, or one cited table without a row."""

    rows: int
    """Rows in the table, those above its header included."""
    cells: tuple[tuple[str, str], ...]
    """Heading and value of each filled cell that is read; none when no row is cited."""
    not_shown: tuple[str, ...] = ()
    """Headings of the filled cells that the source does not read."""


@dataclass(kw_only=True)
class Shown:
    """What of one document may be shown: it is read once, however many of its places are asked."""

    document: Document
    read: Noted
    masked: tuple[str, ...]
    spares: Spares
    _tables: dict[str | None, Sequence[Sequence[Cell]]] = field(
        default_factory=dict[str | None, Sequence[Sequence[Cell]]]
    )

    def place(self, fragment: str) -> Place:
        """Give the row that a fragment names; NothingThereError when there is none to show.

        A row stands under the header that the source found, and only columns that it read are
        shown. Of JSON, the fragment is a pointer, empty for the whole, and each value below it
        stands under its path from there.
        """
        if fragment in self.read.facts:
            facts = dict.fromkeys(self.read.facts[fragment])
            return Place(
                rows=1, cells=tuple((name, self.value(name, told)) for name, told in facts)
            )
        if self.read.facts:
            raise NothingThereError(
                f"nothing that may be shown is read at {fragment!r} of the document: no figure, and"
                " no sentence that is cited; people's details are never shown"
            )
        if fragment.startswith("/") or (not fragment and json_members(self.document)):
            return _pointed(self.document, fragment, self)
        if not fragment:
            raise NothingThereError(
                "the citation names no place in the document; a row of a table is cited as"
                " #row=17, or #sheet=NAME&row=17"
            )
        named = parse_qs(fragment.replace("+", "%2B"))
        wanted = {name: values[0] for name, values in named.items()}
        sheet = wanted.get("sheet")
        lines = self._lines(sheet)
        number = int(wanted["row"]) if wanted.get("row", "").isdecimal() else None
        if number is None:
            return Place(rows=len(lines), cells=())
        if not 1 <= number <= len(lines):
            raise NothingThereError(f"the table has {len(lines)} rows and no row {number}")
        return _row(lines, number, "" if sheet is None else place(sheet), self)

    def _lines(self, sheet: str | None) -> Sequence[Sequence[Cell]]:
        if sheet not in self._tables:
            self._tables[sheet] = _lines(self.document, sheet)
        return self._tables[sheet]

    def value(self, heading: str, value: str, *, hidden: bool = False) -> str:
        """The value, masked where its heading is."""
        return MASKED if hidden or self.hides(heading) else value

    def hides(self, heading: str) -> bool:
        """True where a heading is masked."""
        return any(fnmatchcase(plain(heading), plain(pattern)) for pattern in self.masked)

    def hides_member(self, pointer: str, name: str, inside: object) -> bool:
        """True where a member of what lies at `pointer` is masked, and not spared."""
        if not self.hides(name):
            return False
        is_object = isinstance(inside, dict)
        return not (is_object and self.spares(pointer, name, cast("dict[str, object]", inside)))


def shown(
    document: Document,
    parse: Parser,
    masked: tuple[str, ...] = (),
    spares: Spares = spare_nobody,
) -> Shown:
    """What of a document may be shown, read as its source reads it."""
    return Shown(document=document, read=_read(document, parse), masked=masked, spares=spares)


def cited_place(
    document: Document,
    fragment: str,
    parse: Parser,
    masked: tuple[str, ...] = (),
    spares: Spares = spare_nobody,
) -> Place:
    """Give the one place that a fragment names; NothingThereError when there is none to show."""
    return shown(document, parse, masked, spares).place(fragment)


@lru_cache(maxsize=1)
def _read(document: Document, parse: Parser) -> Noted:
    """What the source reads of a document; of a refused one, what it had read when it stopped.

    The last one is kept: whoever looks at one citation of a finding looks at the next.
    """
    with noting() as read:
        try:
            for _ in parse(document):
                pass
        except (SourceChangedError, ValidationError):
            pass
    return read


def _row(lines: Sequence[Sequence[Cell]], number: int, table: str, of: Shown) -> Place:
    headers = [row for (where, row) in of.read.columns if where == table and row < number]
    if not headers:
        raise NothingThereError(
            f"row {number} stands under no header that the source reads; nothing of it is shown"
        )
    columns = of.read.columns[table, max(headers)]
    header = lines[max(headers) - 1]
    filled = {i: cell for i, cell in enumerate(lines[number - 1]) if cell not in ("", None)}
    named = {i: _heading(header, i) for i in filled}
    return Place(
        rows=len(lines),
        cells=tuple(
            (named[i], of.value(named[i], _written(cell)))
            for i, cell in filled.items()
            if i in columns
        ),
        not_shown=tuple(named[i] for i in filled if i not in columns),
    )


def _heading(header: Sequence[Cell], index: int) -> str:
    written = str(header[index]).strip() if index < len(header) else ""
    return written or f"column {index + 1}"


def _pointed(document: Document, pointer: str, of: Shown) -> Place:
    """The values of one place of a JSON document, by their paths."""
    names = pointer[1:].split("/") if pointer else []
    steps = [unquote(name).replace("~1", "/").replace("~0", "~") for name in names]
    found: object = _listed(document, steps) or json_members(document)
    above, is_read, hidden = "", False, False
    for name in steps:
        below = dict(_members(found))
        if name not in below:
            raise NothingThereError(f"the document has no place {pointer!r}: nothing at {name!r}")
        is_read = is_read or (above, name) in of.read.members
        hidden = hidden or of.hides_member(above, name, found)
        found, above = below[name], step(above, name)
    values = list(_values(steps[-1:], found, above, of, is_read=is_read, hidden=hidden))
    unread = [path for path, value in values if value is None]
    return Place(
        rows=1,
        cells=tuple((path, value) for path, value in values if value is not None),
        not_shown=tuple(dict.fromkeys(_without_numbers(path) for path in unread)),
    )


def _listed(document: Document, steps: Sequence[str]) -> dict[str, object]:
    """Of a document that is a list, the one object that a pointer enters, by its place."""
    if not (steps and steps[0].isdecimal()):
        return {}
    found = object_at(document, int(steps[0]))
    return {} if found is None else {steps[0]: found}


def _values(
    path: Sequence[str], value: object, pointer: str, of: Shown, *, is_read: bool, hidden: bool
) -> Iterator[tuple[str, str | None]]:
    """Each value below a place by its path; None for one that the source does not read."""
    if not isinstance(value, dict | list):
        if value is not None:
            yield "/".join(path), of.value("", str(value), hidden=hidden) if is_read else None
        return
    found = cast("object", value)
    for name, inner in _members(found):
        yield from _values(
            [*path, name],
            inner,
            step(pointer, name),
            of,
            is_read=is_read or (pointer, name) in of.read.members,
            hidden=hidden or of.hides_member(pointer, name, found),
        )


def _members(value: object) -> Iterator[tuple[str, object]]:
    """What lies in an object by name, or in a list by number."""
    if isinstance(value, dict):
        yield from cast("dict[str, object]", value).items()
    elif isinstance(value, list):
        for number, found in enumerate(cast("list[object]", value)):
            yield str(number), found


def _without_numbers(path: str) -> str:
    return "/".join(name for name in path.split("/") if not name.isdecimal())


def _lines(document: Document, sheet: str | None) -> Sequence[Sequence[Cell]]:
    if sheet is None:
        return list(csv_lines(document))
    if is_long(document, LARGEST_UNZIPPED):
        return _long_lines(document, sheet)
    book = open_workbook(document)
    if sheet not in book.tabs:
        raise NothingThereError(f"the workbook has no tab {sheet!r}")
    return book.lines(sheet)


def _long_lines(document: Document, sheet: str) -> Sequence[Sequence[Cell]]:
    """The rows of a tab of a workbook that is too long to be laid out as a whole."""
    found: list[Sequence[Cell]] = []
    for line in ods_lines(document):
        if line.tab == sheet:
            found += [()] * (line.number - 1 - len(found))
            found.append(line.cells)
    if not found:
        raise NothingThereError(f"the workbook has no tab {sheet!r}")
    return found


def _written(cell: Cell) -> str:
    if isinstance(cell, datetime):
        return cell.date().isoformat()
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return str(cell).strip()
