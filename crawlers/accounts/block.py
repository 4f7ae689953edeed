"""A run of visible text, and the row of a table or the place on a page that it stands in."""

from dataclasses import dataclass, field
from typing import NamedTuple


@dataclass(slots=True, eq=False)
class Row:
    """A row of a table, as far as it has been read."""

    table: int
    is_layout: bool = False
    """True where it holds another table: it arranges the page and is no row of figures."""
    edges: list[tuple[float, float] | None] = field(
        default_factory=list[tuple[float, float] | None]
    )
    """Where each cell begins and ends in hundredths of the page; None where that is not said."""
    is_measured: bool = True
    """False where one of its edges is not said."""
    columns: int = 0


class Block(NamedTuple):
    """One paragraph, heading or cell's paragraph, its blanks run together."""

    text: str
    page: int
    row: Row | None = None
    cell: int = 0
    """Which cell of its row, from 0."""
    left: int = 0
    """The column of the table in which its cell begins, from 0."""
    right: int = 0
    place: tuple[float, float, float] | None = None
    """Top, left and right in points, where it is placed out of the flow."""
    frame: int = 0
    """Inside which element, from whose edges that is counted; 0 for the page."""
    is_bracketed: bool = False
