"""What is wrong with a file of decisions, by row and column."""

from typing import NamedTuple


class BadRow(NamedTuple):
    """One cell that cannot be taken in."""

    row: int
    """As a spreadsheet counts: the headings are row 1."""
    column: str
    """Its heading; empty where the whole row is meant."""
    problem: str

    def __str__(self) -> str:
        """One line for a person."""
        where = f"row {self.row}, {self.column}" if self.column else f"row {self.row}"
        return f"{where}: {self.problem}"


class BadRowsError(Exception):
    """A file of decisions of which nothing is taken in, with everything that is wrong with it."""

    def __init__(self, rows: tuple[BadRow, ...]) -> None:
        """Take all the cells that are wrong, in their order."""
        super().__init__("\n".join(map(str, rows)))
        self.rows = rows
