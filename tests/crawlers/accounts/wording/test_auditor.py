"""The firm that audited, never the person who signed."""

from crawlers.accounts.wording.auditor import auditors
from tests.crawlers.accounts.wording.printed_lines import text
from tests.crawlers.accounts.wording.tagging import fact, tagged

REPORT = "Independent auditor's report to the members of Alder Homes Limited"


def test_the_tag_names_the_firm() -> None:
    (said,) = auditors(text(), tagged(fact("NameEntityAuditors", "Rowan Audit LLP")))

    assert (said.name, said.fragment) == ("Rowan Audit LLP", "tag=1")


def test_a_person_in_the_tag_is_not_named() -> None:
    (said,) = auditors(text(), tagged(fact("NameEntityAuditors", "J Example")))

    assert said.name is None
    assert "Example" not in said.sentence


def test_the_signature_names_the_firm_and_not_the_signatory() -> None:
    (said,) = auditors(
        text(
            REPORT,
            "A N Example (Senior Statutory Auditor)",
            "for and on behalf of Rowan Audit LLP, Statutory Auditor",
        ),
        None,
    )

    assert said.name == "Rowan Audit LLP"
    assert said.sentence == "For and on behalf of Rowan Audit LLP"


def test_a_signature_on_one_line_leaves_the_signatory_out() -> None:
    (said,) = auditors(
        text(REPORT, "Ada Example FCA, for and on behalf of Rowan Audit LLP, Statutory Auditor"),
        None,
    )

    assert said.sentence == "For and on behalf of Rowan Audit LLP"


def test_the_firm_may_stand_on_the_next_line() -> None:
    (said,) = auditors(
        text(REPORT, "for and on behalf of", "Rowan Audit LLP", "Statutory Auditor"), None
    )

    assert (said.name, said.fragment) == ("Rowan Audit LLP", "row=2")


def test_a_report_that_is_not_filed_still_names_its_auditor() -> None:
    (said,) = auditors(
        text(
            "The senior statutory auditor was A N Example,",
            "who signed for and on behalf of Rowan Audit Limited.",
        ),
        None,
    )

    assert said.name == "Rowan Audit Limited"
    assert "Example" not in said.sentence


def test_the_list_of_advisers_names_it_too() -> None:
    (said,) = auditors(text("AUDITORS: Rowan Audit Limited", "Chartered Accountants"), None)

    assert said.name == "Rowan Audit Limited"


def test_a_firm_without_a_legal_form_is_known_by_its_partners() -> None:
    (said,) = auditors(text("Independent auditor", "Rowan & Elm", "Leeds"), None)

    assert said.name == "Rowan & Elm"


def test_the_board_signs_for_itself() -> None:
    assert list(auditors(text("For and on behalf of the Board of Alder Limited"), None)) == []


def test_a_sole_practitioner_in_the_list_is_not_named() -> None:
    assert list(auditors(text("Auditor", "J Example", "1 High Street", "Leeds"), None)) == []


def test_the_note_in_place_of_a_report_may_state_it() -> None:
    (said,) = auditors(
        text("The senior statutory auditor was A N Example. The auditor was Rowan Audit LLP."), None
    )

    assert (said.name, said.sentence) == ("Rowan Audit LLP", "The auditor was Rowan Audit LLP.")


def test_an_auditor_who_is_said_to_be_independent_is_not_named_by_it() -> None:
    assert (
        list(auditors(text("The auditor is Independent.", "The auditor is required."), None)) == []
    )
