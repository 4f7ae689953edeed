from datetime import date

import pytest

from crawlers.accounts.checking import check
from crawlers.accounts.choosing import Chosen
from crawlers.accounts.figure import Period
from crawlers.accounts.said import About
from tests.crawlers.accounts.figures import BEFORE, YEAR, figures


def words(
    table: str,
    before: str = "",
    *,
    about: About | None = None,
    filed_for: str | None = None,
    period: Period | None = YEAR,
    previous: Period | None = None,
) -> list[str]:
    chosen = Chosen(
        figures=figures(table),
        comparatives=figures(before, period=BEFORE),
        notes=(),
        period=period,
        previous=previous,
    )
    notes = check(chosen, about or About(period=period), filed_for=filed_for)
    return [note.words for note in notes]


def test_nothing_is_said_of_accounts_that_add_up() -> None:
    sheet = """
        company current_assets 10000
        company creditors_within_one_year 4000
        company net_current_assets 6000
        company cash 10000
    """

    assert words(sheet, sheet, previous=BEFORE) == []


def test_a_total_that_does_not_follow_is_told_with_both_values() -> None:
    told = words("""
        group operating_profit 900000
        group interest_receivable 10000
        group interest_payable 200000
        group profit_before_tax 500000
    """)

    assert told == [
        (
            "Profit before tax of the group, £500,000, does not follow from the lines read: "
            "operating profit, interest receivable, interest payable make: £710,000; "
            "exceptional items, investments or associates below operating profit would explain it"
        )
    ]


def test_a_profit_whose_parts_were_not_all_read_is_not_questioned() -> None:
    assert words("group operating_profit 900000\n group profit_before_tax 500000") == []


def test_distribution_costs_are_not_read_so_operating_profit_is_not_questioned() -> None:
    told = words("""
        company gross_profit 500
        company administrative_expenses 200
        company other_operating_income 0
        company exceptional_items 0
        company operating_profit 250
    """)

    assert told == []


def test_a_total_of_the_opposite_sign_is_told() -> None:
    told = words("company net_assets -50\n company total_assets_less_current_liabilities 50")

    assert told[0].startswith("Net assets of the company, -£50, has the opposite sign of what")


def test_one_line_in_the_wrong_unit_is_named() -> None:
    told = words("""
        company turnover 9000000
        company cost_of_sales 4000
        company gross_profit 5000000
    """)

    assert told[0].endswith("; cost of sales may be in the wrong unit, pounds for thousands")


def test_a_thousand_pounds_that_stand_apart_are_no_wrong_unit() -> None:
    told = words("""
        company fixed_assets 0
        company net_current_assets 0
        company total_assets_less_current_liabilities 1000
    """)

    assert told[0].endswith(
        "; long-term debtors or unpaid share capital shown apart would explain it"
    )


def test_equity_that_is_not_net_assets_has_no_excuse() -> None:
    told = words("company net_assets 5000\n company equity 6000")

    assert told == [
        (
            "Equity of the company, £6,000, does not follow from the lines read: net assets make: "
            "£5,000"
        )
    ]


def test_cash_is_no_more_than_current_assets() -> None:
    told = words("company cash 900000\n company current_assets 800000")

    assert told == [
        "Cash of the company, £900,000, is more than current assets, £800,000, of which it is part"
    ]


@pytest.mark.parametrize(
    ("now", "then"),
    [("2000000", "190000"), ("190000", "2000000"), ("-2000000", "-190000")],
)
def test_a_line_ten_times_larger_or_smaller_is_told(now: str, then: str) -> None:
    told = words(f"company turnover {now}", f"company turnover {then}", previous=BEFORE)

    assert len(told) == 1
    assert "more than 10 times as much or as little" in told[0]


def test_a_column_a_thousand_times_the_other_is_perhaps_in_thousands() -> None:
    told = words(
        "group turnover 27240615\n group cash 3182256\n group employees 12",
        "group turnover 26900\n group cash 3200\n group employees 12",
        previous=BEFORE,
    )

    assert told == [
        (
            "Turnover of the group, £27,240,615, against £26,900 in the period before, is like "
            "most lines some 1,000 times as much or as little: one of the two periods may be in "
            "thousands"
        ),
        (
            "Cash of the group, £3,182,256, against £3,200 in the period before, is like most "
            "lines some 1,000 times as much or as little: one of the two periods may be in "
            "thousands"
        ),
    ]


