"""What several subsidiaries hold of a company is their parent's, as far as it surely adds up."""

from random import Random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.records import Capacity, Control
from oversight.contradictions import uncontradicted
from oversight.graph import ControlGraph
from oversight.links import Joint, Right
from tests.oversight.ownership import NUMBERS, entry, graph, person, registers
from tests.oversight.truth import COMPANIES, World, filed, subsidiaries, worlds

PARENT, ONE, OTHER, TARGET = "09000001", "09000004", "09000005", "09000003"
"""A parent of two undertakings, each of which holds something of a fourth."""
BOTH = (entry(PARENT, ONE), entry(PARENT, OTHER))


def held_by(*holders: str, votes: float = 0.25, **more: Any) -> tuple[Control, ...]:
    """Entries by which each of them holds more than a quarter of the target."""
    return tuple(entry(holder, TARGET, votes, **more) for holder in holders)


def together(drawn: ControlGraph, parent: str = PARENT, company: str = TARGET) -> Joint:
    """How a parent controls a company through several."""
    found = drawn.link(parent, company)
    assert isinstance(found, Joint)
    return found


def joint(drawn: ControlGraph) -> list[tuple[str, str]]:
    """Who controls whom through several only."""
    return [
        (parent, company)
        for parent, company in sorted(drawn.certain.edges)
        if isinstance(drawn.link(parent, company), Joint)
    ]


def test_two_subsidiaries_with_more_than_a_quarter_each_give_their_parent_certain_control() -> None:
    drawn = graph(*BOTH, *held_by(ONE, OTHER))

    assert drawn.subsidiaries(PARENT) == (TARGET, ONE, OTHER)
    assert drawn.groups == {PARENT: (PARENT, TARGET, ONE, OTHER)}
    assert [link.subsidiary for link in drawn.chain(PARENT, TARGET)] == [TARGET]


def test_it_is_said_through_whom_and_every_entry_is_kept_from_the_parent_down() -> None:
    found = together(graph(*BOTH, *held_by(ONE, OTHER)))

    assert found.over(str) == (
        "holds, through 09000004 and 09000005 together, more than 50% of the votes of 09000003"
    )
    assert [(part.parent, part.subsidiary) for part in found.parts] == [
        (PARENT, ONE),
        (ONE, TARGET),
        (PARENT, OTHER),
        (OTHER, TARGET),
    ]
    assert found.cite == found.parts[1].cite
    assert found.right is Right.VOTES


def test_a_quarter_and_a_half_are_more_than_three_quarters() -> None:
    half = {"votes_min": 0.5, "votes_min_open": False, "votes_max": 0.5}
    exactly = entry(OTHER, TARGET).model_copy(update=half)

    assert "more than 75% of the votes" in together(graph(*BOTH, *held_by(ONE), exactly)).over(str)


def test_two_exact_quarters_are_no_majority() -> None:
    quarters = [
        one.model_copy(update={"votes_min": 0.25, "votes_min_open": False, "votes_max": 0.25})
        for one in held_by(ONE, OTHER)
    ]

    assert joint(graph(*BOTH, *quarters)) == []


def test_of_three_holders_of_whom_none_may_have_half_two_under_one_parent_have_it() -> None:
    drawn = graph(*BOTH, *held_by(ONE, OTHER, "09000006"))

    assert drawn.possible == ()
    assert joint(drawn) == [(PARENT, TARGET)]


def test_of_three_under_one_parent_all_three_are_named() -> None:
    third = "09000006"
    found = together(graph(*BOTH, entry(PARENT, third), *held_by(ONE, OTHER, third)))

    assert found.over(str) == (
        "holds, through 09000004, 09000005 and 09000006 together, more than 75% of the votes of"
        " 09000003"
    )


def test_the_lowest_parent_of_all_has_it_and_those_above_are_parents_by_way_of_it() -> None:
    drawn = graph(entry("09000008", PARENT), *BOTH, *held_by(ONE, OTHER))

    assert joint(drawn) == [(PARENT, TARGET)]
    assert [link.subsidiary for link in drawn.chain("09000008", TARGET)] == [PARENT, TARGET]


def test_a_parent_of_one_of_two_holders_alone_has_none_of_it() -> None:
    drawn = graph(*BOTH, entry("09000006", "09000007"), *held_by(ONE, "09000007"))

    assert joint(drawn) == []
    assert TARGET not in drawn.subsidiaries(PARENT)


def test_where_one_holder_has_a_majority_alone_nothing_is_added() -> None:
    drawn = graph(*BOTH, *held_by(ONE, votes=0.5), *held_by(OTHER))

    assert joint(drawn) == []
    assert [link.subsidiary for link in drawn.chain(PARENT, TARGET)] == [ONE, TARGET]


