"""OpenDocument spreadsheet: a cover, the table, and what its columns mean, a sheet each."""

from pathlib import Path

from db.spreadsheet import write_ods
from oversight.format import Format
from oversight.table import Filled
from oversight.workbook import sheets


def write(filled: Filled, path: Path) -> None:
    """Write one table."""
    write_ods(path, sheets(filled))


FORMAT = Format(
    name="ods",
    media_type="application/vnd.oasis.opendocument.spreadsheet",
    guards=True,
    write=write,
)
