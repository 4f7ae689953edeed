from dataclasses import replace
from datetime import date
from decimal import Decimal

from crawlers.accounts.figure import Period
from crawlers.accounts.said import About
from db.records.accounts_words import HowRead, Measure, Scope
from tests.crawlers.accounts.printed.pages import ABOUT, read, values

ACCOUNT = """
PROFIT AND LOSS ACCOUNT
FOR THE YEAR ENDED 31 MARCH 2024
                                | Notes | 2024      | 2023
                                |       | £         | £
Turnover                        | 3     | 1,000,000 | 900,000
Cost of sales                   |       | (600,000) | (550,000)
Gross profit                    |       | 400,000   | 350,000
Administrative expenses         |       | (450,000) | (300,000)
Operating (loss)/profit         | 4     | (50,000)  | 50,000
Interest payable and similar expenses | 5 | (10,000) | -
(Loss)/profit before taxation   |       | (60,000)  | 50,000
Tax on (loss)/profit            | 6     | 12,000    | (9,500)
(Loss)/profit for the financial year |  | (48,000)  | 40,500
"""
SHEET = """
BALANCE SHEET
AS AT 31 MARCH 2024
                        | Note | 2024 £   | 2023 £
Fixed assets
Tangible assets         | 7    | 80,000   | 90,000
Investments             | 8    | 20,000   | 20,000
                        |      | 100,000  | 110,000
Current assets
Debtors                 | 9    | 30,000   | 25,000
Cash at bank and in hand |     | 12,000   | 15,000
                        |      | 42,000   | 40,000
CREDITORS
Amounts falling due within one year | 10 | 50,000 | 30,000
NET CURRENT (LIABILITIES)/ASSETS |  | (8,000) | 10,000
TOTAL ASSETS LESS CURRENT
LIABILITIES             |      | 92,000   | 120,000
Capital and reserves
Called up share capital |      | 100      | 100
Profit and loss account |      | 91,900   | 119,900
                        |      | 92,000   | 120,000
"""


def test_a_profit_and_loss_account_is_read_for_both_years() -> None:
    assert values(read(ACCOUNT)) == {
        "company turnover 2024": "1000000",
        "company turnover 2023": "900000",
        "company cost_of_sales 2024": "600000",
        "company cost_of_sales 2023": "550000",
        "company gross_profit 2024": "400000",
        "company gross_profit 2023": "350000",
        "company administrative_expenses 2024": "450000",
        "company administrative_expenses 2023": "300000",
        "company operating_profit 2024": "-50000",
        "company operating_profit 2023": "50000",
        "company interest_payable 2024": "10000",
        "company interest_payable 2023": "0",
        "company profit_before_tax 2024": "-60000",
        "company profit_before_tax 2023": "50000",
        "company tax 2024": "-12000",
        "company tax 2023": "9500",
        "company profit_for_year 2024": "-48000",
        "company profit_for_year 2023": "40500",
    }


def test_a_figure_says_where_it_stands_and_how_it_was_read() -> None:
    turnover = read(ACCOUNT).figures[0]

    assert turnover.measure is Measure.TURNOVER
    assert turnover.period == ABOUT.period
    assert turnover.fragment == "page=1&row=5"
    assert turnover.shown == "1,000,000"
    assert turnover.label == "Turnover"
    assert turnover.read is HowRead.PRINTED
    assert turnover.precision == 0
    assert turnover.confidence > 0.9


def test_unnamed_totals_are_what_the_rows_above_them_add_up_to() -> None:
    found = values(read(SHEET))

    assert found["company fixed_assets 2024"] == "100000"
    assert found["company current_assets 2023"] == "40000"
    assert found["company equity 2024"] == "92000"


def test_an_unnamed_total_that_its_rows_do_not_prove_is_not_read() -> None:
    found = values(read(SHEET.replace("42,000   | 40,000", "43,000   | 40,000")))

    assert "company current_assets 2024" not in found
    assert "company current_assets 2023" not in found


def test_a_label_over_two_lines_is_one_label() -> None:
    found = values(read(SHEET))

    assert found["company creditors_within_one_year 2024"] == "50000"
    assert found["company total_assets_less_current_liabilities 2023"] == "120000"


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


def test_a_day_is_the_period_of_a_balance_sheet() -> None:
    cash = next(figure for figure in read(SHEET).figures if figure.measure is Measure.CASH)

    assert cash.period == Period(end=date(2024, 3, 31))


