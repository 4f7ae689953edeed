"""The visible text of a marked-up document as lines: rows, placed pieces of print, paragraphs."""

from collections.abc import Iterator, Sequence
from itertools import groupby, zip_longest

from lxml import etree

from crawlers.accounts.block import Block, Row
from crawlers.accounts.blocks import blocks
from crawlers.accounts.line import Cell, Line
from crawlers.accounts.printed.numbers import amount

_Element = etree._Element  # noqa: SLF001 # pyright: ignore[reportPrivateUsage] its only name

FEWEST_PLACED = 4
"""Fewer placed pieces in a run than this are a footer or a stamp, not a page that is all placed."""
SAME_LINE_POINTS = 3.0
"""Pieces whose tops differ by no more stand on one line: a third of the height of small print."""


def lines(root: _Element) -> tuple[Line, ...]:
    """Every line that a reader sees, in reading order; what style or tag hides is left out.

    A row of a table is one line, or several where its cells hold several paragraphs each; a
    paragraph, heading or list item is a line of one cell. `left` and `right` are columns of the
    table from 0, or hundredths of the page where every cell of the table has a width, or points
    where pieces are placed; only cells of lines of one kind are comparable. A plain XBRL instance
    has no page, and so no line.
    """
    if etree.QName(root).localname == "xbrl":
        return ()
    read, has_pages = blocks(root)
    by_share = _tables_by_share(read)
    found: list[Line] = []
    counts: dict[int, int] = {}
    for page, table, parts in _rows(read, by_share):
        cells = _with_brackets(parts) if len(parts) > 1 else parts
        count = counts[page] = counts.get(page, 0) + 1
        if has_pages:
            found.append(Line(cells, f"page={page}&row={count}", page, table))
        else:
            found.append(Line(cells, f"row={count}", None, table))
    return tuple(found)


def _tables_by_share(read: Sequence[Block]) -> set[int]:
    """The tables of which every row with text says how wide its cells are."""
    rows = [row for block in read if (row := block.row) is not None and not row.is_layout]
    tables = {row.table for row in rows}
    return tables.difference(row.table for row in rows if not row.is_measured)


def _rows(
    read: Sequence[Block], by_share: set[int]
) -> Iterator[tuple[int, int | None, tuple[Cell, ...]]]:
    """Page, table and cells of every line."""
    for key, run in groupby(read, _together):
        if key is None:
            for block in run:
                yield block.page, None, (_cell(block, 0, 0),)
            continue
        these = list(run)
        if isinstance(key, Row):
            for cells in _stacked(these, by_share=key.table in by_share):
                yield these[0].page, key.table, cells
        elif len(these) >= FEWEST_PLACED:
            for cells in _placed(these):
                yield these[0].page, None, cells
        else:
            for block in these:
                yield block.page, None, (_cell(block, 0, 0),)


def _together(block: Block) -> Row | tuple[int, int] | None:
    """What joins neighbouring blocks: a row of figures, a frame of placed pieces, or nothing."""
    if block.place is not None:
        return block.page, block.frame
    row = block.row
    return None if row is None or row.is_layout else row


def _stacked(row: Sequence[Block], *, by_share: bool) -> Iterator[tuple[Cell, ...]]:
    """The lines of one row: its cells' first paragraphs, then their second, and so on.

    A label in several paragraphs beside one amount a cell is one label: which of its paragraphs
    the amount stands beside, nothing says.
    """
    if _is_one_line(row):
        yield tuple([_cell(block, *_edges(block, by_share=by_share)) for block in row])
        return
    columns = [list(cell) for _, cell in groupby(row, lambda block: block.cell)]
    label, *others = columns
    if len(label) > 1 and others and all(map(_is_one_amount, others)):
        columns[0] = [label[0]._replace(text=" ".join(block.text for block in label))]
    for level in zip_longest(*columns):
        present = [block for block in level if block is not None]
        yield tuple(_cell(block, *_edges(block, by_share=by_share)) for block in present)


def _is_one_line(row: Sequence[Block]) -> bool:
    """True where no cell of a row has a second paragraph, as in most."""
    return all(row[at].cell != row[at + 1].cell for at in range(len(row) - 1))


def _is_one_amount(cell: Sequence[Block]) -> bool:
    return len(cell) == 1 and amount(Cell(text=cell[0].text)) is not None


def _edges(block: Block, *, by_share: bool) -> tuple[float, float]:
    edge = block.row.edges[block.cell] if by_share and block.row is not None else None
    return (block.left, block.right) if edge is None else edge


def _placed(pieces: Sequence[Block]) -> Iterator[tuple[Cell, ...]]:
    """Pieces with one top side by side, from the top of the page to its foot."""
    placed = sorted(
        ((block.place, block) for block in pieces if block.place is not None),
        key=lambda pair: pair[0],
    )
    level: list[tuple[float, float, Block]] = []
    top = 0.0
    for place, block in placed:
        if level and place[0] - top > SAME_LINE_POINTS:
            yield _side_by_side(level)
            level = []
        if not level:
            top = place[0]
        level.append((place[1], place[2], block))
    yield _side_by_side(level)


def _side_by_side(level: Sequence[tuple[float, float, Block]]) -> tuple[Cell, ...]:
    in_order = sorted(level, key=lambda piece: piece[0])
    return tuple(_cell(block, left, right) for left, right, block in in_order)


def _with_brackets(cells: tuple[Cell, ...]) -> tuple[Cell, ...]:
    """The cells, a bracket in a cell of its own put to the number that it closes."""
    if all(cell.text != ")" for cell in cells):
        return cells
    closed: list[Cell] = []
    for cell, after in zip_longest(cells, cells[1:]):
        if closed and cell.text == ")":
            continue
        is_closed = after is not None and after.text == ")"
        closed.append(cell._replace(text=f"{cell.text})") if is_closed else cell)
    return tuple(closed)


def _cell(block: Block, left: float, right: float) -> Cell:
    return Cell(block.text, left, right, block.is_bracketed)
