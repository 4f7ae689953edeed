"""Ofsted's lists as CSV files, as they came out until 2021.

Nothing in such a file says its day, and in some nothing stands above the headings. There, and in
the banner of the others, a rehearsal says what it is.
"""

import csv
import io
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from crawlers.rehearsal.forms.ofsted import lists
from crawlers.rehearsal.forms.ofsted.columns import Row
from crawlers.rehearsal.forms.ofsted.register import Register
from crawlers.rehearsal.forms.ofsted.year import Year
from db.spreadsheet import Cell

MARK = "rehearsal: invented, not statistics"
PROVIDERS = f"Provider information ({MARK})"
"""The banner over the first columns, with what the publisher's does not say."""
FULL_REGISTER_BESIDE = frozenset({2018})
"""Years in which the register came out beside the list of inspected settings."""
LAST_YEAR = 2021
"""Since 2022 one workbook holds every table."""


@dataclass(frozen=True, kw_only=True)
class CsvTable:
    """One list, and what a spreadsheet left round it when it was saved as CSV."""

    rows: Callable[[Register, Year], Iterator[Row]]
    banner: str | None = None
    """What stands over the columns of the visits; None for a list without a banner."""
    empty_columns: Mapping[int, int] | None = None
    """Columns without a heading, by year."""
    empty_rows: Mapping[int, int] | None = None
    """Rows of commas at the end, by year."""


LEVEL = CsvTable(
    rows=lists.provider_level, banner="Latest Full Inspection", empty_columns={2017: 1}
)
IN_YEAR = CsvTable(
    rows=lists.provider_level_in_year, banner="Inspection information", empty_columns={2018: 39}
)
PLACES = CsvTable(rows=lists.providers_and_places, empty_rows={2018: 985})
MOVEMENTS = CsvTable(rows=lists.leavers_and_joiners, empty_rows={2018: 3})


def body(what: CsvTable, register: Register, year: Year) -> bytes:
    """The bytes of one list as a spreadsheet saves it: UTF-8 with its mark, lines ended by CRLF."""
    file = io.StringIO(newline="")
    writer = csv.writer(file)
    width = 0
    for number, row in enumerate(what.rows(register, year)):
        if number == 0:
            width = len(row) + (what.empty_columns or {}).get(year.to.year, 0)
            writer.writerow(_filled(_above(what, row), width))
        writer.writerow(_filled(map(_text, row), width))
    for _ in range((what.empty_rows or {}).get(year.to.year, 0)):
        writer.writerow(_filled((), width))
    return file.getvalue().encode("utf-8-sig")


def _above(what: CsvTable, headings: Row) -> list[str]:
    """The line over the headings: the banner, or the mark alone."""
    if what.banner is None:
        return [MARK.capitalize()]
    visits_from = next(at for at, each in enumerate(headings) if each == "Event type")
    return [PROVIDERS, *[""] * (visits_from - 1), what.banner]


def _filled(cells: Iterable[str], width: int) -> list[str]:
    found = list(cells)
    return [*found, *[""] * (width - len(found))]


def _text(cell: Cell) -> str:
    if cell is None:
        return ""
    return f"{cell:%d/%m/%Y}" if isinstance(cell, datetime) else str(cell)
