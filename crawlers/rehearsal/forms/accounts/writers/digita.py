"""Accounts as Digita's software writes them: one table a statement, brackets beside the element."""

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
from crawlers.rehearsal.forms.accounts.writers.digita_marks import HIDDEN, MANNER
from crawlers.rehearsal.forms.accounts.writers.dimensions import is_bracketed
from crawlers.rehearsal.forms.accounts.writers.header import Head, document
from crawlers.rehearsal.forms.accounts.writers.inline import Inline

_STYLE = """
table {margin-left: auto; margin-right: auto; width: 100%;}
.portraitpage {page-break-after: always; position: relative; margin: 25.4mm;}
.Normal_Text {font-family: "Arial"; font-size: 12px; text-align: justify;}
.Title_Text {font-family: "Arial"; font-weight: bold; font-size: 12px;}
.Values_Text {font-family: "Arial"; font-size: 12px; text-align: right;}
.Total_Values_Text {font-family: "Arial"; font-size: 12px; border-top: 1px solid;}
"""

_LABEL = "width:99%;padding-top:7px;"
_NARROW = "min-width:37px;padding-top:7px;"
_FIGURE = "min-width:90px;padding-left:15px;padding-top:7px;"
"""What every cell says again of itself: of two real documents 36% of the elements have a style."""


def digita(report: Report) -> str:
    """The document."""
    inline = Inline(report=report, manner=MANNER)
    pages = "".join(_page(inline, number, page) for number, page in enumerate(report.pages))
    units = {"GBP": "iso4217:GBP", "Pure": "xbrli:pure", "Shares": "xbrli:shares"}
    head = Head(
        title=f"{report.name} - Period Ending {report.years[0][1]}",
        style=_STYLE,
        hidden=HIDDEN,
        units=units,
        has_both_entry_points=True,
    )
    return document(inline, head, f'<div style="height:0px;">{pages}</div>')


def _page(inline: Inline, number: int, page: Page) -> str:
    report = inline.report
    name = (
        f'<p class="Title_Text"><span style="font-weight: bold;">{escape(report.name)}</span></p>'
    )
    registered = f"<p>(Registration number: {report.number})</p>" if report.number else ""
    title = "<br/>".join(escape(line) for line in page.title)
    head = f'{name}{registered}<p class="Title_Text">{title}</p>'
    body = "".join(_block(inline, block) for block in page.blocks)
    foot = f'<div class="footer"><p class="Normal_Text">- {number} -</p></div>'
    return (
        f'<div class="portraitpage">{"" if page.is_cover else head}{body}'
        f"{'' if page.is_cover else foot}</div>\n"
    )


def _block(inline: Inline, block: Block) -> str:
    if isinstance(block, Heading):
        number = f"<span>{block.number}</span> " if block.number else ""
        return f'<p class="Title_Text">{number}<span>{escape(block.text)}</span></p>'
    if isinstance(block, Paragraph):
        return f'<p class="Normal_Text"><span>{inline.words(block.words)}</span></p>'
    return _table(inline, block)


def _table(inline: Inline, table: Table) -> str:
    note = f'<td style="{_NARROW}"><p><b>Note</b></p></td>' if table.has_notes else ""
    over = "".join(
        f'<td class="Values_Text" style="{_FIGURE}"><p><span style="font-weight: bold;">'
        f"{'<br/>'.join(map(escape, one))}</span></p></td>"
        for one in table.headings
    )
    rows = "".join(_row(inline, table, row) for row in table.rows)
    return f"<table><tr><td><p/></td>{note}{over}</tr>{rows}</table>\n"


def _row(inline: Inline, table: Table, row: Row) -> str:
    is_heading = row.weight is Weight.HEADING
    style = "color:#000000;font-weight:bold;" if is_heading else "color:#000000;"
    words = f'<p style="{style}">{inline.words(row.label)}</p>'
    label = f'<td class="Normal_Text" style="{_LABEL}">{words}</td>'
    note = f'<td style="{_NARROW}"><p>{row.note}</p></td>' if table.has_notes else ""
    kind = "Total_Values_Text" if row.weight is Weight.TOTAL else "Values_Text"
    cells = "".join(
        f'<td class="{kind}" style="{_FIGURE}"><p style="color:#000000;">{_cell(inline, one)}</p>'
        "</td>"
        for one in row.cells
    )
    return f'<tr class="Rows_Text">{label}{note}{cells}</tr>\n'


def _cell(inline: Inline, cell: Figure | str) -> str:
    if isinstance(cell, str):
        return escape(cell)
    number = inline.number(cell)
    return f"({number})" if is_bracketed(cell, costs=True) else number
