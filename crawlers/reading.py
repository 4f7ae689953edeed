"""Read tables strictly: every column is read, ignored by name, or an error."""

import codecs
import csv
import io
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date, datetime
from fnmatch import fnmatchcase
from functools import lru_cache
from typing import TypeVar

from crawlers.bulk import BulkFile
from crawlers.noting import columns_of
from db.records import Document

T = TypeVar("T")
WILD = re.compile(r"[*?[]")
"""What makes a column's name a pattern."""
Cell = str | float | bool | date | datetime | None


class SourceChangedError(Exception):
    """The document is not what this reader understands: damaged, changed, or something else."""

    def __init__(self, document: Document | BulkFile, fragment: str, problem: str) -> None:
        """Say what went wrong, where it is published, and where our copy is."""
        place = f"{document.url}#{fragment}" if fragment else document.url
        super().__init__(
            f"{problem}\n  at {place}\n"
            f"  fetched {document.fetched_at:%Y-%m-%d}, kept as {document.sha256[:12]}"
        )
        self.problem = problem


def plain(heading: object) -> str:
    """A heading without its line breaks, doubled spaces, curly quotes and capitals."""
    return _plain(str(heading))


@lru_cache(maxsize=4_096)
def _plain(text: str) -> str:
    """The same headings, and the same names for them, come thousands of times in a crawl."""
    return " ".join(text.replace("\N{RIGHT SINGLE QUOTATION MARK}", "'").split()).casefold()


def is_blank(cells: Iterable[Cell]) -> bool:
    """True when no cell holds anything but space."""
    return all(cell is None or (isinstance(cell, str) and not cell.strip()) for cell in cells)


class Table:
    """Rows under one header. Columns are asked for by any of the names they have had."""

    def __init__(
        self, document: Document, place: str, header: Sequence[Cell], header_row: int
    ) -> None:
        """Take the header; `place` leads each fragment, such as `sheet=NAME&`."""
        self.document = document
        self.place = place
        self.header_row = header_row
        self._header = header
        self._unnamed: list[int] = []
        self._columns: dict[str, int] = {}
        for index, cell in enumerate(header):
            self._name(plain("" if cell is None else cell), index)
        self._unread = set(self._columns)
        self._found: dict[tuple[str, ...], int | None] = {}
        self._noted = columns_of(place, header_row)
        self.read: dict[tuple[str, ...], int] = {}
        """Where the columns read so far stand: rows look here first, cell by cell."""

    def _name(self, heading: str, index: int) -> None:
        if not heading:
            self._unnamed.append(index)
            return
        if heading in self._columns:
            raise self.changed(
                self.header_row,
                f"two columns are called {heading!r}; the source's file must say which it means",
            )
        self._columns[heading] = index

    def column(self, names: tuple[str, ...]) -> int:
        """Where the column to read stands, by any of its names; SourceChangedError if nowhere."""
        index = self.find(names)
        if index is None:
            raise self.changed(
                self.header_row,
                f"no column {' or '.join(map(repr, names))}; left are {self.left()}."
                " If the publisher renamed it, name it in the source's file",
            )
        self.read[names] = index
        self._noted.add(index)
        return index

    def find(self, names: tuple[str, ...]) -> int | None:
        """Where the column with one of these names stands, None if it has none of them."""
        if names not in self._found:
            wanted = {plain(name) for name in names}
            # Few names are patterns, and only those need a look at each heading's letters.
            patterns = [name for name in wanted if WILD.search(name)]
            plainly = wanted.difference(patterns)
            hits = [
                one
                for one in self._columns
                if one in plainly or any(fnmatchcase(one, pattern) for pattern in patterns)
            ]
            if len(hits) > 1:
                raise self.changed(
                    self.header_row,
                    f"columns {hits} all stand for {names[0]!r}; the source's file must say which"
                    " it means",
                )
            self._unread.difference_update(hits)
            self._found[names] = self._columns[hits[0]] if hits else None
        return self._found[names]

    def heading(self, index: int) -> str:
        """A column's heading as the file has it, on one line."""
        return " ".join(str(self._header[index]).split())

    def ignore(self, names: Iterable[str]) -> None:
        """Leave columns out by name; one that is not there is no matter."""
        for name in names:
            self.find((name,))

    def left(self) -> list[str]:
        """Columns that nobody has read or ignored yet."""
        return sorted(self._unread)

    def row(self, number: int, cells: Sequence[Cell]) -> "Row":
        """Give one row, counted from 1; SourceChangedError if it fills a cell under no heading."""
        for index in (*self._unnamed, *range(len(self._header), len(cells))):
            if not is_blank(cells[index : index + 1]):
                raise self.changed(
                    number,
                    f"column {index + 1} is filled here but has no heading; download the file"
                    " again, or ignore the column in the source's file",
                )
        return Row(self, number, cells)

    def done(self) -> None:
        """Fail if the publisher has a column that nobody has looked at."""
        if self._unread:
            raise self.changed(
                self.header_row,
                f"new columns {self.left()}; read them or ignore them by name in the source's file",
            )

    def changed(self, row: int, problem: str) -> SourceChangedError:
        """What to raise about one row, counted from 1."""
        return SourceChangedError(self.document, f"{self.place}row={row}", problem)