def test_one_thousandfold_line_among_others_is_a_leap_like_any() -> None:
    told = words(
        "group interest_receivable 980000\n group turnover 27240615",
        "group interest_receivable 1000\n group turnover 26900615",
        previous=BEFORE,
    )

    assert told == [
        (
            "Interest receivable of the group, £980,000, against £1,000 in the period before, is "
            "more than 10 times as much or as little"
        )
    ]


@pytest.mark.parametrize(
    ("now", "then"),
    [
        ("turnover 190000", "turnover 20000"),
        ("turnover 90000", "turnover 2"),
        ("turnover 9000000", "turnover 0"),
        ("profit_for_year 9000000", "profit_for_year -20000"),
        ("employees 40", "employees 2"),
    ],
)
def test_small_lines_and_changes_of_sign_are_no_leaps(now: str, then: str) -> None:
    assert words(f"company {now}", f"company {then}", previous=BEFORE) == []


def test_a_leap_of_employees_is_told() -> None:
    told = words("company employees 843", "company employees 3", previous=BEFORE)

    assert told == [
        (
            "Employees of the company, 843, against 3 in the period before, is more than 10 times "
            "as much or as little"
        )
    ]


def test_more_than_a_million_million_pounds_is_told() -> None:
    told = words("company turnover 1000000000001")

    assert told == [
        (
            "Turnover of the company, £1,000,000,000,001, is more than a million million pounds: "
            "its unit may be misread"
        )
    ]


def period(start: date, end: date = YEAR.end) -> Period:
    return Period(start=start, end=end)


@pytest.mark.parametrize(
    ("own", "told"),
    [
        (
            period(date(2019, 6, 1)),
            "Its period to 2020-06-30 is of 13 months, not of 12: its flows are not a year's",
        ),
        (
            period(date(2020, 6, 1)),
            "Its period to 2020-06-30 is of 1 month, not of 12: its flows are not a year's",
        ),
        (
            period(date(2018, 1, 1)),
            (
                "Its period to 2020-06-30 is of 30 months, more than the 18 that the law allows: a "
                "date may be misread"
            ),
        ),
        (
            period(date(2020, 6, 21)),
            "Its period to 2020-06-30 is of 10 days: less than a month",
        ),
    ],
)
def test_a_period_that_is_not_a_year_is_told(own: Period, told: str) -> None:
    assert words("company turnover 1", period=own) == [told]


def test_52_weeks_are_a_year() -> None:
    assert words("", period=period(date(2019, 7, 1), date(2020, 6, 28))) == []


def test_a_comparative_of_another_length_is_told() -> None:
    thirteen = period(date(2018, 6, 1), date(2019, 6, 30))

    assert words("", previous=thirteen) == [
        (
            "The period before, to 2019-06-30, is of 13 months, not of 12: its flows are of "
            "another length"
        )
    ]


def test_two_periods_of_nine_months_are_of_one_length() -> None:
    own, last = period(date(2019, 10, 1)), period(date(2019, 1, 1), date(2019, 9, 30))

    told = words("", period=own, previous=last)

    assert len(told) == 1


def test_a_sheet_of_one_day_beside_a_year_is_no_other_length() -> None:
    assert words("", period=Period(end=YEAR.end), previous=BEFORE) == []


def test_a_period_that_ends_before_it_starts_is_told_and_nothing_is_taken() -> None:
    backward = About(period=Period(start=date(2020, 6, 30), end=date(2019, 7, 1)))

    assert words("", about=backward, period=None) == [
        "Its period ends on 2019-07-01, before it starts on 2020-06-30",
        "Nothing says of what period it is: no figure is taken",
    ]


def test_a_document_of_another_company_is_told() -> None:
    parents = About(entity_number="11010959", period=YEAR)

    assert words("", about=parents, filed_for="07219455") == [
        "It reports on company 11010959, and was filed for 07219455"
    ]
    assert words("", about=parents, filed_for="11010959") == []
    assert words("", about=parents) == []


def test_a_group_under_water_above_a_company_that_is_not_is_told() -> None:
    told = words("group net_assets -23840000\n company net_assets 955000")

    assert told == [
        "Group net assets are negative (-£23,840,000) while the company's are not (£955,000)"
    ]


def test_equity_stands_for_net_assets_that_were_not_read() -> None:
    assert len(words("group equity -23840000\n company net_assets 955000")) == 1


@pytest.mark.parametrize(
    "table",
    [
        "group net_assets 5\n company net_assets 955000",
        "group net_assets -5\n company net_assets -1",
        "group net_assets -5",
        "company net_assets 5",
    ],
)
def test_a_group_and_company_alike_or_alone_say_nothing(table: str) -> None:
    assert words(table) == []
