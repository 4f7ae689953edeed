"""Whose a company is, by its own words."""

import pytest

from crawlers.accounts.said import Said
from crawlers.accounts.wording.parents import parents
from db.records.accounts_words import Matter
from tests.crawlers.accounts.wording.printed_lines import text
from tests.crawlers.accounts.wording.tagging import fact, tagged

OWN = frozenset({"alder homes limited", "rowan audit llp"})


def found(*lines: str) -> set[tuple[Matter, str | None, str | None]]:
    """What the lines say: matter, name and jurisdiction."""
    return {
        (said.matter, said.name, said.jurisdiction)
        for said in parents(text("Notes to the accounts", *lines), None, not_named=OWN)
    }


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "The company's immediate parent is Birch Limited, incorporated in Jersey.",
            {(Matter.IMMEDIATE_PARENT, "Birch Limited", "Jersey")},
        ),
        (
            "The parent company is Birch Limited.",
            {(Matter.IMMEDIATE_PARENT, "Birch Limited", None)},
        ),
        (
            "The company is a wholly owned subsidiary of Birch Limited.",
            {(Matter.IMMEDIATE_PARENT, "Birch Limited", None)},
        ),
        (
            "The immediate and ultimate parent undertaking is Birch Limited.",
            {
                (Matter.IMMEDIATE_PARENT, "Birch Limited", None),
                (Matter.ULTIMATE_PARENT, "Birch Limited", None),
            },
        ),
        (
            (
                "The immediate parent is Birch Limited and the ultimate parent is Elm S.à r.l., "
                "registered in Luxembourg."
            ),
            {
                (Matter.IMMEDIATE_PARENT, "Birch Limited", None),
                (Matter.ULTIMATE_PARENT, "Elm S.à r.l.", "Luxembourg"),
            },
        ),
        (
            "The ultimate parent and controlling entity is Elm plc, incorporated in Guernsey.",
            {
                (Matter.ULTIMATE_PARENT, "Elm plc", "Guernsey"),
                (Matter.CONTROLLING_PARTY, "Elm plc", "Guernsey"),
            },
        ),
        (
            (
                "Elm Limited is regarded by the directors as being the company's ultimate parent "
                "company."
            ),
            {(Matter.ULTIMATE_PARENT, "Elm Limited", None)},
        ),
        (
            (
                "The directors consider Elm Limited, a company registered in Jersey, to be the "
                "ultimate holding company of Alder Homes Limited."
            ),
            {(Matter.ULTIMATE_PARENT, "Elm Limited", "Jersey")},
        ),
        (
            "A loan is owed to Elm plc, our ultimate parent company.",
            {(Matter.ULTIMATE_PARENT, "Elm plc", None)},
        ),
        (
            "The results are included in the consolidated financial statements of Elm plc.",
            {(Matter.CONSOLIDATING_PARENT, "Elm plc", None)},
        ),
        (
            "Elm plc is the parent of the smallest group for which accounts are drawn up.",
            {(Matter.CONSOLIDATING_PARENT, "Elm plc", None)},
        ),
        (
            "The ultimate parent, Elm plc, includes the company in its consolidated accounts.",
            {
                (Matter.ULTIMATE_PARENT, "Elm plc", None),
                (Matter.CONSOLIDATING_PARENT, "Elm plc", None),
            },
        ),
        (
            "The smallest group is headed by Birch Limited and the largest group by Elm plc.",
            {
                (Matter.CONSOLIDATING_PARENT, "Birch Limited", None),
                (Matter.CONSOLIDATING_PARENT, "Elm plc", None),
            },
        ),
    ],
)
def test_a_sentence_names_who_bears_which_role(
    sentence: str, expected: set[tuple[Matter, str | None, str | None]]
) -> None:
    assert found(sentence) == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "Birch Limited is a subsidiary of Elm plc.",
        "Hazel Limited is included in the consolidated financial statements.",
        "The ultimate parent company is Alder Homes Limited.",
        "The ultimate parent company pays the fee of the auditor.",
        "Fees of £40 were paid by Birch Limited to its ultimate parent company.",
        "Hazel Limited, a subsidiary, is included in the consolidated financial statements.",
        "Dormant is a holding company with trading subsidiaries.",
    ],
)
def test_what_is_said_of_others_is_nobodys_role(sentence: str) -> None:
    assert found(sentence) == set()


