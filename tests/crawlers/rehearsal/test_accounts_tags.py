"""What the rehearsal's filed accounts tag, read by an independent parser, beside the books."""

import re
from dataclasses import replace
from datetime import date

import pytest

from crawlers.rehearsal.forms.accounts.document import PDF, XHTML, document_body, media_types
from crawlers.rehearsal.world.books import Accounts, Books, Medium, Scope, Vendor, Withheld
from tests.crawlers.rehearsal.accounts_expectations import PARTS_OF_A_SUM, WITHIN, expected
from tests.crawlers.rehearsal.accounts_reading import facts, page, root, texts, visible
from tests.crawlers.rehearsal.accounts_world import (
    BOOKS,
    CARE,
    CHARITY,
    DORMANT,
    FULL_FILING,
    GROUP_FILING,
    JERSEY,
    MICRO,
    NEW,
    PARTNERSHIP,
    SMALL_FILING,
    TOP,
    of,
    world,
)

SINGLE = {
    "full": FULL_FILING,
    "leases on the balance sheet": replace(
        FULL_FILING, start=date(2025, 4, 1), end=date(2026, 3, 31), filed_on=date(2026, 12, 1)
    ),
    "exempt from audit": replace(
        FULL_FILING, kind="audit-exemption-subsidiary", opinion=None, guarantor=TOP
    ),
    "filleted": SMALL_FILING,
    "small with its profit": replace(SMALL_FILING, kind="small", withheld=None),
    "micro": of(MICRO, SMALL_FILING, kind="micro-entity"),
    "micro with its profit": of(MICRO, SMALL_FILING, kind="micro-entity", withheld=None),
    "dormant": of(DORMANT, SMALL_FILING, kind="dormant", withheld=Withheld.NOTHING),
    "partnership": of(PARTNERSHIP, SMALL_FILING, withheld=None),
    "first long period": of(NEW, FULL_FILING, start=date(2024, 1, 9)),
}
VENDORS = pytest.mark.parametrize("vendor", list(Vendor), ids=lambda one: one.name.lower())
KINDS = pytest.mark.parametrize("kind", SINGLE)


def books_of(company: str, scope: Scope, end: date) -> Books:
    return next(one for one in BOOKS if (one.company, one.scope, one.end) == (company, scope, end))


@VENDORS
@KINDS
def test_every_number_tagged_of_a_company_is_in_its_books(vendor: Vendor, kind: str) -> None:
    filing = replace(SINGLE[kind], vendor=vendor)

    tagged = [one for one in facts(page(filing)) if one.concept not in PARTS_OF_A_SUM]

    wrong = [
        one
        for one in tagged
        if one.value != expected(one, books_of(filing.company, Scope.COMPANY, one.end))
    ]
    assert wrong == []
    assert max(one.end for one in tagged) == filing.end
    assert len(tagged) >= 10


def test_one_vendor_tags_the_group_with_its_dimension_and_the_company_without() -> None:
    tagged = [one for one in facts(page(GROUP_FILING)) if one.concept not in PARTS_OF_A_SUM]

    wrong = [
        one
        for one in tagged
        if one.value
        != expected(
            one,
            books_of(TOP, Scope.GROUP if "Consolidated" in one.members else Scope.COMPANY, one.end),
        )
    ]
    assert wrong == []
    of_group = {one.concept for one in tagged if "Consolidated" in one.members}
    assert of_group >= {
        "TurnoverRevenue",
        "OperatingProfitLoss",
        "InterestPayableSimilarChargesFinanceCosts",
        "ProfitLossOnOrdinaryActivitiesBeforeTax",
        "ProfitLoss",
        "AverageNumberEmployeesDuringPeriod",
        "NetAssetsLiabilities",
        "TotalBorrowings",
        "Equity",
    }
    assert {one.concept for one in tagged if "Consolidated" not in one.members} == {
        "InvestmentsFixedAssets",
        "FixedAssets",
        "Debtors",
        "AmountsOwedByRelatedParties",
        "CashBankOnHand",
        "CurrentAssets",
        "Creditors",
        "TradeCreditorsTradePayables",
        "OtherRemainingBorrowings",
        "TotalBorrowings",
        "NetCurrentAssetsLiabilities",
        "TotalAssetsLessCurrentLiabilities",
        "NetAssetsLiabilities",
        "Equity",
        "ProfitLoss",
    }


