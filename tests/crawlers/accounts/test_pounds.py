"""Tags that say pounds in a document that prints another currency."""

from pathlib import Path

import pytest

from crawlers.accounts.figure import Figure
from crawlers.accounts.filing import read_filing
from crawlers.accounts.pounds import in_pounds
from crawlers.accounts.read_filing import ReadFiling
from db.records.accounts_words import Gap, Measure, Scope
from tests.crawlers.accounts.figures import figures
from tests.crawlers.accounts.group_accounts import group_accounts
from tests.crawlers.accounts.printed.pages import read

TAGS = figures("company turnover 5\n company employees 9")
SHEET = """
BALANCE SHEET
AS AT 31 MARCH 2024
           | 2024 | 2023
           | {0}  | {0}
Net assets | 90   | 80
"""
PRINTED = (
    "<h2>CONSOLIDATED BALANCE SHEET AS AT 31 MARCH 2024</h2><table>"
    "<tr><td></td><td>2024 $</td><td>2023 $</td></tr>"
    "<tr><td>Net assets</td><td>90</td><td>80</td></tr></table>"
)


def in_dollars() -> ReadFiling:
    body = group_accounts().replace(b"<table>", PRINTED.encode() + b"<table>")
    return read_filing(body, name="a.html", recognise=None)


def measures(found: tuple[Figure, ...]) -> set[Measure]:
    return {one.measure for one in found}


@pytest.mark.parametrize("sign", ["$", "\N{EURO SIGN}"])
def test_no_amount_is_a_pound_where_the_page_says_otherwise(sign: str) -> None:
    found = in_pounds(TAGS, read(SHEET.format(sign)))

    assert measures(found.figures) == {Measure.EMPLOYEES}
    assert found.currency in {"USD", "EUR"}
    assert "tags: 1" in found.notes[0].words


def test_a_page_in_pounds_takes_nothing_from_its_tags() -> None:
    found = in_pounds(TAGS, read(SHEET.format("\N{POUND SIGN}")))

    assert (found.figures, found.currency, found.notes) == (TAGS, None, ())


def test_amounts_printed_in_both_currencies_leave_the_tags_alone() -> None:
    both = SHEET.format("\N{POUND SIGN}") + SHEET.format("$").replace("BALANCE", "GROUP BALANCE")

    assert in_pounds(TAGS, read(both)).figures == TAGS


def test_where_nothing_is_tagged_in_pounds_there_is_nothing_to_note() -> None:
    heads = figures("company employees 9")

    assert in_pounds(heads, read(SHEET.format("$"))).notes == ()


def test_a_filing_in_dollars_gives_its_heads_and_says_why_nothing_else() -> None:
    filing = in_dollars()

    assert measures(filing.figures) == {Measure.EMPLOYEES}
    gaps = {one.measure: one.gap for one in filing.missing if one.scope is Scope.GROUP}
    assert gaps[Measure.TURNOVER] is Gap.FOREIGN
    assert any("printed in USD" in note.words for note in filing.notes)


@pytest.mark.real_data
def test_a_real_group_that_reports_in_dollars_gives_no_pounds(published_files: Path) -> None:
    (file,) = (published_files / "companies_house" / "accounts").glob("*09835877*")
    filing = read_filing(file.read_bytes(), name=file.name, recognise=None)

    assert measures((*filing.figures, *filing.comparatives)) == {Measure.EMPLOYEES}
    assert all(one.gap is not Gap.NOT_FOUND for one in filing.missing)
