"""The comparative period as the heads of the columns print it."""

from datetime import date

from crawlers.accounts.figure import Period
from crawlers.accounts.line import Cell, Line
from crawlers.accounts.said import About
from crawlers.accounts.scans.dating import dated

ABOUT = About(
    period=Period(start=date(2015, 6, 28), end=date(2016, 7, 2)),
    previous=Period(start=date(2014, 6, 28), end=date(2015, 7, 2)),
)


def line(*texts: str) -> Line:
    return Line(cells=tuple(Cell(text=text) for text in texts), fragment="row=1")


def test_the_day_beside_the_reports_own_is_the_comparative_one() -> None:
    lines = [line("2 July 2016 £", "27 June 2015 £")]

    assert dated(ABOUT, lines).previous == Period(start=date(2014, 6, 28), end=date(2015, 6, 27))


def test_a_comparative_period_of_another_length_has_its_printed_first_day() -> None:
    lines = [
        line("2.7.16", "27.6.15"),
        line("Period 28.6.15 to 2.7.16 £", "Period 30.3.14 to 27.6.15 £"),
    ]

    assert dated(ABOUT, lines).previous == Period(start=date(2014, 3, 30), end=date(2015, 6, 27))


def test_a_first_day_in_a_title_over_no_column_says_nothing_of_a_column() -> None:
    lines = [line("2.7.16", "27.6.15"), line("Period 30.3.14 to 27.6.15 £")]

    assert dated(ABOUT, lines).previous == Period(start=date(2014, 6, 28), end=date(2015, 6, 27))


def test_years_alone_and_days_far_away_change_nothing() -> None:
    lines = [line("2016", "2015"), line("2 July 2016", "1 April 2009"), line("2 July 2016")]

    assert dated(ABOUT, lines) is ABOUT


def test_without_a_period_of_its_own_nothing_can_stand_beside_it() -> None:
    about = About()

    assert dated(about, [line("2 July 2016", "27 June 2015")]) is about


def test_a_first_day_that_is_nowhere_said_is_unknown() -> None:
    about = About(period=Period(end=date(2016, 7, 2)))

    assert dated(about, [line("2.7.16", "27.6.15")]).previous == Period(end=date(2015, 6, 27))
