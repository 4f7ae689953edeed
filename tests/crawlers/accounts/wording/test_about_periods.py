"""Of which periods a document says that it is."""

from datetime import date

import pytest

from crawlers.accounts.figure import Period
from tests.crawlers.accounts.wording.abouts import of_print, of_tags
from tests.crawlers.accounts.wording.tagging import LAST_DAY, YEAR, fact


def test_a_period_that_ends_before_it_starts_is_none() -> None:
    said = of_tags(
        fact("StartDateForPeriodCoveredByReport", "2021-07-01"),
        fact("EndDateForPeriodCoveredByReport", "2020-06-30"),
    )

    assert said.period is None
    assert said.problems == ("its period ends before it starts (2021-07-01 to 2020-06-30)",)


def test_a_period_of_many_years_is_none() -> None:
    said = of_tags(
        fact("StartDateForPeriodCoveredByReport", "2010-07-01"),
        fact("EndDateForPeriodCoveredByReport", "2020-06-30"),
    )

    assert said.period is None
    assert said.problems == ("its period is 3653 days long (2010-07-01 to 2020-06-30)",)


def test_the_start_is_that_of_most_facts_where_no_tag_states_it() -> None:
    said = of_tags(
        fact("BalanceSheetDate", "30 June 2020", period=LAST_DAY),
        fact("TurnoverRevenue", "5", unit="GBP"),
        fact("CostSales", "4", unit="GBP"),
    )

    assert said.period == YEAR


def test_the_start_may_be_printed_alone() -> None:
    said = of_tags(
        fact("BalanceSheetDate", "30 June 2020", period=LAST_DAY),
        lines=("for the year ended 30 June 2020",),
    )

    assert said.period == YEAR


def test_a_print_of_another_year_gives_no_start() -> None:
    said = of_tags(
        fact("BalanceSheetDate", "30 June 2020", period=LAST_DAY),
        lines=("for the year ended 30 June 2019",),
    )

    assert said.period == LAST_DAY


def test_a_date_that_cannot_be_read_gives_way_to_its_context() -> None:
    said = of_tags(
        fact("StartDateForPeriodCoveredByReport", "soon"),
        fact("BalanceSheetDate", "at the end", period=LAST_DAY),
    )

    assert said.period == YEAR


@pytest.mark.parametrize(
    ("line", "period"),
    [
        (
            "For the period from 1 April 2019 to 30 June 2020",
            Period(start=date(2019, 4, 1), end=date(2020, 6, 30)),
        ),
        ("for the 15 month period ended 30 June 2020", Period(end=date(2020, 6, 30))),
        (
            "for the year ended 29 February 2020",
            Period(start=date(2019, 3, 1), end=date(2020, 2, 29)),
        ),
        ("Balance sheet as at 30 June 2020", Period(end=date(2020, 6, 30))),
        ("the year ended well", None),
        ("as at the end", None),
    ],
)
def test_a_printed_period_is_read(line: str, period: Period | None) -> None:
    assert of_print(line).period == period


def test_a_comparative_period_may_be_of_another_length() -> None:
    longer = Period(start=date(2018, 4, 1), end=date(2019, 6, 30))

    said = of_tags(
        fact("StartDateForPeriodCoveredByReport", "2019-07-01"),
        fact("EndDateForPeriodCoveredByReport", "2020-06-30"),
        fact("TurnoverRevenue", "5", period=longer, unit="GBP"),
        fact("Debtors", "5", period=Period(end=date(2019, 6, 30)), unit="GBP"),
    )

    assert said.previous == longer


def test_a_comparative_day_is_all_that_a_balance_sheet_has() -> None:
    said = of_tags(
        fact("BalanceSheetDate", "2020-06-30", period=LAST_DAY),
        fact("Debtors", "5", period=Period(end=date(2019, 6, 30)), unit="GBP"),
    )

    assert said.previous == Period(end=date(2019, 6, 30))


def test_a_first_period_has_nothing_before_it() -> None:
    assert of_print("for the year ended 30 June 2020").previous is None
    assert of_print("for the 15 months ended 30 June 2020", "2019").previous is None
    assert of_tags(fact("BalanceSheetDate", "2020-06-30", period=LAST_DAY)).previous is None


def test_a_year_of_weeks_is_compared_with_the_one_that_ends_on_the_day_before_it() -> None:
    said = of_print("for the period 28 June 2015 to 2 July 2016", "2016 2015")

    assert said.previous == Period(start=date(2014, 6, 28), end=date(2015, 6, 27))
