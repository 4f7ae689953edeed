"""Who is above a body abroad is asked, and what a person answers is a link of the graph."""

from dataclasses import replace
from datetime import date

import pytest

from oversight.decisions import Decision
from oversight.examples import market
from oversight.market import Market
from oversight.review_queue import review_rows, waiting
from oversight.reviewing import as_csv, read_review
from tests.oversight.accounts_said import accounts, beside, ultimate
from tests.oversight.decisions.deciding import FIRST, NOT, SAME, UNDECIDED, decided, decision

SETTINGS = """
    urn      | owner_name                        | places
    SC000001 | Larkmoor Care Limited 09000001    | 4
    SC000002 | Fernhollow Homes Limited 09000002 | 5
"""
ABROAD = market(
    settings=SETTINGS,
    ownership="""
        holder              | company  | votes  | country_registered
        Rowan Topco Limited | 09000001 | 75-100 | Jersey
        Quernhill Fund LP   | 09000002 | 75-100 | Guernsey
    """,
)
"""Two groups of one company, each below a body that is on no register here."""
TOPCO, FUND = "undertaking:rowan topco ltd/jersey", "undertaking:quernhill fund lp/guernsey"
ABOVE_TOPCO = f"parent of {TOPCO}"
DAY = date(2026, 3, 31)


def reviewed(*decisions: Decision, of: Market = ABROAD) -> Market:
    return replace(of, decisions=decided(*decisions))


def questions(of: Market) -> list[tuple[str, str | None, int, int | None]]:
    return [
        (row.owner_text, row.candidate, row.settings, row.places)
        for row in waiting(review_rows(of))
    ]


def heads(of: Market) -> list[str]:
    return [group.head for group in of.groups]


def named_by_accounts(name: str = "Rowan Fund II SCSp", of: Market = ABROAD) -> Market:
    """The same, with accounts that name an ultimate parent above the body in Jersey."""
    return beside(of, *accounts("09000001", ultimate(name, "Luxembourg")))


def test_who_is_above_a_body_abroad_is_asked_by_the_places_below_it() -> None:
    assert questions(ABROAD) == [
        (f"parent of {FUND}", None, 1, 5),
        (ABOVE_TOPCO, None, 1, 4),
    ]


def test_a_question_says_why_it_is_asked_and_what_is_known_of_the_body() -> None:
    row = waiting(review_rows(ABROAD))[1]

    assert row.method == "no register here and no accounts tell who is above this body"
    assert [one.claim for one in row.evidence] == [
        (
            "Rowan Topco Limited holds 75% or more of the votes of Larkmoor Care Limited (09000001)"
            " since 2020-01-01"
        )
    ]


def test_an_answer_joins_what_the_registers_leave_apart_and_says_who_knows_it() -> None:
    found = reviewed(decision(ABOVE_TOPCO, SAME, FUND, reason="The Jersey register shows it {1}."))
    (group,) = found.groups

    assert (group.head, len(group.settings)) == (FUND, 2)
    assert [one.chain for one in group.members if one.company == TOPCO] == [
        (
            "Quernhill Fund LP stands above Rowan Topco Limited, as a person decided on"
            " 1 April 2026: The Jersey register shows it {1}."
        )
    ]
    assert questions(found) == [(f"parent of {FUND}", None, 2, 9)]


def test_a_parent_that_nobody_names_elsewhere_is_a_node_of_its_own() -> None:
    text = "Parent of undertaking:Rowan Topco Ltd / JERSEY"
    found = reviewed(decision(text, SAME, "undertaking:rowan holdings sa/luxembourg"))

    assert [(one.head, one.head_name) for one in found.groups][1] == (
        "undertaking:rowan holdings sa/luxembourg",
        "ROWAN HOLDINGS SA",
    )


def test_the_link_cites_what_the_person_cited_where_that_is_archived_else_the_entry() -> None:
    archived, page = f"sha256:{'1' * 64}#page=2", "https://www.jerseyfsc.org/1"
    (one,) = reviewed(decision(ABOVE_TOPCO, SAME, FUND, cite=archived)).graph.told
    (other,) = reviewed(decision(ABOVE_TOPCO, SAME, FUND, cite=page)).graph.told

    assert one.cite == archived
    assert other.cite == ABROAD.graph.link(TOPCO, "09000001").cite
    assert other.words.endswith("The accounts say so (https://www.jerseyfsc.org/1)")


def test_an_answer_holds_on_its_days_alone() -> None:
    later = decision(ABOVE_TOPCO, SAME, FUND, valid_from=date(2026, 6, 1))
    over = decision(ABOVE_TOPCO, SAME, FUND, valid_to=date(2026, 1, 1))

    assert heads(reviewed(later)) == [FUND, TOPCO]
    assert heads(reviewed(over)) == [FUND, TOPCO]
    assert reviewed(later).graph_on(date(2026, 7, 1)).heads[TOPCO] == FUND