def test_costs_without_brackets_are_costs_too() -> None:
    found = values(
        read(
            ACCOUNT.replace("(600,000) | (550,000)", "600,000 | 550,000")
            .replace("(450,000) | (300,000)", "450,000 | 300,000")
            .replace("(10,000) | -", "10,000 | -")
            .replace("12,000    | (9,500)", "(12,000) | 9,500")
        )
    )

    assert found["company administrative_expenses 2024"] == "450000"
    assert found["company tax 2024"] == "-12000"
    assert found["company tax 2023"] == "9500"


def test_a_tax_charge_that_no_profit_proves_follows_the_costs_beside_it() -> None:
    found = values(
        read("""
        INCOME STATEMENT
                    | 2024    | 2023
                    | £       | £
        Staff costs | (5,000) | (4,000)
        Tax         | (300)   | 200
        """)
    )

    assert found["company tax 2024"] == "300"
    assert found["company tax 2023"] == "-200"


def test_exceptional_rows_are_one_cost_and_no_part_of_the_plain_line() -> None:
    found = values(
        read(
            ACCOUNT.replace(
                "Operating (loss)/profit",
                """Operating profit before exceptional items | | 1 | 2
Administrative expenses - exceptional | | (7,000) | -
Other operating income - exceptional  | | 2,000   | -
Operating (loss)/profit""",
            )
        )
    )

    assert found["company exceptional_items 2024"] == "5000"
    assert found["company administrative_expenses 2024"] == "450000"
    assert found["company operating_profit 2024"] == "-50000"


def test_an_impairment_below_operating_profit_says_so() -> None:
    found = read(
        ACCOUNT.replace(
            "Interest payable", "Impairment of goodwill | | (4,000) | -\nInterest payable"
        )
    )

    impairment = next(f for f in found.figures if f.measure is Measure.IMPAIRMENT)
    assert impairment.value == Decimal(4000)
    assert impairment.note == "stands below the operating profit and is no part of it"


def test_group_and_company_sheets_are_told_apart() -> None:
    found = read(
        ACCOUNT.replace("PROFIT AND LOSS", "CONSOLIDATED PROFIT AND LOSS")
        + "=\n"
        + SHEET.replace("BALANCE SHEET", "CONSOLIDATED BALANCE SHEET")
        + "=\n"
        + SHEET.replace("12,000   | 15,000", "2,000 | 5,000")
    )

    assert found.has_group
    assert values(found)["group cash 2024"] == "12000"
    assert values(found)["company cash 2024"] == "2000"
    assert values(found)["group turnover 2024"] == "1000000"
    assert "company turnover 2024" not in values(found)


def test_a_plain_account_beside_the_groups_balance_sheet_is_the_groups_less_surely() -> None:
    found = read(ACCOUNT + "=\n" + SHEET.replace("BALANCE SHEET", "GROUP BALANCE SHEET"))

    turnover = found.figures[0]
    assert turnover.scope is Scope.GROUP
    assert turnover.confidence < 0.9


def test_a_plain_balance_sheet_without_one_of_the_group_is_nobodys() -> None:
    found = read(ACCOUNT.replace("PROFIT", "GROUP PROFIT") + "=\n" + SHEET)

    assert {figure.scope for figure in found.figures} == {Scope.GROUP}
    assert "company cash 2024" not in values(found)
    assert [note.fragments for note in found.notes] == [("page=2&row=1",)]


def test_a_plain_balance_sheet_beside_the_companys_is_the_groups() -> None:
    found = read(
        ACCOUNT.replace("PROFIT", "GROUP PROFIT")
        + "=\n"
        + SHEET
        + "=\n"
        + SHEET.replace("BALANCE SHEET", "COMPANY BALANCE SHEET").replace("12,000   ", "2,000   ")
    )

    assert values(found)["group cash 2024"] == "12000"
    assert values(found)["company cash 2024"] == "2000"


def test_group_and_company_columns_of_one_sheet_are_told_apart() -> None:
    found = read("""
    GROUP AND COMPANY BALANCE SHEETS
               |   | Group | Group | Company | Company
               |   | 2024  | 2023  | 2024    | 2023
               |   | £000  | £000  | £000    | £000
    Net assets | 5 | 1,250 | 1,100 | 300     | (20)
    """)

    assert found.has_group
    assert values(found) == {
        "group net_assets 2024": "1250000",
        "group net_assets 2023": "1100000",
        "company net_assets 2024": "300000",
        "company net_assets 2023": "-20000",
    }
    assert found.figures[0].precision == 3


def test_a_sheet_of_both_that_does_not_say_which_is_nobodys() -> None:
    found = read(SHEET.replace("BALANCE SHEET", "GROUP AND COMPANY BALANCE SHEET"))

    assert found.figures == ()
    assert "both group and company" in found.notes[0].words


