import pytest

from crawlers.accounts.line import Cell, Line
from crawlers.accounts.printed.headings import ends_statements, entity, heading
from crawlers.accounts.printed.labels import Kind
from db.records.accounts_words import Scope


def line(*texts: str) -> Line:
    return Line(cells=tuple(Cell(text=text) for text in texts), fragment="row=1")


@pytest.mark.parametrize(
    ("text", "kind", "scopes"),
    [
        ("Consolidated Statement of Comprehensive Income", Kind.INCOME, {Scope.GROUP}),
        ("GROUP PROFIT AND LOSS ACCOUNT", Kind.INCOME, {Scope.GROUP}),
        ("Income and expenditure account", Kind.INCOME, set[Scope]()),
        ("COMPANY BALANCE SHEET AS AT 31 MARCH 2024", Kind.BALANCE, {Scope.COMPANY}),
        ("Parent Company Statement of Financial Position", Kind.BALANCE, {Scope.COMPANY}),
        ("(Registration number: 01234567) Balance Sheet as at 31 March 2024", Kind.BALANCE, set()),
        ("Briar House Care Limited Statement of Financial Position", Kind.BALANCE, set()),
        ("Consolidated and Company Balance Sheets", Kind.BALANCE, {Scope.GROUP, Scope.COMPANY}),
        ("Micro-entity Balance Sheet as at 31 March 2024", Kind.BALANCE, set()),
        ("CONSOLIDATED CASH FLOW STATEMENT", Kind.CASH, {Scope.GROUP}),
        ("Notes to the Consolidated Cash Flow Statement", Kind.CASH, {Scope.GROUP}),
        ("Statement of Financial Activities", Kind.FUNDS, set()),
        ("NOTES TO THE FINANCIAL STATEMENTS - continued", Kind.NOTES, set()),
        ("Statement of Changes in Equity", Kind.OTHER, set()),
        ("DETAILED PROFIT AND LOSS ACCOUNT", Kind.OTHER, set()),
    ],
)
def test_a_heading_says_which_statement_and_whose(
    text: str, kind: Kind, scopes: set[Scope]
) -> None:
    found = heading(line(text))

    assert found is not None
    assert found.kind is kind
    assert found.scopes == scopes


@pytest.mark.parametrize(
    "text",
    [
        "The balance sheet shows net assets of £92,000.",
        "Tax is recognised in the Consolidated Income Statement, except where it is not.",
        "We have audited the balance sheet and the notes to the financial statements",
        "Balance sheet events after the year end",
        "x" * 300,
    ],
)
def test_a_sentence_about_a_statement_is_no_heading(text: str) -> None:
    assert heading(line(text)) is None


def test_a_line_of_the_contents_is_no_heading() -> None:
    assert heading(line("Balance sheet", "9")) is None


def test_a_continued_statement_says_so() -> None:
    found = heading(line("BALANCE SHEET (CONTINUED)"))

    assert found is not None
    assert found.is_continued


@pytest.mark.parametrize("text", ["Independent Auditor's Report to the Members", "CONTENTS"])
def test_other_parts_end_the_statements(text: str) -> None:
    assert ends_statements(line(text))


@pytest.mark.parametrize(
    "texts", [["Directors' report", "2"], ["Directors' report " * 9], ["Cash"]]
)
def test_other_lines_end_nothing(texts: list[str]) -> None:
    assert not ends_statements(line(*texts))


@pytest.mark.parametrize(
    ("text", "name", "number"),
    [
        ("BRIAR HOUSE CARE LIMITED", "BRIAR HOUSE CARE LIMITED", None),
        ("Briar House Care Ltd (Registered number: 1234567)", "Briar House Care Ltd", "01234567"),
        ("REGISTERED NUMBER: SC123456", None, "SC123456"),
        ("For the year ended 31 March 2024", None, None),
        ("A sentence of Briar House Care Limited " * 4, None, None),
    ],
)
def test_a_pages_head_names_its_company(text: str, name: str | None, number: str | None) -> None:
    assert entity(line(text)) == (name, number)