def test_another_tags_notes_on_the_groups_income_and_the_companys_balance_sheet() -> None:
    filing = replace(GROUP_FILING, vendor=Vendor.IRIS)
    groups = {
        "TurnoverRevenue",
        "DepreciationExpensePropertyPlantEquipment",
        "AmortisationExpenseIntangibleAssets",
        "MinimumOperatingLeasePaymentsRecognisedAsExpense",
        "WagesSalaries",
        "SocialSecurityCosts",
        "PensionOtherPost-employmentBenefitCostsOtherPensionCosts",
        "StaffCostsEmployeeBenefitsExpense",
        "AverageNumberEmployeesDuringPeriod",
        "DirectorRemuneration",
        "InterestExpenseOnBankLoansSimilarBorrowings",
        "InterestExpenseOnLoanCapital",
        "InterestPayableSimilarChargesFinanceCosts",
        "TaxTaxCreditOnProfitOrLossOnOrdinaryActivities",
        "ProfitLossOnOrdinaryActivitiesBeforeTax",
    }
    companys = {
        "InvestmentsFixedAssets",
        "FixedAssets",
        "Debtors",
        "TradeDebtorsTradeReceivables",
        "AmountsOwedByGroupUndertakings",
        "CashBankOnHand",
        "CurrentAssets",
        "Creditors",
        "BankBorrowingsOverdrafts",
        "TradeCreditorsTradePayables",
        "OtherTaxationSocialSecurityPayable",
        "OtherRemainingBorrowings",
        "TotalBorrowings",
        "NetCurrentAssetsLiabilities",
        "TotalAssetsLessCurrentLiabilities",
        "NetAssetsLiabilities",
        "Equity",
    }

    tagged = facts(page(filing))

    assert {one.concept for one in tagged} == groups | companys | {"ProfitLoss"}
    assert {one.concept for one in tagged if "Consolidated" in one.members} == {"ProfitLoss"}
    assert all(one.members for one in tagged if one.concept == "TurnoverRevenue")
    for one in tagged:
        is_groups = one.concept in groups or "Consolidated" in one.members
        books = books_of(TOP, Scope.GROUP if is_groups else Scope.COMPANY, one.end)
        if one.concept not in PARTS_OF_A_SUM and "ReportableOperatingSegment" not in str(one):
            assert one.value == expected(one, books)


def test_a_third_tags_the_companys_balance_sheet_and_nothing_of_the_group() -> None:
    filing = replace(GROUP_FILING, vendor=Vendor.CASEWARE)

    tagged = facts(page(filing))

    assert [one for one in tagged if "Consolidated" in one.members] == []
    assert {one.concept for one in tagged} == {
        "AverageNumberEmployeesDuringPeriod",
        "InvestmentsFixedAssets",
        "FixedAssets",
        "Debtors",
        "TradeDebtorsTradeReceivables",
        "AmountsOwedByGroupUndertakings",
        "CashBankOnHand",
        "CurrentAssets",
        "Creditors",
        "BankBorrowings",
        "TradeCreditorsTradePayables",
        "TaxationSocialSecurityPayable",
        "OtherRemainingBorrowings",
        "TotalBorrowings",
        "NetCurrentAssetsLiabilities",
        "TotalAssetsLessCurrentLiabilities",
        "NetAssetsLiabilities",
        "Equity",
        "ProfitLoss",
    }
    wrong = [
        one for one in tagged if one.value != expected(one, books_of(TOP, Scope.COMPANY, one.end))
    ]
    assert wrong == []


@VENDORS
def test_parts_of_sums_add_up(vendor: Vendor) -> None:
    tagged = {
        one.concept: one.value
        for one in facts(page(replace(FULL_FILING, vendor=vendor)))
        if one.end == FULL_FILING.end and one.start and "HighestPaidDirector" not in one.members
    }

    assert tagged["GrossProfitLoss"] == tagged["TurnoverRevenue"] - tagged["CostSales"]
    assert tagged["StaffCostsEmployeeBenefitsExpense"] == (
        tagged["WagesSalaries"]
        + tagged["SocialSecurityCosts"]
        + tagged["PensionOtherPost-employmentBenefitCostsOtherPensionCosts"]
    )
    assert tagged["DirectorRemuneration"] >= 98_200


def test_the_highest_paid_director_is_the_books() -> None:
    tagged = {
        one.end.year: one.value
        for one in facts(page(GROUP_FILING))
        if "HighestPaidDirector" in one.members
    }

    assert tagged == {2025: 214_500}


def test_cash_flows_add_up_to_the_change_in_cash() -> None:
    tagged = {one.concept: one.value for one in facts(page(GROUP_FILING)) if "Cash" in one.concept}

    change = next(value for name, value in tagged.items() if name.startswith("IncreaseDecrease"))
    assert change == 2_606_768 - 1_922_870
    assert change == (
        tagged["NetCashFlowsFromUsedInOperatingActivities"]
        + tagged["NetCashFlowsFromUsedInInvestingActivities"]
        + tagged["NetCashFlowsFromUsedInFinancingActivities"]
    )