def test_a_sheet_without_a_unit_gives_no_figure_and_says_so() -> None:
    found = read(SHEET.replace("2024 £   | 2023 £", "2024     | 2023"))

    assert found.figures == ()
    assert "in which unit" in found.notes[0].words


def test_a_unit_in_the_heading_is_that_of_its_columns() -> None:
    found = read("""
    BALANCE SHEET AS AT 31 MARCH 2024 (£000)
               | 2024 | 2023
    Net assets | 12   | 11
    """)

    assert values(found)["company net_assets 2024"] == "12000"


def test_figures_in_another_currency_are_no_pounds() -> None:
    found = read(SHEET.replace("2024 £   | 2023 £", "2024 $ | 2023 $"))

    assert found.figures == ()
    assert found.currency == "USD"
    assert found.foreign[0].measure is Measure.TANGIBLE_ASSETS
    assert "USD" in found.notes[0].words


def test_a_statement_of_another_entity_is_nobodys() -> None:
    found = read("BRIAR HOLDINGS LIMITED (REGISTERED NUMBER: 07654321)\n" + SHEET)

    assert found.figures == ()
    assert "another entity, 07654321" in found.notes[0].words


def test_a_statement_under_another_name_is_nobodys() -> None:
    found = read("WESTMINSTER PROPERTY FUND LP\n" + SHEET)

    assert found.figures == ()
    assert "WESTMINSTER PROPERTY FUND LP" in found.notes[0].words


def test_a_statement_under_its_own_name_is_read() -> None:
    assert read("Briar House Care Ltd\n" + SHEET).figures


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


def test_a_year_of_52_weeks_that_ends_near_the_tagged_day_is_that_year() -> None:
    found = read("""
    INCOME STATEMENT
             | 52 weeks ended 29 March 2024 | 53 weeks ended 31 March 2023
             | £     | £
    Turnover | 1,000 | 900
    """)

    assert [figure.period for figure in found.figures] == [ABOUT.period, ABOUT.previous]


def test_a_period_that_the_document_does_not_know_is_as_printed() -> None:
    found = read(
        """
        PROFIT AND LOSS ACCOUNT
                 | Period from 1 May 2021 to 30 September 2022 | Year ended 30 April 2021
                 | £     | £
        Turnover | 1,000 | 900
        """,
        About(),
    )

    assert [figure.period for figure in found.figures] == [
        Period(start=date(2021, 5, 1), end=date(2022, 9, 30)),
        Period(start=date(2020, 5, 1), end=date(2021, 4, 30)),
    ]


def test_years_alone_take_their_day_from_the_heading() -> None:
    found = read(ACCOUNT, About())

    assert found.figures[0].period == ABOUT.period
    assert found.figures[1].period == ABOUT.previous


def test_years_without_any_day_give_no_figure() -> None:
    found = read(
        """
        INCOME STATEMENT
                 | 2024  | 2023
                 | £     | £
        Turnover | 1,000 | 900
        """,
        About(),
    )

    assert found.figures == ()
    assert "cannot be told" in found.notes[0].words


def test_two_periods_that_end_in_one_year_go_in_order() -> None:
    short = replace(
        ABOUT,
        period=Period(start=date(2024, 1, 1), end=date(2024, 12, 31)),
        previous=Period(start=date(2023, 4, 1), end=date(2024, 1, 31)),
    )
    found = read("INCOME STATEMENT\n | 2024 | 2024\n | £ | £\nTurnover | 2,000 | 1,000", short)

    assert [(figure.period, int(figure.value)) for figure in found.figures] == [
        (short.period, 2000),
        (short.previous, 1000),
    ]


def test_one_column_takes_the_day_of_the_heading() -> None:
    found = read("BALANCE SHEET\n31 March 2024\n | £\nNet assets | 100")

    assert values(found) == {"company net_assets 2024": "100"}


def test_the_total_column_counts_and_its_parts_do_not() -> None:
    found = read("""
    PROFIT AND LOSS ACCOUNT
                     | 2024                | 2024         | 2024  | 2023
                     | Before exceptional items | Exceptional items | Total | Total
                     | £                   | £            | £     | £
    Turnover         | 1,000               | -            | 1,000 | 900
    Operating profit | 100                 | (70)         | 30    | 80
    """)

    assert values(found) == {
        "company turnover 2024": "1000",
        "company turnover 2023": "900",
        "company operating_profit 2024": "30",
        "company operating_profit 2023": "80",
    }


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