def test_a_parents_own_stake_and_its_subsidiarys_may_be_one_and_are_not_added() -> None:
    drawn = graph(entry(PARENT, ONE), *held_by(PARENT, ONE))

    assert joint(drawn) == []
    assert TARGET not in drawn.subsidiaries(PARENT)


def test_where_a_parent_is_entered_with_less_than_its_subsidiaries_have_nothing_is_certain() -> (
    None
):
    drawn = graph(*BOTH, *held_by(PARENT, ONE, OTHER))

    assert drawn.subsidiaries(PARENT) == (ONE, OTHER)


def test_beside_the_majority_of_an_ultimate_parent_the_one_between_has_it_too() -> None:
    top = "09000008"
    drawn = graph(entry(top, PARENT), *BOTH, *held_by(top, votes=0.5), *held_by(ONE, OTHER))

    assert joint(drawn) == [(PARENT, TARGET)]
    assert drawn.control_parent(TARGET) == PARENT


def test_holders_that_may_stand_above_each_other_may_have_one_stake() -> None:
    influence = entry(ONE, OTHER, None, significant_influence=True)

    assert joint(graph(*BOTH, influence, *held_by(ONE, OTHER))) == []


def test_holders_of_whom_one_is_found_to_stand_above_the_other_have_one_stake() -> None:
    below = (entry(ONE, "09000006"), entry(ONE, "09000007"))
    through_two = (entry("09000006", OTHER, 0.25), entry("09000007", OTHER, 0.25))
    drawn = graph(entry(PARENT, ONE), *below, *through_two, *held_by(ONE, OTHER))

    assert joint(drawn) == [(ONE, OTHER)]
    assert drawn.subsidiaries(PARENT) == (ONE, OTHER, "09000006", "09000007")


def test_persons_stakes_are_never_a_parents() -> None:
    assert joint(graph(*BOTH, *held_by(ONE), person("Ann", 0.25))) == []


def test_in_a_register_of_more_than_the_whole_nothing_is_added() -> None:
    assert joint(graph(*BOTH, *held_by(ONE, OTHER), person("Ann", 0.5))) == []


def test_in_a_register_whose_majorities_contradict_each_other_nothing_is_added() -> None:
    top, rivals = "09000008", ("09000006", "09000007")
    ultimate = [entry(top, rival) for rival in rivals]
    drawn = graph(*BOTH, *ultimate, *held_by(top, *rivals, votes=0.5), entry(ONE, top, 0.25))

    assert (top, TARGET) in drawn.certain.edges
    assert joint(drawn) == []


def test_what_rests_on_holders_whose_own_parent_is_contradicted_falls_with_it() -> None:
    rival = entry("09000006", OTHER)

    assert joint(graph(*BOTH, rival, *held_by(ONE, OTHER))) == []


@pytest.mark.parametrize("capacity", [Capacity.AS_FIRM, Capacity.AS_TRUST])
def test_a_stake_of_a_trust_or_a_firm_is_not_added(capacity: Capacity) -> None:
    stake = entry(OTHER, TARGET, 0.25).model_copy(update={"capacity": capacity})

    assert joint(graph(*BOTH, *held_by(ONE), stake)) == []


def in_shares(control: Control) -> Control:
    """The same stake, of shares."""
    votes = ("min", "min_open", "max", "max_open")
    moved = {f"shares_{end}": getattr(control, f"votes_{end}") for end in votes}
    return control.model_copy(update=moved | {f"votes_{end}": None for end in votes})


def test_shares_are_added_where_no_votes_are_published() -> None:
    found = together(graph(*BOTH, *map(in_shares, held_by(ONE, OTHER))))

    assert found.right is Right.SHARES
    assert found.over(str).endswith("of the shares of 09000003, whose votes are not published")


def test_shares_and_votes_are_not_added_to_each_other() -> None:
    assert joint(graph(*BOTH, *held_by(ONE), in_shares(entry(OTHER, TARGET, 0.25)))) == []


def test_control_through_several_leads_to_more_control_through_several() -> None:
    last, third = "09000002", "09000006"
    further = (entry(PARENT, third), entry(TARGET, last, 0.25), entry(third, last, 0.25))
    drawn = graph(*BOTH, *held_by(ONE, OTHER), *further)

    assert joint(drawn) == [(PARENT, last), (PARENT, TARGET)]
    assert len(together(drawn, company=last).parts) == 7


def test_two_majorities_that_control_through_several_joins_do_not_contradict_each_other() -> None:
    last = "09000002"
    both = (entry(PARENT, last), entry(TARGET, last))

    assert graph(*BOTH, *both, *held_by(ONE)).subsidiaries(TARGET) == ()
    assert graph(*BOTH, *both, *held_by(ONE, OTHER)).subsidiaries(TARGET) == (last,)


