"""Accounts as IRIS's software writes them.

A table for every row, the closing bracket in a cell of its own, costs without brackets.
"""

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
    """Headings line by line, then a table for every row."""
    depth = max(len(one) for one in table.headings)
    lines: list[str] = []
    for at in range(depth):
        cells = "".join(
            f'<td class="ta_11">{escape(one[at - (depth - len(one))])}</td>'
            if at >= depth - len(one)
            else "<td/>"
            for one in table.headings
        )
        notes = f"<td>{'Notes' if at == depth - 1 else ''}</td>" if table.has_notes else ""
        lines.append(f"<table><tr><td/>{notes}{cells}</tr></table>")
    return "".join(lines) + "".join(_row(inline, table, row) for row in table.rows)


def _row(inline: Inline, table: Table, row: Row) -> str:
    loud = row.weight is not Weight.PLAIN
    label = inline.words(row.label)
    if loud and not any(isinstance(one, Tagged) for one in row.label):
        label = label.upper()
    note = f'<td class="ta_10"><span>{row.note}</span></td>' if table.has_notes else ""
    cells = "".join(_cells(inline, one) for one in row.cells)
    ruled = ' class="total_single"' if row.weight is Weight.TOTAL else ""
    return (
        f'<table><tr{ruled}><td class="{"ta_11" if loud else "ta_10"}"><span>{label}</span></td>'
        f"{note}{cells}</tr></table>\n"
    )


def _cells(inline: Inline, cell: Figure | str) -> str:
    """A number, and a cell for the bracket that closes it."""
    if isinstance(cell, str):
        return f'<td class="ta_60">{escape(cell)}</td><td class="ta_60"/>'
    number = inline.number(cell)
    if is_bracketed(cell, costs=False):
        return f'<td class="ta_71">({number}</td><td class="ta_71">)</td>'
    return f'<td class="ta_60">{number}</td><td class="ta_60"/>'
