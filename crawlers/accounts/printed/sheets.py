"""The printed statements of a document: heading, columns and rows, each row's values by column."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from crawlers.accounts.line import Cell, Line
from crawlers.accounts.printed.columns import columns, values
from crawlers.accounts.printed.going_on import GoingOn, is_more_of, joined, may_go_on
from crawlers.accounts.printed.headings import Heading, ends_statements, entity, heading
from crawlers.accounts.printed.heads import Column, Money, is_head, unit_in
from crawlers.accounts.printed.labels import Kind, parted
from crawlers.accounts.printed.numbers import amount, is_note
from crawlers.accounts.printed.sheet import Row, Sheet, Value

HEADS_WITHIN = 10
"""Lines under a heading in which the heads of its columns must come: else it heads no figures."""
LINES_OF_A_PAGE_HEAD = 5
"""Lines above a heading in which the company is named whose statement it is."""
_IN_THOUSANDS = re.compile(
    r"(?:in|rounded to)[\w\s]{0,20}thousands?|£\s*['\u2019]?\s*000", re.IGNORECASE
)


def sheets(lines: Sequence[Line], *, is_recognised: bool = False) -> tuple[Sheet, ...]:
    """Every statement of a document in its order, with what stands under each heading.

    A heading without heads of columns below it heads nothing; a page that begins without a
    heading belongs to no statement, unless the notes are running or the page before ended within
    a statement whose columns its rows stand under. A continued statement is part of the one before
    it. Recognised pages never go on without a heading: it may be there, and unreadable.
    """
    reading = _Reading(lines, is_recognised=is_recognised)
    for index in range(len(lines)):
        reading.take(index)
    return tuple(joined([sheet for sheet in reading.sheets if sheet.rows]))


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
        self._above: set[str] = set()
        self._going_on: GoingOn | None = None

    def take(self, index: int) -> None:
        """Read one line."""
        line = self._lines[index]
        if line.page != self._page:
            self._page = line.page
            self._turn()
        found = heading(line)
        if found is not None and self._heads_figures(found, index):
            self._begin(found, index)
        elif found is not None and self._going_on is not None:
            if not is_more_of(self._going_on.sheet, found):
                self._end()
        elif ends_statements(line):
            self._end()
        elif self._sheet is not None and not self._is_passed_over(line):
            self._add(self._sheet, line)

    def _turn(self) -> None:
        """Begin a page: the notes go on, and a statement whose foot has not come may."""
        sheet = self._sheet
        if sheet is None or sheet.heading.kind is Kind.NOTES:
            return
        *_, sheet = joined(self.sheets[-2:])
        made = self._made(sheet)
        if self._is_recognised or not may_go_on(sheet, made):
            self._end()
        else:
            self._going_on = GoingOn(sheet, made, frozenset(self._above))

    def _is_passed_over(self, line: Line) -> bool:
        """True for a line of the page after a statement's that is not of it, and may end it."""
        if self._going_on is None:
            return False
        if self._going_on.passes_over(line):
            return True
        if not self._going_on.takes(line, *_parted(line, is_recognised=False)):
            self._end()
            return True
        return False

    def _end(self) -> None:
        self._sheet = self._going_on = None

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
        self._end()
        self._sheet = Sheet(
            heading=found, name=name, number=number, is_recognised=self._is_recognised
        )
        self._above = {
            line.text for line in self._lines[max(index - LINES_OF_A_PAGE_HEAD, 0) : index + 1]
        }
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
                [Value(made[index], value, cell) for index, (value, cell) in sorted(under.items())]
            )
        both = parted(label) if found and sheet.heading.kind is Kind.BALANCE else None
        if both is not None:
            sheet.rows.append(Row(label=both[0], values=(), fragment=line.fragment))
            label = both[1]
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
        yield column._replace(time=time, money=column.money or money)


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
