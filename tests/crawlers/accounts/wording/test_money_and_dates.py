"""Sums and days as accounts write them."""

from datetime import date

import pytest

from crawlers.accounts.wording.dates import day, days
from crawlers.accounts.wording.money import amount_gbp


@pytest.mark.parametrize(
    ("sentence", "pounds"),
    [
        ("Rent of £12,000 was paid.", 12_000),
        ("Rent of £12,000 (2019: £11,000) was paid.", 12_000),
        ("Rent of £12,000 [2019 - £11,000] was paid.", 12_000),
        ("Fees of £1.3 million were charged.", 1_300_000),
        ("Fees of £2.5m were charged.", 2_500_000),
        ("Fees of £250k were charged.", 250_000),
        ("Fees of £250'000 were charged.", 250_000),
        ("Fees of £1bn were charged.", 1_000_000_000),
        ("Fees of £nil (2019: £400) were charged.", 0),
        ("Rent of £12,000 and fees of £300 were paid.", None),
        ("Rent was paid.", None),
    ],
)
def test_the_one_sum_of_the_year_is_read(sentence: str, pounds: int | None) -> None:
    assert amount_gbp(sentence) == pounds


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
