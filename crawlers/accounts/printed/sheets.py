"""The printed statements of a document: heading, columns and rows, each row's values by column."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal

from crawlers.accounts.line import Cell, Line
from crawlers.accounts.printed.columns import columns, values
from crawlers.accounts.printed.headings import Heading, ends_statements, entity, heading
from crawlers.accounts.printed.heads import Column, Money, is_head, unit_in
from crawlers.accounts.printed.labels import Kind, plain
from crawlers.accounts.printed.numbers import amount, is_note

HEADS_WITHIN = 10
"""Lines under a heading in which the heads of its columns must come: else it heads no figures."""
LINES_OF_A_PAGE_HEAD = 5
"""Lines above a heading in which the company is named whose statement it is."""
_GOES_ON = re.compile(
    r"\b(?:and|or|of|in|on|from|for|to|the|before|after|within|than|due|less|with|other)$",
    re.IGNORECASE,
)
_IN_THOUSANDS = re.compile(
    r"(?:in|rounded to)[\w\s]{0,20}thousands?|£\s*['\u2019]?\s*000", re.IGNORECASE
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Value:
    """A number of a row, under the column that says whose and of when it is."""

    column: Column
    value: Decimal
    cell: Cell


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
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
    rows: list[Row] = field(default_factory=list[Row])


def sheets(lines: Sequence[Line], *, is_recognised: bool = False) -> tuple[Sheet, ...]:
    """Every statement of a document in its order, with what stands under each heading.

    A heading without heads of columns below it heads nothing; a page that begins without a
    heading belongs to no statement, unless the notes are running.
    """
    reading = _Reading(lines, is_recognised=is_recognised)
    for index in range(len(lines)):
        reading.take(index)
    return tuple(sheet for sheet in reading.sheets if sheet.rows)


class _Reading:
    """The statement that is open while lines are read."""

    def __init__(self, lines: Sequence[Line], *, is_recognised: bool) -> None:
        self.sheets: list[Sheet] = []
        self._lines = lines
        self._is_recognised = is_recognised
        self._sheet: Sheet | None = None
        self._heads: list[Line] = []
        self._columns: tuple[Column, ...] = ()
        self._page: int | None = None
        self._count = 0

    def take(self, index: int) -> None:
        """Read one line."""
        line = self._lines[index]
        if line.page != self._page:
            self._page = line.page
            if self._sheet is not None and self._sheet.heading.kind is not Kind.NOTES:
                self._sheet = None
        found = heading(line)
        if found is not None and self._heads_figures(found, index):
            self._begin(found, index)
        elif ends_statements(line):
            self._sheet = None
        elif self._sheet is not None:
            self._add(self._sheet, line)

    def _heads_figures(self, found: Heading, index: int) -> bool:
        """True where heads of columns come soon below it, and always for the notes."""
        if found.kind is Kind.NOTES:
            return True
        for line in self._lines[index + 1 : index + 1 + HEADS_WITHIN]:
            if line.page != self._lines[index].page or heading(line) is not None:
                return False
            if is_head(line) and (len(line.cells) > 1 or unit_in(line.text) is not None):
                return True
        return False

    def _begin(self, found: Heading, index: int) -> None:
        name, number = None, None
        for line in self._lines[max(index - LINES_OF_A_PAGE_HEAD, 0) : index + 1]:
            if line.page == self._lines[index].page:
                named, numbered = entity(line)
                name, number = named or name, numbered or number
        self._sheet = Sheet(heading=found, name=name, number=number)
        self._heads, self._columns = [], ()
        self.sheets.append(self._sheet)

    def _add(self, sheet: Sheet, line: Line) -> None:
        if is_head(line):
            self._head(sheet, line)
            return
        label, cells = _parted(line, is_recognised=self._is_recognised)
        found: tuple[Value, ...] = ()
        if cells:
            made = self._made(sheet)
            under = values(cells, made, is_recognised=self._is_recognised)
            found = tuple(
                Value(column=made[index], value=value, cell=cell)
                for index, (value, cell) in sorted(under.items())
            )
        row = Row(label=label, values=found, fragment=line.fragment, heads=self._count)
        sheet.rows.append(row)

    def _head(self, sheet: Sheet, line: Line) -> None:
        """Take a line of heads; alone under the heading it says of when the statement is."""
        if len(line.cells) == 1 and not sheet.rows and not self._heads:
            said = columns([line])
            if said and said[0].time is not None and sheet.heading.time is None:
                sheet.heading = replace(sheet.heading, time=said[0].time)
                return
        if self._columns:
            self._heads, self._columns = [], ()
        self._count += not self._heads
        self._heads.append(line)

    def _made(self, sheet: Sheet) -> tuple[Column, ...]:
        """The columns of the heads read last; one of the heading's day where there are none."""
        if not self._columns:
            made = columns(self._heads)
            self._columns = tuple(_timed(made, sheet.heading))
        return self._columns


def _timed(made: Sequence[Column], over: Heading) -> Iterator[Column]:
    """The columns with the day and unit of the heading, where they alone could have them."""
    money = unit_in(over.text)
    if money is not None and _IN_THOUSANDS.search(over.text):
        money = Money(currency=money.currency, times=1_000)
    is_alone = sum(not column.is_note for column in made) == 1
    for column in made:
        if column.is_note:
            yield column
            continue
        time = column.time or (over.time if is_alone else None)
        yield replace(column, time=time, money=column.money or money)


def _parted(line: Line, *, is_recognised: bool) -> tuple[str, list[Cell]]:
    """The words of a row and its cells after them; a number before the words is the note's."""
    cells = list(line.cells)
    while len(cells) > 1 and is_note(cells[0]) and amount(cells[1]) is None:
        cells = cells[1:]
    words: list[str] = []
    while cells and amount(cells[0], is_recognised=is_recognised) is None:
        words.append(cells[0].text)
        cells = cells[1:]
    return " ".join(words), cells


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
