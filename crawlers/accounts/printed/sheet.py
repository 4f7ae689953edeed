"""One printed statement: its heading, and its rows with each value under its column."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import NamedTuple

from crawlers.accounts.line import Cell
from crawlers.accounts.printed.headings import Heading
from crawlers.accounts.printed.heads import Column
from crawlers.accounts.printed.labels import plain

_GOES_ON = re.compile(
    r"\b(?:and|or|of|in|on|from|for|to|the|before|after|within|than|due|less|with|other)$",
    re.IGNORECASE,
)


class Value(NamedTuple):
    """A number of a row, under the column that says whose and of when it is."""

    column: Column
    value: Decimal
    cell: Cell


class Row(NamedTuple):
    """One line of a statement; without values it heads the rows below it."""

    label: str
    values: tuple[Value, ...]
    fragment: str
    heads: int = 0
    """Which heads of columns it stands under, counted in the document."""


@dataclass(slots=True, kw_only=True)
class Sheet:
    """One statement, or the notes, as printed; a continued one goes on in the next."""

    heading: Heading
    name: str | None = None
    """Whose page it is, where the page says so."""
    number: str | None = None
    is_recognised: bool = False
    """True of a scanned page: a letter of the number may be misread."""
    rows: list[Row] = field(default_factory=list[Row])


def joined_labels(rows: Sequence[Row], index: int) -> Iterator[str]:
    """What a row may be called: with the lines above it that have no values, then alone.

    Alone only where the line above does not end in a word that goes on: `Operating profit before`
    and `exceptional items` are one label.
    """
    row = rows[index]
    above: list[str] = []
    for other in reversed(rows[max(index - 2, 0) : index]):
        if other.values or not other.label:
            break
        above.insert(0, other.label)
    if plain(row.label) == "total":
        yield from _totals(rows, index)
    for begin in range(len(above)):
        yield " ".join((*above[begin:], row.label))
    if not above or _GOES_ON.search(above[-1]) is None:
        yield row.label


def _totals(rows: Sequence[Row], index: int) -> Iterator[str]:
    """What a row that is called `Total` is the total of: the section of a charity's account."""
    heads = (row.label for row in reversed(rows[:index]) if not row.values)
    sections = ("income", "incoming", "expenditure", "resources")
    for label in [label for label in heads if label.lower().startswith(sections)][:1]:
        yield f"{label} total"
