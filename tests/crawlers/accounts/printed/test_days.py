from datetime import date

import pytest

from crawlers.accounts.figure import Period
from crawlers.accounts.printed.days import when, year_before


@pytest.mark.parametrize(
    "text",
    [
        "31 March 2024",
        "AS AT 31ST MARCH 2024",
        "31st of March, 2024",
        "31.3.24",
        "31/03/2024",
        "March 31, 2024",
        "31 Mar 2024",
    ],
)
def test_a_day_is_read_however_it_is_written(text: str) -> None:
    found = when(text)

    assert found is not None
    assert found.end == date(2024, 3, 31)
    assert found.start is None


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("for the year ended 31 March 2024", date(2023, 4, 1)),
        ("52 weeks ended 31 March 2024", date(2023, 4, 3)),
        ("18 months ended 31 March 2024", date(2022, 10, 1)),
        ("30 days ended 31 March 2024", date(2024, 3, 2)),
        ("Period from 1 June 2023 to 31 March 2024", date(2023, 6, 1)),
        ("Year ended 29 February 2024", date(2023, 3, 1)),
    ],
)
def test_a_printed_length_gives_the_first_day(text: str, start: date) -> None:
    found = when(text)

    assert found is not None
    assert found.start == start


def test_a_year_alone_has_no_day() -> None:
    found = when("2024 £")

    assert found is not None
    assert (found.year, found.end) == (2024, None)


@pytest.mark.parametrize("text", ["Notes", "31 June 2024", "12"])
def test_where_no_time_is_said_there_is_none(text: str) -> None:
    found = when(text)

    assert found is None or found.end is None


def test_a_year_before_the_end_of_february_is_the_end_of_february() -> None:
    leap = Period(start=date(2023, 3, 1), end=date(2024, 2, 29))

    assert year_before(leap) == Period(start=date(2022, 3, 1), end=date(2023, 2, 28))
    assert year_before(Period(end=date(2025, 2, 28))).end == date(2024, 2, 29)
    assert year_before(Period(end=date(2024, 2, 28))).end == date(2023, 2, 28)
