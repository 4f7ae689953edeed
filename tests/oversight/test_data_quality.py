"""What control registers get wrong is counted and said, and stops nothing."""

from datetime import UTC, date, datetime
from itertools import pairwise
from typing import Any

import pytest

from db.records import Capacity, Control, Record
from db.snapshot import Snapshot
from oversight.control_registers import ControlRegisters
from oversight.data_quality import DataQuality, Note, Problem
from oversight.graph import ControlGraph
from tests.oversight.ownership import entry, person

A, B, C, D = "09000001", "09000002", "09000003", "09000004"
DAY = date(2026, 3, 31)
SINCE: dict[str, Any] = {"valid_from": date(2020, 1, 1), "public_on": date(2020, 1, 1)}


def held(holder: str, company: str, votes: float | None = 0.75, **more: Any) -> Control:
    return entry(holder, company, votes, **(SINCE | more))


def quality(*entries: Control) -> DataQuality:
    shelf: dict[type[Record], tuple[Record, ...]] = {Control: tuple(entries)}
    known_at = datetime(2026, 9, 1, tzinfo=UTC)
    registers = ControlRegisters.of(Snapshot(as_of=DAY, known_at=known_at, shelf=shelf), DAY)
    graph = ControlGraph.of(registers.controls)
    return DataQuality(graph, registers, {A: "ASH LTD", B: "BEECH LTD", C: "CEDAR LTD"})


def notes(*entries: Control) -> tuple[Note, ...]:
    found = quality(*entries)
    return found.notes(found.graph.certain)


def said(*entries: Control) -> list[tuple[int, str]]:
    return [(one.count, one.words) for one in notes(*entries)]


def test_of_registers_in_order_nothing_is_said() -> None:
    assert notes(held(A, B), held(B, C, 0.5)) == ()


def test_two_holders_of_75_per_cent_and_more_of_whom_neither_is_above_the_other() -> None:
    (note,) = notes(held(A, C), held(B, C))

    assert (note.problem, note.count) == (Problem.TWO_LARGEST, 1)
    assert note.words == "two or more holders are each entered with 75% or more (CEDAR LTD)"
    assert [one.claim for one in note.evidence] == [
        "a holder holds 75% or more of the votes of CEDAR LTD"
    ] * 2
    assert len({one.cite for one in note.evidence}) == 2


def test_a_parent_and_its_parent_may_both_be_entered_with_75_per_cent() -> None:
    assert notes(held(A, B), held(A, C), held(B, C)) == ()


def test_two_trustees_of_one_stake_are_no_contradiction() -> None:
    trustees = [held(one, C).model_copy(update={"capacity": Capacity.AS_TRUST}) for one in (A, B)]

    assert notes(*trustees) == ()


def test_beside_75_per_cent_more_than_a_quarter_is_more_than_the_whole() -> None:
    ann = person("Ann", 0.25).model_copy(update=SINCE)

    assert said(held(A, C), ann) == [
        (1, "the holders entered have more than the whole between them (CEDAR LTD)")
    ]
    assert not [
        one.claim for note in notes(held(A, C), ann) for one in note.evidence if "Ann" in one.claim
    ]


def test_shares_that_come_to_too_much_are_told_where_votes_do_not() -> None:
    shares = {"shares_min": 0.75, "shares_min_open": False, "shares_max": 1.0}
    both = [held(A, C, 0.25, **shares), held(B, C, 0.25, **shares)]

    assert [one.problem for one in notes(*both)] == [Problem.TWO_LARGEST]


def test_a_company_that_is_entered_as_its_own_holder() -> None:
    assert said(held(A, A)) == [(1, "a company is entered as its own holder (ASH LTD)")]


def test_a_company_that_is_its_own_grandparent() -> None:
    (note,) = notes(held(A, B), held(B, C), held(C, A))

    assert (note.problem, note.count) == (Problem.CIRCLE, 3)
    assert note.evidence[0].claim == "CEDAR LTD holds 75% or more of the votes of ASH LTD"


def test_an_entry_without_a_day_counts_though_it_has_ended() -> None:
    entries = (entry(A, C), entry(B, C, valid_to=date(2024, 1, 1)))

    assert said(*entries) == [(2, "an entry does not say since when it holds (CEDAR LTD)")]


def test_an_entry_that_ended_before_it_began() -> None:
    (note,) = notes(held(A, B), held(C, B, valid_to=date(2019, 1, 1)))

    assert (note.problem, note.count) == (Problem.NEVER_BEGAN, 1)
    assert note.evidence[0].claim == (
        "an entry of the control register of BEECH LTD ended on 2019-01-01 and began on 2020-01-01"
    )


def test_a_kind_of_control_that_is_not_understood() -> None:
    (note,) = notes(held(A, B, unread_natures="golden-share"))

    assert note.problem is Problem.NOT_UNDERSTOOD
    assert "states 'golden-share', which is not understood" in note.evidence[0].claim


def test_notes_are_of_the_companies_asked_about_alone() -> None:
    found = quality(held(A, A), held(B, B))

    assert [one.words for one in found.notes([B])] == [
        "a company is entered as its own holder (BEECH LTD)"
    ]


def numbered(count: int) -> list[str]:
    return [f"{10_000_000 + one}" for one in range(count)]


def test_a_chain_of_60_companies_is_one_group_whose_length_is_noted() -> None:
    chain = numbered(60)
    found = quality(*(held(p, s) for p, s in pairwise(chain)))
    (note,) = found.notes(chain)

    assert found.graph.groups == {chain[0]: tuple(chain)}
    assert len(found.graph.chain_in_group(chain[0], chain[-1])) == 59
    assert (note.problem, note.count) == (Problem.LONG_CHAIN, 47)
    assert note.evidence[-1].claim == "10000059 stands 59 links below the head of its group"


@pytest.mark.parametrize("subsidiaries", [9_000])
def test_a_hub_with_9000_subsidiaries_is_one_group_that_is_noted(subsidiaries: int) -> None:
    below = numbered(subsidiaries)
    found = quality(*(held(A, one) for one in below))
    (note,) = found.notes([A, *below])

    assert [len(members) for members in found.graph.groups.values()] == [9_001]
    assert (note.problem, note.count) == (Problem.MANY_HELD, 1)
    assert note.evidence[0].claim == "ASH LTD controls 9,000 companies directly"
    assert found.graph.possible_members(A) == {}


def test_one_bad_register_leaves_every_other_group_as_it_is() -> None:
    good = (held(A, B), held(B, C))
    bad = (held(D, D), held("09000005", D), held("09000006", D), held("09000007", D, None))
    found = quality(*good, *bad)

    assert found.graph.groups[A] == (A, B, C)
    assert found.notes([A, B, C]) == ()
    assert {one.problem for one in found.notes([D])} == {Problem.TWO_LARGEST, Problem.ITSELF}
