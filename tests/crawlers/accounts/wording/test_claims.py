"""Reliefs that a document takes, and those that it does not."""

import pytest

from crawlers.accounts.wording.claims import claims
from tests.crawlers.accounts.wording.printed_lines import printed
from tests.crawlers.accounts.wording.tagging import fact, tagged

OWN_SHEET = (
    "EntityHasTakenExemptionUnderCompaniesActInNotPublishingItsOwnProfitLossAccountTruefalse"
)
SMALL = (
    "StatementThatCompanyEntitledToExemptionFromAuditUnderSection477CompaniesAct2006"
    "RelatingToSmallCompanies"
)


@pytest.mark.parametrize(
    ("sentence", "sections"),
    [
        ("The company was entitled to exemption from audit under section 477.", ["477"]),
        ("It is exempt under section 480 of the Companies Act 2006 as dormant.", ["480"]),
        ("The company has taken s.408 of the Act and shows no account of its own.", ["408"]),
        ("It is exempt from group accounts by sections 399 and 400 of the Act.", ["400"]),
        ("In accordance with Section 444 the Income Statement has not been delivered.", ["444"]),
        ("The profit and loss account has not been delivered to the Registrar.", ["444"]),
        ("The company has opted not to file the statement of comprehensive income.", ["444"]),
        ("The directors have chosen not to deliver a copy of the income statement.", ["444"]),
        ("Members consented to abridging in accordance with Section 444(2A).", ["444(2A)"]),
        ("The accounts are filed under section 444 of the Act.", []),
        ("The company is not entitled to exemption under section 477.", []),
        ("The company has not taken advantage of section 408.", []),
        (
            (
                "The company has guaranteed the debts of its trading subsidiaries, which are "
                "exempt from audit under section 479A."
            ),
            [],
        ),
        ("The following dormant subsidiaries take the exemption of section 479A.", []),
        ("The subsidiary undertakings listed below are exempt by section 479A of the Act.", []),
        (
            (
                "As the parent company has given a guarantee, the company is exempt from audit "
                "under section 479A relating to subsidiary companies."
            ),
            ["479A"],
        ),
        ("Losses are limited under Section 401 of the Internal Revenue Code.", []),
        ("The members have not required an audit under section 476.", []),
        ("Section 172 requires directors to act fairly.", []),
    ],
)
def test_a_relief_is_told_by_its_section(sentence: str, sections: list[str]) -> None:
    assert [claim.section for claim in claims(printed(sentence), None)] == sections


def test_each_relief_comes_once_at_its_first_sentence() -> None:
    (claim,) = claims(printed("It takes section 408.", "Again it takes section 408."), None)

    assert claim.fragment == "row=1"


def test_the_auditors_report_takes_none() -> None:
    lines = printed("Independent auditor's report", "It reports by section 408.")

    assert claims(lines, None) == ()


def test_an_exempt_subsidiarys_parent_is_the_guarantor_named_elsewhere() -> None:
    lines = printed(
        "The company was entitled to exemption from audit under section 479A.",
        "The members have not required an audit.",
        "Elm plc has guaranteed all liabilities under section 479C of the Act.",
    )
    (claim,) = claims(lines, None)

    assert claim.parent == "Elm plc"


def test_of_two_guarantors_none_is_the_parent() -> None:
    lines = printed(
        "The company was entitled to exemption from audit under section 479A.",
        "The members have not required an audit.",
        "Elm plc has guaranteed all liabilities under section 479C of the Act.",
        "Ash Limited has guaranteed all liabilities under section 479C of the Act.",
    )
    (claim,) = claims(lines, None)

    assert claim.parent is None


def test_an_intermediate_parent_names_its_own() -> None:
    (claim,) = claims(
        printed("It is exempt by section 400 as it is included in the accounts of Elm plc."), None
    )

    assert claim.parent == "Elm plc"


def test_the_parent_may_be_named_in_the_next_sentence() -> None:
    (claim,) = claims(printed("It is exempt by section 401. Elm Inc. consolidates it."), None)

    assert claim.parent == "Elm Inc"


def test_a_parent_that_is_not_named_is_none() -> None:
    (claim,) = claims(printed("It is exempt by section 401. It is consolidated."), None)

    assert claim.parent is None


def test_a_tag_claims_where_no_sentence_does() -> None:
    found = claims((), tagged(fact(SMALL, "true"), fact(OWN_SHEET, "true")))

    assert [(claim.section, claim.fragment) for claim in found] == [
        ("477", "tag=1"),
        ("444", "tag=2"),
    ]
    assert found[1].sentence.endswith("Its Own Profit Loss Account")


def test_a_tag_that_says_false_claims_nothing() -> None:
    assert claims((), tagged(fact(OWN_SHEET, "false"), fact(SMALL, ""))) == ()


def test_a_parents_tag_means_its_own_profit_and_loss_account() -> None:
    (claim,) = claims(printed("Consolidated balance sheet"), tagged(fact(OWN_SHEET, "true")))

    assert claim.section == "408"


def test_a_sentence_comes_before_the_tag_of_the_same_relief() -> None:
    (claim,) = claims(printed("It takes section 408."), tagged(fact(OWN_SHEET, "true")))

    assert claim.fragment == "row=1"
