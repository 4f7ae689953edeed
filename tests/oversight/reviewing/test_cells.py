"""No cell is taken for a formula, and days come back from a spreadsheet as they were meant."""

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from oversight.reviewing.cells import NotReadError, day, guarded, moment, plain

APRIL = date(2020, 4, 1)


@given(st.text(st.sampled_from("'=+-@\t\r\nA1 \N{FULLWIDTH EQUALS SIGN}"), max_size=6))
def test_a_text_comes_back_from_its_cell_and_the_cell_is_no_formula(text: str) -> None:
    assert plain(guarded(text)) == text
    assert not guarded(text).startswith(("=", "+", "-", "@", "\t", "\r"))


def test_an_apostrophe_that_guards_nothing_is_part_of_the_text() -> None:
    assert plain("'Larkmoor'") == "'Larkmoor'"


@pytest.mark.parametrize(
    ("cell", "meant"),
    [
        ("", None),
        ("2020-04-01", APRIL),
        ("31/03/2020", date(2020, 3, 31)),
        ("3/31/2020", date(2020, 3, 31)),
        ("04/04/2020", date(2020, 4, 4)),
    ],
)
def test_a_day_is_read_where_it_can_mean_no_other(cell: str, meant: date | None) -> None:
    assert day(cell) == meant


def test_of_two_days_that_a_cell_may_mean_the_one_that_is_known_is_meant() -> None:
    assert day("01/04/2020", frozenset({APRIL})) == APRIL


@pytest.mark.parametrize(
    ("cell", "known"),
    [
        ("01/04/2020", frozenset[date]()),
        ("01/04/2020", frozenset({APRIL, date(2020, 1, 4)})),
        ("32/13/2020", frozenset[date]()),
        ("1 April 2020", frozenset[date]()),
        ("43922", frozenset[date]()),
    ],
)
def test_a_day_that_nobody_can_tell_is_refused(cell: str, known: frozenset[date]) -> None:
    with pytest.raises(NotReadError, match="write it as 2025-03-31"):
        day(cell, known)


def test_a_moment_has_a_zone() -> None:
    assert moment("2020-04-01T09:30+00:00") == datetime(2020, 4, 1, 9, 30, tzinfo=UTC)
    assert moment("") is None


@pytest.mark.parametrize("cell", ["2020-04-01T09:30", "2020-04-01", "yesterday"])
def test_a_moment_without_a_zone_is_refused(cell: str) -> None:
    with pytest.raises(NotReadError, match="is not a moment with its zone"):
        moment(cell)
