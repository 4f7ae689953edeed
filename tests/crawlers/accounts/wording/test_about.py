"""What a document says of itself, from tags and from print."""

from datetime import date

import pytest

from crawlers.accounts.fact import Fact
from crawlers.accounts.figure import Period
from crawlers.accounts.said import About
from crawlers.accounts.wording.about import about
from db.records.accounts_words import LeaseBasis, Standard
from tests.crawlers.accounts.wording.printed_lines import printed
from tests.crawlers.accounts.wording.tagging import BEFORE, LAST_DAY, YEAR, fact, tagged


def member(name: str, axis: str, value: str) -> Fact:
    """A fixed-item fact: its value is the member of its context."""
    return fact(name, dimensions=((axis, value),))


def of_tags(*facts: Fact, lines: tuple[str, ...] = ()) -> About:
    """About a document with these facts and this print."""
    return about(tagged(*facts), printed(*lines))


def of_print(*lines: str) -> About:
    """About a scanned document."""
    return about(None, printed(*lines))


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


def test_a_period_that_ends_before_it_starts_is_none() -> None:
    said = of_tags(
        fact("StartDateForPeriodCoveredByReport", "2021-07-01"),
        fact("EndDateForPeriodCoveredByReport", "2020-06-30"),
    )

    assert said.period is None
    assert said.problems == ("its period ends before it starts (2021-07-01 to 2020-06-30)",)


def test_a_period_of_many_years_is_none() -> None:
    said = of_tags(
        fact("StartDateForPeriodCoveredByReport", "2010-07-01"),
        fact("EndDateForPeriodCoveredByReport", "2020-06-30"),
    )

    assert said.period is None
    assert said.problems == ("its period is 3653 days long (2010-07-01 to 2020-06-30)",)


def test_the_start_is_that_of_most_facts_where_no_tag_states_it() -> None:
    said = of_tags(
        fact("BalanceSheetDate", "30 June 2020", period=LAST_DAY),
        fact("TurnoverRevenue", "5", unit="GBP"),
        fact("CostSales", "4", unit="GBP"),
    )

    assert said.period == YEAR


def test_the_start_may_be_printed_alone() -> None:
    said = of_tags(
        fact("BalanceSheetDate", "30 June 2020", period=LAST_DAY),
        lines=("for the year ended 30 June 2020",),
    )

    assert said.period == YEAR


def test_a_print_of_another_year_gives_no_start() -> None:
    said = of_tags(
        fact("BalanceSheetDate", "30 June 2020", period=LAST_DAY),
        lines=("for the year ended 30 June 2019",),
    )

    assert said.period == LAST_DAY


def test_a_date_that_cannot_be_read_gives_way_to_its_context() -> None:
    said = of_tags(
        fact("StartDateForPeriodCoveredByReport", "soon"),
        fact("BalanceSheetDate", "at the end", period=LAST_DAY),
    )

    assert said.period == YEAR


@pytest.mark.parametrize(
    ("line", "period"),
    [
        (
            "For the period from 1 April 2019 to 30 June 2020",
            Period(start=date(2019, 4, 1), end=date(2020, 6, 30)),
        ),
        ("for the 15 month period ended 30 June 2020", Period(end=date(2020, 6, 30))),
        (
            "for the year ended 29 February 2020",
            Period(start=date(2019, 3, 1), end=date(2020, 2, 29)),
        ),
        ("Balance sheet as at 30 June 2020", Period(end=date(2020, 6, 30))),
        ("the year ended well", None),
        ("as at the end", None),
    ],
)
def test_a_printed_period_is_read(line: str, period: Period | None) -> None:
    assert of_print(line).period == period


def test_a_comparative_period_may_be_of_another_length() -> None:
    longer = Period(start=date(2018, 4, 1), end=date(2019, 6, 30))

    said = of_tags(
        fact("StartDateForPeriodCoveredByReport", "2019-07-01"),
        fact("EndDateForPeriodCoveredByReport", "2020-06-30"),
        fact("TurnoverRevenue", "5", period=longer, unit="GBP"),
        fact("Debtors", "5", period=Period(end=date(2019, 6, 30)), unit="GBP"),
    )

    assert said.previous == longer


def test_a_comparative_day_is_all_that_a_balance_sheet_has() -> None:
    said = of_tags(
        fact("BalanceSheetDate", "2020-06-30", period=LAST_DAY),
        fact("Debtors", "5", period=Period(end=date(2019, 6, 30)), unit="GBP"),
    )

    assert said.previous == Period(end=date(2019, 6, 30))


def test_a_first_period_has_nothing_before_it() -> None:
    assert of_print("for the year ended 30 June 2020").previous is None
    assert of_print("for the 15 months ended 30 June 2020", "2019").previous is None
    assert of_tags(fact("BalanceSheetDate", "2020-06-30", period=LAST_DAY)).previous is None


