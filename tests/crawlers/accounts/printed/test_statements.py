"""The lines of printed statements, with their signs."""

from decimal import Decimal

from db.records.accounts_words import HowRead, Measure
from tests.crawlers.accounts.printed.pages import ABOUT, ACCOUNT, SHEET, read, values


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


def test_a_label_over_two_lines_is_one_label() -> None:
    found = values(read(SHEET))

    assert found["company creditors_within_one_year 2024"] == "50000"
    assert found["company total_assets_less_current_liabilities 2023"] == "120000"


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


def test_two_values_printed_for_one_line_are_noted_and_the_first_is_less_sure() -> None:
    found = read("INCOME STATEMENT\n | 2024 | 2023\n | £ | £\nTurnover | 5 | 4\nRevenue | 6 | 4")

    assert values(found) == {"company turnover 2024": "5", "company turnover 2023": "4"}
    assert found.figures[0].confidence < 0.6
    assert found.notes[0].fragments == ("page=1&row=4", "page=1&row=5")


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


def test_an_exceptional_gain_among_costs_without_brackets_is_a_negative_cost() -> None:
    found = read(
        "INCOME STATEMENT\n | 2024 | 2023\n | £ | £\n"
        "Cost of sales | 5 | 4\nExceptional costs | 20 | -\nExceptional income | 8 | -"
    )

    assert values(found)["company exceptional_items 2024"] == "12"


def test_profit_before_and_after_tax_that_do_not_fit_leave_tax_to_the_costs() -> None:
    found = values(read(ACCOUNT.replace("12,000    | (9,500)", "12,500 | (9,500)")))

    assert found["company tax 2024"] == "-12500"


def test_a_label_that_goes_on_is_not_cut_in_two() -> None:
    found = read("INCOME STATEMENT\n | 2024 | 2023\n | £ | £\nOperating profit before\nTax | 9 | 8")

    assert found.figures == ()
