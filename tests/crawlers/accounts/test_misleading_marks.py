"""Marks that say one thing and show another: never a number that a reader would not see."""

from collections.abc import Mapping
from decimal import Decimal

from crawlers.accounts.filing import read_filing
from crawlers.accounts.read_filing import ReadFiling
from db.records.accounts_words import Measure, Scope
from tests.crawlers.accounts.made import INLINE


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
