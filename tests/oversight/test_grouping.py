"""How right groups are, item by item and pair by pair."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from oversight.measures.grouping import BCubed, adjusted_rand, b_cubed

TRUE = {"a": 1, "b": 1, "c": 1, "d": 2, "e": 2}


def test_groups_as_they_truly_are_are_wholly_right() -> None:
    named_otherwise = {"a": "x", "b": "x", "c": "x", "d": "y", "e": "y"}

    assert b_cubed(named_otherwise, TRUE) == BCubed(precision=1.0, recall=1.0)
    assert adjusted_rand(named_otherwise, TRUE) == 1.0


def test_what_is_wrongly_put_together_costs_precision_and_no_recall() -> None:
    # Of each of three, 3 of 5 are right; of each of two, 2 of 5.
    found = b_cubed(dict.fromkeys(TRUE, "all"), TRUE)

    assert found.precision == pytest.approx((3 * 3 / 5 + 2 * 2 / 5) / 5)
    assert found.recall == 1.0


def test_what_is_in_no_group_stands_alone_and_costs_recall() -> None:
    found = b_cubed({"a": "x", "b": "x"}, TRUE)

    assert found.precision == 1.0
    assert found.recall == pytest.approx((2 / 3 + 2 / 3 + 1 / 3 + 1 / 2 + 1 / 2) / 5)


def test_nobody_found_shares_a_group_with_one_that_is_alone() -> None:
    assert b_cubed({"a": "b"}, {"a": 1, "b": 2}) == BCubed(precision=1.0, recall=1.0)


def test_each_counts_by_its_places_and_one_without_any_is_left_out() -> None:
    found = {"a": "x", "b": "x", "d": "x"}
    places = {"a": 6.0, "b": 2.0, "d": 2.0, "e": 0.0}

    measured = b_cubed(found, TRUE, places)

    assert measured.precision == pytest.approx((6 * 0.8 + 2 * 0.8 + 2 * 0.2) / 10)
    assert measured.recall == 1.0


def test_of_nothing_nothing_is_wrong() -> None:
    assert b_cubed({}, {}) == BCubed(precision=1.0, recall=1.0)
    assert adjusted_rand({}, {}) == 1.0


def test_the_adjusted_rand_index_is_that_of_a_table_counted_by_hand() -> None:
    # 4 pairs found together, 4 truly, 2 both, of 10; by chance 1.6.
    found = {"a": "x", "b": "x", "c": "y", "d": "y", "e": "y"}

    assert adjusted_rand(found, TRUE) == pytest.approx((2 - 1.6) / (4 - 1.6))


def test_all_apart_where_some_belong_together_is_no_better_than_chance() -> None:
    assert adjusted_rand({}, TRUE) == 0.0


labels = st.dictionaries(st.sampled_from("abcdefgh"), st.integers(0, 3), max_size=8)


@given(labels, labels)
def test_what_is_found_measured_by_what_is_true_is_the_other_way_round(
    one: dict[str, int], other: dict[str, int]
) -> None:
    whole = {item: one.get(item, 9) for item in other}
    there, back = b_cubed(whole, other), b_cubed(other, whole)

    assert there.precision == pytest.approx(back.recall)
    assert there.recall == pytest.approx(back.precision)
    assert 0 < there.precision <= 1
    assert adjusted_rand(whole, other) == pytest.approx(adjusted_rand(other, whole))
