"""Ultimate parents by each definition: what bands decide, and where the definitions differ."""

from datetime import UTC, date, datetime
from typing import Any

from hypothesis import given

from db.records import Capacity, Control, Record
from db.snapshot import Snapshot
from oversight.control_registers import ControlRegisters
from oversight.graph import ControlGraph
from oversight.named_parents import NamedParents
from oversight.parents import UNDECIDED, Definition, Parents, Top
from tests.oversight.accounts_said import accounts, ultimate
from tests.oversight.ownership import NUMBERS, entry, person, registers

A, B, C = NUMBERS[:3]
"""`person` holds something of the last."""
DAY = date(2026, 3, 31)
CONTROL, LARGEST_25, LARGEST_50, TOP, ACCOUNTS = Definition
SINCE: dict[str, Any] = {"valid_from": date(2020, 1, 1), "public_on": date(2020, 1, 1)}


def parents(*entries: Control, filed: tuple[Record, ...] = ()) -> Parents:
    dated = tuple(one.model_copy(update=SINCE) for one in entries)
    shelf: dict[type[Record], tuple[Record, ...]] = {Control: dated}
    for one in filed:
        shelf[type(one)] = (*shelf.get(type(one), ()), one)
    known_at = datetime(2026, 9, 1, tzinfo=UTC)
    snapshot = Snapshot(as_of=DAY, known_at=known_at, shelf=shelf)
    held = ControlRegisters.of(snapshot, DAY)
    named = NamedParents.of(snapshot, DAY, held.holders)
    return Parents(ControlGraph.of(held.controls, NUMBERS), held, named)


def band(holder: str, company: str, low: float, high: float) -> Control:
    ends = {"votes_max": high, "votes_max_open": high == 0.75}
    return entry(holder, company, low).model_copy(update=ends)


def top(definition: Definition, company: str, *entries: Control) -> Top:
    return next(one for one in parents(*entries).tops(company) if one.definition is definition)


def test_bands_climb_a_chain_of_majorities_to_its_top() -> None:
    found = parents(entry(A, B), entry(B, C)).tops(C)

    assert [(one.definition, one.node, one.is_decided) for one in found] == [
        (CONTROL, A, True),
        (LARGEST_25, A, True),
        (LARGEST_50, A, True),
        (TOP, A, True),
        (ACCOUNTS, C, False),
    ]


def test_a_company_that_nobody_holds_is_its_own_by_each_definition() -> None:
    assert {one.node for one in parents().tops(C)} == {C}
    assert parents().conflicts(C) == ()


def test_the_largest_of_more_than_a_quarter_differs_from_control_and_is_a_conflict() -> None:
    found = parents(band(A, C, 0.25, 0.5))

    assert [(one.definition, one.node) for one in found.conflicts(C)] == [
        (LARGEST_25, A),
        (TOP, A),
    ]
    assert [one.is_decided for one in found.tops(C)] == [False, True, True, True, False]


def test_which_of_two_in_one_band_is_the_larger_is_not_decided() -> None:
    found = top(LARGEST_25, C, band(A, C, 0.25, 0.5), band(B, C, 0.25, 0.5))

    assert (found.node, found.is_decided) == (C, False)
    assert UNDECIDED in found.why


def test_of_two_quarters_none_has_more_than_half_which_is_decided() -> None:
    found = top(LARGEST_50, C, band(A, C, 0.25, 0.5), band(B, C, 0.25, 0.5))

    assert (found.node, found.is_decided) == (C, True)
    assert found.why == "no direct holder of more than 50% of {} is published"


def test_more_than_half_is_larger_than_what_it_leaves() -> None:
    both = (band(A, C, 0.5, 0.75), band(B, C, 0.25, 0.5))

    assert top(LARGEST_25, C, *both).node == A
    assert top(LARGEST_50, C, *both).node == A


def test_of_more_than_a_quarter_up_to_the_whole_half_is_not_decided() -> None:
    abroad = entry(A, C, 0.25)

    assert top(LARGEST_25, C, abroad).node == A
    assert not top(LARGEST_50, C, abroad).is_decided


def test_exact_halves_are_not_decided_and_an_exact_quarter_is_not_more_than_one() -> None:
    def exactly(holder: str, share: float) -> Control:
        ends = {"votes_min": share, "votes_min_open": False, "votes_max": share}
        return entry(holder, C).model_copy(update=ends)

    assert not top(LARGEST_25, C, exactly(A, 0.5), exactly(B, 0.5)).is_decided
    assert top(LARGEST_25, C, exactly(A, 0.25)).is_decided
    assert top(LARGEST_25, C, exactly(A, 0.25)).node == C