def test_lease_commitments_add_up_to_the_books() -> None:
    tagged = {
        one.members: one.value
        for one in facts(page(FULL_FILING))
        if one.concept.startswith("FutureMinimumLease") and one.end == FULL_FILING.end
    }

    total = tagged.pop(())
    assert total == 9_402_000
    assert sum(tagged.values()) == total
    assert set(tagged) == {("WithinOneYear",), ("BetweenOneFiveYears",), ("MoreThanFiveYears",)}


@VENDORS
@KINDS
def test_identities_hold_in_what_is_tagged(vendor: Vendor, kind: str) -> None:
    filing = replace(SINGLE[kind], vendor=vendor)
    end = {
        (one.concept, bool({WITHIN, "CurrentFinancialInstruments"} & set(one.members))): one.value
        for one in facts(page(filing))
        if one.end == filing.end
    }
    within, after = end.get(("Creditors", True), 0), end.get(("Creditors", False), 0)
    provisions = end.get(("ProvisionsForLiabilitiesBalanceSheetSubtotal", False), 0)
    net_current = end["NetCurrentAssetsLiabilities", False]
    total = end["TotalAssetsLessCurrentLiabilities", False]

    assert net_current == end.get(("CurrentAssets", False), 0) - within
    assert total == end.get(("FixedAssets", False), 0) + net_current
    assert end["NetAssetsLiabilities", False] == total - after - provisions


@VENDORS
def test_debts_are_dated_by_maturity_by_currency_or_by_both(vendor: Vendor) -> None:
    old = replace(FULL_FILING, vendor=vendor, filed_on=date(2018, 1, 9), due_on=date(2018, 1, 9))
    newer, older = (
        {one.members for one in facts(page(filing)) if one.concept == "Creditors"}
        for filing in (replace(FULL_FILING, vendor=vendor), old)
    )
    both = ("CurrentFinancialInstruments", "WithinOneYear")
    by_currency = ("CurrentFinancialInstruments",)

    assert {
        Vendor.DIGITA: (both in newer, both in older),
        Vendor.IRIS: (by_currency in newer, by_currency in older),
        Vendor.CASEWARE: (both in newer and by_currency in newer, ("WithinOneYear",) in older),
    }[vendor] == (True, True)


@VENDORS
def test_a_wrong_template_turns_the_sign_of_equity_and_of_nothing_else(vendor: Vendor) -> None:
    right = facts(page(replace(SMALL_FILING, vendor=vendor)))
    wrong = facts(page(replace(SMALL_FILING, vendor=vendor, equity_sign_wrong=True)))

    changed = [
        (before.concept, before.members, before.value, after.value)
        for before, after in zip(right, wrong, strict=True)
        if before != after
    ]
    assert changed == [
        ("Equity", (), -28_956, 28_956),
        ("Equity", (), 37_642, -37_642),
    ]


@pytest.mark.parametrize("vendor", [Vendor.DIGITA, Vendor.CASEWARE])
def test_large_groups_are_in_thousands(vendor: Vendor) -> None:
    large = [
        replace(one, income=replace(one.income, turnover=one.income.turnover * 10))
        for one in BOOKS
        if one.company == TOP
    ]
    filing = replace(GROUP_FILING, vendor=vendor)
    whole = replace(world(filing), books=tuple(large))

    body = page(filing, whole)

    net = {
        (one.end, one.members): one.value
        for one in facts(body)
        if one.concept == "NetAssetsLiabilities"
    }
    assert net[date(2025, 3, 31), ()] == 1_758_000
    assert b'decimals="-3" scale="3"' in body
    assert "£000" in visible(body)
    assert "1,758,257" not in visible(body)


def test_the_same_accounts_are_the_same_bytes() -> None:
    again = replace(GROUP_FILING)

    assert page(GROUP_FILING) == page(again)


@VENDORS
@KINDS
def test_every_context_and_unit_that_is_used_is_there_once(vendor: Vendor, kind: str) -> None:
    whole = list(root(page(replace(SINGLE[kind], vendor=vendor))).iter())
    ids = [one.get("id") for one in whole if one.tag.endswith(("}context", "}unit"))]
    used = {one.get(name) for one in whole for name in ("contextRef", "unitRef")} - {None}

    assert len(ids) == len(set(ids))
    assert used <= set(ids)


