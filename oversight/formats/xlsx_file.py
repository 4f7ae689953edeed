"""XLSX: a cover, the table, and what its columns mean, a sheet each."""

from pathlib import Path

from db.spreadsheet import write_xlsx
from oversight.format import Format
from oversight.table import Filled
from oversight.workbook import sheets


def write(filled: Filled, path: Path) -> None:
    """Write one table."""
    write_xlsx(path, sheets(filled))


FORMAT = Format(
    name="xlsx",
    media_type="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    guards=True,
    write=write,
)