def test_a_person_ends_it_and_is_not_named() -> None:
    found = top(LARGEST_25, C, person("Ann", 0.75))

    assert (found.node, found.is_decided) == (C, True)
    assert found.why == "the largest direct holder of {} is no undertaking"


def test_a_parent_entered_beside_its_subsidiary_holds_through_it() -> None:
    assert top(LARGEST_50, C, entry(A, B), entry(A, C), entry(B, C)).node == A
    assert parents(entry(A, B), entry(A, C), entry(B, C)).conflicts(C) == ()


def test_what_a_trust_holds_is_decided_by_nobody() -> None:
    trust = entry(A, C).model_copy(update={"capacity": Capacity.AS_TRUST})

    assert not top(LARGEST_25, C, trust).is_decided


def test_in_a_register_of_more_than_the_whole_nothing_is_decided() -> None:
    assert not top(LARGEST_25, C, entry(A, C), entry(B, C)).is_decided


def test_a_circle_is_climbed_once() -> None:
    found = top(LARGEST_25, C, entry(A, B), entry(B, A), entry(A, C))

    assert found.node == B
    assert found.why == "{} stands in a circle"


def test_the_register_is_climbed_where_one_holder_alone_is_entered() -> None:
    influence = entry(A, B, None, significant_influence=True)

    assert top(TOP, C, influence, entry(B, C)).node == A
    assert top(CONTROL, C, influence, entry(B, C)).node == B
    assert not top(CONTROL, C, influence, entry(B, C)).is_decided


def test_where_several_hold_it_the_register_shows_no_one_above() -> None:
    found = top(TOP, C, band(A, C, 0.25, 0.5), band(B, C, 0.25, 0.5))

    assert found.node == C
    assert found.why == "{} has several holders of whom none has a certain majority"


def test_shares_decide_who_is_largest_where_they_are_published() -> None:
    by_shares = {"shares_min": 0.75, "shares_min_open": False, "shares_max": 1.0}
    both = [band(A, C, 0.5, 0.75), entry(B, C, None, **by_shares)]

    assert top(CONTROL, C, *both).node == A
    assert top(LARGEST_50, C, *both).node == B
    assert (LARGEST_50, B) in [(one.definition, one.node) for one in parents(*both).conflicts(C)]


@given(registers)
def test_whatever_registers_say_each_definition_gives_one_undertaking(
    register: list[Control],
) -> None:
    found = parents(*register)

    for company in NUMBERS:
        assert [one.definition for one in found.tops(company)] == list(Definition)
        assert {one.node for one in found.tops(company)} <= {*NUMBERS}


def test_accounts_that_name_another_parent_than_control_are_a_conflict_with_their_sentence() -> (
    None
):
    filed = accounts(C, ultimate("Rowan Topco Limited"))
    (conflict,) = parents(entry(A, B), entry(B, C), filed=filed).conflicts(C)

    assert (conflict.definition, conflict.node) == (ACCOUNTS, "undertaking:rowan topco ltd/jersey")
    assert conflict.why == "the accounts of Larkmoor Care Limited made up to 2025-09-30 name {}"
    assert [one.claim for one in conflict.evidence] == [
        "The ultimate parent is Rowan Topco Limited, incorporated in Jersey."
    ]


def test_a_company_without_accounts_has_those_of_the_next_above() -> None:
    filed = accounts(B, ultimate("Alder Limited", "England", sentence=f"Company number {A}."))
    found = parents(entry(A, B), entry(B, C), filed=filed)

    assert [one.node for one in found.tops(C) if one.definition is ACCOUNTS] == [A]
    assert found.conflicts(C) == ()


def test_a_body_abroad_in_the_chain_is_known_by_its_name_in_the_accounts() -> None:
    jersey = {"holder_company_number": None, "holder_name": "Rowan Topco Limited"}
    abroad = entry(A, C).model_copy(update=jersey | {"country_registered": "Jersey"})
    filed = accounts(C, ultimate("Rowan Topco Limited", "Channel Islands"))

    assert parents(abroad, filed=filed).conflicts(C) == ()


def test_a_circle_is_climbed_once_for_accounts_too() -> None:
    found = parents(entry(A, B), entry(B, A)).tops(A)

    assert [(one.node, one.is_decided) for one in found if one.definition is ACCOUNTS] == [
        (A, False)
    ]