def test_companies_that_hold_each_other_have_one_stake() -> None:
    circle = (entry(ONE, OTHER), entry(OTHER, ONE))

    assert joint(graph(*circle, *held_by(ONE, OTHER))) == []


def test_of_parents_in_a_circle_the_first_has_it_and_the_other_by_way_of_it() -> None:
    circle = (entry("09000002", PARENT), entry(PARENT, "09000002"))
    drawn = graph(*circle, *BOTH, *held_by(ONE, OTHER))

    assert joint(drawn) == [(PARENT, TARGET)]
    assert TARGET in drawn.subsidiaries("09000002")


def test_nobody_holds_a_company_by_way_of_the_company_itself() -> None:
    board = entry(PARENT, TARGET, None, appoints_majority_of_board=True)
    drawn = graph(board, entry(TARGET, ONE), entry(TARGET, OTHER), *held_by(ONE, OTHER))

    assert joint(drawn) == []


def test_what_a_company_holds_of_itself_is_nobodys() -> None:
    assert joint(graph(*BOTH, *held_by(ONE, TARGET), entry(PARENT, TARGET, None))) == []


def board(parent: str, company: str) -> Control:
    return entry(parent, company, None, appoints_majority_of_board=True)


def test_a_parent_by_votes_leads_up_before_one_by_the_boards_of_the_same_holders() -> None:
    drawn = graph(*BOTH, board("09000002", ONE), board("09000002", OTHER), *held_by(ONE, OTHER))

    assert joint(drawn) == [(PARENT, TARGET), ("09000002", TARGET)]
    assert together(drawn, "09000002").right is Right.BOARD
    assert drawn.control_parent(TARGET) == PARENT


def test_a_right_to_appoint_the_board_is_shown_rather_than_stakes_of_several() -> None:
    drawn = graph(*BOTH, board(PARENT, TARGET), *held_by(ONE, OTHER))

    assert joint(drawn) == []
    assert drawn.control_parent(TARGET) == PARENT


def test_of_two_parents_through_several_of_whom_neither_is_above_the_other_none_leads() -> None:
    third, rival = "09000006", "09000002"
    mixed = (board(PARENT, ONE), entry(PARENT, OTHER), board(rival, OTHER), entry(rival, third))
    drawn = graph(*mixed, *held_by(ONE, OTHER, third))

    assert joint(drawn) == [(PARENT, TARGET), (rival, TARGET)]
    assert drawn.control_parent(TARGET) is None
    assert drawn.groups[TARGET] == (TARGET,)
    assert TARGET in drawn.possible_members(PARENT)


beside = registers.map(
    lambda found: list({one.psc_id: one for one in (*found, *BOTH, *held_by(ONE, OTHER))}.values())
)
"""Registers in which two subsidiaries of one parent hold a part each, beside anything else."""


@given(beside)
def test_every_company_is_in_one_group_still(register: list[Control]) -> None:
    groups = graph(*register, companies=tuple(NUMBERS)).groups

    assert sorted(one for members in groups.values() for one in members) == NUMBERS


@given(beside, st.randoms(use_true_random=False))
def test_the_order_of_the_entries_changes_nothing(register: list[Control], random: Random) -> None:
    shuffled = sorted(register, key=lambda _: random.random())
    first, second = graph(*register), graph(*shuffled)

    assert {edge: first.link(*edge) for edge in first.certain.edges} == {
        edge: second.link(*edge) for edge in second.certain.edges
    }


@given(beside)
def test_adding_up_never_takes_control_away(register: list[Control]) -> None:
    drawn = graph(*register)
    by_company: dict[str, list[Any]] = {}
    for stake in drawn.stakes:
        by_company.setdefault(stake.company, []).append(stake)
    alone = uncontradicted(drawn.holdings, by_company)

    assert [one for one in alone if not drawn.is_above(one.parent, one.subsidiary)] == []


@given(beside)
def test_whoever_holds_through_several_is_above_each_and_they_have_a_majority(
    register: list[Control],
) -> None:
    drawn = graph(*register)

    for parent, company in joint(drawn):
        found = together(drawn, parent, company)
        assert found.least.is_majority
        assert len({way[-1].parent for way in found.ways}) > 1
        assert all(drawn.is_above(parent, way[-1].parent) for way in found.ways)


@given(worlds())
def test_of_registers_filed_as_the_law_has_it_nothing_is_certain_that_is_not_true(
    world: World,
) -> None:
    drawn = graph(*filed(world), companies=tuple(COMPANIES))
    true = subsidiaries(world)

    assert {parent: set(drawn.subsidiaries(parent)) - true[parent] for parent in COMPANIES} == {
        parent: set() for parent in COMPANIES
    }
