"""What an auditor concluded, and where there was none."""

import pytest

from crawlers.accounts.wording.opinion import opinions
from db.records.accounts_words import Matter
from tests.crawlers.accounts.wording.printed_lines import text
from tests.crawlers.accounts.wording.tagging import fact, tagged

REPORT = "Independent auditor's report to the members of Alder Homes Limited"
AUDITED = "We have audited the financial statements of Alder Homes Limited."
STATUS = "AccountsStatusAuditedOrUnaudited"


def test_a_true_and_fair_view_is_a_clean_opinion_with_the_words_that_lead_it() -> None:
    (said,) = opinions(
        text(
            REPORT,
            AUDITED,
            "In our opinion the financial statements:",
            "- give a true and fair view of the state of the company's affairs;",
        ),
        None,
    )

    assert said.matter is Matter.CLEAN_OPINION
    assert said.fragment == "row=3"
    assert said.sentence.startswith("In our opinion the financial statements: give a true and fair")


def test_an_opinion_in_one_sentence_is_cited_as_it_stands() -> None:
    sentence = "In our opinion the accounts give a true and fair view of its affairs."

    (said,) = opinions(text(REPORT, AUDITED, sentence), None)

    assert (said.matter, said.sentence) == (Matter.CLEAN_OPINION, sentence)


def test_an_exception_is_a_qualified_opinion() -> None:
    (said,) = opinions(
        text(
            REPORT,
            AUDITED,
            "Qualified opinion",
            "In our opinion, except for the possible effects of the matter described below, the "
            "financial statements give a true and fair view.",
        ),
        None,
    )

    assert (said.matter, said.fragment) == (Matter.QUALIFIED_OPINION, "row=4")


def test_the_heading_alone_is_enough() -> None:
    (said,) = opinions(
        text(REPORT, AUDITED, "Basis for qualified opinion", "Stock was not counted."), None
    )

    assert (said.matter, said.sentence) == (Matter.QUALIFIED_OPINION, "Stock was not counted.")


def test_a_heading_at_the_very_end_says_nothing() -> None:
    assert opinions(text(REPORT, AUDITED, "Basis for qualified opinion"), None) == ()


def test_accounts_that_are_not_true_and_fair_have_an_adverse_opinion() -> None:
    (said,) = opinions(
        text(
            REPORT,
            AUDITED,
            "In our opinion, because of the matter below, the financial statements do not give a "
            "true and fair view.",
        ),
        None,
    )

    assert said.matter is Matter.ADVERSE_OPINION


def test_no_opinion_is_a_disclaimer() -> None:
    (said,) = opinions(
        text(
            REPORT,
            "We were engaged to audit the financial statements of Alder Homes Limited.",
            "We do not express an opinion on the accompanying financial statements.",
        ),
        None,
    )

    assert said.matter is Matter.DISCLAIMED_OPINION


@pytest.mark.parametrize(
    "boilerplate",
    [
        "We do not express any form of assurance conclusion thereon.",
        "Our opinion is not modified in respect of this matter.",
        "It is not for the purpose of expressing an opinion on the effectiveness of controls.",
    ],
)
def test_what_every_report_says_modifies_nothing(boilerplate: str) -> None:
    (said,) = opinions(
        text(
            REPORT,
            AUDITED,
            "Accounts are for giving a true and fair view.",
            "In our opinion the accounts give a true and fair view.",
            boilerplate,
        ),
        None,
    )

    assert said.matter is Matter.CLEAN_OPINION


def test_a_report_that_is_not_filed_may_be_said_to_be_unqualified() -> None:
    (said,) = opinions(text("Notes", "The auditor's report on the accounts was unqualified."), None)

    assert said.matter is Matter.CLEAN_OPINION


def test_a_report_that_is_not_filed_may_be_said_to_be_qualified() -> None:
    (said,) = opinions(text("Notes", "The auditor's report on the accounts was qualified."), None)

    assert said.matter is Matter.QUALIFIED_OPINION


def test_an_accountants_report_is_no_audit() -> None:
    (said,) = opinions(
        text(
            "Accountants' report to the board of Alder Homes Limited",
            "We do not, therefore, express any opinion on the financial statements.",
            "We have not been instructed to carry out an audit of them.",
        ),
        None,
    )

    assert said.matter is Matter.UNAUDITED


def test_an_exemption_from_audit_is_cited_before_the_word_on_the_cover() -> None:
    exempt = "The company is entitled to exemption from audit under section 477 of the Act."

    (said,) = opinions(text("Unaudited accounts", exempt), None)

    assert (said.matter, said.sentence) == (Matter.UNAUDITED, exempt)


def test_comparative_figures_that_were_not_audited_say_nothing_of_this_year() -> None:
    assert opinions(text("The comparative figures are unaudited."), None) == ()


def test_tags_that_say_audited_outweigh_an_exemption_in_the_text() -> None:
    audited = tagged(fact(STATUS, dimensions=(("AccountsStatusDimension", "Audited"),)))

    assert opinions(text("Its subsidiary is exempt from audit."), audited) == ()


def test_a_document_that_says_nothing_has_none() -> None:
    assert opinions(text("The sun shone."), None) == ()


def test_a_true_and_fair_view_is_also_what_directors_must_give() -> None:
    found = opinions(
        text(
            REPORT,
            AUDITED,
            "Directors' responsibilities",
            "The directors must be satisfied that they give a true and fair view.",
        ),
        None,
    )

    assert found == ()
