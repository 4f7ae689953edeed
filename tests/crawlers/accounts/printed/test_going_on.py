"""Statements that go on over a page whose head does not name them."""

import pytest

from db.records.accounts_words import HowRead
from tests.crawlers.accounts.printed.pages import ACCOUNT, SHEET, read, values

SPLIT = SHEET.index("CREDITORS")
FIRST = f"BRIAR HOUSE CARE LIMITED\nCompany number: 01234567\n{SHEET[:SPLIT]}Page 7\n=\n"
SECOND = SHEET[SPLIT:]
WHOLE = values(read(SHEET))
HALF = values(read(FIRST))


def test_what_a_sheet_has_on_two_pages_is_what_it_has_on_one() -> None:
    assert values(read(FIRST + SECOND)) == WHOLE
    assert HALF.keys() < WHOLE.keys()


@pytest.mark.parametrize(
    "head",
    [
        "BRIAR HOUSE CARE LIMITED",
        "Company registration number: 01234567",
        "8",
        "BALANCE SHEET (CONTINUED)",
        "AS AT 31 MARCH 2024",
        " | Note | 2024 £ | 2023 £",
        " | | £ | £",
        "BALANCE SHEET (CONTINUED)\n | Note | 2024 £ | 2023 £",
    ],
)
def test_the_head_of_the_next_page_is_passed_over(head: str) -> None:
    assert values(read(f"{FIRST}{head}\n{SECOND}")) == WHOLE


@pytest.mark.parametrize(
    "head",
    [
        "DIRECTORS' REPORT",
        "STATEMENT OF CHANGES IN EQUITY",
        "COMPANY BALANCE SHEET (CONTINUED)",
        "CONSOLIDATED STATEMENT OF FINANCIAL POSITION (CONTINUED)",
        "PROFIT AND LOSS ACCOUNT (CONTINUED)",
        "The directors are responsible for preparing these.",
        " | Note | 2024 £000 | 2023 £000",
        " | Note | 2022 £ | 2021 £",
        "Share options | 12 | 500 | 400 | 300",
        "ALDER HOUSE CARE LIMITED",
        "Company registration number: 07654321",
    ],
)
def test_what_is_not_the_statement_s_ends_it(head: str) -> None:
    assert values(read(f"{FIRST}{head}\n{SECOND}")) == HALF


def test_values_under_no_column_of_the_statement_end_it() -> None:
    other = "| | | | | 5,000\nNet current assets | | 1 | 2\n"

    assert values(read(f"{FIRST}Creditors: amounts falling due within one year {other}")) == HALF


def test_one_value_under_its_column_goes_on() -> None:
    only = "Creditors: amounts falling due within one year | | | 30,000"

    assert values(read(FIRST + only)) == {
        **HALF,
        "company creditors_within_one_year 2023": "30000",
    }


@pytest.mark.parametrize("again", ["Current assets | | 1 | 2", "Tangible assets | | 1 | 2"])
def test_a_line_that_the_statement_is_past_is_another_statement_s(again: str) -> None:
    assert values(read(f"{FIRST}{again}\n{SECOND}")) == HALF


def test_a_statement_with_its_foot_does_not_go_on() -> None:
    assert "company dividends 2024" not in values(read(f"{ACCOUNT}=\nDividends | | 5 | 4"))


def test_what_represents_the_net_assets_may_be_on_the_next_page() -> None:
    sheet = "BALANCE SHEET\n | 2024 £ | 2023 £\nNet assets | 50 | 40\n=\n"
    capital = "Capital and reserves\nShare capital | 10 | 10\nReserves | 40 | 30\n | 50 | 40\n"

    found = values(read(sheet + capital))

    assert found["company equity 2024"] == "50"
    assert "company employees 2024" not in values(
        read(f"{sheet}{capital}=\nAverage number of employees | 5 | 4")
    )


def test_a_charity_s_account_goes_on_until_its_funds() -> None:
    found = values(
        read("""
        STATEMENT OF FINANCIAL ACTIVITIES
                             | 2024 £ | 2023 £
        Total income         | 9      | 8
        =
        Total expenditure    | 7      | 6
        Net income           | 2      | 2
        Total funds carried forward | 5 | 3
        =
        Total expenditure    | 1      | 1
        """)
    )

    assert found["company charity_expenditure 2024"] == "7"
    assert found["company charity_funds 2023"] == "3"


def test_a_statement_without_columns_does_not_go_on() -> None:
    found = read("BALANCE SHEET\nAS AT 31 MARCH 2024 £\n=\nDebtors | 9")

    assert found.figures == ()


def test_recognised_pages_do_not_go_on_without_a_heading() -> None:
    found = values(read(FIRST + SECOND, how=HowRead.SCANNED))

    assert found == HALF


def test_a_continued_statement_in_another_unit_is_read_apart() -> None:
    found = values(
        read(f"{FIRST}BALANCE SHEET (CONTINUED)\n | Note | 2024 £000 | 2023 £000\n{SECOND}")
    )

    assert found["company tangible_assets 2024"] == "80000"
    assert found["company creditors_within_one_year 2024"] == "50000000"


def test_a_continued_statement_of_another_company_is_not_joined() -> None:
    found = read(
        f"{FIRST}Company number: 07654321\nBALANCE SHEET (CONTINUED)\n"
        f" | Note | 2024 £ | 2023 £\n{SECOND}"
    )

    assert "company creditors_within_one_year 2024" not in values(found)


def test_a_line_without_a_fixed_place_may_come_anywhere() -> None:
    found = values(read(f"{FIRST}Provisions for liabilities | | 7 | 6\n{SECOND}"))

    assert found["company provisions 2024"] == "7"
    assert found["company creditors_within_one_year 2024"] == "50000"
