"""A CSV file of decisions as rows of cells, each by its heading."""

import csv
import io
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from oversight.reviewing.cells import plain
from oversight.reviewing.columns import COLUMNS, DECIDED
from oversight.reviewing.refusing import BadRow, BadRowsError


class Line(NamedTuple):
    """One row of the file."""

    row: int
    cells: Mapping[str, str]


def lines_in(body: bytes) -> list[Line]:
    """The rows below the headings, blank ones left out.

    Raises BadRowsError where the file is no UTF-8 CSV, or its headings are not those of a review.
    """
    return list(_lines(body))


def _lines(body: bytes) -> Iterator[Line]:
    try:
        text = body.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise _refused(1, f"byte {error.start + 1:,} is not UTF-8; save it as CSV UTF-8") from None
    if "\0" in text:
        raise _refused(1, "it holds NUL bytes and is no CSV; save it as CSV UTF-8")
    rows = enumerate(csv.reader(io.StringIO(text, newline=""), strict=True), start=1)
    names: list[str] | None = None
    try:
        for number, cells in rows:
            if names is None:
                names = _headings(cells)
            elif any(cell.strip() for cell in cells):
                yield _line(number, names, cells)
    except csv.Error as error:
        raise _refused(1, f"it is no CSV ({error}); save it as CSV UTF-8") from None
    if names is None:
        raise _refused(1, "the file is empty; write one: oversight match --export FILE")


def _headings(cells: list[str]) -> list[str]:
    names = [cell.strip().casefold() for cell in cells]
    while names and not names[-1]:
        names.pop()
    counted = Counter(names)
    problems = [
        *(f"the column {name!r} is missing" for name in DECIDED if name not in counted),
        *(f"{name!r} is no column of a review" for name in counted if name not in COLUMNS),
        *(f"the column {name!r} is there {n} times" for name, n in counted.items() if n > 1),
    ]
    if problems:
        known = ", ".join(COLUMNS)
        raise BadRowsError(
            tuple(BadRow(1, "", f"{one}; the columns are {known}") for one in problems)
        )
    return names


def _line(number: int, names: list[str], cells: list[str]) -> Line:
    """One row; cells that a spreadsheet left away at its end are blank."""
    if any(cell.strip() for cell in cells[len(names) :]):
        raise _refused(number, f"it has more than {len(names)} cells; quote cells with commas")
    filled = [plain(cell).strip() for cell in cells] + [""] * len(names)
    return Line(number, dict(zip(names, filled, strict=False)))


def _refused(row: int, problem: str) -> BadRowsError:
    return BadRowsError((BadRow(row, "", problem),))
