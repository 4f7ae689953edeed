"""When accounts and statements are due, by the Companies Act."""

from dataclasses import replace
from datetime import date

import pytest

from crawlers.rehearsal.deadlines import (
    accounts_due,
    first_year_end,
    lawful_year_end,
    months_after,
    next_statement,
    statement_due,
    year_end_after,
)
from crawlers.rehearsal.making.months import last_day
from crawlers.rehearsal.making.periods import periods
from crawlers.rehearsal.world.bodies import Body, Form, Nature, YearEnd

COMPANY = Body(
    key="99000001",
    form=Form.LIMITED,
    nature=Nature.PROVIDER,
    names=(),
    offices=(),
    year_ends=(),
    begun_on=date(2020, 2, 10),
)
BEGUN = date(2020, 2, 10)
MARCH = YearEnd(month=3, day=31, since=BEGUN)


@pytest.mark.parametrize(
    ("on", "months", "expected"),
    [
        (date(2025, 3, 31), 9, date(2025, 12, 31)),
        (date(2025, 9, 30), 9, date(2026, 6, 30)),
        (date(2025, 2, 28), 9, date(2025, 11, 30)),
        (date(2025, 5, 26), 9, date(2026, 2, 26)),
        (date(2025, 5, 30), 9, date(2026, 2, 28)),
    ],
)
def test_months_are_counted_from_a_day_or_from_a_months_end(
    on: date, months: int, expected: date
) -> None:
    assert months_after(on, months) == expected


def test_accounts_are_due_nine_months_after_the_year_and_a_public_companys_six() -> None:
    def due(*, is_public: bool) -> date:
        return accounts_due(date(2025, 3, 31), begun_on=BEGUN, is_first=False, is_public=is_public)

    assert (due(is_public=False), due(is_public=True)) == (date(2025, 12, 31), date(2025, 9, 30))


def test_the_first_accounts_are_due_twenty_one_months_after_the_beginning() -> None:
    end = first_year_end((YearEnd(month=2, day=28, since=BEGUN),), BEGUN)
    due = accounts_due(end, begun_on=BEGUN, is_first=True, is_public=False)

    assert (end, due) == (date(2021, 2, 28), date(2021, 11, 10))


def test_a_long_first_period_leaves_at_least_three_months() -> None:
    due = accounts_due(date(2021, 8, 9), begun_on=BEGUN, is_first=True, is_public=True)

    assert due == date(2021, 11, 9)


def test_a_first_period_within_a_year_has_no_extra_time() -> None:
    due = accounts_due(date(2020, 12, 31), begun_on=BEGUN, is_first=True, is_public=False)

    assert due == date(2021, 9, 30)


def test_a_first_period_is_longer_than_six_months() -> None:
    assert first_year_end((MARCH,), BEGUN) == date(2021, 3, 31)


@pytest.mark.parametrize(
    ("begun_on", "expected"),
    [
        (date(2020, 3, 30), date(2020, 9, 30)),
        (date(2020, 3, 31), date(2020, 9, 30)),
        (date(2020, 4, 1), date(2021, 9, 30)),
        (date(2020, 4, 10), date(2021, 9, 30)),
    ],
)
def test_a_first_period_of_six_months_to_the_day_is_not_more_than_six(
    begun_on: date, expected: date
) -> None:
    september = YearEnd(month=9, day=30, since=begun_on)
    body = replace(COMPANY, begun_on=begun_on, year_ends=(september,))

    assert first_year_end((september,), begun_on) == expected
    assert last_day(next(periods(body))[1]) == expected


@pytest.mark.parametrize(
    ("month", "day", "told_on", "expected"),
    [
        (8, 31, date(2020, 4, 1), date(2020, 8, 31)),
        (3, 31, date(2020, 4, 1), date(2021, 3, 31)),
        (6, 30, date(2021, 1, 20), date(2021, 6, 30)),
        (9, 30, date(2020, 11, 2), date(2021, 2, 28)),
        (8, 31, date(2020, 11, 2), date(2021, 2, 28)),
    ],
)
def test_a_notice_moves_a_first_period_to_more_than_six_months_and_eighteen_at_most(
    month: int, day: int, told_on: date, expected: date
) -> None:
    """Of a company that began on 10 February 2020: the law has 28 February 2021."""
    told = YearEnd(month=month, day=day, since=told_on)
    year_ends = (lawful_year_end(BEGUN), told)

    assert first_year_end(year_ends, BEGUN) == expected
    assert last_day(next(periods(replace(COMPANY, year_ends=year_ends)))[1]) == expected


def test_the_lawful_year_end_is_the_last_day_of_the_anniversarys_month() -> None:
    found = lawful_year_end(date(2023, 2, 10))

    assert (found.month, found.day) == (2, 29)
    assert first_year_end((lawful_year_end(BEGUN),), BEGUN) == date(2021, 2, 28)
    assert year_end_after((lawful_year_end(BEGUN),), date(2023, 2, 28)) == date(2024, 2, 29)


def test_a_moved_year_end_counts_for_years_that_end_after_the_move() -> None:
    august = YearEnd(month=8, day=31, since=date(2025, 12, 1))
    found = [year_end_after((MARCH, august), date(year, 3, 31)) for year in (2024, 2025, 2026)]

    assert found == [date(2025, 3, 31), date(2026, 8, 31), date(2026, 8, 31)]


def test_a_statement_is_made_up_each_year_and_due_in_fourteen_days() -> None:
    first = next_statement(BEGUN, None)

    assert (first, statement_due(first)) == (date(2021, 2, 9), date(2021, 2, 23))
    assert next_statement(BEGUN, first) == date(2022, 2, 9)
