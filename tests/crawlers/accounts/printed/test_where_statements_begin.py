"""Where a printed statement begins, goes on and ends."""

from tests.crawlers.accounts.printed.pages import SHEET, read, values


def test_a_list_of_contents_and_a_table_of_indicators_are_no_statements() -> None:
    found = read("""
    CONTENTS
    Balance sheet | 9
    =
    STRATEGIC REPORT
                     | 2024  | 2023
                     | £000  | £000
    Turnover         | 1,000 | 900
    Operating profit | 50    | 40
    The balance sheet on page 9 shows net assets of £92,000.
    """)

    assert found.figures == ()


def test_a_report_after_a_statement_ends_it() -> None:
    assert "company employees 2024" not in values(
        read(SHEET + "DIRECTORS' REPORT\nAverage number of employees | | 5 | 6")
    )


def test_a_statement_goes_on_where_its_page_says_so() -> None:
    found = read("""
    BALANCE SHEET
    AS AT 31 MARCH 2024
                         | 2024   | 2023
                         | £      | £
    Net assets           | 500    | 400
    =
    BALANCE SHEET (CONTINUED)
    AS AT 31 MARCH 2024
                         | 2024   | 2023
                         | £      | £
    Capital and reserves
    Share capital        | 100    | 100
    Retained earnings    | 400    | 300
                         | 500    | 400
    =
    Debtors              | 9,999  | 9,999
    """)

    assert values(found) == {
        "company net_assets 2024": "500",
        "company net_assets 2023": "400",
        "company equity 2024": "500",
        "company equity 2023": "400",
    }


def test_other_comprehensive_income_repeats_the_account_and_is_left_out() -> None:
    assert (
        read(
            "OTHER COMPREHENSIVE INCOME\n | 2024 | 2023\n | £ | £\nProfit for the year | 5 | 4"
        ).figures
        == ()
    )


def test_a_heading_followed_by_another_heads_nothing() -> None:
    found = read(
        "PROFIT AND LOSS ACCOUNT\nBALANCE SHEET\n | 2024 | 2023\n | £ | £\nCash at bank | 9 | 8"
    )

    assert values(found) == {"company cash 2024": "9", "company cash 2023": "8"}


def test_a_heading_without_heads_of_columns_heads_nothing() -> None:
    found = read("BALANCE SHEET AS AT 31 MARCH 2024\nCash at bank | 9\nDebtors | 8" + "\nText" * 9)

    assert found.figures == ()
