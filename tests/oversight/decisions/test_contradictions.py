"""Decisions that cannot all be true are all reopened, and nothing is settled by itself."""

from datetime import date

import pytest

from oversight.decisions import Contradiction
from tests.oversight.decisions.deciding import (
    CHARITY,
    DAY,
    NOT,
    SAME,
    UNDECIDED,
    A,
    B,
    decided,
    decision,
)

TURN = date(2020, 1, 1)


def test_one_text_that_is_decided_to_be_two_companies_is_neither() -> None:
    one, other = decision("Larkmoor", SAME, A), decision("Larkmoor", SAME, B, hour=1)
    held = decided(one, other)
    ruling = held.about("larkmoor", DAY)

    assert held.contradictions == (
        Contradiction(
            decisions=(one, other),
            why="the same owner is decided to be company:09000001 and company:09000002",
        ),
    )
    assert (ruling.same, ruling.undecided) == (None, {A, B})
    assert ruling.reopened == held.contradictions
    assert ruling.evidence == (one, other)


def test_same_and_not_the_same_on_the_same_days_reopen_both() -> None:
    always, since = decision("Larkmoor", SAME, A), decision("Larkmoor", NOT, A, valid_from=TURN)
    held = decided(always, since)

    assert held.reopened == {always, since}
    assert held.contradictions[0].why == (
        "'larkmoor' is decided to be company:09000001, and not to be"
    )
    assert held.about("larkmoor", date(2019, 1, 1)).same is None
    assert held.about("larkmoor", DAY).refused == frozenset()


def test_same_and_not_the_same_on_different_days_are_no_contradiction() -> None:
    held = decided(
        decision("Larkmoor", SAME, A, valid_to=TURN), decision("Larkmoor", NOT, A, valid_from=TURN)
    )

    assert held.contradictions == ()
    assert held.about("larkmoor", DAY).refused == {A}


def test_a_barrier_against_a_way_round_reopens_every_step_of_it() -> None:
    way = (
        decision("Fernhollow", SAME, CHARITY),
        decision("Larkmoor", SAME, CHARITY),
        decision("Larkmoor", SAME, A),
    )
    barrier = decision("Fernhollow", NOT, A)
    held = decided(*way, barrier)

    assert held.reopened == {*way, barrier}
    assert len(held.contradictions) == 1


def test_decisions_beside_the_way_are_left_as_they_are() -> None:
    beside = decision("Fernhollow", SAME, A)
    held = decided(beside, decision("Larkmoor", SAME, A), decision("Larkmoor", SAME, B))

    assert beside not in held.reopened
    assert held.about("fernhollow", DAY).same == A


def test_a_link_between_companies_that_is_refused_by_a_text_is_reopened() -> None:
    said = (decision(A, SAME, B), decision("Larkmoor", SAME, A), decision("Larkmoor", NOT, B))

    assert decided(*said).reopened == set(said)


def test_a_text_that_is_two_companies_leaves_the_barrier_between_them_standing() -> None:
    barrier = decision(A, NOT, B)
    both = (decision("Larkmoor", SAME, A), decision("Larkmoor", SAME, B))
    held = decided(barrier, *both, decision("Fernhollow", SAME, B))

    assert held.reopened == set(both)
    assert held.about("fernhollow", DAY).refused == {A}


def test_two_companies_of_one_charity_are_reopened_with_every_text_on_the_way() -> None:
    way = (
        decision("Larkmoor", SAME, A),
        decision("Larkmoor", SAME, CHARITY),
        decision("Fernhollow", SAME, CHARITY),
        decision("Fernhollow", SAME, B),
    )
    beside = decision("Ashdene", SAME, CHARITY)
    held = decided(*way, beside)

    assert held.reopened == set(way)
    assert held.about("ashdene", DAY).same == CHARITY


def test_a_text_that_contradicts_itself_draws_nobody_else_in() -> None:
    itself = (decision("Larkmoor", SAME, CHARITY), decision("Larkmoor", SAME, "none"))
    beside = (decision("Fernhollow", SAME, CHARITY), decision("Fernhollow", SAME, A))
    barrier = decision("Ashdene", NOT, "none")

    assert decided(*itself, *beside, barrier).reopened == set(itself)


def test_a_third_company_contradicts_two_that_are_one_without_parting_them() -> None:
    link, one = decision(A, SAME, B), decision("Larkmoor", SAME, B)
    third = decision("Larkmoor", SAME, "company:09000003")
    held = decided(link, one, third)

    assert held.reopened == {one, third}


@pytest.mark.parametrize("other", ["none", "person", "council:E10000016", "health:A Trust"])
def test_a_company_is_nothing_else_but_a_charity(other: str) -> None:
    assert decided(decision("x", SAME, A), decision("x", SAME, other)).contradictions != ()
    assert decided(decision("x", SAME, A), decision("x", SAME, CHARITY)).contradictions == ()


def test_exceptions_for_different_settings_are_no_contradiction() -> None:
    one, other = decision("x", SAME, A, "SC000001"), decision("x", SAME, B, "SC000002")

    assert decided(one, other).contradictions == ()


def test_exceptions_that_share_a_setting_contradict_one_another() -> None:
    general = decision("x", SAME, A)
    one = decision("x", SAME, A, "SC000001", "SC000002")
    other = decision("x", SAME, B, "SC000002")
    held = decided(general, one, other)

    assert held.reopened == {one, other}
    assert held.about("x", DAY).same == A
    assert held.about("x", DAY, "SC000001").same is None
    assert held.about("x", DAY, "SC000002").undecided == {A, B}


def test_a_barrier_for_one_setting_names_the_setting() -> None:
    held = decided(
        decision("x", SAME, CHARITY, "SC000001"),
        decision("x", NOT, CHARITY, "SC000001", valid_from=TURN),
    )

    assert held.contradictions[0].why == (
        "'x' (setting SC000001) is decided to be charity:1045678, and not to be"
    )


def test_a_decision_that_is_taken_back_contradicts_nothing() -> None:
    held = decided(
        decision("x", SAME, A), decision("x", SAME, B), decision("x", UNDECIDED, B, hour=1)
    )

    assert held.contradictions == ()
    assert held.about("x", DAY).same == A
    assert held.about("x", DAY).undecided == {B}


def test_a_contradiction_that_recurs_is_told_once() -> None:
    held = decided(
        decision("x", SAME, A),
        decision("x", SAME, B),
        decision("x", SAME, CHARITY, valid_from=TURN),
    )

    assert len(held.contradictions) == 1
