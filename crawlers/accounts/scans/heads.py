"""Heads of columns that are printed one above the other, put together to one line of heads."""

import re
from collections.abc import Iterator, Sequence

from crawlers.accounts.line import Cell, Line

_HEAD = re.compile(
    r"(?:(?:as at|as|at|for|the|year|period|ended|ending|to|from|weeks?|months?|days?|restated|and"
    r"|group|company|total|jan\w*|feb\w*|mar\w*|apr\w*|may|june?|july?|aug\w*|sep\w*|oct\w*|nov\w*"
    r"|dec\w*|\d{1,2}(?:st|nd|rd|th)?|(?:19|20)\d\d|\d{1,2}[./]\d{1,2}[./]\d{2,4}"
    r"|[£$€]|[£$€]?000|£m|no\.?|number|[()])(?:[\s,.:()]+|$))+",
    re.IGNORECASE,
)
_NOTE = re.compile(r"notes?\.?", re.IGNORECASE)
_UNIT = re.compile(r"[£$€]|[£$€]?000|£m|no\.?", re.IGNORECASE)
_TELLS = re.compile(r"(?:19|20)\d\d|\d[./]\d{2,4}|[£$€]|\b000\b|week|month")
_NOTE_LETTERS = 5
"""`12, 3`: what is longer under the head of the notes is a label that reaches so far."""
_MOST = 6
"""Lines of heads above each other: `Period`, `28.6.15`, `to`, `2.7.16`, `restated`, `£`."""


def with_heads_joined(lines: Sequence[Line]) -> tuple[Line, ...]:
    """The same lines, with the heads of each column as one cell: `28 June 2015 £`.

    A year that stands over two columns of money goes to both. Lines without columns stay as they
    are, and so does a name that stands on the line of heads: it becomes a line of its own.
    """
    parted = [part for line in lines for part in _parted(line)]
    return tuple(one for run in _runs(parted) for one in _joined(run))


def without_notes(lines: Sequence[Line]) -> tuple[Line, ...]:
    """The same lines without the column of notes' numbers, which is no column of values.

    What stands under the head `Note` on its page, after a label, and is as short as a number of a
    note is left out, whatever the recogniser took it for: `(3)`, `1,2`, `co`.
    """
    kept: list[Line] = []
    notes: Cell | None = None
    page: int | None = None
    for line in lines:
        if line.page != page:
            notes, page = None, line.page
        notes = next((cell for cell in line.cells if _NOTE.fullmatch(cell.text)), notes)
        cells = tuple(
            cell
            for at, cell in enumerate(line.cells)
            if notes is None or _is_label(line, at) or not _is_under(cell, notes)
        )
        if cells:
            kept.append(line._replace(cells=cells))
    return tuple(kept)


def _is_label(line: Line, at: int) -> bool:
    return not at and len(line.cells) > 1 and not _NOTE.fullmatch(line.cells[0].text)


def _is_under(cell: Cell, notes: Cell) -> bool:
    middle = (cell.left + cell.right) / 2
    width = notes.right - notes.left
    is_near = notes.left - width / 2 <= middle <= notes.right + width / 2
    return is_near and len(cell.text) <= _NOTE_LETTERS


def _parted(line: Line) -> tuple[Line, ...]:
    """The line; in two where a name stands before heads of columns."""
    first, *others = line.cells
    if len(others) > 1 and not _is_head(first) and all(_is_head(cell) for cell in others):
        heads = line._replace(cells=tuple(others))
        if sum(_TELLS.search(cell.text) is not None for cell in others) > 1:
            return line._replace(cells=(first,)), heads
    return (line,)


def _is_head(cell: Cell) -> bool:
    return bool(_NOTE.fullmatch(cell.text) or _HEAD.fullmatch(cell.text))


def _runs(lines: Sequence[Line]) -> Iterator[list[Line]]:
    """Lines of nothing but heads that follow each other on a page; every other line alone."""
    run: list[Line] = []
    for line in lines:
        is_heads = all(_is_head(cell) for cell in line.cells)
        if run and (not is_heads or line.page != run[-1].page or len(run) == _MOST):
            yield run
            run = []
        if is_heads:
            run.append(line)
        else:
            yield [line]
    if run:
        yield run


def _joined(run: Sequence[Line]) -> Iterator[Line]:
    """One line of heads for the run, after those of its lines that stand over no column."""
    base = max(run, key=lambda line: (len(_columns(line)), any(map(_is_unit, line.cells))))
    columns = _columns(base)
    if len(run) == 1 or len(columns) < 2 or not any(_tells(line) for line in run):  # noqa: PLR2004
        yield from run
        return
    stacks: list[list[Cell]] = [[] for _ in columns]
    notes: list[Cell] = []
    for line in run:
        notes += [cell for cell in line.cells if _NOTE.fullmatch(cell.text)]
        placed = [*_placed(_columns(line), columns)]
        if not placed:
            if _columns(line):
                yield line
            continue
        for at, cell in placed:
            stacks[at].append(cell)
    yield base._replace(cells=(*notes[:1], *map(_stacked, stacks)))


def _columns(line: Line) -> list[Cell]:
    return [cell for cell in line.cells if not _NOTE.fullmatch(cell.text)]


def _is_unit(cell: Cell) -> bool:
    return _UNIT.fullmatch(cell.text) is not None


def _tells(line: Line) -> bool:
    return any(_TELLS.search(cell.text) for cell in line.cells)


def _placed(cells: Sequence[Cell], columns: Sequence[Cell]) -> Iterator[tuple[int, Cell]]:
    """Which column each cell stands over; two columns each where there are half as many cells."""
    times, rest = divmod(len(columns), len(cells)) if cells else (0, 1)
    if not rest and len(cells) > 1:
        for at in range(len(columns)):
            yield at, cells[at // times]
        return
    for cell in cells:
        over = [at for at, column in enumerate(columns) if _overlap(cell, column) > 0]
        if over:
            yield max(over, key=lambda at: _overlap(cell, columns[at])), cell


def _overlap(cell: Cell, column: Cell) -> float:
    return min(cell.right, column.right) - max(cell.left, column.left)


def _stacked(cells: Sequence[Cell]) -> Cell:
    """The cells of one column from above as one, which stands where the lowest of them does."""
    lowest = cells[-1]
    return lowest._replace(
        text=" ".join(cell.text for cell in cells),
        sure=min(cell.sure for cell in cells),
    )
