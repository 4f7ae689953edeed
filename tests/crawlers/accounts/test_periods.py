from datetime import date

import pytest

from crawlers.accounts.figure import Figure, Period
from crawlers.accounts.periods import columns, months, of_period
from crawlers.accounts.said import About
from tests.crawlers.accounts.figures import BEFORE, YEAR, figures


def turnover(start: date | None, end: date) -> Figure:
    return figures("company turnover 100000", period=Period(start=start, end=end))[0]


def cash(end: date) -> Figure:
    return figures("company cash 5000", period=Period(end=end))[0]


def test_what_a_document_says_of_itself_is_its_period() -> None:
    found = columns([], About(period=YEAR, previous=BEFORE))

    assert (found.current, found.previous) == (YEAR, BEFORE)


def test_without_a_word_the_latest_common_end_and_its_longest_flow_are_the_period() -> None:
    year = turnover(date(2019, 7, 1), date(2020, 6, 30))
    quarter = turnover(date(2020, 4, 1), date(2020, 6, 30))
    before = turnover(date(2018, 7, 1), date(2019, 6, 30))

    found = columns([quarter, year, before, cash(date(2019, 6, 30))], About())

    assert (found.current, found.previous) == (YEAR, BEFORE)


def test_a_flow_since_incorporation_ten_years_ago_is_not_the_period() -> None:
    year = turnover(date(2019, 7, 1), date(2020, 6, 30))
    since = turnover(date(2010, 7, 1), date(2020, 6, 30))

    assert columns([since, year], About()).current == YEAR


def test_one_stray_later_date_is_not_the_end_of_the_report() -> None:
    sheet = [cash(date(2020, 6, 30)) for _ in range(3)]

    found = columns([*sheet, cash(date(2020, 11, 4))], About())

    assert found.current == Period(end=date(2020, 6, 30))


def test_the_start_that_figures_have_counts_where_none_has_the_one_said() -> None:
    said = Period(start=date(2020, 1, 1), end=date(2020, 6, 30))

    found = columns([turnover(YEAR.start, YEAR.end)], About(period=said))

    assert found.current == YEAR


def test_the_own_length_counts_before_a_longer_one() -> None:
    nine = Period(start=date(2019, 10, 1), end=date(2020, 6, 30))
    flows = [turnover(YEAR.start, YEAR.end), turnover(nine.start, nine.end)]

    assert columns(flows, About(period=nine)).current == nine


def test_a_period_that_ends_before_it_starts_is_none() -> None:
    backward = Period(start=date(2020, 6, 30), end=date(2019, 7, 1))

    found = columns([turnover(backward.start, backward.end)], About(period=backward))

    assert (found.current, found.previous) == (None, None)


def test_nothing_at_all_is_of_no_period() -> None:
    assert columns([], About()).current is None
    assert of_period([turnover(YEAR.start, YEAR.end)], None) == ()


def test_balances_of_the_day_after_do_not_move_the_end_of_the_period_before() -> None:
    opening = cash(date(2019, 7, 1))
    closing = [cash(date(2019, 6, 30)), cash(date(2019, 6, 30)), cash(date(2019, 6, 30))]

    found = columns([opening, *closing], About(period=YEAR))

    assert found.previous == Period(end=date(2019, 6, 30))


def test_only_an_end_a_month_before_is_another_period_where_the_start_is_unknown() -> None:
    june, may = date(2020, 6, 30), date(2020, 5, 31)

    found = columns([cash(date(2020, 6, 20)), cash(may)], About(period=Period(end=june)))

    assert found.previous == Period(end=may)


def test_a_year_of_52_weeks_is_the_year() -> None:
    weeks = turnover(date(2019, 7, 1), date(2020, 6, 28))

    assert of_period([weeks, turnover(BEFORE.start, BEFORE.end)], YEAR) == (weeks,)


def test_a_quarter_is_not_the_year() -> None:
    assert of_period([turnover(date(2020, 4, 1), date(2020, 6, 30))], YEAR) == ()


def test_a_balance_counts_by_its_day_alone() -> None:
    balance = cash(date(2020, 6, 28))

    assert of_period([balance, cash(date(2019, 6, 30))], YEAR) == (balance,)


def test_of_two_balances_within_a_week_the_nearer_counts() -> None:
    closing, opening = cash(date(2020, 6, 30)), cash(date(2020, 7, 1))

    assert of_period([opening, closing], YEAR) == (closing,)


def test_a_flow_without_a_start_counts_where_no_other_has_one() -> None:
    dated, undated = turnover(YEAR.start, YEAR.end), turnover(None, YEAR.end)

    assert of_period([undated, dated], YEAR) == (dated,)
    assert of_period([undated], YEAR) == (undated,)


def test_a_flow_of_any_length_counts_where_the_start_is_unknown() -> None:
    flow = turnover(YEAR.start, YEAR.end)

    assert of_period([flow], Period(end=YEAR.end)) == (flow,)


@pytest.mark.parametrize(
    ("start", "end", "length"),
    [
        (date(2019, 7, 1), date(2020, 6, 30), 12),
        (date(2019, 7, 1), date(2020, 6, 28), 12),
        (date(2019, 7, 1), date(2020, 7, 5), 12),
        (date(2023, 6, 1), date(2024, 6, 30), 13),
        (date(2020, 6, 20), date(2020, 6, 30), 0),
        (None, date(2020, 6, 30), None),
    ],
)
def test_a_period_has_whole_months(start: date | None, end: date, length: int | None) -> None:
    assert months(Period(start=start, end=end)) == length
