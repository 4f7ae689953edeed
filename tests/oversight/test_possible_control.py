"""Control by bounds: certain on lower ends, possible on upper, and nothing else."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.records import Capacity, Control
from oversight.bands import Band, Low, together
from oversight.graph import ControlGraph
from oversight.links import MayHold, Right
from tests.oversight.ownership import NUMBERS, entry, graph, registers

A, B, C, D, E, F, G, H = NUMBERS


def exactly(holder: str, company: str, share: float) -> Control:
    """A holding whose size is known, as no register here publishes it."""
    ends: dict[str, Any] = {"votes_min": share, "votes_min_open": False, "votes_max": share}
    return entry(holder, company).model_copy(update=ends)


def a_quarter(holder: str, company: str) -> Control:
    """A holding of more than 25% and at most 50%."""
    return entry(holder, company, 0.25).model_copy(update={"votes_max": 0.5})


def certain(drawn: ControlGraph) -> list[tuple[str, str]]:
    return [(parent, one) for parent in drawn.parents for one in drawn.subsidiaries(parent)]


def only_possible(drawn: ControlGraph, parent: str) -> list[str]:
    return sorted({*drawn.possible_subsidiaries(parent)} - {*drawn.subsidiaries(parent)})


def test_a_chain_of_majorities_with_a_minority_back_controls_downwards_alone() -> None:
    drawn = graph(exactly(A, B, 0.8), exactly(B, C, 0.8), exactly(C, A, 0.2))

    assert certain(drawn) == [(A, B), (A, C), (B, C)]
    assert [only_possible(drawn, one) for one in (A, B, C)] == [[], [], []]


def test_three_that_each_hold_30_per_cent_of_the_other_two_control_nobody() -> None:
    pairs = [(one, other) for one in (A, B, C) for other in (A, B, C) if one != other]
    drawn = graph(*(exactly(one, other, 0.3) for one, other in pairs))

    assert certain(drawn) == []


def test_one_fifth_and_two_fifths_held_by_two_subsidiaries_are_control_for_certain() -> None:
    drawn = graph(exactly(A, B, 1.0), exactly(A, D, 0.8), exactly(B, C, 0.2), exactly(D, C, 0.4))

    assert certain(drawn) == [(A, B), (A, C), (A, D)]


def test_a_chain_of_51_per_cent_is_control_to_its_end() -> None:
    drawn = graph(exactly(A, B, 0.51), exactly(B, C, 0.51), exactly(C, D, 0.51))

    assert certain(drawn) == [(A, B), (A, C), (A, D), (B, C), (B, D), (C, D)]


def test_more_than_half_and_less_than_three_quarters_controls_alone() -> None:
    ends = {"votes_max": 0.75, "votes_max_open": True}
    half_to_three_quarters = entry(A, B, 0.5).model_copy(update=ends)

    assert certain(graph(half_to_three_quarters)) == [(A, B)]


def test_two_quarters_and_more_under_one_parent_are_control_for_certain() -> None:
    quarters = (a_quarter(B, D), a_quarter(C, D))

    assert (A, D) in certain(graph(entry(A, B), entry(A, C), *quarters))


def test_half_and_half_is_possible_for_both_and_certain_for_neither() -> None:
    drawn = graph(exactly(A, C, 0.5), exactly(B, C, 0.5))

    assert certain(drawn) == []
    assert [only_possible(drawn, one) for one in (A, B)] == [[C], [C]]
    assert drawn.control_parent(C) is None


def of_three_quarters(*holders: str) -> list[Control]:
    """Each of them has more than a quarter of F, so that none has half."""
    return [a_quarter(one, F) for one in holders]


def test_of_three_none_of_whom_may_have_half_two_under_one_possible_parent_may() -> None:
    halves = (exactly(A, B, 0.5), exactly(G, B, 0.5))
    drawn = graph(*halves, entry(A, C), *of_three_quarters(B, C, D))

    assert F not in drawn.subsidiaries(A)
    assert only_possible(drawn, A) == [B, F]
    assert F not in drawn.possible_subsidiaries(G)
    assert F not in drawn.possible_subsidiaries(D)


def test_it_is_said_through_whom_and_how_much_they_may_have_between_them() -> None:
    halves = (exactly(A, B, 0.5), exactly(G, B, 0.5))
    drawn = graph(*halves, entry(A, C), *of_three_quarters(B, C, D))
    (link,) = drawn.possible_members(A)[F]

    assert isinstance(link, MayHold)
    assert link.right is Right.OTHER
    assert link.over(str) == (
        f"holds, through {B} and {C} together, more than 50% and less than 75% of the votes of {F}"
    )
    assert [(one.parent, one.subsidiary) for one in link.parts] == [(A, B), (B, F), (A, C), (C, F)]


def test_what_may_be_so_found_leads_on_to_what_is_below_it() -> None:
    halves = (exactly(A, B, 0.5), exactly(G, B, 0.5))
    drawn = graph(*halves, entry(A, C), *of_three_quarters(B, C, D), entry(F, H))

    assert only_possible(drawn, A) == [B, F, H]


@pytest.mark.parametrize("capacity", [Capacity.AS_TRUST, Capacity.AS_FIRM])
def test_what_a_trust_holds_is_possible_for_whoever_is_entered_and_no_more(
    capacity: Capacity,
) -> None:
    trustees = [entry(one, C).model_copy(update={"capacity": capacity}) for one in (A, B)]
    drawn = graph(*trustees)

    assert certain(drawn) == []
    assert [only_possible(drawn, one) for one in (A, B)] == [[C], [C]]


def test_an_upper_end_is_no_higher_than_what_others_leave() -> None:
    half = Band(0.25, low_open=True, high=0.5, high_open=False)
    any_majority = Band(0.5, low_open=True, high=1, high_open=False)

    assert half.beside(Low(0.25, is_open=True)) == half
    assert str(any_majority.beside(Low(0.25, is_open=True))) == "more than 50% and less than 75%"
    assert str(any_majority.beside(Low(0.25, is_open=False))) == "more than 50% and at most 75%"


def test_beside_three_quarters_another_has_a_quarter_at_most_and_not_more() -> None:
    quarter = Band(0.25, low_open=True, high=0.5, high_open=False)
    left = quarter.beside(Low(0.75, is_open=False))

    assert (left.high, left.high_open, left.low, left.low_open) == (0.25, False, 0.25, True)


def test_what_several_have_together_is_the_whole_at_the_most() -> None:
    band = Band(0.25, low_open=True, high=0.5, high_open=False)

    assert str(together([band] * 3, Low(0.0, is_open=False))) == "more than 75%"


@given(registers)
def test_a_certain_group_is_inside_the_possible_one(register: list[Control]) -> None:
    drawn = graph(*register, companies=tuple(NUMBERS))

    for head, members in drawn.groups.items():
        assert {*members} - {head} <= {*drawn.possible_subsidiaries(head)}
        assert not {*members} & drawn.possible_members(head).keys()


@given(registers, st.permutations(NUMBERS))
def test_other_numbers_give_the_same_graph_under_other_numbers(
    register: list[Control], others: list[str]
) -> None:
    other = dict(zip(NUMBERS, others, strict=True))
    relabelled = [
        one.model_copy(
            update={
                "company_number": other[one.company_number],
                "holder_company_number": other[one.holder_company_number or ""],
            }
        )
        for one in register
    ]
    drawn, again = graph(*register), graph(*relabelled)

    assert sorted((other[p], other[s]) for p, s in certain(drawn)) == certain(again)
    assert {other[one]: {*map(other.get, below)} for one, below in possible(drawn).items()} == {
        one: {*below} for one, below in possible(again).items()
    }


def possible(drawn: ControlGraph) -> dict[str, tuple[str, ...]]:
    return {one: drawn.possible_subsidiaries(one) for one in sorted(drawn.certain)}


stakes = st.tuples(st.sampled_from(NUMBERS[:4]), st.sampled_from(NUMBERS[4:]))
within_the_whole = st.lists(stakes, max_size=8, unique=True).map(
    lambda pairs: [a_quarter(p, c) for p, c in pairs]
)


@given(within_the_whole, stakes)
def test_a_larger_share_takes_nothing_from_whoever_has_it(
    register: list[Control], raised: tuple[str, str]
) -> None:
    holder, company = raised
    lone = [one for one in register if one.company_number != company]
    before = graph(*lone, a_quarter(holder, company))
    after = graph(*lone, entry(holder, company, 0.75))

    assert {*before.subsidiaries(holder)} <= {*after.subsidiaries(holder)}
    assert {*before.possible_subsidiaries(holder)} <= {*after.possible_subsidiaries(holder)}
