"""What a document says of itself, from tags and from print."""

from datetime import date

import pytest

from crawlers.accounts.said import About
from crawlers.accounts.wording.about import about
from crawlers.accounts.wording.identity import may_be_misread
from db.records.accounts_words import LeaseBasis, Standard
from tests.crawlers.accounts.wording.abouts import member, of_print, of_tags
from tests.crawlers.accounts.wording.tagging import BEFORE, YEAR, fact, tagged


def test_a_tagged_document_says_it_all() -> None:
    said = about(
        tagged(
            fact("UKCompaniesHouseRegisteredNumber", "01234567"),
            fact("EntityCurrentLegalOrRegisteredName", "Alder Homes Limited"),
            fact("StartDateForPeriodCoveredByReport", "2019-07-01"),
            fact("EndDateForPeriodCoveredByReport", "2020-06-30"),
            member("AccountsType", "AccountsTypeDimension", "FullAccounts"),
            member("AccountingStandardsApplied", "AccountingStandardsDimension", "FRS102"),
            member("ScopeAccounts", "ScopeAccountsDimension", "ConsolidatedGroupCompanyAccounts"),
            member("AccountsStatusAuditedOrUnaudited", "AccountsStatusDimension", "Audited"),
            fact("EntityDormantTruefalse", "false"),
            fact("ReportAnAmendedRevisedVersionPreviouslyFiledReportTruefalse", "true"),
            fact("DateAuthorisationFinancialStatementsForIssue", "2020-10-20"),
            fact("TurnoverRevenue", "5", period=BEFORE, unit="GBP"),
            software="Ledger 1",
        ),
        (),
    )

    assert said == About(
        entity_number="01234567",
        entity_name="Alder Homes Limited",
        period=YEAR,
        previous=BEFORE,
        kind="FullAccounts",
        standard=Standard.FRS_102,
        lease_basis=LeaseBasis.OLD_FRS_102,
        is_consolidated=True,
        is_audited=True,
        is_dormant=False,
        is_amended=True,
        software="Ledger 1",
        signed_on=date(2020, 10, 20),
    )


def test_a_scanned_document_says_it_on_its_first_pages() -> None:
    said = of_print(
        "Registered number 01234567",
        "ALDER HOMES LIMITED",
        "Annual report and consolidated financial statements",
        "for the year ended 30 June 2020",
        "Consolidated balance sheet",
        "2020 2019",
        "Approved by the board on 20 October 2020 and signed on its behalf.",
        "The accounts have been prepared in accordance with FRS 102.",
    )

    assert said == About(
        entity_number="01234567",
        entity_name="ALDER HOMES LIMITED",
        period=YEAR,
        previous=BEFORE,
        standard=Standard.FRS_102,
        lease_basis=LeaseBasis.OLD_FRS_102,
        is_consolidated=True,
        signed_on=date(2020, 10, 20),
    )


def test_a_document_that_says_nothing_is_a_problem_and_no_guess() -> None:
    assert of_print("The sun shone.") == About(
        problems=("the document does not say which period it covers",)
    )


@pytest.mark.parametrize(
    "line",
    [
        "Company registration number: SC123456 (Scotland)",
        "COMPANY NUMBER SC123456",
        "Registered No. SC123456",
    ],
)
def test_a_printed_number_is_known_by_its_label(line: str) -> None:
    assert of_print(line).entity_number == "SC123456"


@pytest.mark.parametrize(
    ("line", "number"),
    [
        ("Company number 6005142 9", "06005142"),
        ("Company number: 06005142 31 January 2016", "06005142"),
        ("Registered number 541560 1", "00541560"),
        ("Registered number 0600 5142", "06005142"),
        ("Registered number SC 123 456 Page 1", "SC123456"),
        ("Registered number 1 234 567", "01234567"),
        ("Registered number 123456789", None),
    ],
)
def test_a_printed_number_has_eight_characters_and_what_follows_is_another(
    line: str, number: str | None
) -> None:
    assert of_print(line).entity_number == number


