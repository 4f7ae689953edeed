"""Names are folded where drift differs, and never where companies of one group do."""

import pytest

from oversight.matching.likeness import forbidden, is_a_slip, likeness
from oversight.matching.names import name_of
from oversight.matching.vocabulary import telling


@pytest.mark.parametrize(
    ("text", "loose"),
    [
        ("The Larkmoor Care Limited", "larkmoorcare"),
        ("LARKMOOR CARE (UK) LTD", "larkmoorcare"),
        ("Larkmoor Care Ltd t/a Larkmoor House", "larkmoorcare"),
        ("Larkmoor Care Ltd T/As Larkmoor House", "larkmoorcare"),
        ("Larkmoor Care trading as Larkmoor House", "larkmoorcare"),
        ("Lark Moor & Care CIC", "larkmoorandcare"),
        ("Larkmoor Care - company number 09000003", "larkmoorcare"),
        ("t/a Larkmoor", "talarkmoor"),
    ],
)
def test_what_drifts_is_folded(text: str, loose: str) -> None:
    assert name_of(text).loose == loose


@pytest.mark.parametrize(
    ("one", "other", "why"),
    [
        ("Larkmoor Topco Limited", "Larkmoor Bidco Limited", "bidco, topco"),
        ("Larkmoor Two Limited", "Larkmoor 3 Limited", "2, 3"),
        ("Larkmoor II Ltd", "Larkmoor IV Ltd", "2, 4"),
        ("Larkmoor Care (North) Ltd", "Larkmoor Care (South) Ltd", "north, south"),
        ("Larkmoor Care LLP", "Larkmoor Care Limited", "a partnership"),
        ("Larkmoor S.à r.l.", "Larkmoor Limited", "another country"),
        ("Larkmoor B.V.", "Larkmoor Limited", "another country"),
    ],
)
def test_what_tells_companies_of_one_group_apart_forbids_a_match(
    one: str, other: str, why: str
) -> None:
    found = forbidden(name_of(one), name_of(other))

    assert found is not None
    assert why in found


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Larkmoor Two Ltd", "Larkmoor 2 Limited"),
        ("Larkmoor III Ltd", "Larkmoor 3 Limited"),
        ("Larkmoor IX Ltd", "Larkmoor Nine Limited"),
        ("Larkmoor XII", "Larkmoor 12 LLP"),
    ],
)
def test_numerals_written_otherwise_are_the_same(one: str, other: str) -> None:
    assert forbidden(name_of(one), name_of(other)) is None


def test_a_name_without_such_words_tells_nothing() -> None:
    assert telling(("larkmoor", "care")) == frozenset()


def test_sector_words_weigh_little() -> None:
    by_brand = likeness(name_of("Larkmoor Homes"), name_of("Larkmoor Fostering"))
    by_sector = likeness(name_of("Larkmoor Care Homes"), name_of("Fernhollow Care Homes"))

    assert by_brand == pytest.approx(2 / 2.4)
    assert by_sector == pytest.approx(0.8 / 2.8)


def test_the_order_of_words_says_nothing_of_likeness() -> None:
    assert likeness(name_of("Care Larkmoor"), name_of("Larkmoor Care")) == pytest.approx(1)


def test_a_name_without_words_is_like_none() -> None:
    assert likeness(name_of("..."), name_of("...")) == 0


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("Larkmoor Caer", True),
        ("Lrkmoor Care", True),
        ("Lark moor Care", True),
        ("Larkmoors Cares", True),
        ("Larkmoors Carers", False),
        ("Larkham Care", False),
    ],
)
def test_a_slip_is_a_letter_or_two_in_a_long_name(text: str, *, is_one: bool) -> None:
    assert is_a_slip(name_of(text), name_of("Larkmoor Care Ltd")) is is_one


def test_short_names_and_names_of_a_group_are_no_slips_of_each_other() -> None:
    assert not is_a_slip(name_of("NH Care"), name_of("NT Care"))
    assert not is_a_slip(name_of("Larkmoor Care 1"), name_of("Larkmoor Care 2"))
