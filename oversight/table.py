"""What a table is that is handed on: its rows and, column by column, heading, meaning and value."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any, Generic, TypeVar

from oversight.export import Exported

R = TypeVar("R")
Value = str | int | float | bool | date | None
"""What one cell may hold; None is not published or not known, and the column says which."""


class Holds(StrEnum):
    """What a column's cells hold, beside nothing."""

    TEXT = "text"
    WHOLE = "whole number"
    NUMBER = "number"
    YES_OR_NO = "yes or no"
    DAY = "day"


PYTHON: dict[Holds, type[str | int | float | bool | date]] = {
    Holds.TEXT: str,
    Holds.WHOLE: int,
    Holds.NUMBER: float,
    Holds.YES_OR_NO: bool,
    Holds.DAY: date,
}


class WrongValueError(TypeError):
    """A column gave a value that it says it does not hold."""


@dataclass(frozen=True, kw_only=True)
class Column(Generic[R]):
    """One column: heading, dictionary entry and value together."""

    name: str
    """Heading in a file: snake_case, at most 50 characters."""
    label: str
    """The same for people."""
    meaning: str
    """What a cell says, and what it means when it is empty."""
    unit: str
    """What a number counts; empty for what is no number."""
    value: Callable[[R], Value]
    holds: Holds = Holds.TEXT

    def cell(self, row: R) -> Value:
        """One row's value; WrongValueError where it is none of what the column holds."""
        value = self.value(row)
        if value is None:
            return None
        if type(value) is not PYTHON[self.holds] and not (
            isinstance(value, str) and self.holds is Holds.TEXT
        ):
            raise WrongValueError(f"{self.name} holds {self.holds} and was given {value!r}")
        return str(value) if isinstance(value, str) else value


@dataclass(frozen=True, kw_only=True)
class Table(Generic[R]):
    """One table that can be asked for."""

    name: str
    """What it is asked for by, and what its file is called."""
    title: str
    grain: str
    """What one row is."""
    key: tuple[str, ...]
    """The columns that no two rows share."""
    about: str
    """How to read it, and what it does not say."""
    columns: tuple[Column[R], ...]
    rows: Callable[[Exported], Iterable[R]]
    """Its rows, in an order that is always the same."""

    def filled(self, exported: Exported) -> "Filled":
        """The table of one market."""
        rows = (tuple(column.cell(row) for column in self.columns) for row in self.rows(exported))
        return Filled(table=self, rows=tuple(rows), exported=exported)


AnyTable = Table[Any]
"""A table whose rows nobody but its own columns looks into."""


@dataclass(frozen=True, kw_only=True)
class Filled:
    """One table with its cells, and what it was made of."""

    table: AnyTable
    rows: tuple[tuple[Value, ...], ...]
    exported: Exported

    @property
    def heading(self) -> tuple[str, ...]:
        """The names of its columns."""
        return tuple(column.name for column in self.table.columns)
