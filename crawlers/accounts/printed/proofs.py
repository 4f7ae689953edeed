"""Totals without a name of their own, taken only where the rows above prove what they are."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from crawlers.accounts.printed.heads import Column
from crawlers.accounts.printed.labels import Kind, Label, label_of
from crawlers.accounts.printed.sheets import Row, Sheet, Value
from crawlers.accounts.printed.signs import total
from db.records.accounts_words import Measure

ROUNDING = Decimal(2)
"""Units of the column by which printed totals differ from their rows."""

_SECTIONS = frozenset(
    {Measure.FIXED_ASSETS, Measure.CURRENT_ASSETS, Measure.PROVISIONS, Measure.EQUITY}
)

_CLOSING = frozenset(
    {
        Measure.NET_CURRENT_ASSETS,
        Measure.TOTAL_ASSETS_LESS_CURRENT_LIABILITIES,
        Measure.NET_ASSETS,
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Total:
    """A value that its statement proves to be a line."""

    measure: Measure
    value: Value
    fragment: str
    label: str
    why: str


def totals(sheet: Sheet, labels: Sequence[Label | None]) -> Iterator[Total]:
    """The unnamed totals of a balance sheet's sections, and of a gross profit.

    A section's total is the sum of its rows in every column; equity may also equal the net assets.
    Where no net assets are named, total equity is them if assets less all creditors say so too.
    """
    if sheet.heading.kind is Kind.BALANCE:
        yield from _sections(sheet, labels)
        yield from _net_assets(sheet, labels)
    elif sheet.heading.kind is Kind.INCOME:
        yield from _gross_profit(sheet, labels)


def _sections(sheet: Sheet, labels: Sequence[Label | None]) -> Iterator[Total]:
    section: tuple[Measure, str] | None = None
    above: list[Row] = []
    for row, label in zip(sheet.rows, labels, strict=True):
        if not row.values:
            measure = _section(row)
            if measure is not None:
                section, above = (measure, row.label), []
        elif label is not None and label.measure in _CLOSING:
            section = None
        elif row.label:
            above.append(row)
        elif section is not None:
            if _is_sum(row, above) or _is_net_assets(section[0], row, sheet, labels):
                why = "the sum of the rows above it, without a name of its own"
                yield from _each(section[0], row, section[1], why)
            section = None


def _section(row: Row) -> Measure | None:
    label = label_of(row.label, Kind.BALANCE)
    if label is None or label.measure not in _SECTIONS:
        return None
    return label.measure


def _is_sum(row: Row, above: Sequence[Row]) -> bool:
    """True where every column of a row is the sum of the rows above it."""
    return bool(above) and all(
        abs(value.value - total([v.value for r in above for v in _under(r, value.column)]))
        <= ROUNDING
        for value in row.values
        if not value.column.is_part
    )


def _under(row: Row, column: Column) -> Iterator[Value]:
    """The values of a row of the same period: sums stand in a column of their own beside it."""
    for value in row.values:
        other = value.column
        if not other.is_part and (other.time, other.scope) == (column.time, column.scope):
            yield value


def _is_net_assets(
    measure: Measure, row: Row, sheet: Sheet, labels: Sequence[Label | None]
) -> bool:
    if measure is not Measure.EQUITY:
        return False
    net = _row_of(Measure.NET_ASSETS, sheet, labels)
    return net is not None and [v.value for v in net.values] == [v.value for v in row.values]


def _net_assets(sheet: Sheet, labels: Sequence[Label | None]) -> Iterator[Total]:
    """Total equity as the net assets of a sheet that does not name them."""
    if _row_of(Measure.NET_ASSETS, sheet, labels) is not None:
        return
    equity = _row_of(Measure.EQUITY, sheet, labels)
    less = _row_of(Measure.TOTAL_ASSETS_LESS_CURRENT_LIABILITIES, sheet, labels)
    if equity is None or less is None:
        return
    owed = [
        _row_of(measure, sheet, labels)
        for measure in (Measure.CREDITORS_AFTER_ONE_YEAR, Measure.PROVISIONS)
    ]
    for value in equity.values:
        assets = total([v.value for v in _under(less, value.column)])
        debts = total([abs(v.value) for r in owed if r for v in _under(r, value.column)])
        if abs(assets - debts - value.value) > ROUNDING:
            return
    why = "total equity: the sheet names no net assets, and its rows prove that they are these"
    yield from _each(Measure.NET_ASSETS, equity, equity.label, why)


def _gross_profit(sheet: Sheet, labels: Sequence[Label | None]) -> Iterator[Total]:
    """The unnamed row after turnover and cost of sales that is their difference."""
    turnover = _row_of(Measure.TURNOVER, sheet, labels)
    cost = _row_of(Measure.COST_OF_SALES, sheet, labels)
    if turnover is None or cost is None or _row_of(Measure.GROSS_PROFIT, sheet, labels):
        return
    after = sheet.rows[sheet.rows.index(cost) + 1 :]
    for row in after[:1]:
        if not row.label and row.values and _is_difference(row, turnover, cost):
            why = "turnover less cost of sales, without a name of its own"
            yield from _each(Measure.GROSS_PROFIT, row, "", why)


def _is_difference(row: Row, turnover: Row, cost: Row) -> bool:
    return all(
        abs(
            total([v.value for v in _under(turnover, value.column)])
            - total([abs(v.value) for v in _under(cost, value.column)])
            - value.value
        )
        <= ROUNDING
        for value in row.values
    )


def _row_of(measure: Measure, sheet: Sheet, labels: Sequence[Label | None]) -> Row | None:
    """The row that names a measure, of several the one that ranks first."""
    named = [
        (label.rank, index)
        for index, label in enumerate(labels)
        if label is not None and label.measure is measure and sheet.rows[index].values
    ]
    return sheet.rows[min(named)[1]] if named else None


def _each(measure: Measure, row: Row, label: str, why: str) -> Iterator[Total]:
    for value in row.values:
        yield Total(measure=measure, value=value, fragment=row.fragment, label=label, why=why)
