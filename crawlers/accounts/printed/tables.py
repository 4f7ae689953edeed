"""The tables of the notes, each with the words above it, and the totals that its rows prove."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from crawlers.accounts.printed.heads import Column
from crawlers.accounts.printed.labels import plain
from crawlers.accounts.printed.proofs import ROUNDING
from crawlers.accounts.printed.sheet import Row, Value
from crawlers.accounts.printed.signs import total

TITLES = 4
"""Lines above a table that say what it is of: the note's heading, a sentence, a part's heading."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """Neighbouring rows with values under one set of heads."""

    titles: str
    """The words above it, plain: lower case, a loss as a profit."""
    rows: tuple[Row, ...]

    def total(self, column: Column) -> tuple[Row, Value] | None:
        """The total of a column: the only row, or a last one that the others add up to."""
        shown = [
            (row, value) for row in self.rows for value in row.values if value.column == column
        ]
        if len(shown) <= 1:
            return shown[0] if shown else None
        (last, value), others = shown[-1], shown[:-1]
        is_total = not last.label or plain(last.label) == "total"
        if is_total and abs(total([v.value for _, v in others]) - value.value) <= ROUNDING:
            return last, value
        return None

    def columns(self) -> Iterator[Column]:
        """Every column that a row has a value under, once."""
        yield from dict.fromkeys(value.column for row in self.rows for value in row.values)


def tables(rows: Sequence[Row]) -> Iterator[Table]:
    """The tables of a part of the notes, in order."""
    titles: list[str] = []
    these: list[Row] = []
    for row in rows:
        if row.values:
            if these and row.heads != these[-1].heads:
                yield _table(titles, these)
                titles, these = [], []
            these.append(row)
        else:
            if these:
                yield _table(titles, these)
                titles, these = [], []
            titles.append(row.label)
    if these:
        yield _table(titles, these)


def _table(titles: Sequence[str], rows: Sequence[Row]) -> Table:
    return Table(titles=plain(" ".join(titles[-TITLES:])), rows=tuple(rows))
