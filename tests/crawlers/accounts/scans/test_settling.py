"""Two readings held beside each other, and beside the sums that the lines must make."""

from decimal import Decimal

import pytest

from crawlers.accounts.scans.settling import (
    AGREED,
    ALONE,
    CONTRADICTED,
    DOUBTED,
    PROVED,
    PROVED_TWICE,
    SURE,
    Claimed,
    is_one_letter_off,
    settle,
)
from db.records.accounts_words import Measure


def both(value: int, *, sure: float = 0.9, unit: int = 1) -> Claimed:
    return Claimed(values=[Decimal(value)], is_agreed=True, sure=sure, unit=unit)


def either(one: int, other: int) -> Claimed:
    return Claimed(values=[Decimal(one), Decimal(other)], is_agreed=False, sure=0.9)


def test_values_that_add_up_and_that_both_readings_give_are_surest() -> None:
    lines = {
        Measure.TURNOVER: both(45852),
        Measure.COST_OF_SALES: both(31685),
        Measure.GROSS_PROFIT: both(14167),
    }
    settle(lines)

    assert {one.confidence for one in lines.values()} == {PROVED_TWICE}


def test_where_readings_differ_the_value_that_adds_up_is_taken() -> None:
    lines = {
        Measure.TURNOVER: both(45852),
        Measure.COST_OF_SALES: either(31635, 31685),
        Measure.GROSS_PROFIT: both(14167),
    }
    settle(lines)

    assert lines[Measure.COST_OF_SALES].values[0] == 31685
    assert lines[Measure.COST_OF_SALES].confidence == PROVED >= SURE


def test_one_letter_that_both_readings_doubt_is_put_right_by_the_sum() -> None:
    lines = {
        Measure.FIXED_ASSETS: both(125792),
        Measure.NET_CURRENT_ASSETS: both(327),
        Measure.TOTAL_ASSETS_LESS_CURRENT_LIABILITIES: both(426119, sure=0.5),
    }
    settle(lines)

    mended = lines[Measure.TOTAL_ASSETS_LESS_CURRENT_LIABILITIES]
    assert (mended.values[0], mended.was, mended.confidence) == (126119, 426119, PROVED)


def test_two_letters_are_never_put_right() -> None:
    lines = {
        Measure.FIXED_ASSETS: both(125792),
        Measure.NET_CURRENT_ASSETS: both(327),
        Measure.TOTAL_ASSETS_LESS_CURRENT_LIABILITIES: both(426179, sure=0.5),
    }
    settle(lines)

    assert lines[Measure.TOTAL_ASSETS_LESS_CURRENT_LIABILITIES].values == [426179]
    assert lines[Measure.TOTAL_ASSETS_LESS_CURRENT_LIABILITIES].confidence == CONTRADICTED


def test_nothing_is_put_right_where_two_lines_may_be_wrong() -> None:
    lines = {
        Measure.FIXED_ASSETS: both(125792),
        Measure.NET_CURRENT_ASSETS: both(327, sure=0.5),
        Measure.TOTAL_ASSETS_LESS_CURRENT_LIABILITIES: both(426119, sure=0.5),
    }
    settle(lines)

    assert lines[Measure.TOTAL_ASSETS_LESS_CURRENT_LIABILITIES].values == [426119]


def test_a_sum_with_room_for_other_lines_contradicts_nothing() -> None:
    lines = {
        Measure.CURRENT_ASSETS: both(20285586),
        Measure.DEBTORS: both(19626898),
        Measure.CASH: both(953),
    }
    settle(lines)

    assert {one.confidence for one in lines.values()} == {AGREED}


def test_a_whole_sum_that_fails_leaves_none_of_its_lines_sure() -> None:
    lines = {
        Measure.TURNOVER: both(45852),
        Measure.COST_OF_SALES: both(31685),
        Measure.GROSS_PROFIT: both(14000),
    }
    settle(lines)

    assert {one.confidence for one in lines.values()} == {CONTRADICTED}


def test_a_line_proved_by_one_sum_stays_sure_where_another_fails() -> None:
    lines = {
        Measure.PROFIT_BEFORE_TAX: both(1208),
        Measure.OPERATING_PROFIT: both(1140),
        Measure.INTEREST_RECEIVABLE: both(68),
        Measure.TAX: both(298),
        Measure.PROFIT_FOR_YEAR: both(999),
    }
    settle(lines)

    assert lines[Measure.PROFIT_BEFORE_TAX].confidence == PROVED_TWICE
    assert lines[Measure.PROFIT_FOR_YEAR].confidence == CONTRADICTED


def test_thousands_may_be_out_by_one_and_pounds_may_not() -> None:
    pounds = {
        Measure.TURNOVER: both(45852),
        Measure.COST_OF_SALES: both(31685),
        Measure.GROSS_PROFIT: both(14168),
    }
    thousands = {
        Measure.TURNOVER: both(45852000, unit=1000),
        Measure.COST_OF_SALES: both(31685000, unit=1000),
        Measure.GROSS_PROFIT: both(14168000, unit=1000),
    }
    settle(pounds)
    settle(thousands)

    assert {one.confidence for one in pounds.values()} == {CONTRADICTED}
    assert {one.confidence for one in thousands.values()} == {PROVED_TWICE}


def test_noughts_prove_nothing() -> None:
    lines = {Measure.NET_ASSETS: both(0), Measure.EQUITY: both(0)}
    settle(lines)

    assert {one.confidence for one in lines.values()} == {AGREED}


def test_a_line_without_a_sum_is_as_sure_as_its_readings() -> None:
    assert both(10).confidence == AGREED >= SURE
    assert both(10, sure=0.3).confidence == DOUBTED < SURE
    assert either(10, 16).confidence == ALONE < SURE


@pytest.mark.parametrize(
    ("read", "wanted", "is_one"),
    [
        (426119, 126119, True),
        (1342, 11342, True),
        (11342, 1342, True),
        (-4441, 4441, True),
        (0, 0, False),
        (1234, 1243, False),
        (-1234, 1235, False),
        (12, 1234, False),
    ],
)
def test_one_letter_is_a_digit_a_bracket_or_a_digit_in_front(
    read: int, wanted: int, is_one: bool
) -> None:
    assert is_one_letter_off(Decimal(read), Decimal(wanted)) is is_one
