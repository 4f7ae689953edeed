"""Accounts as CaseWare's software writes them.

Nested boxes in a table until the releases of 2021, positioned boxes after.
"""

from datetime import date
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
    Weight,
)
from crawlers.rehearsal.forms.accounts.writers.caseware_marks import HIDDEN, MANNER
from crawlers.rehearsal.forms.accounts.writers.dimensions import is_bracketed
from crawlers.rehearsal.forms.accounts.writers.header import Head, document
from crawlers.rehearsal.forms.accounts.writers.inline import Inline

_POSITIONED_SINCE = date(2021, 7, 1)
_STYLE = """
.fontid5 { font-family: 'Arial'; font-size: 8.50pt; font-weight: 700; }
.fontid6 { font-family: 'Arial'; font-size: 8.50pt; }
.page { page-break-after: always; position: relative; }
"""
_ROW_HEIGHT = 14
_EMPTY = '<span style="min-height: 1em;"></span>'
_GAP = '<td style="padding: 0;" valign="bottom"><div style="height: 1px;"></div></td>\n'
"""The cell after each figure: of five real documents half the cells are empty."""


def caseware(report: Report) -> str:
    """The document."""
    inline = Inline(report=report, manner=MANNER)
    pages = "".join(_page(inline, number, page) for number, page in enumerate(report.pages))
    head = Head(
        title="ACCOUNTS - Final Accounts",
        style=_STYLE,
        hidden=HIDDEN,
        units={"u1": "iso4217:GBP", "u8": "xbrli:pure", "u0": "xbrli:shares"},
        has_both_entry_points=True,
    )
    return document(inline, head, pages)


def _page(inline: Inline, number: int, page: Page) -> str:
    report = inline.report
    numbered = f"REGISTERED NUMBER: {report.number}" if report.number else ""
    top = [report.name.upper(), numbered, *(line.upper() for line in page.title)]
    head = "".join(
        f'<div class="fontid5" style="text-align: center;"><span>{escape(line)}</span></div>'
        for line in top
        if line
    )
    body = "".join(_block(inline, block) for block in page.blocks)
    foot = f'<div class="fontid6" style="text-align: right;">Page {number}</div>'
    return (
        f'<div class="page">{"" if page.is_cover else head}{body}'
        f"{'' if page.is_cover else foot}</div>\n"
    )


def _block(inline: Inline, block: Block) -> str:
    if isinstance(block, Heading):
        number = f"<span>{block.number}.</span> " if block.number else ""
        return f'<div class="fontid5">{number}<span>{escape(block.text)}</span></div>\n'
    if isinstance(block, Paragraph):
        return f'<div class="fontid6"><span>{inline.words(block.words)}</span></div>\n'
    is_positioned = inline.report.filed_on >= _POSITIONED_SINCE
    return _positioned(inline, block) if is_positioned else _boxed(inline, block)


def _boxed(inline: Inline, table: Table) -> str:
    """A table whose cells hold boxes."""
    rows = "".join(
        "<tr>"
        + "".join(
            f'<td style="padding: 0 3.60pt 0 0.00pt;" valign="bottom"><div style="width: 100%;">'
            f'<div class="{font}" style="min-height: 1em;"><span class="{font}"><span>{cell}</span>'
            f"</span></div></div></td>\n{_GAP if at else ''}"
            for at, cell in enumerate(cells)
        )
        + "</tr>\n"
        for font, cells in _lines(inline, table)
    )
    return f'<table style="border-collapse: collapse; width: 100.86%;">{rows}</table>\n'


def _positioned(inline: Inline, table: Table) -> str:
    """Boxes side by side at one height for every row."""
    lines = list(_lines(inline, table))
    rows = "".join(
        "".join(
            f'<div class="{font}" style="position: absolute; top: {at * _ROW_HEIGHT}pt; '
            f'left: {_left(table, column)}pt;"><span class="{font}"><span>{cell}</span></span>'
            "</div>\n"
            for column, cell in enumerate(cells)
            if cell
        )
        for at, (font, cells) in enumerate(lines)
    )
    tall = len(lines) * _ROW_HEIGHT
    return f'<div style="position: relative; height: {tall}pt;">{rows}</div>\n'


def _left(table: Table, column: int) -> int:
    """How far from the left edge a column begins: label, perhaps note, figures."""
    first = 1 + table.has_notes
    if column < first:
        return (0, 260)[column]
    return 310 + (column - first) * 70


def _lines(inline: Inline, table: Table) -> list[tuple[str, list[str]]]:
    """Headings and rows as fonts and cells; every row has as many cells."""
    note = [""] if table.has_notes else []
    depth = max(len(one) for one in table.headings)
    found: list[tuple[str, list[str]]] = []
    for at in range(depth):
        over = [(*[""] * (depth - len(one)), *one)[at] for one in table.headings]
        label = ["Note" if at == depth - 1 else ""] if table.has_notes else []
        found.append(("fontid5", ["", *label, *map(escape, over)]))
    for row in table.rows:
        font = "fontid6" if row.weight is Weight.PLAIN else "fontid5"
        noted = [row.note] if table.has_notes else note
        found.append((font, [inline.words(row.label), *noted, *_cells(inline, row)]))
    return found


def _cells(inline: Inline, row: Row) -> list[str]:
    return [escape(one) if isinstance(one, str) else _cell(inline, one) for one in row.cells]


def _cell(inline: Inline, figure: Figure) -> str:
    """A number between two narrow boxes, the second of which may hold the closing bracket."""
    number = inline.number(figure)
    before, after = ("(", ")") if is_bracketed(figure, costs=True) else ("", "")
    return (
        f'<span style="display: inline-block;"><span style="width: 3.31pt;">{_EMPTY}</span>'
        f'<span style="text-align: right;">{before}{number}</span>'
        f'<span style="width: 3.36pt;">{after or _EMPTY}</span></span>'
    )
