"""Accounts as IRIS's software writes them.

A table for every row, the closing bracket in a cell of its own, costs without brackets. In five
real documents each table says how wide its columns are, and each cell says it again; 55% to 62% of
the cells are empty; and the rule over a total is a table of its own.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from xml.sax.saxutils import escape

from crawlers.rehearsal.forms.accounts.printed import (
    Block,
    Figure,
    Heading,
    Page,
    Paragraph,
    Report,
    Row,
    Table,
    Tagged,
    Weight,
)
from crawlers.rehearsal.forms.accounts.writers.dimensions import is_bracketed
from crawlers.rehearsal.forms.accounts.writers.header import Head, document
from crawlers.rehearsal.forms.accounts.writers.inline import Inline
from crawlers.rehearsal.forms.accounts.writers.iris_marks import HIDDEN, MANNER

_STYLE = """
table {width: 100%; border-collapse: collapse;}
.portraitpage {page-break-after: always;}
.ta_10 {font-family: "Arial"; font-size: 12px;}
.ta_11 {font-family: "Arial"; font-size: 12px; font-weight: 700;}
.total_single {border-top: 1px solid;}
"""

_FIGURE, _BRACKET, _NOTE = 12.5, 1.25, 7.5
"""Widths of the columns in hundredths of the page; the label has what is left."""


def iris(report: Report) -> str:
    """The document."""
    inline = Inline(report=report, manner=MANNER)
    pages = "".join(_page(inline, number, page) for number, page in enumerate(report.pages))
    units = {"GBP": "iso4217:GBP", "pure": "xbrli:pure", "shares": "xbrli:shares"}
    head = Head(
        title=report.name,
        style=_STYLE,
        hidden=HIDDEN,
        units=units,
        has_both_entry_points=False,
    )
    return document(inline, head, pages)


def _page(inline: Inline, number: int, page: Page) -> str:
    report = inline.report
    registered = f" (REGISTERED NUMBER: {report.number})" if report.number else ""
    top = (f"{report.name.upper()}{registered}", *(line.upper() for line in page.title))
    head = "".join(f'<table><tr><td class="ta_11">{escape(line)}</td></tr></table>' for line in top)
    body = "".join(_block(inline, block) for block in page.blocks)
    foot = (
        f'<table><tr><td class="ta_10"><span class="ta_80">Page {number}</span></td></tr></table>'
    )
    return (
        f'<div id="PageID_{number}_0" class="portraitpage">{"" if page.is_cover else head}'
        f'<div class="container">{body}</div>{"" if page.is_cover else foot}</div>\n'
    )


def _block(inline: Inline, block: Block) -> str:
    if isinstance(block, Heading):
        text = escape(block.text.upper() if block.number else block.text)
        number = f'<td class="ta_11">{block.number}.</td>' if block.number else ""
        return f'<table><tr>{number}<td class="ta_11">{text}</td></tr></table>\n'
    if isinstance(block, Paragraph):
        words = inline.words(block.words)
        return f'<table><tr><td class="ta_10"><span>{words}</span></td></tr></table>\n'
    return _table(inline, block)


def _table(inline: Inline, table: Table) -> str:
    """Headings line by line, then a table for every row, with one for the rule over a total."""
    widths = _widths(table)
    depth = max(len(one) for one in table.headings)
    lines: list[str] = []
    for at in range(depth):
        over = [
            one[at - (depth - len(one))] if at >= depth - len(one) else "" for one in table.headings
        ]
        note = ["Notes" if at == depth - 1 else ""] if table.has_notes else []
        cells = [_Cell(), *(_Cell(kind="ta_11", inside=escape(one)) for one in note)]
        for one in over:
            cells += (_Cell(kind="ta_11", inside=escape(one)), _Cell())
        cells.append(_Cell())
        lines.append(_line(widths, cells))
    return "".join(lines) + "".join(_row(inline, table, row, widths) for row in table.rows)


def _widths(table: Table) -> tuple[float, ...]:
    """How wide each cell is, in hundredths: label, perhaps note, figures and brackets, a margin."""
    figures = len(table.headings) * (_FIGURE, _BRACKET)
    note = (_NOTE,) if table.has_notes else ()
    return (100 - sum(figures) - sum(note) - _BRACKET, *note, *figures, _BRACKET)


@dataclass(frozen=True, kw_only=True)
class _Cell:
    """One cell of a row."""

    kind: str = "ta_60"
    inside: str = ""


def _line(widths: tuple[float, ...], cells: Sequence[_Cell]) -> str:
    """A row as a table, which says of every column, and again of every cell, how wide it is."""
    columns = "".join(f'<colgroup width="{width:.2f}%"/>' for width in widths)
    inner = "".join(
        f'<td style="width:{width:.2f}%" class="{cell.kind}"'
        + (f">{cell.inside}</td>" if cell.inside else "/>")
        for width, cell in zip(widths, cells, strict=True)
    )
    return f'<table class="iris_table">{columns}<tr class="iris_table_row">{inner}</tr></table>\n'


def _row(inline: Inline, table: Table, row: Row, widths: tuple[float, ...]) -> str:
    loud = row.weight is not Weight.PLAIN
    label = inline.words(row.label)
    if loud and not any(isinstance(one, Tagged) for one in row.label):
        label = label.upper()
    cells = [_Cell(kind="ta_11" if loud else "ta_10", inside=f"<span>{label}</span>")]
    if table.has_notes:
        cells.append(_Cell(kind="ta_10", inside=row.note and f"<span>{row.note}</span>"))
    before = len(cells)
    for one in row.cells:
        cells += _cells(inline, one)
    cells += [_Cell()] * (len(widths) - len(cells))
    rule = ""
    if row.weight is Weight.TOTAL:
        ruled = [_Cell(kind="total_single"), _Cell()] * len(table.headings)
        rule = _line(widths, [*[_Cell()] * before, *ruled, _Cell()])
    return rule + _line(widths, cells)


def _cells(inline: Inline, cell: Figure | str) -> tuple[_Cell, _Cell]:
    """A number, and a cell for the bracket that closes it."""
    if isinstance(cell, str):
        return _Cell(inside=escape(cell)), _Cell()
    number = inline.number(cell)
    if is_bracketed(cell, costs=False):
        return _Cell(kind="ta_71", inside=f"({number}"), _Cell(kind="ta_71", inside=")")
    return _Cell(inside=number), _Cell()
