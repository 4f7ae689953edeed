"""Where control registers end, accounts go on; never against what a register says."""

from datetime import UTC, date, datetime
from itertools import groupby

from db.records import Capacity, Control, ControlStatement, Record
from db.snapshot import Snapshot
from oversight.above_registers import above_registers
from oversight.control_registers import ControlRegisters
from oversight.graph import ControlGraph
from oversight.links import Right
from oversight.named_parents import NamedParents
from tests.db.companies import said
from tests.oversight.accounts_said import accounts, ultimate
from tests.oversight.ownership import NUMBERS, entry, person

A, B, C, D = NUMBERS[:4]
"""`person` holds something of C."""
DAY = date(2026, 3, 31)
SINCE = date(2020, 1, 1)
ROWAN, FUND = "undertaking:rowan topco ltd/jersey", "undertaking:rowan fund ii scsp/luxembourg"
NAMED = ultimate("Rowan Fund II SCSp", "Luxembourg")


def dated(one: Control, since: date | None = SINCE) -> Control:
    return one.model_copy(update={"valid_from": since, "public_on": since or SINCE})


def in_jersey(company: str, since: date | None = SINCE) -> Control:
    """A holding of a body abroad, all votes."""
    abroad = {
        "holder_company_number": None,
        "holder_name": "Rowan Topco Limited",
        "country_registered": "Jersey",
    }
    return dated(entry(D, company), since).model_copy(update=abroad)


def links(*records: Record) -> list[tuple[str, str, bool]]:
    """Parent, subsidiary, and whether it is certain."""
    found = graph(*records).told
    return [(one.parent, one.subsidiary, one.certain) for one in found]


def graph(*records: Record) -> ControlGraph:
    kinds = sorted(records, key=lambda one: type(one).__name__)
    shelf: dict[type[Record], tuple[Record, ...]] = {
        kind: tuple(each) for kind, each in groupby(kinds, key=type)
    }
    snapshot = Snapshot(as_of=DAY, known_at=datetime(2026, 9, 1, tzinfo=UTC), shelf=shelf)
    held = ControlRegisters.of(snapshot, DAY)
    base = ControlGraph.of(held.controls, NUMBERS, held.holders)
    named = NamedParents.of(snapshot, DAY, held.holders)
    told = above_registers(base, held, named)
    return ControlGraph(
        holdings=base.holdings, stakes=base.stakes, companies=base.companies, told=told
    )


def test_a_chain_that_ends_abroad_goes_on_by_the_accounts_below() -> None:
    found = graph(dated(entry(A, B)), in_jersey(A), *accounts(B, NAMED))

    assert found.heads[B] == FUND
    assert [one.parent for one in found.chain(FUND, B)] == [FUND, ROWAN, A]
    assert [one.right for one in found.above(ROWAN)] == [Right.ACCOUNTS]
    assert found.link(FUND, ROWAN).over({ROWAN: "Rowan Topco"}.__getitem__) == (
        "stands above Rowan Topco as the ultimate parent undertaking that the accounts of Larkmoor"
        " Care Limited made up to 2025-09-30 name"
    )
    assert found.link(FUND, ROWAN).cite.endswith(f"#{B}-2025-09-30-1")


def test_a_company_whose_register_is_silent_has_the_parent_that_its_accounts_name() -> None:
    assert links(*accounts(C, NAMED)) == [(FUND, C, True)]


def test_without_accounts_the_register_ends_where_it_ends() -> None:
    assert links(in_jersey(A)) == []


def test_accounts_that_name_the_head_itself_add_nothing() -> None:
    elsewhere = ultimate("Rowan Topco Limited", "Channel Islands")

    assert links(in_jersey(A), *accounts(A, elsewhere)) == []


def test_accounts_that_stop_below_the_head_add_nothing() -> None:
    held = [entry(A, B), entry(B, C)]
    stops = ultimate("Bidco Limited", "England", sentence=f"It is company number {B}.")

    assert links(*map(dated, held), *accounts(C, stops)) == []


def test_control_that_began_after_the_accounts_is_not_theirs() -> None:
    assert links(in_jersey(A, date(2025, 10, 1)), *accounts(A, NAMED)) == []
    assert links(in_jersey(A, None), *accounts(A, NAMED)) == []
    assert links(in_jersey(A, date(2025, 9, 30)), *accounts(A, NAMED)) == [(FUND, ROWAN, True)]