@VENDORS
def test_software_standard_and_kind_are_said_on_no_page(vendor: Vendor) -> None:
    body = page(of(MICRO, SMALL_FILING, kind="micro-entity", vendor=vendor))

    said = texts(body)
    assert {
        Vendor.DIGITA: "Digita Accounts Production Advanced 6.25.9459.0",
        Vendor.IRIS: "IRIS Accounts Production",
        Vendor.CASEWARE: "Caseware UK (AP4) 2025.0.227",
    }[vendor] == said["NameProductionSoftware"]
    assert ":Micro-entities</xbrldi:explicitMember>" in body.decode()
    assert ":AuditExempt-NoAccountantsReport</xbrldi:explicitMember>" in body.decode()
    hidden = (
        "EntityHasTakenExemptionUnderCompaniesActInNotPublishingItsOwnProfitLossAccountTruefalse"
    )
    assert said[hidden].lower() == "true"


def test_a_subsidiary_may_file_its_foreign_parents_accounts() -> None:
    filing = replace(
        GROUP_FILING, company=CARE, reporting=JERSEY, scopes=(Scope.GROUP,), withheld=None
    )

    body = page(filing)

    assert texts(body)["EntityCurrentLegalOrRegisteredName"] == "Whimbrelgarth Holdings Limited"
    assert b'scheme="http://www.companieshouse.gov.uk/">JE900123<' in body
    assert CARE not in visible(body)
    assert "incorporated in Jersey" in visible(body)


def test_the_same_accounts_on_two_files_are_approved_on_one_day() -> None:
    own = replace(GROUP_FILING, company=JERSEY, reporting=JERSEY, scopes=(Scope.GROUP,))
    late = replace(own, key="late", company=CARE, filed_on=date(2026, 2, 3))
    whole = world(own, late)

    days = {texts(page(one, whole))["DateAuditorsReport"] for one in (own, late)}

    assert len(days) == 1


def test_a_charitys_funds_add_up_to_its_books() -> None:
    filing = of(CHARITY, FULL_FILING, vendor=Vendor.IRIS)

    tagged = {(one.concept, one.members, one.end): one.value for one in facts(page(filing))}

    free, held, end = ("TotalUnrestrictedFunds",), ("TotalRestrictedIncomeFunds",), filing.end
    assert tagged["IncomeEndowments", (), end] == 3_802_114
    assert tagged["Expenditure", (), end] == 3_672_063
    net = "NetIncomeExpenditureBeforeTransfersBetweenFundsOtherRecognisedGainsLosses"
    for concept, total in (("CharityFunds", 2_285_486), (net, 130_051)):
        assert tagged[concept, (), end] == total
        assert tagged[concept, free, end] + tagged[concept, held, end] == total
    assert 0 < tagged["CharityFunds", held, end] < tagged["CharityFunds", free, end]
    assert "TurnoverRevenue" not in {concept for concept, members, _ in tagged if not members}


def test_charities_name_their_own_schema_and_some_software_both() -> None:
    def schemas(filing: Accounts) -> list[str]:
        return re.findall(r'schemaRef [^>]*href="[^"]*/([^/"]+)\.xsd"', page(filing).decode())

    assert schemas(of(CHARITY, FULL_FILING, vendor=Vendor.IRIS)) == ["char-2025-01-01"]
    assert schemas(of(CHARITY, FULL_FILING)) == ["FRS-102-2025-01-01", "char-2025-01-01"]
    assert schemas(replace(FULL_FILING, filed_on=date(2019, 8, 1))) == ["FRS-102-2014-09-01"]


@VENDORS
@KINDS
def test_no_address_is_anybodys(vendor: Vendor, kind: str) -> None:
    body = page(replace(SINGLE[kind], vendor=vendor)).decode()

    hosts = set(re.findall(r"\w+://([^/\"]+)", body))
    assert hosts <= {
        "www.w3.org",
        "www.xbrl.org",
        "xbrl.org",
        "xbrl.frc.org.uk",
        "www.companieshouse.gov.uk",
    }
    assert "www." not in visible(body.encode())


def test_what_was_scanned_cannot_be_had_tagged() -> None:
    filing = replace(GROUP_FILING, medium=Medium.SCANNED, vendor=None)

    assert media_types(filing) == (PDF,)
    assert media_types(GROUP_FILING) == (PDF, XHTML)
    with pytest.raises(ValueError, match="cannot be had as application/xhtml"):
        document_body(world(filing), filing, XHTML)


def test_a_subsidiary_exempt_from_filing_has_only_its_parents_accounts() -> None:
    own = replace(FULL_FILING, kind="filing-exemption-subsidiary")
    parents = replace(own, reporting=TOP, scopes=(Scope.COMPANY, Scope.GROUP))

    with pytest.raises(ValueError, match="99000002 is exempt from filing accounts of its own"):
        page(own)
    assert texts(page(parents))["UKCompaniesHouseRegisteredNumber"] == TOP


def test_accounts_without_books_are_refused() -> None:
    filing = replace(FULL_FILING, end=date(2031, 3, 31))

    with pytest.raises(LookupError, match="no company books of 99000002 to 2031-03-31"):
        page(filing)