def test_two_values_printed_for_one_line_are_noted_and_the_first_is_less_sure() -> None:
    found = read("INCOME STATEMENT\n | 2024 | 2023\n | £ | £\nTurnover | 5 | 4\nRevenue | 6 | 4")

    assert values(found) == {"company turnover 2024": "5", "company turnover 2023": "4"}
    assert found.figures[0].confidence < 0.6
    assert found.notes[0].fragments == ("page=1&row=4", "page=1&row=5")


def test_group_turnover_counts_where_a_share_of_ventures_is_printed_too() -> None:
    found = read(
        "CONSOLIDATED INCOME STATEMENT\n | 2024 | 2023\n | £ | £\n"
        "Turnover | 7 | 6\nLess: share of joint ventures | (2) | (2)\nGroup turnover | 5 | 4"
    )

    assert values(found) == {"group turnover 2024": "5", "group turnover 2023": "4"}


def test_an_unnamed_gross_profit_is_turnover_less_cost() -> None:
    found = read(
        "INCOME STATEMENT\n | 2024 | 2023\n | £ | £\n"
        "Turnover | 9 | 8\nCost of sales | (5) | (4)\n | 4 | 4"
    )

    assert values(found)["company gross_profit 2024"] == "4"


def test_other_comprehensive_income_repeats_the_account_and_is_left_out() -> None:
    assert (
        read(
            "OTHER COMPREHENSIVE INCOME\n | 2024 | 2023\n | £ | £\nProfit for the year | 5 | 4"
        ).figures
        == ()
    )


def test_misread_letters_and_stops_are_mended_in_recognised_print() -> None:
    found = read(
        "BALANCE SHEET\n | 2024 | 2023\n | £ | £\n"
        "Tota1 assets less current liabilitics | 1.25O,000 | l,100 000\nCash at bank | 5OO | 4",
        how=HowRead.SCANNED,
    )

    assert values(found) == {
        "company total_assets_less_current_liabilities 2024": "1250000",
        "company total_assets_less_current_liabilities 2023": "1100000",
        "company cash 2024": "500",
        "company cash 2023": "4",
    }


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


def test_an_exceptional_gain_among_costs_without_brackets_is_a_negative_cost() -> None:
    found = read(
        "INCOME STATEMENT\n | 2024 | 2023\n | £ | £\n"
        "Cost of sales | 5 | 4\nExceptional costs | 20 | -\nExceptional income | 8 | -"
    )

    assert values(found)["company exceptional_items 2024"] == "12"


def test_profit_before_and_after_tax_that_do_not_fit_leave_tax_to_the_costs() -> None:
    found = values(read(ACCOUNT.replace("12,000    | (9,500)", "12,500 | (9,500)")))

    assert found["company tax 2024"] == "-12500"


def test_an_account_of_three_years_keeps_what_it_knows() -> None:
    found = read(
        "INCOME STATEMENT\n | 2024 | 2023 | 2019\n | £ | £ | £\nTurnover | 9 | 8 | 7", ABOUT
    )

    assert values(found) == {"company turnover 2024": "9", "company turnover 2023": "8"}


def test_a_heading_followed_by_another_heads_nothing() -> None:
    found = read(
        "PROFIT AND LOSS ACCOUNT\nBALANCE SHEET\n | 2024 | 2023\n | £ | £\nCash at bank | 9 | 8"
    )

    assert values(found) == {"company cash 2024": "9", "company cash 2023": "8"}


def test_a_heading_without_heads_of_columns_heads_nothing() -> None:
    found = read("BALANCE SHEET AS AT 31 MARCH 2024\nCash at bank | 9\nDebtors | 8" + "\nText" * 9)

    assert found.figures == ()


def test_a_label_that_goes_on_is_not_cut_in_two() -> None:
    found = read("INCOME STATEMENT\n | 2024 | 2023\n | £ | £\nOperating profit before\nTax | 9 | 8")

    assert found.figures == ()


def test_a_total_of_no_section_of_a_charity_is_nothing() -> None:
    found = read("STATEMENT OF FINANCIAL ACTIVITIES\n | 2024 | 2023\n | £ | £\nTotal | 9 | 8")

    assert found.figures == ()


def test_an_account_to_another_day_without_its_length_gives_no_figure() -> None:
    found = read("INCOME STATEMENT\n | 30 June 2020\n | £\nTurnover | 9")

    assert found.figures == ()
    assert "cannot be told" in found.notes[0].words


def test_words_of_a_total_with_figures_between_find_their_section() -> None:
    found = read(
        "STATEMENT OF FINANCIAL ACTIVITIES\n | 2024 | 2023\n | £ | £\n"
        "Income\nFees | 5 | 4\nOther\nGrants | 4 | 4\nTotal | 9 | 8"
    )

    assert values(found) == {"company charity_income 2024": "9", "company charity_income 2023": "8"}
