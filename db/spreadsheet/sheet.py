"""What a spreadsheet may hold, and the zip package that both formats are kept in."""

import math
import re
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from os import PathLike
from pathlib import Path
from typing import BinaryIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

Cell = str | int | float | bool | date | datetime | None
"""What one cell may hold; None is an empty cell. An instant is kept to the whole second."""

Target = str | PathLike[str] | BinaryIO
"""Where a file goes: a path, written under another name until it is whole, or an open file."""

Render = Callable[[int, Sequence[Cell]], Iterable[str]]
"""The markup of one row, given its number from 1 and its cells."""

XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


@dataclass(frozen=True, kw_only=True)
class Sheet:
    """One named table; its rows are asked for once, while they are written."""

    name: str
    rows: Iterable[Sequence[Cell]]


class CannotWriteError(ValueError):
    """A value that the format cannot hold, with the sheet, row and column where it stands."""


def named(sheets: Iterable[Sheet]) -> tuple[Sheet, ...]:
    """Return the sheets, each with a name that both formats and their readers accept."""
    every = tuple(sheets)
    if not every:
        raise CannotWriteError("a spreadsheet needs at least one sheet")
    seen: set[str] = set()
    for sheet in every:
        if not _SHEET_NAME.fullmatch(sheet.name):
            rule = "a name has 1 to 31 characters, none of []:*?/\\, no quote at either end"
            raise CannotWriteError(f"sheet {sheet.name!r}: {rule}")
        if sheet.name.casefold() in seen:
            raise CannotWriteError(f"sheet {sheet.name!r}: another sheet has that name")
        seen.add(sheet.name.casefold())
    return every


@contextmanager
def packaged(target: Target) -> Generator[ZipFile]:
    """Open a zip package to write to; a path is left untouched unless all of it is written."""
    if not isinstance(target, (str, PathLike)):
        with ZipFile(target, "w") as package:
            yield package
        return
    path = Path(target)
    partial = path.with_name(f"{path.name}.part")
    try:
        with ZipFile(partial, "w") as package:
            yield package
        partial.replace(path)
    finally:
        partial.unlink(missing_ok=True)


def put(package: ZipFile, name: str, text: Iterable[str], *, stored: bool = False) -> None:
    """Stream one file into the package, compressed unless it is to be `stored` as it is."""
    entry = ZipInfo(name, date_time=(1980, 1, 1, 0, 0, 0))
    entry.compress_type = ZIP_STORED if stored else ZIP_DEFLATED
    entry.create_system = 3  # said outright, or each machine would say its own
    with package.open(entry, "w") as part:
        for piece in text:
            part.write(piece.encode())


def rendered(sheet: Sheet, render: Render) -> Iterator[str]:
    """Yield each row's markup; a value that cannot be written says where it stands."""
    for number, row in enumerate(sheet.rows, start=1):
        if number > _MOST_ROWS or len(row) > _MOST_COLUMNS:
            limit = f"a sheet holds {_MOST_ROWS:,} rows of {_MOST_COLUMNS:,} cells"
            raise CannotWriteError(f"sheet {sheet.name!r}, row {number}: {limit}; split the table")
        try:
            yield "".join(render(number, row))
        except CannotWriteError as refusal:
            column = next(at for at, cell in enumerate(row, start=1) if _refused(cell, render))
            place = f"sheet {sheet.name!r}, row {number}, column {column}"
            raise CannotWriteError(f"{place}: {refusal}") from None


def number_text(number: float) -> str:
    """Return the number in digits; refuse what a cell, which is a double, would not give back."""
    if not math.isfinite(number):
        raise CannotWriteError(f"{number} is not a number that a cell can hold; write None")
    if isinstance(number, int):
        if abs(number) > _MOST_EXACT:
            raise CannotWriteError(f"{number} has more digits than a cell keeps; write it as text")
        return str(int(number))
    return repr(float(number))


def clean_text(text: str) -> str:
    """Return the text with every line ending as one newline; refuse what XML cannot hold."""
    found = _NOT_XML.search(text)
    if found:
        message = f"control character {found[0]!r} cannot be in a spreadsheet; take it out"
        raise CannotWriteError(message)
    return text.replace("\r\n", "\n").replace("\r", "\n")


def whole_second(moment: datetime) -> datetime:
    """Return the moment without its fraction; refuse a time zone, which a cell cannot keep."""
    if moment.tzinfo is not None:
        raise CannotWriteError(f"{moment} has a time zone, which a cell cannot keep; remove it")
    return moment.replace(microsecond=0)


def escaped(text: str) -> str:
    """Return the text as an XML element's content."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def quoted(text: str) -> str:
    """Return the text as an XML attribute's value, its tabs and newlines kept."""
    whole = escaped(text).replace('"', "&quot;")
    return whole.replace("\t", "&#9;").replace("\n", "&#10;")


def _refused(cell: Cell, render: Render) -> bool:
    try:
        "".join(render(1, [cell]))
    except CannotWriteError:
        return True
    return False


_MOST_ROWS = 1_048_576
_MOST_COLUMNS = 16_384
_MOST_EXACT = 2**53
_SHEET_NAME = re.compile(r"(?!')[^\x00-\x1f\[\]:*?/\\\ud800-\udfff\ufffe\uffff]{1,31}(?<!')")
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
