"""Settings that people decide about by themselves are organisations apart, wherever owners are."""

from dataclasses import replace
from datetime import date

from oversight.decisions import Decision
from oversight.evaluate import evaluate
from oversight.examples import market
from oversight.excepted import apart
from oversight.group_rows import match_rows
from oversight.market import Market
from oversight.matching import Method
from oversight.organisations import organisations
from oversight.review_queue import review_rows, waiting
from oversight.reviewing import as_csv
from oversight.rules import several_failing_settings
from tests.oversight.decisions.deciding import (
    DAY,
    NOT,
    SAME,
    UNDECIDED,
    A,
    B,
    decided,
    decision,
)
from tests.oversight.matching.known import home, reported
from tests.oversight.reviewing.files import rows_of

APART = decision("Larkmoor Care", SAME, B, "SC000002", "SC000003", "SC000009")


def asked(*decisions: Decision) -> Market:
    """Three homes of one text, two of which people may say are another company's."""
    found = market(
        settings="""
            urn      | owner_name        | places
            SC000001 | Larkmoor Care     | 3
            SC000002 | Larkmoor Care     | 4
            SC000003 | Larkmoor Care Ltd | 5
        """,
        inspections="""
            urn      | overall_experiences_and_progress
            SC000001 | Inadequate
            SC000002 | Inadequate
            SC000003 | Inadequate
        """,
        companies="""
            company_number | name
            09000001       | LARKMOOR CARE LIMITED
            09000002       | FERNHOLLOW HOLDINGS LIMITED
        """,
    )
    return replace(found, decisions=decided(*decisions))


def owned(of: Market) -> dict[str, list[list[str]]]:
    return {
        company: [[setting.urn for setting in owner.settings] for owner, _ in owners]
        for company, owners in of.owned.items()
    }


def test_without_a_decision_about_settings_a_text_is_one_organisation() -> None:
    assert owned(asked()) == {"09000001": [["SC000001", "SC000002", "SC000003"]]}


def test_settings_of_another_company_are_its_own_and_the_rest_stays() -> None:
    found = asked(APART)

    assert owned(found) == {
        "09000001": [["SC000001"]],
        "09000002": [["SC000002", "SC000003"]],
    }
    assert [(row["owner"], row["company"]) for row in match_rows(found)] == [
        ("owner:larkmoor care", "09000001"),
        ("owner:larkmoor care#SC000002", "09000002"),
    ]


def test_every_setting_is_in_one_organisation_and_markets_know_them_apart() -> None:
    found = asked(APART)
    suppliers = {one.owner for area in found.areas for one in area.suppliers}
    groups = {group.head: len(group.settings) for group in found.groups}

    assert suppliers == {"larkmoor care", "larkmoor care#SC000002"}
    assert groups == {"09000001": 1, "09000002": 2}


def test_findings_are_about_the_settings_apart_and_never_about_all() -> None:
    findings = [
        (one.subject, one.measure)
        for one in evaluate(asked(APART), [several_failing_settings.RULE])
    ]

    assert findings == [("owner:larkmoor care#SC000002", 2.0)]


def test_a_part_keeps_its_name_when_its_first_setting_closes() -> None:
    before = [one.key for one in asked(APART).organisations]
    owners = organisations(one for one in asked().settings if one.urn != "SC000002")

    assert [one.key for one in apart(owners, decided(APART), DAY)] == before


def test_an_owner_all_of_whose_settings_are_decided_about_is_nobody_as_a_whole() -> None:
    every = decision("Larkmoor Care", SAME, B, "SC000001", "SC000002", "SC000003")

    assert [one.key for one in asked(every).organisations] == ["larkmoor care#SC000001"]


def test_settings_that_two_decisions_say_the_same_of_are_one_organisation() -> None:
    one, other = (decision("Larkmoor Care", SAME, B, urn) for urn in ("SC000001", "SC000002"))
    found = asked(one, other)

    assert owned(found) == {
        "09000001": [["SC000003"]],
        "09000002": [["SC000001", "SC000002"]],
    }
    match = found.matches["larkmoor care#SC000001"]
    assert sum("a person decided" in said.claim for said in match.evidence) == 2


def test_on_days_on_which_an_exception_does_not_hold_the_text_is_one() -> None:
    over = decision("Larkmoor Care", SAME, B, "SC000002", valid_to=date(2026, 1, 1))

    assert owned(asked(over)) == {"09000001": [["SC000001", "SC000002", "SC000003"]]}


def test_settings_that_are_not_the_texts_company_wait_by_themselves() -> None:
    found = asked(decision("Larkmoor Care", NOT, A, "SC000002", "SC000003"))
    (row,) = waiting(review_rows(found))
    (_, cells) = rows_of(as_csv(review_rows(found)))

    assert found.matches["larkmoor care#SC000002"].method is Method.REFUSED
    assert (row.owner_text, row.urns, row.places) == (
        "Larkmoor Care",
        {"SC000002", "SC000003"},
        9,
    )
    assert cells["urns"] == "SC000002 SC000003"


def test_an_answer_about_settings_tells_of_their_places_alone() -> None:
    rows = review_rows(asked(decision("Larkmoor Care", UNDECIDED, A, "SC000003")))

    assert [(row.waits, row.settings, row.places) for row in rows] == [(True, 1, 5)]


def test_an_answer_about_settings_leaves_the_question_about_the_rest_open() -> None:
    found = market(
        settings="""
            urn      | owner_name
            SC000001 | Larkmoor Care
            SC000002 | Larkmoor Care
        """,
        companies="""
            company_number | name
            09000001       | LARKMOOR CARE LIMITED
            09000002       | LARKMOOR CARE LTD
        """,
    )
    held = replace(found, decisions=decided(decision("Larkmoor Care", SAME, A, "SC000002")))

    assert [(row.urns, row.candidate) for row in waiting(review_rows(held))] == [
        (frozenset(), A),
        (frozenset(), B),
    ]


def test_an_answer_about_settings_that_have_closed_is_listed_without_any() -> None:
    rows = review_rows(asked(decision("Larkmoor Care", SAME, B, "SC000009")))

    assert [(row.settings, row.method, row.waits) for row in rows] == [(0, None, False)]


def test_a_setting_apart_that_only_a_report_names_the_owner_of_keeps_its_owners_text() -> None:
    settings = [home("Larkmoor Care"), home("-", "SC000002", owner_name=None)]
    report = reported("SC000002", registered_provider="Larkmoor Care")
    rest, part = apart(
        organisations(settings, (), [report]),
        decided(decision("Larkmoor Care", SAME, B, "SC000002")),
        DAY,
    )

    assert (rest.reported, part.reported) == ((), (report,))
    assert (part.texts, part.named.urn) == (("Larkmoor Care",), "SC000002")
