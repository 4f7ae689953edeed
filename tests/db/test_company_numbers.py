"""Company numbers as people write them."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.company_numbers import PATTERN, normalise, reads_as_united_kingdom, says_nothing

PREFIXES = (
    *("AC", "BR", "CE", "CS", "EN", "ES", "FC", "FE", "GE", "GN", "GS", "IP", "LP", "NA", "NC"),
    *("NF", "NI", "NL", "NO", "NP", "NR", "NZ", "OC", "OE", "R0", "RC", "RS", "SA", "SC", "SE"),
    *("SF", "SG", "SI", "SL", "SO", "SP", "SR", "SZ", "ZC"),
)


@pytest.mark.parametrize(
    ("written", "number"),
    [
        ("01234567", "01234567"),
        ("1234567", "01234567"),
        (" 12 34 567 ", "01234567"),
        ("No. 1234567", "01234567"),
        ("no 1234567", "01234567"),
        ("Company number: 01234567", "01234567"),
        ("Registered No 1234567", "01234567"),
        ("sc 12345", "SC012345"),
        ("OC301540", "OC301540"),
        ("NO012345", "NO012345"),
        ("R0123", "R0000123"),
        ("IP28282R", "IP28282R"),
        ("SP123R", "SP00123R"),
        ("RS001CUS", "RS001CUS"),
        ("OCPPPPPC", "OCPPPPPC"),
        ("NI12345A", "NI12345A"),
    ],
)
def test_a_number_is_padded_and_rid_of_its_label(written: str, number: str) -> None:
    assert normalise(written) == number


@pytest.mark.parametrize("prefix", PREFIXES)
def test_every_known_prefix_is_taken(prefix: str) -> None:
    assert normalise(f"{prefix}12345") == f"{prefix}012345"


@pytest.mark.parametrize(
    "written",
    [
        "012345678",
        "XX123456",
        "CHA123456",
        "IE123456",
        "12-345678",
        "00000000",
        "0",
        "SC",
        "",
        None,
    ],
)
def test_what_is_no_number_stays_none(written: str | None) -> None:
    assert normalise(written) is None


def test_a_digit_of_another_script_is_no_digit() -> None:
    assert normalise("٠١٢٣٤٥٦٧") is None


@given(st.text() | st.from_regex(r"[A-Za-z]{0,2} ?[0-9]{1,9}[A-Z]?", fullmatch=True))
def test_a_normal_number_has_eight_characters_and_stays_as_it_is(written: str) -> None:
    number = normalise(written)

    if number is not None:
        assert len(number) == 8
        assert re.fullmatch(PATTERN, number)
        assert normalise(number) == number


@pytest.mark.parametrize(
    "written", ["n/a", "N/A", "none", "-", "  ", "0000", "Not applicable", None]
)
def test_what_people_write_for_nothing_says_nothing(written: str | None) -> None:
    assert says_nothing(written)


def test_foreign_numbers_say_something() -> None:
    assert not says_nothing("B123.456")


@pytest.mark.parametrize(
    ("country", "place"),
    [
        ("England & Wales", None),
        ("England And Wales", "Anything"),
        ("U.K.", None),
        ("Scotland", None),
        ("united kingdom (northern ireland)", None),
        (None, "Companies House"),
        (None, "Companies House, Cardiff"),
        (None, "Registrar Of Companies"),
        ("", "Registrar Of Companies For England And Wales"),
        (None, "Companies House Register"),
        ("Companies House", "England"),
        ("Companies House Register", None),
        ("British", "Companies House"),
        ("British", None),
        ("E&W", None),
        ("E & W", "Companies House"),
        ("U K", None),
        ("GBR", None),
        ("N. Ireland", None),
        ("N.Ireland", None),
    ],
)
def test_the_united_kingdom_is_read_in_its_many_spellings(
    country: str | None, place: str | None
) -> None:
    assert reads_as_united_kingdom(country, place)


@pytest.mark.parametrize(
    ("country", "place"),
    [
        (None, None),
        ("West Yorkshire", None),
        ("Jersey", "Companies House"),
        ("New South Wales", None),
        ("Minnesota, Usa", None),
        (None, "Companies House Malta"),
        (None, "Ukraine"),
        ("Jersey, England", None),
        ("Gibraltar, UK", "Companies House"),
        ("United Kingdom", "Jersey Financial Services Commission"),
        ("United Kingdom", "Guernsey Registry"),
        ("UK", "Isle of Man Companies Registry"),
        ("British", "Jersey"),
        ("British", "Registry of Malta"),
        ("British Virgin Islands", None),
        ("British Columbia", "Companies House"),
        ("Companies House", "Dublin"),
        ("Republic of Ireland", None),
    ],
)
def test_elsewhere_is_not_the_united_kingdom(country: str | None, place: str | None) -> None:
    assert not reads_as_united_kingdom(country, place)