def test_the_number_that_every_page_repeats_is_the_companys() -> None:
    pages = [*["text"] * 60, "Registered number: 01234567"] * 3
    misread = "Registered number: 01284567"

    assert of_print(misread, *pages).entity_number == "01234567"
    assert of_print(*pages).entity_number == "01234567"


def test_of_numbers_that_stand_as_often_the_first_is_the_companys() -> None:
    said = of_print("Registered number: 01234567", "Registered number of parent: 07654321")
    both = of_print("Company number 01234567", "Company number 07654321")

    assert said.entity_number == "01234567"
    assert both.entity_number == "01234567"


@pytest.mark.parametrize(
    ("other", "is_near"),
    [
        ("06005142", True),
        ("6005142", True),
        ("06005742", True),
        ("60051429", True),
        ("0600542", True),
        ("06005724", False),
        ("06051", False),
        ("SC005142", False),
    ],
)
def test_a_recogniser_misreads_one_letter_of_a_number(other: str, *, is_near: bool) -> None:
    assert may_be_misread("06005142", other) is is_near
    assert may_be_misread(other, "06005142") is is_near


def test_a_number_of_something_else_is_none() -> None:
    assert of_print("Average number of employees", "12").entity_number is None


def test_a_charitys_number_is_not_its_companys() -> None:
    assert of_print("Registered charity number 1234567").entity_number is None


def test_a_number_far_from_the_cover_is_another_companys() -> None:
    assert of_print(*["text"] * 60, "Registered number 01234567").entity_number is None


def test_the_contexts_name_the_company_where_no_fact_does() -> None:
    said = about(tagged(entity="01234567"), ())

    assert said.entity_number == "01234567"


def test_the_auditor_addresses_the_company_that_its_cover_draws_as_a_picture() -> None:
    said = of_print(
        "Annual report", "Report of the auditors to the members of", "Alder Ltd (group)"
    )

    assert said.entity_name == "Alder Ltd"
    assert of_print("It belongs to the members of the company.").entity_name is None


def test_a_paragraph_tagged_as_a_name_is_none() -> None:
    said = of_tags(fact("EntityCurrentLegalOrRegisteredName", "word " * 40))

    assert said.entity_name is None


def test_a_figure_tagged_as_the_groups_makes_it_consolidated() -> None:
    said = of_tags(
        fact(
            "TurnoverRevenue",
            "5",
            dimensions=(("GroupCompanyDataDimension", "Consolidated"),),
            unit="GBP",
        )
    )

    assert said.is_consolidated


def test_a_sentence_on_group_accounts_makes_nothing_consolidated() -> None:
    said = of_print("The company prepares no consolidated accounts.", "Group relief is claimed.")

    assert not said.is_consolidated


@pytest.mark.parametrize(
    ("cover", "kind"),
    [
        ("FILLETED FINANCIAL STATEMENTS", "FilletedAccounts"),
        ("Abridged accounts", "AbridgedAccounts"),
        ("Annual report", None),
    ],
)
def test_the_cover_says_which_kind_it_is(cover: str, kind: str | None) -> None:
    assert of_print(cover).kind == kind


@pytest.mark.parametrize(
    ("line", "is_audited"),
    [
        ("The company is entitled to exemption from audit under section 477.", False),
        ("The auditor's report was unqualified.", True),
        ("The sun shone.", None),
    ],
)
def test_the_words_say_whether_it_is_audited(line: str, is_audited: bool | None) -> None:
    assert of_print(line).is_audited is is_audited


def test_dormant_is_what_the_tag_or_the_exemption_says() -> None:
    assert of_tags(fact("CompanyNotDormant", "true")).is_dormant is False
    assert of_tags(fact("CompanyDormant", "true")).is_dormant is True
    assert of_tags(fact("EntityDormantTruefalse", "perhaps")).is_dormant is None
    assert of_print("It is dormant, and exempt under section 480.").is_dormant is True


def test_revised_accounts_say_so_on_their_cover() -> None:
    assert of_print("Revised accounts").is_amended is True
    assert of_print("Annual report").is_amended is None


def test_a_date_of_signing_that_cannot_be_read_is_none() -> None:
    said = of_tags(fact("DateApproval", "lately"), lines=("Approved by the board on 99 May 2020.",))

    assert said.signed_on is None