def test_of_several_below_one_head_the_newest_accounts_count() -> None:
    older = accounts(A, ultimate("Alder Topco Limited"), to=date(2025, 3, 31))

    assert links(in_jersey(A), in_jersey(B), *older, *accounts(B, NAMED)) == [(FUND, ROWAN, True)]


def test_accounts_of_one_day_that_disagree_are_possible_alone() -> None:
    other = accounts(A, ultimate("Alder Topco Limited"))

    assert links(in_jersey(A), in_jersey(B), *other, *accounts(B, NAMED)) == [
        ("undertaking:alder topco ltd/jersey", ROWAN, False),
        (FUND, ROWAN, False),
    ]


def test_a_parent_whose_place_is_not_said_is_possible_alone() -> None:
    found = graph(in_jersey(A), *accounts(A, ultimate("Rowan Fund II SCSp", None)))

    assert found.heads[A] == ROWAN
    assert [one.parent for one in found.possible] == [
        "undertaking:rowan fund ii scsp/place not published"
    ]


def test_a_person_with_a_majority_leaves_no_room_for_a_parent() -> None:
    assert links(dated(person("Ann", 0.75)), *accounts(C, NAMED)) == [(FUND, C, False)]


def test_two_people_with_a_majority_together_leave_none_either() -> None:
    both = [
        person(name, 0.25).model_copy(update={"votes_max": 0.5, "votes_max_open": False})
        for name in ("Ann", "Bob")
    ]

    assert links(dated(both[0]), *accounts(C, NAMED)) == [(FUND, C, True)]
    assert links(*map(dated, both), *accounts(C, NAMED)) == [(FUND, C, False)]


def test_whoever_appoints_the_board_leaves_none() -> None:
    board = entry(A, C, None, appoints_majority_of_board=True)
    person_ = board.model_copy(update={"kind": "individual-person-with-significant-control"})

    assert links(dated(person_), *accounts(C, NAMED)) == [(FUND, C, False)]


def test_a_parent_that_is_itself_entered_with_less_than_half_is_possible_alone() -> None:
    quarter = {"votes_max": 0.5, "votes_max_open": False}
    minor = entry(D, C, 0.25).model_copy(update=quarter)
    of_d = ultimate("Alder Limited", "England", sentence=f"It is company number {D}.")

    assert links(dated(minor), *accounts(C, of_d)) == [(D, C, False)]


def test_a_stake_of_most_votes_as_a_trust_is_settled_by_the_accounts() -> None:
    trust = entry(D, C).model_copy(update={"capacity": Capacity.AS_TRUST})
    of_d = ultimate("Alder Limited", "England", sentence=f"It is company number {D}.")

    assert links(dated(trust), *accounts(C, of_d)) == [(D, C, True)]


def test_a_board_right_as_a_trust_is_settled_by_the_accounts() -> None:
    board = entry(D, C, None, appoints_majority_of_board=True)
    trust = board.model_copy(update={"capacity": Capacity.AS_TRUST})
    of_d = ultimate("Alder Limited", "England", sentence=f"It is company number {D}.")

    assert links(dated(trust), *accounts(C, of_d)) == [(D, C, True)]


def test_where_nobody_is_registrable_a_parent_may_be_abroad_but_no_company_here() -> None:
    nobody = said(
        ControlStatement,
        company_number=C,
        statement="no-individual-or-entity-with-signficant-control",
        valid_from=SINCE,
        public_on=SINCE,
    )
    company = ultimate("Alder Limited", "England", sentence=f"It is company number {D}.")
    partnership = ultimate("Alder LP", "England", sentence="It is company number LP000001.")

    assert links(nobody, *accounts(C, NAMED)) == [(FUND, C, True)]
    assert links(nobody, *accounts(C, company)) == [(D, C, False)]
    assert links(nobody, *accounts(C, partnership)) == [("LP000001", C, True)]


def test_two_heads_that_name_each_other_make_no_circle() -> None:
    of_d = ultimate("Alder Limited", "England", sentence=f"It is company number {D}.")
    of_c = ultimate("Larkmoor Limited", "England", sentence=f"It is company number {C}.")

    assert links(*accounts(C, of_d), *accounts(D, of_c)) == [(D, C, True)]


def test_a_chain_of_heads_that_comes_back_makes_no_circle() -> None:
    of = {
        one: ultimate("Alder Limited", "England", sentence=f"It is company number {one}.")
        for one in (B, C, D)
    }

    assert links(*accounts(B, of[C]), *accounts(C, of[D]), *accounts(D, of[B])) == [
        (C, B, True),
        (D, C, True),
    ]