def test_the_auditor_is_no_parent() -> None:
    sentence = "The fee of Rowan Audit LLP is borne by the ultimate parent, Elm plc."

    assert found(sentence) == {(Matter.ULTIMATE_PARENT, "Elm plc", None)}


def test_the_auditors_report_names_no_parent() -> None:
    said = parents(
        text("Independent auditor's report", "The ultimate parent is Elm plc."), None, not_named=OWN
    )

    assert said == ()


def test_a_private_person_is_not_named() -> None:
    (said,) = parents(
        text("9. Ultimate controlling party", "The controlling party is J A Example."),
        None,
        not_named=OWN,
    )

    assert (said.matter, said.name) == (Matter.CONTROLLING_PARTY, None)
    assert said.sentence == "The controlling party is an individual."


@pytest.mark.parametrize(
    "sentence",
    [
        "There is no ultimate controlling party.",
        "The company is not under the control of any one individual.",
        "Mr Example is deemed to control the company by his shareholding.",
    ],
)
def test_under_the_heading_also_nobody_is_an_answer(sentence: str) -> None:
    assert found("9. Controlling party", sentence) == {(Matter.CONTROLLING_PARTY, None, None)}


def test_under_the_heading_owning_is_enough() -> None:
    lines = (
        "9. Controlling party",
        "Hazel Trust, registered in Jersey, owns the majority of the shares.",
    )

    assert found(*lines) == {(Matter.CONTROLLING_PARTY, "Hazel Trust", "Jersey")}


def test_two_owners_under_the_heading_leave_the_name_open() -> None:
    lines = ("9. Controlling party", "Elm plc and Birch Limited are each the majority shareholder.")

    assert found(*lines) == {(Matter.CONTROLLING_PARTY, None, None)}


def test_the_note_of_its_own_is_cited_before_a_mention() -> None:
    (said,) = parents(
        text(
            "1. Basis of preparation",
            "The ultimate parent is Elm plc.",
            "9. Ultimate parent",
            "The ultimate parent undertaking is Elm plc, incorporated in Jersey.",
        ),
        None,
        not_named=OWN,
    )

    assert (said.fragment, said.jurisdiction) == ("row=4", "Jersey")


def tags(name: str, value: str, country: str | None = None) -> tuple[Said, ...]:
    """What one tag says, with the tag of its country."""
    facts = [fact(name, value)]
    if country is not None:
        facts.append(fact("CountryInWhichParentLargestGroupIncorporated", country))
    return parents(text(), tagged(*facts), not_named=OWN)


def test_a_tagged_parent_is_named() -> None:
    (said,) = tags("NameParentEntity", "Birch Limited")

    assert (said.matter, said.name, said.fragment) == (
        Matter.IMMEDIATE_PARENT,
        "Birch Limited",
        "tag=1",
    )


def test_a_tagged_country_is_its_jurisdiction() -> None:
    (said,) = tags("NameParentLargestGroupInWhichResultsAreConsolidated", "Elm plc", "Jersey")

    assert (said.matter, said.jurisdiction) == (Matter.CONSOLIDATING_PARENT, "Jersey")


def test_a_tagged_person_is_not_named() -> None:
    (said,) = tags("NameControllingParty", "J Example")

    assert (said.name, said.sentence) == (None, "Ultimate controlling party: an individual")


def test_a_tag_may_say_that_there_is_nobody() -> None:
    (said,) = tags("NameControllingParty", "There is no controlling party")

    assert said.sentence == "Ultimate controlling party: There is no controlling party"


def test_a_tag_that_repeats_the_page_adds_nothing() -> None:
    said = parents(
        text("9. Controlling party", "There is no controlling party."),
        tagged(fact("NameControllingParty", "J Example"), fact("NameParentEntity", "")),
        not_named=OWN,
    )

    assert [item.fragment for item in said] == ["row=2"]


def test_a_sentence_in_place_of_a_name_is_left_to_the_page() -> None:
    assert tags("NameParentEntity", "The company is in the control of all of its directors") == ()
