"""Statements that go on over a page: with a heading that says so, or without any."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from crawlers.accounts.line import Cell, Line
from crawlers.accounts.printed.columns import are_under
from crawlers.accounts.printed.feet import is_whole, named_lines
from crawlers.accounts.printed.headings import Heading, entity
from crawlers.accounts.printed.heads import Column, head_of, is_head
from crawlers.accounts.printed.labels import Kind, begins_label, label_of
from crawlers.accounts.printed.sheet import Row, Sheet
from db.records.accounts_words import Measure

_KINDS = frozenset({Kind.INCOME, Kind.BALANCE, Kind.FUNDS})
"""Statements with a foot: of another kind nothing tells whether its page is all of it."""
_ORDER = (
    Measure.TURNOVER,
    Measure.GROSS_PROFIT,
    Measure.OPERATING_PROFIT,
    Measure.PROFIT_BEFORE_TAX,
    Measure.TAX,
    Measure.PROFIT_FOR_YEAR,
    Measure.FIXED_ASSETS,
    Measure.CURRENT_ASSETS,
    Measure.DEBTORS,
    Measure.CASH,
    Measure.CREDITORS_WITHIN_ONE_YEAR,
    Measure.NET_CURRENT_ASSETS,
    Measure.TOTAL_ASSETS_LESS_CURRENT_LIABILITIES,
    Measure.CREDITORS_AFTER_ONE_YEAR,
    Measure.NET_ASSETS,
    Measure.EQUITY,
    Measure.CHARITY_INCOME,
    Measure.CHARITY_EXPENDITURE,
    Measure.CHARITY_NET_INCOME,
    Measure.CHARITY_FUNDS,
)
"""Lines in the order of the formats of the Companies Act and of the Charities SORP."""
_PAGE = re.compile(r"(?:page\s*)?-?\s*\d{1,3}(?:\s*of\s*\d{1,3})?\s*-?", re.IGNORECASE)


class GoingOn:
    """A statement whose page ended before its foot, and what of the next page can be its."""

    def __init__(self, sheet: Sheet, columns: Sequence[Column], above: frozenset[str]) -> None:
        """`columns` are those it ended with; `above` is what stands at the head of its page."""
        self.sheet = sheet
        self._columns = columns
        self._above = above
        self._lines: frozenset[Measure] = frozenset(named_lines(sheet))
        """What it has named, on all of its pages."""

    def passes_over(self, line: Line) -> bool:
        """True for what every page has: its company, its number, heads that repeat the columns'."""
        if len(line.cells) == 1:
            if _PAGE.fullmatch(line.text.strip()) or line.text in self._above:
                return True
            if any(of := entity(line)):
                return _is_same(of, self.sheet)
        return is_head(line) and all(self._repeats(cell) for cell in line.cells)

    def takes(self, line: Line, label: str, cells: Sequence[Cell]) -> bool:
        """True for a line that can be the statement's.

        Its values stand under the statement's columns, its label names no line of the formats
        that is above one the statement has already, and words without values begin a label of the
        statement's kind.
        """
        if is_head(line):
            return False
        kind = self.sheet.heading.kind
        if not cells:
            return begins_label(label, kind)
        known = label_of(label, kind)
        if known is not None and not self._is_below(known.measure):
            return False
        return are_under(cells, self._columns)

    def _is_below(self, measure: Measure) -> bool:
        """True for a line that comes after all those that were named, or has no fixed place."""
        if measure in self._lines:
            return False
        if measure not in _ORDER:
            return True
        last = max((_ORDER.index(line) for line in self._lines if line in _ORDER), default=-1)
        return _ORDER.index(measure) > last

    def _repeats(self, cell: Cell) -> bool:
        """True where a head says no other time and unit than the columns."""
        head = head_of(cell)
        times = {column.time.year for column in self._columns if column.time is not None}
        money = {column.money for column in self._columns}
        is_same_time = head.time is None or head.time.year in times
        return is_same_time and (head.money is None or head.money in money)


def may_go_on(sheet: Sheet, columns: Sequence[Column]) -> bool:
    """True where a statement has columns, and no foot yet, when its page ends."""
    return sheet.heading.kind in _KINDS and bool(columns) and not is_whole(sheet)


def is_more_of(sheet: Sheet, found: Heading) -> bool:
    """True where a heading says that it continues a statement, and no other one's."""
    over = sheet.heading
    return found.is_continued and found.kind is over.kind and found.scopes <= over.scopes


def joined(sheets: Sequence[Sheet]) -> Iterator[Sheet]:
    """The statements, the rows of each continued one put to those of the one before it.

    Only where each of its columns is one of that statement's: of the same time, unit and scope.
    """
    before: Sheet | None = None
    for sheet in sheets:
        more = None if before is None else _rows_of(sheet, before)
        if before is None or more is None:
            if before is not None:
                yield before
            before = sheet
        else:
            before = replace(before, rows=[*before.rows, *more])
    if before is not None:
        yield before


def _rows_of(sheet: Sheet, before: Sheet) -> list[Row] | None:
    """The rows of a statement under the columns of the one that it continues; None of another."""
    if sheet.heading.kind is Kind.NOTES or not is_more_of(before, sheet.heading):
        return None
    if not _is_same((sheet.name, sheet.number), before):
        return None
    old = {_meaning(value.column): value.column for row in before.rows for value in row.values}
    rows: list[Row] = []
    for row in sheet.rows:
        if any(_meaning(value.column) not in old for value in row.values):
            return None
        values = [value._replace(column=old[_meaning(value.column)]) for value in row.values]
        rows.append(row._replace(values=tuple(values)))
    return rows


def _is_same(of: tuple[str | None, str | None], sheet: Sheet) -> bool:
    """True where neither the name nor the number of a page's company is another than before."""
    name, number = of
    return name in {None, sheet.name} and number in {None, sheet.number}


def _meaning(column: Column) -> tuple[object, ...]:
    """What a column says, wherever it stands."""
    return (column.time, column.scope, column.money, column.is_part)