class Row:
    """One row of a table; each cell is read by name and by what it must be."""

    __slots__ = ("_cells", "_table", "number")

    def __init__(self, table: Table, number: int, cells: Sequence[Cell]) -> None:
        """Wrap the cells of one row, counted from 1 as a spreadsheet shows it."""
        self._table = table
        self._cells = cells
        self.number = number

    @property
    def cite(self) -> str:
        """The row as a citation."""
        return self._table.document.cite(f"{self._table.place}row={self.number}")

    def read(self, names: tuple[str, ...], how: Callable[[Cell], T]) -> T:
        """Read a column that must be there; `how` raises ValueError for what it cannot be."""
        index = self._table.read.get(names)
        if index is None:
            index = self._table.column(names)
        cell = self._cells[index] if index < len(self._cells) else ""
        try:
            return how(cell)
        except ValueError as error:
            raise self.changed(f"cannot read {self._table.heading(index)!r}: {error}") from None

    def read_if_there(self, names: tuple[str, ...], how: Callable[[Cell], T]) -> T | None:
        """Read a column that not every issue has; None when this one lacks it."""
        return self.read(names, how) if self._table.find(names) is not None else None

    def has(self, names: tuple[str, ...]) -> bool:
        """True when the table has a column with one of these names."""
        return self._table.find(names) is not None

    def changed(self, problem: str) -> SourceChangedError:
        """What to raise about this row, with what to do about it."""
        return self._table.changed(
            self.number,
            f"{problem}; if the published file has it so, the source's file must learn to read it",
        )


def csv_table(
    document: Document, *, marks: tuple[str, ...], ignore: Iterable[str] = ()
) -> Iterator[Row]:
    """Yield the rows of a CSV below the line whose cells include all of `marks`."""
    lines = enumerate(csv_lines(document), start=1)
    yield from rows_below(document, "", lines, marks=marks, ignore=ignore)


def csv_lines(document: Document) -> Iterator[list[str]]:
    """Yield the lines of a CSV, blank ones included; SourceChangedError if it is none."""
    lines = csv.reader(io.StringIO(csv_text(document), newline=""), strict=True)
    try:
        yield from lines
    except csv.Error as error:
        raise SourceChangedError(
            document, f"row={lines.line_num}", f"not a CSV file: {error}; download it again"
        ) from None


def csv_text(document: Document) -> str:
    """The text of a CSV: UTF-8, with or without its mark, or else Windows-1252.

    Raises SourceChangedError for bytes that are neither, and for text with a NUL in it.
    """
    try:
        text = _decoded(document.body)
    except UnicodeDecodeError as error:
        raise SourceChangedError(
            document,
            "",
            f"neither UTF-8 nor Windows-1252 text: byte {error.start + 1:,} is"
            f" 0x{document.body[error.start]:02x}; save it as UTF-8, or download it again",
        ) from None
    if "\0" in text:
        raise SourceChangedError(document, "", "not text: it holds NUL bytes; download it again")
    return text


def _decoded(body: bytes) -> str:
    if body.startswith(codecs.BOM_UTF8):
        return body.decode("utf-8-sig")
    try:
        return body.decode("utf-8")
    except UnicodeDecodeError:
        return body.decode("cp1252")


def rows_below(
    document: Document,
    place: str,
    lines: Iterable[tuple[int, Sequence[Cell]]],
    *,
    marks: tuple[str, ...],
    ignore: Iterable[str] = (),
) -> Iterator[Row]:
    """Yield the rows below the header, which is the first line that holds all of `marks`.

    Raises SourceChangedError when there is no such line, or no row below it, and, once the last
    row is read, when a column was neither read nor named in `ignore`.
    """
    table: Table | None = None
    empty = True
    wanted = {plain(mark) for mark in marks}
    for number, cells in lines:
        if table is None:
            if wanted <= {plain(cell) for cell in cells if isinstance(cell, str)}:
                table = Table(document, place, cells, number)
                table.ignore(ignore)
        elif not is_blank(cells):
            empty = False
            yield table.row(number, cells)
    if table is None:
        raise SourceChangedError(
            document,
            place.rstrip("&"),
            f"no header row with the columns {list(marks)}; if the publisher renamed them, name"
            " them in the source's file",
        )
    if empty:
        raise table.changed(
            table.header_row, "no row below the header: the file is cut short; download it again"
        )
    table.done()
