"""What is shown in a tag becomes the number that its format says, or none at all."""

from contextlib import suppress
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawlers.accounts.tags.numbers import NotANumberError, number


@pytest.mark.parametrize(
    ("text", "form", "value"),
    [
        ("1234", "", "1234"),
        ("1,234", "", "1234"),
        (" 12.50 ", "", "12.50"),
        ("1,234,567.89", "numcommadot", "1234567.89"),
        ("1234567", "numdotdecimal", "1234567"),
        ("1 234 567.8", "numspacedot", "1234567.8"),
        ("1\u00a0234", "numdotdecimal", "1234"),
        ("1’234.5", "numdotdecimalapos", "1234.5"),
        ("12,34,567", "numdotdecimalin", "1234567"),
        ("5", "numdotdecimalin", "5"),
        (".5", "numdotdecimal", "0.5"),
        ("1.234.567,89", "numdotcomma", "1234567.89"),
        ("1 234,5", "numspacecomma", "1234.5"),
        ("1234,5", "numcomma", "1234.5"),
        ("1.234", "numcommadecimal", "1234"),
        ("1,234 pounds 5 pence", "numunitdecimal", "1234.05"),
        ("12 pounds 50", "numunitdecimal", "12.50"),
        ("1,23,456 rupees 50 paise", "numunitdecimalin", "123456.50"),
        ("-", "zerodash", "0"),
        ("—", "numdash", "0"),
        ("nil", "fixedzero", "0"),
        ("–", "numdotdecimal", "0"),
        ("£1,234", "numdotdecimal", "1234"),
        ("-1,234", "numdotdecimal", "-1234"),
        ("- £12", "", "-12"),
        ("1" + "0" * 30, "", "1" + "0" * 30),
    ],
)
def test_each_format_gives_its_number(text: str, form: str, value: str) -> None:
    assert number(text, form) == Decimal(value)


@pytest.mark.parametrize(
    ("text", "form", "problem"),
    [
        ("", "", "is no number"),
        ("", "numdotdecimal", "is no number of format numdotdecimal"),
        ("twelve", "numdotdecimal", "is no number"),
        ("1,23", "numdotdecimal", "is no number"),
        ("1.234,5", "numdotdecimal", "is no number"),
        ("1,234.5", "numdotcomma", "is no number"),
        ("1.23", "numdotcomma", "is no number"),
        ("1.2.3", "", "is no number"),
        ("12%", "", "is no number"),
        ("1234", "zerodash", "is for nothing"),
        ("1", "fixedzero", "is for nothing"),
        ("(500)", "numdotdecimal", "brackets in its tag, and no sign"),
        ("12 pounds", "numunitdecimal", "no whole and hundredths"),
        ("1,2 pounds 50", "numunitdecimal", "is no number"),
        ("12", "numdotdecimalblahblah", "format 'numdotdecimalblahblah' is not known"),
        ("9" * 61, "", "is no number"),
        ("9" * 200, "numdotdecimal", "a text of 200 letters"),
    ],
)
def test_what_is_no_number_of_its_format_is_none(text: str, form: str, problem: str) -> None:
    with pytest.raises(NotANumberError, match=problem):
        number(text, form)


@pytest.mark.parametrize(
    ("text", "scale", "is_negative", "value"),
    [
        ("12", "3", False, "12000"),
        ("1.25", "6", True, "-1250000"),
        ("12", "-2", False, "0.12"),
        ("12", "0", False, "12"),
        ("500", None, True, "-500"),
        ("(500)", None, True, "-500"),
        ("-500", None, True, "-500"),
        ("-", "3", True, "0"),
        ("0", None, True, "0"),
    ],
)
def test_scale_and_sign_are_applied_once(
    text: str, scale: str | None, is_negative: bool, value: str
) -> None:
    found = number(text, "numdotdecimal", scale=scale, is_negative=is_negative)

    assert (found, found.is_signed()) == (Decimal(value), value.startswith("-"))


@pytest.mark.parametrize(
    ("scale", "problem"),
    [("thousand", "is no whole number"), ("31", "beyond any sum"), ("-999999999", "beyond")],
)
def test_a_scale_beyond_sense_is_a_problem(scale: str, problem: str) -> None:
    with pytest.raises(NotANumberError, match=problem):
        number("12", "", scale=scale)


@given(st.integers(0, 10**20), st.integers(-3, 9), st.booleans())
def test_what_is_printed_with_commas_is_read_back(
    value: int, scale: int, is_negative: bool
) -> None:
    found = number(f"{value:,}", "numcommadot", scale=str(scale), is_negative=is_negative)

    assert found == Decimal(value).scaleb(scale) * (-1 if is_negative else 1)


@given(st.decimals(0, 10**12, places=2))
def test_both_ways_of_writing_decimals_say_the_same(value: Decimal) -> None:
    with_dot = f"{value:,f}"
    with_comma = with_dot.translate(str.maketrans({",": ".", ".": ","}))

    assert number(with_dot, "numdotdecimal") == value
    assert number(with_comma, "numcommadecimal") == value


@given(st.text(max_size=30), st.sampled_from(["", "numdotdecimal", "numdotcomma", "numdash"]))
def test_any_text_gives_a_finite_number_or_is_refused(text: str, form: str) -> None:
    with suppress(NotANumberError):
        assert number(text, form).is_finite()
