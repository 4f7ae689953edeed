"""Groups behave, whatever the control registers say."""

from random import Random

from hypothesis import given
from hypothesis import strategies as st

from db.records import Control
from oversight.links import Right
from tests.oversight.ownership import NUMBERS, entry, graph, person, registers


@given(registers)
def test_every_company_is_in_one_group_even_when_holdings_are_circular(
    register: list[Control],
) -> None:
    groups = graph(*register, companies=tuple(NUMBERS)).groups

    assert sorted(one for members in groups.values() for one in members) == NUMBERS
    assert all(head in members for head, members in groups.items())


@given(registers)
def test_every_member_of_a_group_is_certainly_below_its_head(register: list[Control]) -> None:
    drawn = graph(*register, companies=tuple(NUMBERS))

    for head, members in drawn.groups.items():
        assert set(members) - {head} <= set(drawn.subsidiaries(head))
        for member in members:
            chain = drawn.chain_in_group(head, member)
            assert [link.parent for link in chain[:1]] == [head for _ in chain[:1]]
            assert [link.subsidiary for link in chain[-1:]] == [member for _ in chain[-1:]]


@given(registers, st.randoms(use_true_random=False))
def test_the_order_of_the_entries_changes_nothing(register: list[Control], random: Random) -> None:
    shuffled = sorted(register, key=lambda _: random.random())
    first, second = graph(*register), graph(*shuffled)

    assert first.holdings == second.holdings
    assert first.groups == second.groups
    assert {p: first.subsidiaries(p) for p in first.parents} == {
        p: second.subsidiaries(p) for p in second.parents
    }
    assert {(p, s): first.chain(p, s) for p in first.parents for s in first.subsidiaries(p)} == {
        (p, s): second.chain(p, s) for p in second.parents for s in second.subsidiaries(p)
    }


@given(registers)
def test_nobody_is_its_own_subsidiary(register: list[Control]) -> None:
    drawn = graph(*register)

    assert [p for p in drawn.parents if p in drawn.subsidiaries(p)] == []


def test_a_subsidiary_of_a_subsidiary_is_the_parents_too() -> None:
    drawn = graph(entry("09000001", "09000002"), entry("09000002", "09000003", 0.5))

    assert drawn.parents == ("09000001", "09000002")
    assert drawn.subsidiaries("09000001") == ("09000002", "09000003")
    assert [link.subsidiary for link in drawn.chain("09000001", "09000003")] == [
        "09000002",
        "09000003",
    ]
    assert drawn.groups == {"09000001": ("09000001", "09000002", "09000003")}


def test_companies_in_a_circle_are_one_group_under_the_first_of_them() -> None:
    circle = graph(
        entry("09000002", "09000003"),
        entry("09000003", "09000002"),
        entry("09000003", "09000001"),
    )

    assert circle.groups == {"09000002": ("09000001", "09000002", "09000003")}


def test_of_a_parent_and_the_parents_parent_on_one_register_the_nearest_leads_up() -> None:
    both = graph(
        entry("09000001", "09000003"),
        entry("09000002", "09000003"),
        entry("09000001", "09000002"),
    )

    assert both.control_parent("09000003") == "09000002"
    assert both.subsidiaries("09000001") == ("09000002", "09000003")


def test_two_majorities_that_no_register_joins_are_possible_alone() -> None:
    rivals = graph(entry("09000001", "09000003"), entry("09000002", "09000003"))

    assert rivals.parents == ()
    assert [(one.parent, one.certain, one.right) for one in rivals.possible] == [
        ("09000001", False, Right.OTHER),
        ("09000002", False, Right.OTHER),
    ]


def test_a_majority_beside_a_persons_majority_is_possible_alone() -> None:
    rivals = graph(entry("09000001", "09000003"), person("Ann", 0.75))

    assert rivals.parents == ()
    assert [one.parent for one in rivals.possible] == ["09000001"]


def test_a_majority_is_possible_alone_where_all_holders_have_more_than_the_whole() -> None:
    one = graph(entry("09000001", "09000003", 0.5), person("Ann", 0.25))
    two = graph(entry("09000001", "09000003", 0.5), person("Ann", 0.25), person("Bob", 0.25))

    assert one.parents == ("09000001",)
    assert two.parents == ()
    assert [one.parent for one in two.possible] == ["09000001"]


def test_a_parent_and_its_parent_have_one_stake_beside_a_persons() -> None:
    chain = (
        entry("09000001", "09000002"),
        entry("09000001", "09000003", 0.5),
        entry("09000002", "09000003", 0.5),
    )

    assert graph(*chain, person("Ann", 0.25)).parents == ("09000001", "09000002")
    assert graph(*chain, person("Ann", 0.5)).subsidiaries("09000001") == ("09000002",)


def test_two_that_may_each_appoint_the_board_are_possible_alone() -> None:
    rivals = graph(
        entry("09000001", "09000003", None, appoints_majority_of_board=True),
        entry("09000002", "09000003", appoints_majority_of_board=True),
    )

    assert rivals.parents == ("09000002",)
    assert [one.parent for one in rivals.possible] == ["09000001"]


def test_what_rests_on_a_contradiction_falls_with_it() -> None:
    drawn = graph(
        entry("09000001", "09000002"),
        entry("09000003", "09000002"),
        entry("09000001", "09000004"),
        entry("09000002", "09000004"),
    )

    assert drawn.parents == ()


def test_votes_lead_up_before_the_board_though_both_are_parents() -> None:
    both = graph(
        entry("09000001", "09000003", None, appoints_majority_of_board=True),
        entry("09000002", "09000003"),
    )

    assert both.parents == ("09000001", "09000002")
    assert both.groups["09000002"] == ("09000002", "09000003")
    assert both.groups["09000001"] == ("09000001",)
    assert list(both.possible_members("09000001")) == ["09000003"]


def test_half_a_joint_venture_is_a_possible_member_of_both_groups() -> None:
    venture = graph(
        entry("09000001", "09000003", 0.25),
        entry("09000002", "09000003", 0.25),
        entry("09000003", "09000004"),
    )

    assert venture.groups == {
        "09000001": ("09000001",),
        "09000002": ("09000002",),
        "09000003": ("09000003", "09000004"),
    }
    assert list(venture.possible_members("09000001")) == ["09000003", "09000004"]
    assert list(venture.possible_members("09000002")) == ["09000003", "09000004"]


def test_a_company_with_nothing_above_or_below_it_is_a_group_of_one() -> None:
    assert graph(companies=("09000001",)).groups == {"09000001": ("09000001",)}
