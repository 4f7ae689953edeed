"""Marks that say one thing and show another: never a number that a reader would not see."""

from collections.abc import Mapping
from decimal import Decimal

import pytest

from crawlers.accounts.filing import read_filing
from crawlers.accounts.read_filing import ReadFiling
from db.records.accounts_words import Measure, Scope
from tests.crawlers.accounts.made import INLINE


def sheet(rows: str, css: str = "") -> bytes:
    """A printed profit and loss account with an operating profit of 300 pounds, and rows more."""
    head = "<tr><td></td><td>2024</td><td>2023</td></tr><tr><td></td><td>£</td><td>£</td></tr>"
    last = "<tr><td>Operating profit</td><td>300</td><td>200</td></tr>"
    page = f"<style>{css}</style><h2>Profit and loss account for the year ended 31 March 2024</h2>"
    before, _, after = INLINE.partition(b"<table>")
    after = after.partition(b"</table>")[2]
    return before + f"{page}<table>{head}{rows}{last}</table>".encode() + after


def read(body: bytes) -> ReadFiling:
    return read_filing(body, name="Prod223_2911_99000001_20240331.html", recognise=None)


def values(filing: ReadFiling) -> Mapping[Measure, Decimal]:
    return {one.measure: one.value for one in filing.figures if one.scope is Scope.COMPANY}


def notes(filing: ReadFiling) -> str:
    return "\n".join(note.words for note in filing.notes)


def test_a_unit_that_is_dollars_and_pounds_gives_no_pounds() -> None:
    dollars = b'<xbrli:unit id="GBP"><xbrli:measure>iso4217:USD</xbrli:measure></xbrli:unit>'

    found = read(INLINE.replace(b'<xbrli:unit id="GBP">', dollars + b'<xbrli:unit id="GBP">'))

    assert values(found) == {}
    assert "its unit 'GBP' is defined twice, differently" in notes(found)


@pytest.mark.parametrize(
    "shown", ["12&n;0", "&n;1200", "1200&n;", "1,&unheard-of;200", "(1&n;200)"]
)
def test_a_printed_number_with_a_name_in_it_that_nobody_knows_is_no_number(shown: str) -> None:
    own = b'<!DOCTYPE html [<!ENTITY n "9">]>\n<html'
    body = sheet(f"<tr><td>Turnover</td><td>{shown}</td><td>900</td></tr>")

    found = read(body.replace(b"<html", own, 1))

    assert values(found) == {Measure.OPERATING_PROFIT: Decimal(300)}


@pytest.mark.parametrize(
    "how", ['hidden="hidden"', 'style="opacity:0"', 'style="font-size:0"', 'class="away"']
)
def test_a_row_that_no_reader_sees_gives_no_figure(how: str) -> None:
    row = f"<tr {how}><td>Turnover</td><td>99,000</td><td>98,000</td></tr>"

    found = read(sheet(row, css=".away { opacity: 0.0 }"))

    assert values(found) == {Measure.OPERATING_PROFIT: Decimal(300)}


def test_of_a_number_that_is_struck_out_and_written_anew_the_new_one_is_read() -> None:
    found = read(sheet("<tr><td>Turnover</td><td><del>5</del><ins>600</ins></td><td>500</td></tr>"))

    assert values(found)[Measure.TURNOVER] == Decimal(600)
