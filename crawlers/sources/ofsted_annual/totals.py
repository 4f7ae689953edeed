"""The tabs in which Ofsted itself counts: tables under titles, one below the other."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from crawlers import cells
from crawlers.marks import is_mark
from crawlers.noting import columns_of
from crawlers.reading import Cell, plain
from crawlers.workbook import Workbook, place
from db.records import ControlTotal

PERIOD_HEADINGS = ("date", "period as at", "period")
LABELS = ("data type",)
"""Columns of words: 'Providers' in every row of a table whose title says so."""
BLANK = ("", None)


@dataclass(frozen=True, kw_only=True)
class Stated:
    """One number of the publisher's own, and where a reader finds it in the workbook."""

    total: ControlTotal
    table: str
    """The table's number in this issue, such as Table 8a."""
    tab: str
    row: int
    column: int
    """Both count from 1."""

    @property
    def cell(self) -> str:
        """Where it stands, as a spreadsheet shows it: C6."""
        letters, left = "", self.column
        while left:
            left, letter = divmod(left - 1, 26)
            letters = chr(ord("A") + letter) + letters
        return f"{letters}{self.row}"


def stated_totals(book: Workbook, tab: str, public_on: date) -> Iterator[Stated]:
    """Yield every number of every table of a tab, gaps and marks included as None."""
    title = ""
    headings: Sequence[Cell] = ()
    empty = True
    for number, line in enumerate(book.lines(tab), start=1):
        first = line[0]
        if isinstance(first, str) and first.startswith("Table "):
            title, headings = first, ()
        elif headings and first not in BLANK:
            yield from _row(book, tab, number, title, headings, line, public_on)
            empty = False
        elif plain(first) in PERIOD_HEADINGS and title:
            headings = line
            columns_of(place(tab), number).update(
                index for index, heading in enumerate(line) if not _is_no_number(heading)
            )
        elif title and not headings and first not in BLANK:
            raise book.changed(
                f"below the title of a table stands {first!r}, not one of {PERIOD_HEADINGS}; the"
                " source's file must learn to read it",
                f"{place(tab)}row={number}",
            )
    if empty:
        raise book.changed(
            "no table below a title such as 'Table 6a: …'; the source's file must learn what has"
            " become of it",
            place(tab).rstrip("&"),
        )


def table_name(title: str) -> str:
    """A table's title without its number, its dates, and what only says how often it counts.

    >>> table_name("Table 8a: Latest judgement for all providers, as at 31 March 2025")
    'Latest judgement for all providers'
    """
    bare = re.sub(r"^Table \d+[a-z]?: *", "", title)
    bare = re.sub(r" between \d.*$", "", bare)
    bare = re.sub(r",?( as at)? \d{1,2} \w+ \d{4}$", "", bare.strip())
    bare = re.sub(r" +six monthly", "", bare)
    return re.sub(r"s, by", "s by", bare.replace("\N{RIGHT SINGLE QUOTATION MARK}", "'"))


def _row(  # noqa: PLR0917 - where the row stands, and what it stands under
    book: Workbook,
    tab: str,
    number: int,
    title: str,
    headings: Sequence[Cell],
    line: Sequence[Cell],
    public_on: date,
) -> Iterator[Stated]:
    fragment = f"{place(tab)}row={number}"
    try:
        period, period_to = _period(line[0])
        for column, (heading, cell) in enumerate(zip(headings, line, strict=True), start=1):
            if column == 1 or _is_no_number(heading):
                continue
            total = ControlTotal(
                cite=book.document.cite(fragment),
                public_on=public_on,
                table=table_name(title),
                period=period,
                period_to=period_to,
                measure=str(heading).strip(),
                value=_number(cell),
            )
            yield Stated(
                total=total, table=title.partition(":")[0], tab=tab, row=number, column=column
            )
    except ValueError as error:
        raise book.changed(
            f"cannot read a total: {error}; if the published file has it so, the source's file must"
            " learn to read it",
            fragment,
        ) from None


def _number(cell: Cell) -> int | None:
    """A total; None when blank or marked as not published. Any other text is an error."""
    return None if cell in BLANK or is_mark(cell) else cells.whole_number(cell)


def _is_no_number(heading: Cell) -> bool:
    return heading in BLANK or plain(heading) in LABELS


def _period(cell: Cell) -> tuple[str, date]:
    """A day, with or without its weekday and a note, or a year such as 2024-25."""
    if isinstance(cell, str):
        written = re.sub(r" *\[Note \d+\]$", "", cell.strip())
        if year := re.fullmatch(r"(\d{4})-\d{2}", written):
            return written, date(int(year[1]) + 1, 3, 31)
        if american := re.fullmatch(r"\w+day, (\w+) (\d{1,2}), (\d{4})", written):
            written = f"{american[2]} {american[1]} {american[3]}"
        found = cells.day(written)
    else:
        found = cells.day(cell)
    return found.isoformat(), found
