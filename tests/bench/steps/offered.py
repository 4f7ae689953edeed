"""Which workbook is measured, and which of its sheets are read."""

import json
import sys
from pathlib import Path

from crawlers.sources.ofsted_annual.workbook_issue import NOT_READ
from crawlers.workbook import Workbook, open_workbook
from db.records import Document
from oversight.clock import now
from tests.bench import invented
from tests.bench.measuring import ROOT

REAL = ROOT.parent / "shared/data/ofsted/Childrens_social_care_in_England_2025_underlying_data.ods"
"""Beside the checkout, where published files are kept that the project may not hold."""


def main(folder: str, *options: str) -> None:
    """Print the path of the workbook, what it is, and the names of the sheets that are read."""
    is_real = REAL.is_file() and "--invented" not in options
    path = REAL if is_real else invented.write(Path(folder))
    body = path.read_bytes()
    book = open_workbook(Document(url=f"file:{path.name}", fetched_at=now(), body=body))
    read = [tab for tab in book.tabs if tab == "Cover" or not Workbook.matches(tab, NOT_READ)]
    which = "Ofsted's of 2025, as published" if is_real else "invented, of the size of Ofsted's"
    found = {"path": str(path), "which": which, "bytes": len(body), "sheets": read}
    sys.stdout.write(json.dumps(found))


if __name__ == "__main__":
    main(*sys.argv[1:])
