"""A mark that stands for a number says that none is published, and no other text does."""

import pytest

from crawlers.marks import is_mark
from crawlers.reading import Cell


@pytest.mark.parametrize(
    "mark",
    [
        *("[c]", "[low]", "[u]", "[w]", "[x]", "[z]"),
        *("c", "low", "u", "w", "x", "z", "k"),
        *("..", ":", ".", "*", "~", "-", "\N{EN DASH}"),
    ],
)
def test_every_mark_of_the_guidance_and_of_older_tables_is_known(mark: str) -> None:
    assert is_mark(mark) is True


@pytest.mark.parametrize("mark", ["[C]", "Low", " .. ", "[ x ]", "[u1]", "\nZ"])
def test_a_marks_capitals_spaces_and_number_do_not_count(mark: str) -> None:
    assert is_mark(mark) is True


@pytest.mark.parametrize(
    "cell",
    ["", " ", "0", "[r]", "[c", "c]", "c2", "cz", "some", "n/a", "REDACTED", "[Note 3]", 0, None],
)
def test_anything_else_is_no_mark(cell: Cell) -> None:
    assert is_mark(cell) is False
