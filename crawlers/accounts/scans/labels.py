"""Labels that go on below their values, put together on the line of the values."""

import re
from collections.abc import Sequence

from crawlers.accounts.line import Line
from crawlers.accounts.scans.amounts import is_amount

_GOES_ON = re.compile(
    r"\b(?:and|or|of|in|on|from|for|to|the|before|after|within|than|due|less|with)$", re.IGNORECASE
)
_SAME_LEFT = 12.0
"""Points: a line that goes on begins below its beginning, or a little further in."""


def with_labels_whole(lines: Sequence[Line]) -> tuple[Line, ...]:
    """The same lines, each label that ends in the middle with the line below it.

    `CREDITORS: AMOUNTS FALLING DUE | 11,342` over `WITHIN ONE YEAR`: a row of a table with a frame
    has its values beside its first line of words.
    """
    made: list[Line] = []
    for line in lines:
        if made and _goes_on(made[-1], line):
            label, *values = made[-1].cells
            whole = label._replace(text=f"{label.text} {line.text}")
            made[-1] = made[-1]._replace(cells=(whole, *values))
        else:
            made.append(line)
    return tuple(made)


def _goes_on(row: Line, below: Line) -> bool:
    label, *values = row.cells
    if len(below.cells) != 1 or row.page != below.page or not values:
        return False
    is_row = all(is_amount(cell.text) for cell in values)
    is_below = 0 <= below.cells[0].left - label.left + 1 <= _SAME_LEFT
    return is_row and is_below and _GOES_ON.search(label.text) is not None
