"""A provider group says how each member belongs to it, and what is known above its head."""

from datetime import date
from typing import Any

import pytest

from db.records import ControlStatement, Record
from db.snapshot import Snapshot
from oversight.examples import market
from oversight.market import Market
from oversight.provider_groups import ProviderGroup
from tests.db.companies import said

A_HOME = """
    urn      | owner_name
    SC000001 | Larkmoor Care Limited 09000003
"""


def under(ownership: str, *records: Record, settings: str = A_HOME) -> Market:
    """One home of 09000003 under these entries, with what else a publisher says."""
    asked = market(settings=settings, ownership=ownership)
    shelf = dict(asked.snapshot.shelf)
    for record in records:
        shelf[type(record)] = (*shelf.get(type(record), ()), record)
    snapshot = Snapshot(as_of=asked.snapshot.as_of, known_at=asked.snapshot.known_at, shelf=shelf)
    return Market(snapshot=snapshot, policy=asked.policy)


def group(ownership: str, *records: Record) -> ProviderGroup:
    (found,) = under(ownership, *records).groups
    return found


def stated(statement: str, **more: Any) -> ControlStatement:
    return said(ControlStatement, company_number="09000003", statement=statement, **more)


def test_a_group_is_its_head_the_companies_on_the_way_and_their_organisations() -> None:
    found = group("""
        holder   | company  | votes
        09000001 | 09000002 | 75-100
        09000002 | 09000003 | 50-75
    """)

    assert (found.id, found.head, str(found.kind)) == ("group:09000001", "09000001", "statutory")
    assert [(one.subject, one.certain, len(one.settings)) for one in found.members] == [
        ("company:09000001", True, 0),
        ("company:09000002", True, 0),
        ("owner:larkmoor care", True, 1),
    ]
    assert found.members[2].chain == (
        "09000001 holds 75% or more of the votes of 09000002, which holds more than 50% and less"
        " than 75% of the votes of Larkmoor Care Limited (09000003); the register of settings"
        " calls it Larkmoor Care Limited."
    )


def test_each_link_of_a_chain_is_cited_then_how_the_owner_was_matched() -> None:
    found = group("""
        holder   | company  | votes
        09000001 | 09000002 | 75-100
        09000002 | 09000003 | 50-75
    """)

    assert [one.cite.partition("#")[2] for one in found.members[2].evidence] == [
        "Control&row=1",
        "Control&row=2",
        "Setting&row=1",
    ]
    assert found.members[2].evidence[0].claim == (
        "09000001 holds 75% or more of the votes of 09000002 since 2020-01-01"
    )


def test_a_company_alone_is_a_group_of_one_whose_control_register_is_not_held() -> None:
    found = group("")

    assert [one.chain for one in found.members] == [
        (
            "Larkmoor Care Limited (09000003) is the head; the register of settings calls it"
            " Larkmoor Care Limited."
        )
    ]
    assert found.above.words == (
        "the control register of 09000003 is not held (none was read by 2026-03-31)"
    )
    assert found.above.evidence == ()


@pytest.mark.parametrize(
    ("statement", "words"),
    [
        (
            "no-individual-or-entity-with-signficant-control",
            "Larkmoor Care Limited states that there is no registrable person",
        ),
        (
            "psc-exempt-as-shares-admitted-on-market",
            (
                "Larkmoor Care Limited is exempt from keeping a control register, as its shares are"
                " traded"
            ),
        ),
        ("psc-exists-but-not-identified", "Larkmoor Care Limited states"),
    ],
)
def test_what_a_company_states_of_who_is_above_it_is_said_and_cited(
    statement: str, words: str
) -> None:
    found = group("", stated(statement))

    assert found.above.words.startswith(words)
    assert len(found.above.evidence) == 1


def test_a_statement_that_has_ended_says_nothing_of_the_day() -> None:
    ended = stated("psc-details-not-confirmed", valid_to=date(2025, 1, 1))

    assert "is not held" in group("", ended).above.words


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        ("individual-person-with-significant-control", "a person, who is no undertaking"),
        ("super-secure-person-with-significant-control", "somebody whose details are protected"),
        (
            "legal-person-person-with-significant-control",
            "a government or other legal person, which is no undertaking here",
        ),
    ],
)
def test_a_chain_ends_with_a_person_who_is_not_named(kind: str, words: str) -> None:
    found = group(f"""
        holder    | company  | votes  | kind
        Ann Other | 09000003 | 75-100 | {kind}
    """)

    assert found.above.words == f"the control register of Larkmoor Care Limited names {words}"
    assert "Ann" not in repr(found)


def test_a_chain_ends_with_a_council() -> None:
    found = group("""
        holder              | company  | votes
        Kent County Council | 09000003 | 75-100
    """)

    assert found.above.words.endswith(
        "a body that is no undertaking here or that the entry does not identify"
    )


def test_a_minority_holder_and_the_company_itself_are_said_to_be_no_parents() -> None:
    found = group("""
        holder    | company  | votes  | kind
        Ann Other | 09000003 | 75-100 | individual-person-with-significant-control
        09000001  | 09000003 | 25-50  | corporate-entity-person-with-significant-control
        09000003  | 09000003 | 25-50  | corporate-entity-person-with-significant-control
    """)

    assert found.above.words == (
        "the control register of Larkmoor Care Limited names a person, who is no undertaking; the"
        " control register of Larkmoor Care Limited names an undertaking without a majority; the"
        " control register of Larkmoor Care Limited names the company itself"
    )


