"""The columns of a printed statement: of when, whose, in what money; the notes' column apart."""

from collections.abc import Sequence
from decimal import Decimal

from crawlers.accounts.line import Cell, Line
from crawlers.accounts.printed.heads import Column, head_of, tells
from crawlers.accounts.printed.numbers import amount, is_dash, is_note

LEAST_DISTANCE = 0.1
"""Edges nearer than this are one edge: shares of a page are sums of rounded numbers."""


def columns(heads: Sequence[Line]) -> tuple[Column, ...]:
    """The columns that the lines above a statement's rows make, from left to right.

    The line with the most cells that say more than a unit sets the columns; the others add to
    the column that they stand over. Notes make a column of their own. Empty where there is none.
    """
    rows = [[head_of(cell) for cell in line.cells] for line in heads]
    telling = [[c for c in row if not c.is_note and tells(c)] for row in rows]
    units = [[c for c in row if c.money is not None and not tells(c)] for row in rows]
    leaves: list[Column] = max(telling, key=len, default=list[Column]())
    leaves = leaves or max(units, key=len, default=list[Column]())
    made = [*leaves, *_beside(leaves, telling, most=max(map(len, units), default=0))]
    made.sort(key=lambda column: column.left)
    for row in telling:
        if row and row is not leaves:
            made = [_joined(made, index, row) for index in range(len(made))]
    money = {column.money for row in rows for column in row if column.money is not None}
    if len(money) == 1:
        made = [column._replace(money=column.money or next(iter(money))) for column in made]
    else:
        made = [_with_unit(column, [c for row in units for c in row]) for column in made]
    notes = [column for row in rows for column in row if column.is_note]
    return (*notes[:1], *made)


def values(
    cells: Sequence[Cell], made: Sequence[Column], *, is_recognised: bool = False
) -> dict[int, tuple[Decimal, Cell]]:
    """The first value under each column, by the column's place among those given.

    A note's number is none. Where the cells are as many as the columns they go in order; else
    each goes to the column that its right edge stands under, or is nearest to.
    """
    places = [index for index, column in enumerate(made) if not column.is_note]
    shown = _amounts(cells, made, is_recognised=is_recognised)
    if not places or not shown:
        return {}
    if len(shown) == len(places):
        return dict(zip(places, shown, strict=True))
    found: dict[int, tuple[Decimal, Cell]] = {}
    for value, cell in shown:
        found.setdefault(min(places, key=lambda i: _distance(cell, made[i])), (value, cell))
    return found


def are_under(cells: Sequence[Cell], made: Sequence[Column]) -> bool:
    """True where the amounts of a row are one for each column, or each ends under one."""
    others = [column for column in made if not column.is_note]
    shown = _amounts(cells, made)
    if len(shown) == len(others):
        return True
    return all(any(_distance(cell, column) == 0.0 for column in others) for _, cell in shown)


def _amounts(
    cells: Sequence[Cell], made: Sequence[Column], *, is_recognised: bool = False
) -> list[tuple[Decimal, Cell]]:
    """The amounts of a row, the number of a note before them left out."""
    notes = [column for column in made if column.is_note]
    others = [column for column in made if not column.is_note]
    shown = [
        (value, cell)
        for cell in cells
        if (value := amount(cell, is_recognised=is_recognised)) is not None
    ]
    while shown and _is_note_number(shown[0][1], len(shown), notes, others):
        shown = shown[1:]
    return shown


def _is_note_number(
    cell: Cell, count: int, notes: Sequence[Column], others: Sequence[Column]
) -> bool:
    """True where the first number of a row is a note's, by its place and by how many there are."""
    if not is_note(cell) or is_dash(cell):
        return False
    if count == len(others) + 1:
        return True
    nearest = min((_distance(cell, column) for column in others), default=0.0)
    return bool(notes) and _distance(cell, notes[0]) <= nearest


def _distance(cell: Cell, column: Column) -> float:
    """0 where a cell ends under a column; else how far its end is from the column's."""
    if column.left + LEAST_DISTANCE < cell.right <= column.right + LEAST_DISTANCE:
        return 0.0
    middles = abs(cell.left + cell.right - column.left - column.right) / 2
    return min(abs(cell.right - column.right), middles) + LEAST_DISTANCE


def _beside(
    leaves: Sequence[Column], rows: Sequence[Sequence[Column]], most: int
) -> Sequence[Column]:
    """Years that stand over columns of their own, on another line than those that set the others.

    Heads end on one line: where only one says `as restated` below its year, that year stands a
    line higher. They are columns where with them there are as many as there are units.
    """
    others = [
        head
        for row in rows
        for head in row
        if head.time is not None and all(_are_apart(head, leaf) for leaf in leaves)
    ]
    are_years = all(leaf.time is not None for leaf in leaves)
    return others if are_years and len(leaves) + len(others) == most else ()


def _joined(made: Sequence[Column], index: int, row: Sequence[Column]) -> Column:
    """A column with what the head over it says; where none is over it, its share of the heads."""
    column = made[index]
    head = max(row, key=lambda other: _overlap(other, column))
    if _overlap(head, column) <= 0:
        if len(made) % len(row) or (len(row) == 1 and head.scope is None):
            return column
        head = row[index * len(row) // len(made)]
    return column._replace(
        time=column.time or head.time,
        scope=column.scope or head.scope,
        money=column.money or head.money,
        is_part=column.is_part or head.is_part,
    )


def _overlap(one: Column, other: Column) -> float:
    """How much of the page's width two heads share; not above 0 where they share none."""
    return min(one.right, other.right) - max(one.left, other.left)


def _are_apart(one: Column, other: Column) -> bool:
    """True of heads that share no width, nor the one edge that is known of them."""
    return _overlap(one, other) <= 0 and one.left != other.left


def _with_unit(column: Column, units: Sequence[Column]) -> Column:
    if column.money is not None or not units:
        return column
    nearest = min(units, key=lambda unit: abs(unit.right - column.right))
    return column._replace(money=nearest.money)
