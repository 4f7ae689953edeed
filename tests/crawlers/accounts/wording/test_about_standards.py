"""By which rules a document says that it was drawn up."""

from datetime import date

import pytest

from crawlers.accounts.figure import Period
from db.records.accounts_words import LeaseBasis, Standard
from tests.crawlers.accounts.wording.abouts import member, of_print, of_tags
from tests.crawlers.accounts.wording.tagging import fact


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
        (
            2025,
            "These accounts follow FRS 102, with the periodic review amendments of 2024.",
            LeaseBasis.AMENDED_FRS_102,
        ),
        (
            2025,
            "The periodic review amendments to FRS 102 are applied from 1 January 2025.",
            LeaseBasis.AMENDED_FRS_102,
        ),
        (
            2025,
            (
                "Prepared in accordance with FRS 102. The 2024 amendments are applied from 1 "
                "January 2026, when they are effective."
            ),
            LeaseBasis.OLD_FRS_102,
        ),
        (
            2019,
            "Prepared in accordance with FRS 102, including the triennial review amendments.",
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
