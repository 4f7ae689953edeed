"""Debian's tesseract, asked about pictures of pages."""

import shutil
import stat
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from crawlers.accounts.scans.reading import read_scan
from crawlers.accounts.scans.recogniser import Picture
from crawlers.recognising import Tesseract, tesseract, words_of
from crawlers.rehearsal.forms.accounts.document import PDF, document_body
from crawlers.rehearsal.world.books import Medium
from db.records.accounts_words import AccountsState
from tests.crawlers.rehearsal.accounts_world import SMALL_FILING, world

NEEDED = pytest.mark.skipif(shutil.which("tesseract") is None, reason="no recogniser is installed")
HEAD = (
    "level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext"
)
BALANCE_SHEET = 1
"""Which page of the small filing it is, counted from 0."""
PICTURE = Picture(page=7, dpi=200, grey=b"P5\n1 1\n255\n\xff")


def program(folder: Path, script: str) -> str:
    path = folder / "tesseract"
    path.write_text(f"#!/bin/sh\n{script}\n")
    path.chmod(path.stat().st_mode | stat.S_IXUSR)
    return str(path)


def test_words_stand_in_points_with_their_row_and_confidence() -> None:
    table = HEAD + (
        "\n4\t1\t1\t1\t1\t0\t100\t200\t400\t20\t-1\t"
        "\n5\t1\t1\t1\t1\t1\t100\t200\t200\t20\t96.5\tTurnover"
        '\n5\t1\t1\t1\t1\t2\t400\t200\t100\t20\t12\t"45,852'
        "\n5\t1\t1\t1\t2\t1\t100\t260\t50\t20\t-1\t~"
        "\n5\t1\t1\t1\t2\t2\t100\t260\t50\t20\t50\t "
    )
    first, second, third = words_of(table, dpi=144)

    assert (first.text, first.left, first.right, first.top, first.bottom) == (
        "Turnover",
        50,
        150,
        100,
        110,
    )
    assert (first.row, second.row, third.row) == (0, 0, 1)
    assert (first.sure, second.sure, third.sure) == (0.965, 0.12, 0)
    assert second.text == '"45,852'


def test_a_page_that_takes_too_long_is_a_problem_of_that_page(tmp_path: Path) -> None:
    slow = Tesseract(program=program(tmp_path, "exec sleep 20"), at_once=1, limit_s=0.2)
    (answer,) = slow([PICTURE])

    assert (answer.page, answer.problem) == (7, "page 7: no answer in 0.2 s")
    assert answer.words == ()


def test_a_recogniser_that_fails_says_so_in_its_own_words(tmp_path: Path) -> None:
    broken = Tesseract(program=program(tmp_path, "echo no eng.traineddata >&2; exit 1"), at_once=1)
    (answer,) = broken([PICTURE])

    assert answer.problem == "page 7: tesseract failed: no eng.traineddata"


def test_pages_are_answered_in_their_order_whichever_is_ready_first(tmp_path: Path) -> None:
    script = 'head -c 4 >/dev/null; read n; sleep "0.0$n"; cat >/dev/null'
    machine = Tesseract(program=program(tmp_path, script), at_once=2)
    asked = [Picture(page=page, dpi=200, grey=b"P5\n%d\n" % (9 - page)) for page in range(1, 6)]

    assert [answer.page for answer in machine(iter(asked))] == [1, 2, 3, 4, 5]


def test_where_nothing_is_installed_there_is_no_recogniser(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))

    assert tesseract() is None


@NEEDED
def test_the_recogniser_says_which_version_it_is() -> None:
    machine = tesseract()
    assert machine is not None

    assert machine.version.startswith("tesseract ")


@NEEDED
def test_a_balance_sheet_on_its_side_is_turned_and_read_value_for_value() -> None:
    filing = replace(SMALL_FILING, medium=Medium.SCANNED, vendor=None)
    body = document_body(world(filing), filing, PDF)
    upright = PdfReader(BytesIO(body)).pages[BALANCE_SHEET].images[0].image
    assert upright is not None
    on_its_side = BytesIO()
    upright.rotate(90, expand=True).convert("L").save(on_its_side, "PDF", resolution=200)
    scanned = read_scan(on_its_side.getvalue(), tesseract())

    rows = {line.cells[0].text: line for line in scanned.lines}
    assert scanned.state is AccountsState.READ
    assert [cell.text for cell in rows["Debtors"].cells[-2:]] == ["98,112", "98,112"]
    assert [cell.text for cell in rows["Tangible assets"].cells[-2:]] == ["42,808", "64,208"]
