"""What proves a line that a statement does not name: its rows, column by column."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from crawlers.accounts.printed.heads import Column
from crawlers.accounts.printed.labels import Label
from crawlers.accounts.printed.sheet import Row, Sheet, Value
from crawlers.accounts.printed.signs import total
from db.records.accounts_words import Measure

ROUNDING = Decimal(2)
"""Units of the column by which printed totals differ from their rows."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Total:
    """A value that its statement proves to be a line."""

    measure: Measure
    value: Value
    fragment: str
    label: str
    why: str
    rank: int
    """As that of a label: the lowest of several for one line counts."""


def is_sum(row: Row, above: Sequence[Row]) -> bool:
    """True where every column of a row is the sum of the rows above it."""
    return bool(above) and all(
        abs(value.value - total([v.value for r in above for v in under(r, value.column)]))
        <= ROUNDING
        for value in row.values
        if not value.column.is_part
    )


def is_equal(row: Row, other: Row) -> bool:
    """True where every column of a row has what the other has of the same period."""
    return bool(row.values) and all(
        value.value == total([v.value for v in under(other, value.column)]) for value in row.values
    )


def under(row: Row, column: Column) -> Iterator[Value]:
    """The values of a row of the same period: sums stand in a column of their own beside it."""
    for value in row.values:
        other = value.column
        if not other.is_part and (other.time, other.scope) == (column.time, column.scope):
            yield value


def row_of(measure: Measure, sheet: Sheet, labels: Sequence[Label | None]) -> Row | None:
    """The row that names a measure, of several the one that ranks first."""
    named = [
        (label.rank, index)
        for index, label in enumerate(labels)
        if label is not None and label.measure is measure and sheet.rows[index].values
    ]
    return sheet.rows[min(named)[1]] if named else None


def each(measure: Measure, row: Row, why: str, *, rank: int = 8) -> Iterator[Total]:
    """Every value of a row as one line."""
    for value in row.values:
        yield Total(
            measure=measure,
            value=value,
            fragment=row.fragment,
            label=row.label,
            why=why,
            rank=rank,
        )
