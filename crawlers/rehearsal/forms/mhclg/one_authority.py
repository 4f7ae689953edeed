"""The worksheet of one authority, on which a release shows England until another is picked."""

from collections.abc import Iterator, Sequence
from datetime import date

from crawlers.rehearsal.forms.mhclg.lines import COLUMNS, LINES, Line, Spent, label
from crawlers.rehearsal.forms.mhclg.marks import CLASSES, NO_ESTIMATE, NOT_COLLECTED
from crawlers.rehearsal.forms.mhclg.spending import Return, together
from db.spreadsheet import Cell

Row = Sequence[Cell]

_MORE = "Table 1d: Additional information"
_TABLES = (
    ("Table 1a: RO3 data for Children's Social Care", "csc"),
    ("Table 1b: RO3 data for Adult Social Care", "asc"),
    ("Table 1c: RO3 data for Public Health", "ph"),
    (f"{_MORE}: Public Health Expenditure by Primary Care Service Provider", "phprm"),
    ("Table 1e: Additional information: Supporting People", "phsup"),
)


def _table(line: Line) -> str:
    starts = [start for _, start in _TABLES if line.key.startswith(start)]
    return max(starts, key=len)


def one_authority(of: Sequence[Return], year: int, released_on: date) -> Iterator[Row]:
    """Yield the sheet on which a reader picks an authority: England is picked."""
    names = ["ENGLAND", None, *(name for _, _, name in CLASSES), None]
    listed = [*names, *(one.authority.name for one in of)]
    rows = [*_about(year, released_on), *_tables(of)]
    for place in range(max(len(rows), len(listed))):
        row = list(rows[place]) if place < len(rows) else []
        name = listed[place] if place < len(listed) else None
        yield [*row, *[None] * (26 - len(row)), name]


def _about(year: int, released_on: date) -> Iterator[Row]:
    title = f"Revenue Outturn (RO) {label(year)}: Social Care and Public Health (RO3)"
    yield [f"Worksheet 1: {title} data for ENGLAND"]
    yield ["This worksheet contains 5 tables."]
    yield ["Data are reported in £ thousand."]
    yield ["Notes are in the worksheet of that name."]
    yield ["Columns K to Q hold the codes from which the tables are filled."]
    yield [f"Source: Revenue Account Outturn (RO) returns {label(year)} - RO3 data"]
    yield [f"Last updated: {released_on.day} {released_on:%B %Y}"]
    yield ["The authority is named in cell A9."]
    yield ["ENGLAND"]


def _tables(of: Sequence[Return]) -> Iterator[Row]:
    england = together(of)
    # As the publisher's cells break their lines.
    net = "Net Current Expenditure\n£ thousand\n(C7 = C3 - C6)"
    columns = [column.replace(" (", "\n(", 1) for column in list(COLUMNS.values())[:-1]]
    for title, start in _TABLES:
        yield [title]
        shown = [net] if start == "phprm" else [*columns, net]
        yield ["Service category code", "Service line description ", *shown]
        for line in LINES:
            if _table(line) == start:
                yield _shown(
                    line, england[line.key], is_whole=not any(one.is_missing for one in of)
                )


def _shown(line: Line, spent: Spent, *, is_whole: bool) -> Row:
    start = [line.code, line.description]
    if not line.is_one_column:
        return [*start, *spent.columns, None, *line.codes]
    if line.key.endswith("-net-cur-exp"):
        return [*start, spent.running, *[None] * 7, *line.codes]
    running = spent.running if is_whole else NO_ESTIMATE
    return [*start, NOT_COLLECTED, running, *[NOT_COLLECTED] * 5, None, None, *line.codes]
