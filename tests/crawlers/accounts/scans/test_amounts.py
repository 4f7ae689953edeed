"""Amounts as a recogniser spells them."""

import pytest

from crawlers.accounts.scans.amounts import clean, is_amount, is_dash


@pytest.mark.parametrize(
    ("recognised", "printed"),
    [
        ("45,852", "45,852"),
        ("(31,685)", "(31,685)"),
        ("{31,685)", "(31,685)"),
        ("[31,685]", "(31,685)"),
        ("£1,234", "£1,234"),
        ("2,009, 849", "2,009,849"),
        ("7", "7"),
        ("£’000", "£000"),
        ("£'000", "£000"),
        ("£7000", "£000"),
        ("E000", "£000"),
        ("—", "-"),
        ("Turnover", "Turnover"),
        ("30 September 2016", "30 September 2016"),
        ("1,2", "1,2"),
        ("12.50", "12.50"),
    ],
)
def test_what_is_spelt_as_a_printer_would_is_trusted(recognised: str, printed: str) -> None:
    assert clean(recognised) == (printed, 1.0)


@pytest.mark.parametrize(
    ("recognised", "printed"),
    [
        ("45.852", "45,852"),
        ("2.009,849", "2,009,849"),
        ("4S,852", "45,852"),
        ("4l,8O2", "41,802"),
        ("(31,685", "(31,685)"),
        ("31,685)", "(31,685)"),
        ("31,685}", "31,685"),
    ],
)
def test_what_had_to_be_mended_is_doubtful(recognised: str, printed: str) -> None:
    assert clean(recognised) == (printed, 0.4)


def test_a_stroke_beside_a_number_is_no_digit_of_it() -> None:
    assert clean("|45,852") == ("45,852", 1.0)


def test_a_dash_is_one_stroke_or_two_and_three_are_a_rule() -> None:
    assert is_dash("-")
    assert is_dash("––")
    assert not is_dash("———")
    assert not is_dash("-5")


def test_a_year_and_a_word_are_no_amounts() -> None:
    assert not is_amount("2016")
    assert not is_amount("Note")
    assert is_amount("(1,979)")
    assert is_amount("-")
