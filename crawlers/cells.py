"""What one cell must be: each reader gives a value or raises ValueError with the reason."""

import re
from collections.abc import Callable, Mapping
from datetime import date, datetime, timedelta
from enum import StrEnum
from functools import cache
from typing import TypeVar

from crawlers.reading import Cell, plain

W = TypeVar("W", bound=StrEnum)
SPREADSHEET_DAY_0 = datetime(1899, 12, 30)  # noqa: DTZ001 - a spreadsheet's dates have no zone
"""Day 0 of spreadsheet serial numbers from March 1900 on; before, they count from a day later."""
SPREADSHEET_MARCH_1900 = datetime(1900, 3, 1)  # noqa: DTZ001 - the same


def text(cell: Cell) -> str:
    """The cell's text without surrounding space; ValueError when blank."""
    found = optional_text(cell)
    if found is None:
        raise ValueError("it is blank")
    return found


def optional_text(cell: Cell) -> str | None:
    """The cell's text without surrounding space; None when blank. Whole numbers lose their .0."""
    if cell is None or isinstance(cell, str):
        return (cell or "").strip() or None
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return str(cell)


def text_typed_as_number(cell: Cell) -> str | None:
    """Text that a spreadsheet may have turned into a number or a date; None when blank or 0.

    A name such as "3.13" arrives as the number 3.13, or as the moment 3.13 days after the
    spreadsheet's first day; both give "3.13" back. 0 is what a formula leaves for a blank.
    """
    if isinstance(cell, datetime):
        start = (
            SPREADSHEET_DAY_0 + timedelta(days=1)
            if cell < SPREADSHEET_MARCH_1900
            else SPREADSHEET_DAY_0
        )
        return f"{(cell - start) / timedelta(days=1):.9g}"
    if isinstance(cell, float | int):
        return f"{cell:.9g}" if cell else None
    return optional_text(cell)


def whole_number(cell: Cell) -> int:
    """A whole number from 0; ValueError for anything else."""
    number = optional_whole_number(cell)
    if number is None:
        raise ValueError("it is blank")
    return number


def optional_whole_number(cell: Cell) -> int | None:
    """A whole number from 0; None when blank."""
    if isinstance(cell, float) and cell.is_integer() and cell >= 0:
        return int(cell)
    written = optional_text(cell)
    if written is None:
        return None
    if not written.isdecimal():
        raise ValueError(f"{cell!r} is not a whole number")
    return int(written)


EARLIEST, LATEST = date(1800, 1, 1), date(2200, 1, 1)


@cache
def day(cell: Cell) -> date:
    """A day, from a date cell, from dd/mm/yyyy, or from yyyy-mm-dd; ValueError for all else."""
    found = optional_day(cell)
    if found is None:
        raise ValueError("it is blank")
    return found


@cache
def optional_day(cell: Cell) -> date | None:
    """A day as `day` reads it; None when blank."""
    if isinstance(cell, datetime):
        found = cell.date()
    elif isinstance(cell, date):
        found = cell
    else:
        written = optional_text(cell)
        if written is None:
            return None
        found = _written_day(written)
    if not EARLIEST <= found < LATEST:
        raise ValueError(f"{found} is not a day in living memory of any register")
    return found


def _written_day(written: str) -> date:
    for form in ("%d/%m/%Y", "%Y-%m-%d", "%d %B %Y"):
        try:
            return datetime.strptime(written, form).date()  # noqa: DTZ007 - a day has no zone
        except ValueError:
            continue
    raise ValueError(f"{written!r} is not a day")


def word(words: type[W], also: Mapping[str, W] | None = None) -> Callable[[Cell], W]:
    """Give a reader of one word of a closed list, whatever its case; blank is an error.

    `also` maps other spellings. A word that the list lacks stops the reading: the publisher
    has begun to say something new.
    """
    optional = optional_word(words, also)

    def read(cell: Cell) -> W:
        found = optional(cell)
        if found is None:
            raise ValueError("it is blank")
        return found

    return read


def optional_word(
    words: type[W], also: Mapping[str, W] | None = None
) -> Callable[[Cell], W | None]:
    """Give a reader of one word of a closed list; None when blank."""
    known = {plain(member): member for member in words}
    known |= {plain(spelling): member for spelling, member in (also or {}).items()}

    @cache
    def read(cell: Cell) -> W | None:
        written = optional_text(cell)
        if written is None:
            return None
        if plain(written) not in known:
            raise ValueError(f"{written!r} is new; known are {[str(member) for member in words]}")
        return known[plain(written)]

    return read


def flag(*yes: str) -> Callable[[Cell], bool]:
    """Give a reader of a yes-or-blank column: True for one of `yes`, False when blank or 0."""
    true = {plain(spelling) for spelling in yes}

    @cache
    def read(cell: Cell) -> bool:
        written = text_typed_as_number(cell)
        if written is None:
            return False
        if plain(written) not in true:
            raise ValueError(f"{written!r} is new; known are {sorted(yes)} and blank")
        return True

    return read


def matching(pattern: str, what: str) -> Callable[[Cell], str]:
    """Give a reader of text that must match `pattern` whole; `what` names it in the error."""
    shape = re.compile(pattern)

    def read(cell: Cell) -> str:
        written = text(cell)
        if not shape.fullmatch(written):
            raise ValueError(f"{written!r} is not {what}")
        return written

    return read
