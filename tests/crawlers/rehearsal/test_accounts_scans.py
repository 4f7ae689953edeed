"""The rehearsal's filed accounts as images of pages, read by a recogniser where there is one."""

import os
import re
import shutil
import subprocess
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image
from pypdf import PdfReader

from crawlers.rehearsal.forms.accounts.document import PDF, document_body, page_count
from crawlers.rehearsal.world.books import Accounts, Medium
from tests.crawlers.rehearsal.accounts_world import FULL_FILING, GROUP_FILING, SMALL_FILING, world

SCANNED = replace(GROUP_FILING, medium=Medium.SCANNED, vendor=None)


def scan(filing: Accounts) -> bytes:
    return document_body(world(filing), filing, PDF)


def pictures(body: bytes) -> list[Image.Image]:
    """The image of each page, as somebody else's reader takes it out of the PDF."""
    return [picture(body, number) for number in range(len(PdfReader(BytesIO(body)).pages))]


def picture(body: bytes, number: int) -> Image.Image:
    """The image of one page: each that is taken out is decoded and encoded again."""
    found = PdfReader(BytesIO(body)).pages[number].images[0].image
    assert found is not None
    return found


def test_every_page_is_one_image_and_nothing_else() -> None:
    body = scan(SCANNED)

    pages = page_count(world(SCANNED), SCANNED)
    assert 6 <= pages <= 14
    assert len(re.findall(rb"/Type /Page\b", body)) == pages
    assert body.count(b"/Subtype /Image") == pages
    assert body.count(b"/Im") + body.count(b"/image Do") >= pages
    assert b"/Font" not in body
    assert b"BT" not in re.findall(rb"q [^Q]*Q", body)[0]


def test_pages_are_a4_at_two_hundred_dots_in_one_bit_of_grey() -> None:
    body = scan(SCANNED)

    assert set(re.findall(rb"/Width (\d+)", body)) == {b"1654"}
    assert set(re.findall(rb"/Height (\d+)", body)) == {b"2339"}
    assert set(re.findall(rb"/BitsPerComponent (\d+)", body)) == {b"1"}
    assert set(re.findall(rb"/ColorSpace /(\w+)", body)) == {b"DeviceGray"}
    assert len(body) < 1_000_000


def test_a_scan_is_the_same_bytes_whenever_it_is_asked_for() -> None:
    assert scan(SMALL_FILING) == scan(replace(SMALL_FILING))
    assert b"D:20251212" in scan(SMALL_FILING)


def test_paper_lies_askew_with_specks_and_what_the_register_draws_does_not() -> None:
    paper = pictures(scan(replace(SMALL_FILING, medium=Medium.SCANNED, vendor=None)))[1]
    drawn = pictures(scan(SMALL_FILING))[1]

    def black(of: Image.Image, box: tuple[int, int, int, int]) -> int:
        return of.crop(box).convert("L").histogram()[0]

    margin = (0, 0, 100, 2339)
    assert black(drawn, margin) == 0
    assert black(paper, margin) > 0
    rule = [black(drawn, (150, y, 1504, y + 1)) for y in range(100, 300)]
    askew = [black(paper, (150, y, 1504, y + 1)) for y in range(100, 300)]
    assert max(rule) > 1300
    assert max(askew) < 1000


@pytest.mark.parametrize("filing", [SCANNED, replace(FULL_FILING, opinion="qualified")])
def test_nothing_runs_off_a_page(filing: Accounts) -> None:
    for picture in pictures(scan(filing)):
        foot = picture.crop((0, 2245, 700, 2339)).convert("L").histogram()[0]
        assert foot < 40  # specks


@pytest.mark.skipif(shutil.which("tesseract") is None, reason="no recogniser is installed")
def test_a_recogniser_reads_operating_profit_off_a_scanned_page(tmp_path: Path) -> None:
    pages = pictures(scan(SCANNED))
    text = ""
    for number in (4, 5):
        pages[number].save(tmp_path / f"{number}.png")
        command = ["tesseract", str(tmp_path / f"{number}.png"), "-", "--psm", "6"]
        alone = {**os.environ, "OMP_THREAD_LIMIT": "1"}  # threads wait for each other under load
        done = subprocess.run(command, capture_output=True, text=True, check=True, env=alone)  # noqa: S603 - ours
        text += done.stdout

    lines = {re.sub(r"[^a-z]+", " ", line.lower()).strip(): line for line in text.splitlines()}
    operating = next(line for label, line in lines.items() if label.startswith("operating profit"))
    turnover = next(line for label, line in lines.items() if label.startswith("turnover"))
    assert re.findall(r"[\d,]{5,}", operating) == ["1,273,013", "1,866,654"]
    assert re.findall(r"[\d,]{5,}", turnover) == ["23,906,744", "21,480,317"]
    assert "Consolidated Balance Sheet" in text
