"""The cells of one row that somebody typed: each is read strictly, and what is wrong is noted."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import TypeVar

from db.company_numbers import normalise

T = TypeVar("T")
Word = TypeVar("Word", bound=StrEnum)
_WHOLE = re.compile(r"-?[0-9]{1,30}")


@dataclass(frozen=True, slots=True)
class Cells:
    """One row as it is read: what is wrong with a cell is added to `problems`."""

    name: str
    row: int
    cells: dict[str, str]
    problems: list[str]

    def says(self, column: str) -> str:
        """What is written in a column; nothing where the row ends before it."""
        return self.cells.get(column, "").strip()

    def wrong(self, column: str, problem: str) -> None:
        """Note what is wrong with a cell, and where it is."""
        self.problems.append(f"{self.name}, row {self.row}, column {column}: {problem}")

    def read(self, column: str, as_: Callable[[str], T]) -> T | None:
        """A cell, or None where it is wrong, and then that is noted."""
        written = self.says(column)
        if not written:
            self.wrong(column, "nothing is written")
            return None
        try:
            return as_(written)
        except ValueError as error:
            self.wrong(column, str(error))
            return None


def word(words: type[Word]) -> Callable[[str], Word]:
    """What reads a word of a closed list, and names them all where it is none of them."""

    def read(written: str) -> Word:
        try:
            return words(written)
        except ValueError:
            known = ", ".join(words)
            raise ValueError(f"{written!r} is none of {known}") from None

    return read


def company_number(written: str) -> str:
    """A company number; ValueError for what is none."""
    number = normalise(written)
    if number is None:
        raise ValueError(f"{written!r} is no company number, such as 01234567")
    return number


def day(written: str) -> date:
    """A day as 2025-03-31; ValueError for what is none."""
    try:
        return date.fromisoformat(written)
    except ValueError:
        raise ValueError(f"{written!r} is no day; write it as 2025-03-31") from None


def whole_pounds(written: str) -> Decimal:
    """Whole pounds, or heads, without commas; ValueError for anything else."""
    if not _WHOLE.fullmatch(written):
        raise ValueError(f"{written!r} is no whole number; write it as -1234567")
    return Decimal(written)


def page_number(written: str) -> int:
    """A page, counted from 1; ValueError for anything else."""
    if not (written.isascii() and written.isdecimal() and int(written)):
        raise ValueError(f"{written!r} is no page, counted from 1")
    return int(written)
