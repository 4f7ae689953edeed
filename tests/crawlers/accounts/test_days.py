"""Days as accounts write them."""

from datetime import date

import pytest

from crawlers.accounts.days import day, days


@pytest.mark.parametrize(
    "text",
    [
        "30 June 2020",
        "30th June 2020",
        "30TH JUNE, 2020",
        "30\xa0june\xa02020",
        "30-june--2020",
        "2020-06-30",
        "30.6.20",
        "30/06/2020",
        "June 30, 2020",
        "30 Jun 2020",
    ],
)
def test_a_day_is_read_however_it_is_written(text: str) -> None:
    assert day(text) == date(2020, 6, 30)


def test_a_day_that_no_calendar_holds_is_left_out() -> None:
    assert day("31 June 2020") is None


def test_two_days_come_in_their_order() -> None:
    assert days("from 1 July 2019 to 30 June 2020") == (date(2019, 7, 1), date(2020, 6, 30))


def test_a_letter_that_was_misread_in_a_month_is_no_matter() -> None:
    assert day("31 Decembor 2020") == date(2020, 12, 31)


def test_a_page_of_blanks_is_looked_through_once() -> None:
    assert days("1" + " " * 200_000 + "June 2020") == ()
