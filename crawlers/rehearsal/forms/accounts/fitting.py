"""How blocks are spread over pages, by counting the lines that they take."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from textwrap import wrap

from crawlers.rehearsal.forms.accounts.printed import (
    Block,
    Heading,
    Page,
    Paragraph,
    Row,
    Table,
    Tagged,
    Words,
)

LINES = 60
"""What one page holds below its title, in lines of text."""
ROOM_FOR_HEADINGS = 6
"""What stands above a long table on its first page."""
CHARACTERS = 92
"""What one line of a paragraph holds."""


def fitted(title: tuple[str, ...], blocks: Sequence[Block]) -> Iterator[Page]:
    """Pages under one title; a heading stays with what follows, only long tables are cut."""
    begun: list[Block] = []
    taken = 0.0
    for section, theirs in _sections(blocks):
        if begun and taken + theirs > LINES:
            yield Page(title=title, blocks=tuple(begun))
            begun, taken = [], 0.0
        begun += section
        taken += theirs
    if begun:
        yield Page(title=title, blocks=tuple(begun))


def _sections(blocks: Sequence[Block]) -> Iterator[tuple[list[Block], float]]:
    """Blocks with the headings just above them, and the lines that they take together."""
    above: list[Block] = []
    heading = 0.0
    for block in blocks:
        if isinstance(block, Heading):
            above.append(block)
            heading += height(block)
            continue
        for part, theirs in _parts(block):
            yield [*above, part], heading + theirs
            above, heading = [], 0.0
    if above:
        yield above, heading


def _parts(block: Block) -> Iterator[tuple[Block, float]]:
    """A table in parts that a page holds, each under the headings; anything else as it is."""
    if not isinstance(block, Table):
        yield block, height(block)
        return
    bare = _bare_height(block)
    heights = [_row_height(block, row) for row in block.rows]
    room = LINES - ROOM_FOR_HEADINGS - bare
    if sum(heights) <= room:
        yield block, bare + sum(heights)
        return
    rows: list[Row] = []
    taken = 0.0
    for row, theirs in zip(block.rows, heights, strict=True):
        if rows and taken + theirs > room:
            yield replace(block, rows=tuple(rows)), bare + taken
            rows, taken = [], 0.0
        rows.append(row)
        taken += theirs
    yield replace(block, rows=tuple(rows)), bare + taken


def height(block: Block) -> float:
    """How many lines a block takes, with the space below it."""
    if isinstance(block, Heading):
        return 1.9
    if isinstance(block, Paragraph):
        return max(len(wrapped(plain(block.words), CHARACTERS)), 1) + 0.5
    return _bare_height(block) + sum(_row_height(block, row) for row in block.rows)


def _bare_height(table: Table) -> float:
    """What a table takes without its rows."""
    return max(len(one) for one in heading_lines(table)) + 1.1


def _row_height(table: Table, row: Row) -> float:
    return len(label_lines(table, row)) + 0.12


def heading_lines(table: Table) -> tuple[list[str], ...]:
    """What stands over each column, cut into lines as narrow as the column."""
    room = 16 if len(table.headings) <= 2 else 13  # noqa: PLR2004 - four columns are narrower
    return tuple([piece for line in one for piece in wrapped(line, room)] for one in table.headings)


def label_lines(table: Table, row: Row) -> Sequence[str]:
    """A row's label, cut into lines that end before the figures begin."""
    room = {1: 76, 2: 58, 3: 46, 4: 34}.get(len(table.headings), 34)
    return wrapped(plain(row.label), room) or [""]


@lru_cache(maxsize=8_192)
def wrapped(text: str, room: int) -> tuple[str, ...]:
    """A text cut into lines of so many characters: once for laying out, again for drawing."""
    return tuple(wrap(text, room))


def plain(words: Words) -> str:
    """A paragraph as one text."""
    return "".join(one.text if isinstance(one, Tagged) else one for one in words)
