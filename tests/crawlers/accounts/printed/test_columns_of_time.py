"""Of when, and in what unit, a column of a printed statement is."""

from dataclasses import replace
from datetime import date

from crawlers.accounts.figure import Period
from crawlers.accounts.said import About
from db.records.accounts_words import Measure
from tests.crawlers.accounts.printed.pages import ABOUT, ACCOUNT, SHEET, read, values


def test_a_day_is_the_period_of_a_balance_sheet() -> None:
    cash = next(figure for figure in read(SHEET).figures if figure.measure is Measure.CASH)

    assert cash.period == Period(end=date(2024, 3, 31))


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


def test_a_year_in_two_tables_of_the_notes_is_of_the_same_period_in_both() -> None:
    short = replace(
        ABOUT,
        period=Period(start=date(2024, 5, 1), end=date(2024, 12, 31)),
        previous=Period(start=None, end=date(2024, 4, 30)),
    )
    found = read(
        """
        NOTES TO THE FINANCIAL STATEMENTS
        5 Tangible assets
                      | 2024 £
        At 1 May 2024 | 500
        6 Creditors: amounts falling due within one year
                   |   | 2024 £
        Bank loans |   | 928
        """,
        short,
    )

    assert [(figure.period.end, int(figure.value)) for figure in found.figures] == [
        (date(2024, 12, 31), 928)
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


def test_an_account_of_three_years_keeps_what_it_knows() -> None:
    found = read(
        "INCOME STATEMENT\n | 2024 | 2023 | 2019\n | £ | £ | £\nTurnover | 9 | 8 | 7", ABOUT
    )

    assert values(found) == {"company turnover 2024": "9", "company turnover 2023": "8"}


def test_an_account_to_another_day_without_its_length_gives_no_figure() -> None:
    found = read("INCOME STATEMENT\n | 30 June 2020\n | £\nTurnover | 9")

    assert found.figures == ()
    assert "cannot be told" in found.notes[0].words
