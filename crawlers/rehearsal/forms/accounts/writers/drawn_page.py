"""One page of accounts drawn as a printer sets it: statements in columns, totals under rules."""

from dataclasses import dataclass

from crawlers.rehearsal.forms.accounts.fitting import (
    CHARACTERS,
    heading_lines,
    label_lines,
    plain,
    wrapped,
)
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
from crawlers.rehearsal.forms.accounts.writers.dimensions import is_bracketed
from crawlers.rehearsal.forms.accounts.writers.lettering import length
from crawlers.rehearsal.forms.accounts.writers.sheet import HEIGHT, WIDTH, Sheet

_LEFT, _RIGHT, _TOP = 150, 1504, 110
_LINE = 33
"""From one line of text to the next."""
_RULE = 2
"""Thickness of the line above a total."""


@dataclass(kw_only=True)
class _Pen:
    """Where on the page the next line goes."""

    report: Report
    sheet: Sheet
    y: float = _TOP


def drawn_page(report: Report, number: int, slope: float = 0.0) -> Sheet:
    """One page; `slope` tells how far lines fall on their way to the right."""
    pen = _Pen(report=report, sheet=Sheet(slope=slope))
    page = report.pages[number]
    if page.is_cover:
        pen.y = HEIGHT / 4
    else:
        _head(pen, page)
        pen.sheet.write((WIDTH / 2, HEIGHT - 70), f"Page {number}", is_centred=True)
    for block in page.blocks:
        _block(pen, block, is_centred=page.is_cover)
    return pen.sheet


def _head(pen: _Pen, page: Page) -> None:
    registered = f"   Registered number: {pen.report.number}" if pen.report.number else ""
    pen.sheet.write((_LEFT, pen.y), f"{pen.report.name}{registered}", is_bold=True)
    pen.y += _LINE
    for line in page.title:
        pen.sheet.write((_LEFT, pen.y), line[:1].upper() + line[1:], is_bold=True)
        pen.y += _LINE
    pen.sheet.rule(_LEFT, _RIGHT, pen.y + 4, _RULE)
    pen.y += 20


def _block(pen: _Pen, block: Block, *, is_centred: bool) -> None:
    if isinstance(block, Heading):
        pen.y += _LINE * 0.5
        numbered = f"{block.number}.  {block.text}" if block.number else block.text
        pen.sheet.write((_LEFT, pen.y), numbered, is_bold=True)
        pen.y += _LINE * 1.4
    elif isinstance(block, Paragraph):
        for line in wrapped(plain(block.words), CHARACTERS) or [""]:
            at = (WIDTH / 2 if is_centred else _LEFT, pen.y)
            pen.sheet.write(at, line, is_centred=is_centred)
            pen.y += _LINE
        pen.y += _LINE * 0.5
    else:
        _table(pen, block)


def _table(pen: _Pen, table: Table) -> None:
    over = heading_lines(table)
    depth = max(len(one) for one in over)
    for column, lines in enumerate(over):
        for at, line in enumerate(lines, start=depth - len(lines)):
            y = pen.y + at * _LINE
            pen.sheet.write((_edge(table, column), y), line, is_right=True, is_bold=True)
    if table.has_notes:
        at = (_note_edge(table), pen.y + (depth - 1) * _LINE)
        pen.sheet.write(at, "Note", is_right=True, is_bold=True)
    pen.y += (depth + 0.3) * _LINE
    for at, row in enumerate(table.rows):
        _row(pen, table, row, is_ruled=at > 0 and row.weight is Weight.TOTAL)
    pen.y += _LINE * 0.8


def _row(pen: _Pen, table: Table, row: Row, *, is_ruled: bool) -> None:
    is_bold = row.weight is not Weight.PLAIN
    lines = label_lines(table, row)
    for at, line in enumerate(lines):
        pen.sheet.write((_LEFT, pen.y + at * _LINE), line, is_bold=is_bold)
    pen.y += (len(lines) - 1) * _LINE
    if row.note:
        pen.sheet.write((_note_edge(table), pen.y), row.note, is_right=True)
    for column, cell in enumerate(row.cells):
        edge = _edge(table, column)
        text = cell if isinstance(cell, str) else _number(pen.report, cell)
        hang = length(")") if text.endswith(")") else 0
        pen.sheet.write((edge + hang, pen.y), text, is_right=True, is_bold=is_bold)
        if is_ruled and text:
            pen.sheet.rule(edge - 150, edge, pen.y - 3, _RULE)
    pen.y += _LINE * 1.12


def _number(report: Report, figure: Figure) -> str:
    amount = report.rounded(figure.amount) if figure.is_money else figure.amount
    digits = f"{abs(amount):,}" if amount else "-"
    return f"({digits})" if amount and is_bracketed(figure, costs=True) else digits


def _edge(table: Table, column: int) -> int:
    """The right edge of a column of figures."""
    from_right = len(table.headings) - 1 - column
    return _RIGHT - 20 - from_right * _column_width(table)


def _note_edge(table: Table) -> int:
    return _edge(table, 0) - _column_width(table) + 20


def _column_width(table: Table) -> int:
    return 230 if len(table.headings) <= 2 else 205  # noqa: PLR2004 - four columns are narrower
