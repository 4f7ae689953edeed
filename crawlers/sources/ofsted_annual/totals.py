"""The tabs in which Ofsted itself counts: tables under titles, one below the other."""

import re
from collections.abc import Iterator, Sequence
from datetime import date

from crawlers import cells
from crawlers.noting import columns_of
from crawlers.reading import Cell, plain
from crawlers.workbook import Workbook, place
from db.records import ControlTotal

PERIOD_HEADINGS = ("date", "period as at", "period")
LABELS = ("data type",)
"""Columns of words: 'Providers' in every row of a table whose title says so."""
NOT_STATED = ("", "-")


def control_totals(book: Workbook, tab: str, public_on: date) -> Iterator[ControlTotal]:
    """Yield every number of every table of a tab, gaps included as None."""
    title = ""
    headings: Sequence[Cell] = ()
    empty = True
    for number, line in enumerate(book.lines(tab), start=1):
        first = line[0]
        if isinstance(first, str) and first.startswith("Table "):
            title, headings = table_name(first), ()
        elif headings and first not in NOT_STATED:
            yield from _row(book, tab, number, title, headings, line, public_on)
            empty = False
        elif plain(first) in PERIOD_HEADINGS and title:
            headings = line
            columns_of(place(tab), number).update(
                index for index, heading in enumerate(line) if not _is_no_number(heading)
            )
        elif title and not headings and first not in NOT_STATED:
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
) -> Iterator[ControlTotal]:
    fragment = f"{place(tab)}row={number}"
    try:
        period, period_to = _period(line[0])
        for heading, cell in zip(headings[1:], line[1:], strict=True):
            if _is_no_number(heading):
                continue
            yield ControlTotal(
                cite=book.document.cite(fragment),
                public_on=public_on,
                table=title,
                period=period,
                period_to=period_to,
                measure=str(heading).strip(),
                value=None if cell in NOT_STATED else cells.whole_number(cell),
            )
    except ValueError as error:
        raise book.changed(
            f"cannot read a total: {error}; if the published file has it so, the source's file must"
            " learn to read it",
            fragment,
        ) from None


def _is_no_number(heading: Cell) -> bool:
    return heading in ("", None) or plain(heading) in LABELS


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
