"""An invented workbook of the size of Ofsted's of 2025: the rehearsal's, its rows repeated.

Each repetition has registrations and owners of its own, so that nothing is read twice.
"""

from collections.abc import Iterator, Sequence
from itertools import count
from pathlib import Path

from crawlers.rehearsal.annual_workbook import issues
from db.spreadsheet import Cell, Sheet, write_ods

SETTINGS = 5_600
SIZES = {
    "Provider_level_at_": SETTINGS,
    "Providers+places_at_": SETTINGS,
    "SA_Premises_at_": 8_119,
    "Provider_level_in_year_": 4_921,
    "Leavers+Joiners_at_": 1_529,
}
"""Rows of each list in the workbook of 2025, by how the name of its tab begins."""
HEADER_ROWS = 4
"""Three lines of prose, then the headings."""
OWNERS = ("Organisation which owns the provider", "Organisation name")

Row = Sequence[Cell]


def write(folder: Path) -> Path:
    """Write the workbook into a folder and give its path."""
    issue = issues()[0]
    path = folder / issue.file_name
    numbers = _Numbers()
    write_ods(path, (_scaled(sheet, numbers) for sheet in issue.sheets()))
    return path


class _Numbers:
    """Registration numbers of repeated settings, the same in every tab."""

    def __init__(self) -> None:
        self._unused = count(9_200_001)
        self._given: dict[tuple[Cell, int], int] = {}

    def __call__(self, urn: Cell, repetition: int) -> Cell:
        if repetition == 0:
            return urn
        if (urn, repetition) not in self._given:
            self._given[urn, repetition] = next(self._unused)
        return self._given[urn, repetition]


def _scaled(sheet: Sheet, numbers: _Numbers) -> Sheet:
    rows = list(sheet.rows)
    size = next((n for start, n in SIZES.items() if sheet.name.startswith(start)), None)
    if size is not None:
        return Sheet(name=sheet.name, rows=_repeated(rows, size, numbers))
    if sheet.name == "Providers+places_Time_series":
        return Sheet(name=sheet.name, rows=_counted(rows))
    return Sheet(name=sheet.name, rows=rows)


def _repeated(rows: list[Row], size: int, numbers: _Numbers) -> Iterator[Row]:
    yield from rows[:HEADER_ROWS]
    headings, listed = rows[HEADER_ROWS - 1], rows[HEADER_ROWS:]
    urn = headings.index("URN")
    owner = next((place for place, heading in enumerate(headings) if heading in OWNERS), None)
    for number in range(size):
        repetition, place = divmod(number, len(listed))
        row = list(listed[place])
        row[urn] = numbers(row[urn], repetition)
        if owner is not None and repetition:
            row[owner] = _another(row[owner], repetition)
        yield row


def _another(owner: Cell, repetition: int) -> Cell:
    """Another owner's name; what stands for a blank stays."""
    written = isinstance(owner, str) and owner != "NULL"
    return f"{owner} {repetition + 1}" if written else owner


def _counted(rows: list[Row]) -> Iterator[Row]:
    """The publisher's own total, as large as the register has become."""
    before: Row = ()
    for row in rows:
        yield [*row[:-1], SETTINGS] if before and before[-1] == "All" else row
        before = row
