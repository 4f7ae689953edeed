"""The statements of one real scan, beside what a person read on the same pages."""

import csv
import shutil
from datetime import date
from decimal import Decimal
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader, PdfWriter

from crawlers.accounts.figure import Period
from crawlers.accounts.said import About
from crawlers.accounts.scans import telling
from crawlers.accounts.scans.dating import dated
from crawlers.accounts.scans.reading import read_scan
from crawlers.accounts.scans.settling import SURE
from crawlers.recognising import tesseract

pytestmark = [
    pytest.mark.real_data,
    pytest.mark.skipif(shutil.which("tesseract") is None, reason="no recogniser is installed"),
]
BY_EYE = Path(__file__).parent / "accounts" / "scans" / "read_by_eye.csv"
NUMBER, PAGES = "06005142", ("9", "10")
ABOUT = About(
    period=Period(start=date(2015, 2, 1), end=date(2016, 1, 31)),
    previous=Period(start=date(2014, 2, 1), end=date(2015, 1, 31)),
)


def test_every_line_of_two_scanned_statements_is_right_and_most_are_sure(
    published_files: Path,
) -> None:
    with BY_EYE.open(newline="") as file:
        expected = {
            (row["measure"], row["period_end"]): Decimal(row["value"])
            for row in csv.DictReader(file)
            if row["document"] == NUMBER and row["page"] in PAGES
        }
    writer, body = PdfWriter(), BytesIO()
    pages = PdfReader(published_files / "companies_house" / "scans" / f"{NUMBER}.pdf").pages
    for page in PAGES:
        writer.add_page(pages[int(page) - 1])
    writer.write(body)
    scanned = read_scan(body.getvalue(), tesseract())
    found = telling.figures(
        scanned.lines,
        scanned.second,
        own_text=scanned.own_text,
        about=dated(ABOUT, scanned.lines),
    ).figures

    read = {(one.measure.value, str(one.period.end)): one for one in found}
    assert {line: read[line].value for line in expected} == expected
    assert sum(read[line].confidence >= SURE for line in expected) >= 0.7 * len(expected)
