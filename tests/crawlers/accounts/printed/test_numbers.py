from decimal import Decimal

import pytest

from crawlers.accounts.line import Cell
from crawlers.accounts.printed.numbers import amount, is_note


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1,234", 1234),
        ("(1,234)", -1234),
        ("(1,234 )", -1234),
        ("(1,234", -1234),
        ("£(500)", -500),
        ("(£500)", -500),
        ("-500", -500),
        ("\u2212 500", -500),
        ("[500]", -500),
        ("-", 0),
        ("\u2013", 0),
        ("nil", 0),
        ("£Nil", 0),
    ],
)
def test_an_amount_is_read_with_its_sign(text: str, value: int) -> None:
    assert amount(Cell(text=text)) == Decimal(value)


def test_pence_are_kept() -> None:
    assert amount(Cell(text="12.50")) == Decimal("12.50")


def test_a_bracket_that_only_the_style_draws_makes_a_loss() -> None:
    assert amount(Cell(text="500", is_negative=True)) == Decimal(-500)


@pytest.mark.parametrize("text", ["", "Turnover", "12%", "4.", "1,2345", "2 - 3", "£"])
def test_what_is_no_amount_gives_none(text: str) -> None:
    assert amount(Cell(text=text)) is None


@pytest.mark.parametrize(
    ("text", "value"),
    [("1.234.567", 1234567), ("27 240 615", 27240615), ("{5,OOO)", -5000), ("l2", 12), ("-", 0)],
)
def test_misread_digits_are_mended_in_recognised_print(text: str, value: int) -> None:
    assert amount(Cell(text=text), is_recognised=True) == Decimal(value)


def test_recognised_words_are_no_amount() -> None:
    assert amount(Cell(text="SOIL"), is_recognised=True) is None


@pytest.mark.parametrize("text", ["4", "12a", "5, 6", "2.1", "7 & 8"])
def test_the_number_of_a_note_is_known(text: str) -> None:
    assert is_note(Cell(text=text))


@pytest.mark.parametrize("text", ["1,234", "(4)", "Note", "61", "-"])
def test_other_numbers_are_no_notes(text: str) -> None:
    assert not is_note(Cell(text=text))