@pytest.mark.parametrize(
    ("value", "standard"),
    [
        ("FRS102", Standard.FRS_102),
        ("FRS101", Standard.FRS_101),
        ("Micro-entities", Standard.FRS_105),
        ("SmallEntities", Standard.FRS_102_1A),
        ("Something", None),
    ],
)
def test_the_standard_is_the_member_of_its_tag(value: str, standard: Standard | None) -> None:
    said = of_tags(member("AccountingStandardsApplied", "AccountingStandardsDimension", value))

    assert said.standard == standard


def test_a_small_companys_tag_of_an_early_year_means_the_frsse() -> None:
    said = of_tags(
        member("AccountingStandardsApplied", "AccountingStandardsDimension", "SmallEntities"),
        fact("BalanceSheetDate", "2015-06-30", period=Period(end=date(2015, 6, 30))),
    )

    assert said.standard is Standard.FRSSE


def test_micro_entities_before_frs_105_followed_another_standard() -> None:
    sentence = "Prepared in accordance with the micro-entity provisions."

    assert of_print("for the year ended 30 June 2015", sentence).standard is None
    assert of_print(sentence).standard is Standard.FRS_105


def test_another_dimension_says_nothing_of_the_standard() -> None:
    said = of_tags(
        fact(
            "AccountsType",
            dimensions=(("GroupCompanyDataDimension", "Consolidated"),),
        )
    )

    assert said.kind is None


def test_the_words_make_a_tag_finer() -> None:
    said = of_tags(
        member("AccountingStandardsApplied", "AccountingStandardsDimension", "FRS102"),
        lines=("They are prepared in accordance with Section 1A of FRS 102.",),
    )

    assert said.standard is Standard.FRS_102_1A


def test_a_plain_document_of_the_frsse_says_so_by_its_tag() -> None:
    said = of_tags(
        fact("AccountsPreparedUnderHistoricalCostConventionInAccordanceWithFRSSE05", "true")
    )

    assert said.standard is Standard.FRSSE


@pytest.mark.parametrize(
    ("sentence", "standard"),
    [
        ("Prepared in accordance with the micro-entity provisions.", Standard.FRS_105),
        ("Prepared giving a true and fair view.", None),
        ("Prepared in accordance with the Charities SORP (FRS 102).", Standard.CHARITIES_SORP),
        ("Prepared in compliance with FRS 102 Section 1A.", Standard.FRS_102_1A),
        ("Prepared in accordance with FRS 101.", Standard.FRS_101),
        (
            "Prepared in accordance with International Financial Reporting Standards.",
            Standard.IFRS,
        ),
        (
            "Prepared in accordance with UK-adopted international accounting standards.",
            Standard.IFRS,
        ),
        ("Prepared in accordance with the FRSSE (effective January 2015).", Standard.FRSSE),
        ("We conducted our audit in accordance with FRS 102.", Standard.FRS_102),
        (
            "The consolidated financial statements of Elm are prepared in accordance with IFRS.",
            None,
        ),
        ("The transition to FRS 102 was applied.", None),
    ],
)
def test_the_words_name_the_standard(sentence: str, standard: Standard | None) -> None:
    assert of_print("for the year ended 30 June 2020", sentence).standard == standard


@pytest.mark.parametrize(
    ("year", "sentence", "basis"),
    [
        (2025, "Prepared in accordance with FRS 102.", LeaseBasis.OLD_FRS_102),
        (2026, "Prepared in accordance with FRS 102.", LeaseBasis.AMENDED_FRS_102),
        (2025, "Prepared in accordance with FRS 105.", LeaseBasis.FRS_105),
        (2019, "Prepared in accordance with FRS 101.", LeaseBasis.IFRS_16),
        (2018, "Prepared in accordance with FRS 101.", LeaseBasis.UNKNOWN),
        (
            2018,
            "Prepared in accordance with FRS 101, with early adoption of IFRS 16.",
            LeaseBasis.IFRS_16,
        ),
        (
            2025,
            (
                "Prepared in accordance with FRS 102, with early adoption of the Periodic Review "
                "2024 amendments."
            ),
            LeaseBasis.AMENDED_FRS_102,
        ),
        (
            2025,
            "Prepared in accordance with FRS 102; it has not adopted the 2024 amendments early.",
            LeaseBasis.OLD_FRS_102,
        ),
        (2015, "Prepared in accordance with the FRSSE.", LeaseBasis.UNKNOWN),
        (2020, "Prepared with care.", LeaseBasis.UNKNOWN),
    ],
)
def test_the_lease_basis_follows_from_standard_and_period(
    year: int, sentence: str, basis: LeaseBasis
) -> None:
    said = of_print(f"for the year ended 31 December {year}", sentence)

    assert said.lease_basis == basis


def test_without_a_period_the_lease_basis_is_unknown() -> None:
    assert of_print("Prepared in accordance with FRS 102.").lease_basis is LeaseBasis.UNKNOWN


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