def test_half_of_a_joint_venture_is_possible_above_and_in_neither_group() -> None:
    asked = under(
        """
            holder   | company  | votes
            09000001 | 09000003 | 25-50
            09000002 | 09000003 | 25-50
            09000001 | 09000004 | 75-100
        """,
        settings="""
            urn      | owner_name
            SC000001 | Larkmoor Care Limited 09000003
            SC000002 | Fernhollow Homes Limited 09000004
        """,
    )
    parents, venture = asked.groups

    assert venture.above.words == (
        "09000001 holds more than 25% and at most 50% of the votes of Larkmoor Care Limited: its"
        " control is possible, not certain; 09000002 holds more than 25% and at most 50% of the"
        " votes of Larkmoor Care Limited: its control is possible, not certain"
    )
    assert [s.urn for s in parents.settings] == ["SC000002"]
    assert [s.urn for s in parents.possible_settings] == ["SC000001"]
    assert [s.urn for s in venture.settings] == ["SC000001"]


def test_an_undertaking_without_a_number_is_a_head_by_its_name() -> None:
    found = group("""
        holder             | company  | votes  | country_registered
        Amber Holdings LLP | 09000003 | 75-100 | Jersey
    """)

    assert found.head == "undertaking:amber holdings llp/jersey"
    assert found.above.words == "Amber Holdings LLP is on no control register that is read here"
    assert found.members[0].subject == "undertaking:amber holdings llp/jersey"


def test_a_member_held_through_several_together_is_told_through_whom() -> None:
    found = group("""
        holder   | company  | votes
        09000001 | 09000002 | 75-100
        09000001 | 09000004 | 75-100
        09000002 | 09000003 | 25-50
        09000004 | 09000003 | 25-50
    """)

    assert found.members[2].chain == (
        "09000001 holds, through 09000002 and 09000004 together, more than 50% of the votes of"
        " Larkmoor Care Limited (09000003); the register of settings calls it Larkmoor Care"
        " Limited."
    )
    assert [one.cite.partition("#")[2] for one in found.members[2].evidence] == [
        "Control&row=3",
        "Control&row=1",
        "Control&row=3",
        "Control&row=2",
        "Control&row=4",
        "Setting&row=1",
    ]


def test_of_two_parents_through_several_that_none_is_above_the_others_is_said() -> None:
    found = group("""
        holder   | company  | votes  | appoints_majority_of_board
        09000001 | 09000004 |        | yes
        09000001 | 09000005 | 75-100 |
        09000002 | 09000005 |        | yes
        09000002 | 09000006 | 75-100 |
        09000004 | 09000003 | 25-50  |
        09000005 | 09000003 | 25-50  |
        09000006 | 09000003 | 25-50  |
    """)

    assert found.head == "09000003"
    assert found.above.words == (
        "09000001 holds, through 09000004 and 09000005 together, more than 50% of the votes of"
        " Larkmoor Care Limited (09000003); 09000002 holds, through 09000005 and 09000006 together,"
        " more than 50% of the votes of Larkmoor Care Limited (09000003): none of them is above the"
        " others"
    )
    assert len(found.above.evidence) == 9


def test_a_circle_is_said_to_be_one() -> None:
    found = group("""
        holder   | company  | votes
        09000003 | 09000004 | 75-100
        09000004 | 09000003 | 75-100
    """)

    assert found.above.words == (
        "the undertakings are above each other in a circle: Larkmoor Care Limited (09000003)"
        " holds 75% or more of the votes of 09000004, which holds 75% or more of the votes of"
        " Larkmoor Care Limited (09000003)"
    )
    assert len(found.above.evidence) == 2


def test_control_is_as_on_the_registers_day_and_not_as_since() -> None:
    asked = market(
        settings=A_HOME,
        ownership="""
            holder   | company  | votes  | valid_from | valid_to
            09000001 | 09000003 | 75-100 | 2020-01-01 | 2026-06-01
            09000002 | 09000003 | 75-100 | 2026-06-01 |
        """,
    )
    later = Snapshot(
        as_of=date(2026, 9, 1), known_at=asked.snapshot.known_at, shelf=asked.snapshot.shelf
    )
    (found,) = Market(snapshot=later, policy=asked.policy).groups

    assert found.head == "09000001"
    assert found.members[1].chain.startswith(
        "09000001 holds 75% or more of the votes of Larkmoor Care Limited (09000003) (until"
        " 2026-06-01); "
    )
    assert [one.claim for one in found.members[1].evidence[:2]] == [
        (
            "09000001 holds 75% or more of the votes of Larkmoor Care Limited (09000003) since"
            " 2020-01-01 until 2026-06-01"
        ),
        (
            "after 2026-06-01: 09000002 holds 75% or more of the votes of Larkmoor Care Limited"
            " (09000003) since 2026-06-01"
        ),
    ]


def test_companies_that_no_registered_organisation_is_make_no_provider_group() -> None:
    asked = market(
        ownership="""
        holder   | company  | votes
        09000001 | 09000002 | 75-100
    """
    )

    assert asked.groups == ()
    assert asked.matches == {}


def test_owners_without_a_company_are_in_no_group() -> None:
    alone = market(
        settings="""
        urn      | owner_name
        SC000001 | Larkmoor Care
    """
    )

    assert alone.groups == ()
    assert list(alone.matches) == ["larkmoor care"]