@pytest.mark.parametrize("nobody", ["none", "person", "council:E10000016"])
def test_that_nobody_is_above_ends_the_question_and_what_accounts_say(nobody: str) -> None:
    assert questions(reviewed(decision(ABOVE_TOPCO, SAME, nobody)))[1:] == []
    found = reviewed(decision(ABOVE_TOPCO, SAME, nobody), of=named_by_accounts())

    assert TOPCO in heads(found)


def test_where_accounts_name_the_ultimate_parent_nobody_is_asked() -> None:
    assert questions(named_by_accounts()) == [(f"parent of {FUND}", None, 1, 5)]


def test_what_is_decided_not_to_be_the_parent_is_none_though_accounts_name_it() -> None:
    named = "undertaking:rowan fund ii scsp/luxembourg"
    found = reviewed(decision(ABOVE_TOPCO, NOT, named), of=named_by_accounts())

    assert heads(found) == [FUND, TOPCO]
    assert (ABOVE_TOPCO, None, 1, 4) in questions(found)


def test_what_is_left_open_is_possible_and_waits() -> None:
    named = "undertaking:rowan fund ii scsp/luxembourg"
    found = reviewed(decision(ABOVE_TOPCO, UNDECIDED, named), of=named_by_accounts())

    assert [one.certain for one in found.graph.told] == [False]
    assert questions(found)[1:] == [(ABOVE_TOPCO, named, 1, 4)]


def test_two_parents_contradict_each_other_and_neither_is_applied() -> None:
    found = reviewed(
        decision(ABOVE_TOPCO, SAME, FUND), decision(ABOVE_TOPCO, SAME, "company:09000002")
    )

    assert found.graph.told == ()
    assert [one.why for one in found.decisions.contradictions] == [
        f"the {ABOVE_TOPCO} is decided to be company:09000002 and {FUND}"
    ]
    assert [one[1] for one in questions(found)] == [None, "company:09000002", FUND]


def test_a_parent_that_a_register_contradicts_is_possible_and_waits() -> None:
    found = reviewed(decision("parent of company:09000001", SAME, "company:09000002"))
    (link,) = found.graph.told

    assert (link.parent, link.subsidiary, link.certain) == ("09000002", "09000001", False)
    assert heads(found) == [FUND, TOPCO]
    assert [row.method for row in waiting(review_rows(found)) if row.decision] == [
        "the control register says otherwise than was decided"
    ]


def test_a_parent_that_a_register_shows_already_adds_nothing() -> None:
    found = reviewed(decision("parent of company:09000001", SAME, TOPCO))

    assert found.graph.told == ()
    assert all(row.decision is None for row in waiting(review_rows(found)))


def test_a_body_is_not_put_below_its_own_subsidiary() -> None:
    found = reviewed(decision(ABOVE_TOPCO, SAME, "company:09000001"))

    assert heads(found) == [FUND, TOPCO]
    assert (ABOVE_TOPCO, "company:09000001", 1, 4) in questions(found)


def test_a_person_in_the_register_is_no_undertaking_that_contradicts_a_decision() -> None:
    held = market(
        settings=SETTINGS,
        ownership="""
            holder   | company  | votes  | kind
            A Person | 09000001 | 75-100 | individual-person-with-significant-control
        """,
    )
    asked = named_by_accounts(of=held)
    named = "undertaking:rowan fund ii scsp/luxembourg"

    assert questions(asked) == [("parent of company:09000001", named, 1, 4)]
    found = reviewed(decision("parent of company:09000001", SAME, named), of=asked)
    assert questions(found) == []
    assert found.graph.heads["09000001"] == named


def test_accounts_of_below_go_on_above_a_parent_that_is_decided() -> None:
    holdings = "undertaking:rowan holdings sa/luxembourg"
    found = reviewed(decision(ABOVE_TOPCO, SAME, holdings), of=named_by_accounts())

    assert found.graph.heads["09000001"] == "undertaking:rowan fund ii scsp/luxembourg"
    assert found.graph.control_parents[TOPCO] == holdings


def test_of_a_body_that_stands_nowhere_a_decision_is_kept_and_makes_no_link() -> None:
    found = reviewed(decision("parent of undertaking:elsewhere ltd/jersey", SAME, FUND))

    assert found.graph.told == ()
    assert [row.settings for row in review_rows(found) if row.decision] == [0]


def test_the_queue_with_answers_about_parents_goes_out_and_comes_back_unchanged() -> None:
    found = reviewed(decision(ABOVE_TOPCO, SAME, FUND, valid_from=date(2021, 5, 4)))
    written = as_csv(review_rows(found))

    assert read_review(written, found.decisions, FIRST) == ()
    assert read_review(written, decided(), FIRST) == found.decisions.taken
