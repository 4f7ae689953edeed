"""The project's own tables of councils as they are shipped, and what a spelling means in them."""

import csv
from pathlib import Path

from python_calamine import CalamineWorkbook

Row = dict[str, str]
REFERENCE = Path(__file__).parents[2] / "crawlers" / "reference"
SHARED = Path(__file__).parents[3] / "shared"
TODAY = "2026-11-22"
LATER_THAN_ALL = "9999-12-31"
ISLANDS = {"E06000046": "Isle of Wight", "E06000053": "Isles of Scilly"}
REGIONS = {
    "E12000001": "North East",
    "E12000002": "North West",
    "E12000003": "Yorkshire and The Humber",
    "E12000004": "East Midlands",
    "E12000005": "West Midlands",
    "E12000006": "East of England",
    "E12000007": "London",
    "E12000008": "South East",
    "E12000009": "South West",
    "W92000004": "Wales",
}


def read(table: str) -> list[Row]:
    with (REFERENCE / f"{table}.csv").open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


COUNCILS = {row["ons_code"]: row for row in read("local_authorities")}
BORDERS = read("local_authority_borders")
SPELLINGS = read("local_authority_spellings")
COUNCIL_OWNED = read("council_owned_bodies")


def holds(row: Row, day: str) -> bool:
    """Whether a row holds on a day: its first day counts, its last does not."""
    return row["valid_from"] <= day < (row["valid_to"] or LATER_THAN_ALL)


def fold(spelling: str) -> str:
    """A spelling as it is compared: case and runs of space do not count."""
    return " ".join(spelling.split()).casefold()


def meanings(spelling: str, day: str) -> set[str]:
    """Every council that a spelling means on a day."""
    return {
        row["ons_code"]
        for row in SPELLINGS
        if fold(row["spelling"]) == fold(spelling) and holds(row, day)
    }


def named(workbook: Path, columns: set[str]) -> set[str]:
    """Every value that any sheet of a workbook holds under one of these headings."""
    book = CalamineWorkbook.from_path(workbook)
    found: set[str] = set()
    for sheet in book.sheet_names:
        heading: int | None = None
        for row in book.get_sheet_by_name(sheet).to_python():
            cells = [str(cell).strip() for cell in row]
            if heading is not None:
                found.add(cells[heading])
            elif headings := columns.intersection(cells):
                heading = cells.index(headings.pop())
    return found - columns - {""}
