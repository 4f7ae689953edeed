"""A line of print: what a page shows, whether it came from mark-up or from a picture."""

from typing import NamedTuple


class Cell(NamedTuple):
    """One run of text on a line; a named tuple, for a document has thousands of them."""

    text: str
    left: float = 0.0
    """Where it begins, in units of the page's own; cells of one column share an edge."""
    right: float = 0.0
    """Where it ends: numbers of one column share this."""
    is_negative: bool = False
    """True where only the style says that a number is negative: brackets drawn by a class."""
    sure: float = 1.0
    """0 to 1: how sure the recogniser is of its letters; 1 in mark-up."""


class Line(NamedTuple):
    """Cells of one line from left to right; never empty."""

    cells: tuple[Cell, ...]
    fragment: str
    """How a citation points at it: `row=N`, or `page=P&row=N` where pages are known."""
    page: int | None = None
    """Counted from 1; None where the mark-up has no pages."""
    table: int | None = None
    """Which table of the document it is a row of; None where it is none."""

    @property
    def text(self) -> str:
        """All of it, as one reads it."""
        cells = self.cells
        if len(cells) == 1:
            return cells[0].text
        return " ".join([cell.text for cell in cells])
