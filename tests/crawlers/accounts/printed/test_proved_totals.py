"""Totals that a printed statement does not name, taken where its rows prove them."""

from tests.crawlers.accounts.printed.pages import SHEET, read, values


def test_unnamed_totals_are_what_the_rows_above_them_add_up_to() -> None:
    found = values(read(SHEET))

    assert found["company fixed_assets 2024"] == "100000"
    assert found["company current_assets 2023"] == "40000"
    assert found["company equity 2024"] == "92000"


def test_an_unnamed_total_that_its_rows_do_not_prove_is_not_read() -> None:
    found = values(read(SHEET.replace("42,000   | 40,000", "43,000   | 40,000")))

    assert "company current_assets 2024" not in found
    assert "company current_assets 2023" not in found


def test_equity_is_the_net_assets_of_a_sheet_that_does_not_name_them() -> None:
    named = SHEET.replace(
        "                        |      | 92,000   | 120,000", "Total equity | | 92,000 | 120,000"
    )

    assert values(read(named))["company net_assets 2024"] == "92000"


def test_equity_that_the_rows_contradict_is_not_the_net_assets() -> None:
    named = SHEET.replace(
        "                        |      | 92,000   | 120,000", "Total equity | | 92,500 | 120,000"
    )

    assert "company net_assets 2024" not in values(read(named))


def test_a_charity_is_read_from_its_total_funds() -> None:
    found = read("""
    STATEMENT OF FINANCIAL ACTIVITIES
    FOR THE YEAR ENDED 31 MARCH 2024
                           |       |             |            | 2024  | 2023
                           |       | Unrestricted | Restricted | Total | Total
                           |       | funds       | funds      | funds | funds
                           | Notes | £           | £          | £     | £
    INCOME AND ENDOWMENTS FROM
    Donations              | 2     | 10          | 5          | 15    | 12
    Charitable activities
    Fees                   |       | 20          | -          | 20    | 18
    Total                  |       | 30          | 5          | 35    | 30
    EXPENDITURE ON
    Running costs          |       | 25          | 4          | 29    | 33
    Total                  |       | 25          | 4          | 29    | 33
    NET INCOME/(EXPENDITURE) |     | 5           | 1          | 6     | (3)
    TOTAL FUNDS CARRIED FORWARD |  | 50          | 3          | 53    | 47
    """)

    assert values(found) == {
        "company charity_income 2024": "35",
        "company charity_income 2023": "30",
        "company charity_expenditure 2024": "29",
        "company charity_expenditure 2023": "33",
        "company charity_net_income 2024": "6",
        "company charity_net_income 2023": "-3",
        "company charity_funds 2024": "53",
        "company charity_funds 2023": "47",
    }


def test_an_unnamed_gross_profit_is_turnover_less_cost() -> None:
    found = read(
        "INCOME STATEMENT\n | 2024 | 2023\n | £ | £\n"
        "Turnover | 9 | 8\nCost of sales | (5) | (4)\n | 4 | 4"
    )

    assert values(found)["company gross_profit 2024"] == "4"


def test_an_unnamed_number_outside_a_section_is_nothing() -> None:
    found = values(read(SHEET.replace("Capital and reserves", " | | 92,000 | 120,000\nReserves")))

    assert "company equity 2024" not in found


def test_an_unnamed_number_that_is_the_net_assets_ends_the_capital() -> None:
    found = values(
        read("""
        BALANCE SHEET
                                       | 2024 £ | 2023 £
        Net assets                     | 50     | 40
        Capital and reserves
        Share capital                  | 10     | 10
        Retained earnings              | 40     | 30
        Attributable to the owners     | 50     | 40
                                       | 50     | 40
        """)
    )

    assert found["company equity 2024"] == "50"


def test_an_unnamed_number_that_is_not_turnover_less_cost_is_no_gross_profit() -> None:
    found = read(
        "INCOME STATEMENT\n | 2024 | 2023\n | £ | £\n"
        "Turnover | 9 | 8\nCost of sales | (5) | (4)\n | 1 | 4"
    )

    assert "company gross_profit 2024" not in values(found)


def test_a_total_of_no_section_of_a_charity_is_nothing() -> None:
    found = read("STATEMENT OF FINANCIAL ACTIVITIES\n | 2024 | 2023\n | £ | £\nTotal | 9 | 8")

    assert found.figures == ()


def test_words_of_a_total_with_figures_between_find_their_section() -> None:
    found = read(
        "STATEMENT OF FINANCIAL ACTIVITIES\n | 2024 | 2023\n | £ | £\n"
        "Income\nFees | 5 | 4\nOther\nGrants | 4 | 4\nTotal | 9 | 8"
    )

    assert values(found) == {"company charity_income 2024": "9", "company charity_income 2023": "8"}
