"""The named lines of one printed statement, each value with its period, scope and sign."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from crawlers.accounts.figure import Period
from crawlers.accounts.printed.found import Found
from crawlers.accounts.printed.heads import HEADS, Column, Money
from crawlers.accounts.printed.labels import Kind, Label, label_of
from crawlers.accounts.printed.proofs import Total
from crawlers.accounts.printed.sheet import Row, Sheet, Value, joined_labels
from crawlers.accounts.printed.signs import (
    brackets_costs,
    exceptional_cost,
    is_exceptional,
    signed,
    tax_charge,
    total,
)
from crawlers.accounts.printed.totals import totals
from db.records.accounts_words import Measure, Scope

SAID = 0.97
"""A line of a primary statement under a heading and column that say whose and of when."""
CONCLUDED = 0.85
"""The same where whose it is follows from the other statements of the document."""
BELOW = "stands below the operating profit and is no part of it"
COMBINED = "one number for depreciation and amortisation"


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A column that can be read: whose, of when, in what money."""

    column: Column
    scope: Scope
    period: Period
    money: Money
    sure: float

    def of(self, measure: Measure) -> Period:
        """The period of a line in this column: one day for a line of the balance sheet."""
        return Period(end=self.period.end) if measure.is_of_a_day else self.period


def named(sheet: Sheet, places: Sequence[Place], *, is_recognised: bool = False) -> Iterator[Found]:
    """Every line of a statement that has a name in the table, and totals that its rows prove."""
    by_column = {place.column: place for place in reversed(places)}
    known = [(row, _label(sheet, index, is_recognised)) for index, row in enumerate(sheet.rows)]
    in_brackets = brackets_costs(sheet)
    below: set[Column] = set()
    for row, label in known:
        if label is None:
            continue
        for value in row.values:
            place = by_column.get(value.column)
            if place is None:
                continue
            is_tax = label.measure is Measure.TAX
            beside = _beside(known, value.column) if is_tax else {}
            yield _found(row, label, value, place, beside, in_brackets=in_brackets, below=below)
            if label.measure is Measure.OPERATING_PROFIT:
                below.add(value.column)
    if sheet.heading.kind is Kind.INCOME:
        yield from _exceptional(sheet, by_column, in_brackets=in_brackets)
    for each in totals(sheet, [label for _, label in known]):
        if each.value.column in by_column:
            yield _proved(each, by_column[each.value.column])


def _label(sheet: Sheet, index: int, is_recognised: bool) -> Label | None:
    """The known label of a row; None where it has none, or where it is an exceptional part."""
    for words in joined_labels(sheet.rows, index):
        found = label_of(words, sheet.heading.kind, is_recognised=is_recognised)
        if found is not None:
            return found
    return None


def _beside(known: Sequence[tuple[Row, Label | None]], column: Column) -> dict[Measure, Decimal]:
    """The profits of a column, before tax and after."""
    profits: dict[Measure, Decimal] = {}
    for row, label in known:
        for value in row.values:
            if label is not None and value.column == column:
                profits.setdefault(label.measure, value.value)
    return profits


def _found(
    row: Row,
    label: Label,
    value: Value,
    place: Place,
    beside: dict[Measure, Decimal],
    *,
    in_brackets: bool,
    below: set[Column],
) -> Found:
    measure = label.measure
    if measure is Measure.TAX:
        number = tax_charge(value.value, beside, in_brackets=in_brackets)
    else:
        number = signed(measure, value.value)
    is_below = measure is Measure.IMPAIRMENT and value.column in below
    return Found(
        scope=place.scope,
        measure=measure,
        period=place.of(measure),
        value=number,
        money=HEADS if measure is Measure.EMPLOYEES else place.money,
        rank=label.rank,
        sure=place.sure * value.cell.sure,
        fragment=row.fragment,
        shown=value.cell.text,
        label=row.label,
        note=BELOW if is_below else COMBINED if label.covers_all else "",
    )


def _exceptional(
    sheet: Sheet, by_column: dict[Column, Place], *, in_brackets: bool
) -> Iterator[Found]:
    """The sum of a column's exceptional rows, as a cost."""
    rows = [row for row in sheet.rows if is_exceptional(row.label) and row.values]
    for column, place in by_column.items():
        parts = [
            (row, value, exceptional_cost(row.label, value.value, in_brackets=in_brackets))
            for row in rows
            for value in row.values
            if value.column == column
        ]
        if not parts:
            continue
        first, shown, _ = parts[0]
        yield Found(
            scope=place.scope,
            measure=Measure.EXCEPTIONAL_ITEMS,
            period=place.period,
            value=total([cost for _, _, cost in parts]),
            money=place.money,
            rank=1,
            sure=place.sure * shown.cell.sure,
            fragment=first.fragment,
            shown=" + ".join(value.cell.text for _, value, _ in parts),
            label=first.label,
            note=f"the sum of {len(parts)} rows" if len(parts) > 1 else "",
        )


def _proved(each: Total, place: Place) -> Found:
    return Found(
        scope=place.scope,
        measure=each.measure,
        period=place.of(each.measure),
        value=signed(each.measure, each.value.value),
        money=place.money,
        rank=each.rank,
        sure=place.sure * each.value.cell.sure * 0.98,
        fragment=each.fragment,
        shown=each.value.cell.text,
        label=each.label,
        note=each.why,
    )
