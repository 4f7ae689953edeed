"""What every tag of the rehearsal's filed accounts must say of the books it is about."""

from collections.abc import Callable, Mapping

from crawlers.rehearsal.world.books import Books
from tests.crawlers.rehearsal.accounts_reading import Fact

Value = Callable[[Books], int]
WITHIN, AFTER = "WithinOneYear", "AfterOneYear"

OF_THE_PERIOD: Mapping[str, Value] = {
    "TurnoverRevenue": lambda one: one.income.turnover,
    "RevenueFromRenderingServices": lambda one: one.income.turnover,
    "CostSales": lambda one: (
        one.income.staff_costs + one.income.rent + max(one.income.group_rent, 0)
    ),
    "AdministrativeExpenses": lambda one: (
        one.income.other_costs
        + max(one.income.management_charge, 0)
        + one.income.depreciation
        + one.income.amortisation
    ),
    "OperatingProfitLoss": lambda one: one.income.operating_profit,
    "InterestPayableSimilarChargesFinanceCosts": lambda one: one.income.interest,
    "InterestExpenseOnBankOverdraftsBankLoansSimilarBorrowings": lambda one: (
        one.income.bank_interest
    ),
    "InterestExpenseOnBankLoansSimilarBorrowings": lambda one: one.income.bank_interest,
    "InterestExpenseOnLoanCapital": lambda one: one.income.group_interest,
    "InterestExpenseOnObligationsUnderFinanceLeasesHirePurchaseContracts": lambda one: (
        one.income.lease_interest
    ),
    "ProfitLossOnOrdinaryActivitiesBeforeTax": lambda one: one.income.profit_before_tax,
    "TaxTaxCreditOnProfitOrLossOnOrdinaryActivities": lambda one: one.income.tax,
    "ProfitLoss": lambda one: one.income.profit,
    "DividendsPaid": lambda one: one.income.dividends_paid,
    "StaffCostsEmployeeBenefitsExpense": lambda one: one.income.staff_costs,
    "DepreciationExpensePropertyPlantEquipment": lambda one: one.income.depreciation,
    "IncreaseFromDepreciationChargeForYearPropertyPlantEquipment": lambda one: (
        one.income.depreciation
    ),
    "DepreciationAmortisationImpairmentExpense": lambda one: one.income.depreciation,
    "AmortisationExpenseIntangibleAssets": lambda one: one.income.amortisation,
    "IncreaseFromAmortisationChargeForYearIntangibleAssets": lambda one: one.income.amortisation,
    "MinimumOperatingLeasePaymentsRecognisedAsExpense": lambda one: one.income.rent,
    "AverageNumberEmployeesDuringPeriod": lambda one: one.employees,
}
AT_THE_END: Mapping[str, Value] = {
    "IntangibleAssets": lambda one: one.position.goodwill,
    "PropertyPlantEquipment": lambda one: one.position.tangible,
    "InvestmentsFixedAssets": lambda one: one.position.investments,
    "FixedAssets": lambda one: one.position.fixed_assets,
    "Debtors": lambda one: one.position.debtors,
    "TradeDebtorsTradeReceivables": lambda one: one.position.trade_debtors,
    "AmountsOwedByGroupUndertakings": lambda one: one.position.group_debtors,
    "AmountsOwedByRelatedParties": lambda one: one.position.group_debtors,
    "CashBankOnHand": lambda one: one.position.cash,
    "CurrentAssets": lambda one: one.position.current_assets,
    "NetCurrentAssetsLiabilities": lambda one: one.position.net_current_assets,
    "TotalAssetsLessCurrentLiabilities": lambda one: (
        one.position.total_assets_less_current_liabilities
    ),
    "ProvisionsForLiabilitiesBalanceSheetSubtotal": lambda one: one.position.provisions,
    "NetAssetsLiabilities": lambda one: one.position.net_assets,
    "MembersFunds": lambda one: one.position.equity,
    "TradeCreditorsTradePayables": lambda one: one.position.trade_creditors,
    "AmountsOwedToGroupUndertakings": lambda one: one.position.group_creditors,
    "AmountsOwedToRelatedParties": lambda one: one.position.group_creditors,
    "TaxationSocialSecurityPayable": lambda one: one.position.taxes,
    "OtherTaxationSocialSecurityPayable": lambda one: one.position.taxes,
    "OtherRemainingBorrowings": lambda one: one.position.loan_notes_after,
}
BY_WHEN_DUE: Mapping[tuple[str, str], Value] = {
    ("Creditors", WITHIN): lambda one: one.position.creditors_within_a_year,
    ("Creditors", AFTER): lambda one: one.position.creditors_after,
    ("BankBorrowings", WITHIN): lambda one: one.position.bank_loans_within_a_year,
    ("BankBorrowings", AFTER): lambda one: one.position.bank_loans_after,
    ("TotalBorrowings", WITHIN): lambda one: one.position.bank_loans_within_a_year,
    ("TotalBorrowings", AFTER): lambda one: (
        one.position.bank_loans_after + one.position.loan_notes_after
    ),
    ("FinanceLeaseLiabilitiesPresentValueTotal", WITHIN): lambda one: (
        one.position.leases_within_a_year
    ),
    ("FinanceLeaseLiabilitiesPresentValueTotal", AFTER): lambda one: one.position.leases_after,
}
BY_CLASS_OF_EQUITY: Mapping[str, Value] = {
    "ShareCapital": lambda one: one.position.share_capital,
    "SharePremium": lambda one: one.position.share_premium,
    "RetainedEarningsAccumulatedLosses": lambda one: one.position.retained_earnings,
    "": lambda one: one.position.equity,
}
PARTS_OF_A_SUM = {
    "GrossProfitLoss",
    "OtherOperatingIncomeFormat1",
    "OtherOperatingExpensesFormat2",
    "WagesSalaries",
    "SocialSecurityCosts",
    "PensionOtherPost-employmentBenefitCostsOtherPensionCosts",
    "DirectorRemuneration",
    "FutureMinimumLeasePaymentsUnderNon-cancellableOperatingLeases",
    "NetCashGeneratedFromOperations",
    "NetCashFlowsFromUsedInOperatingActivities",
    "NetCashFlowsFromUsedInInvestingActivities",
    "NetCashFlowsFromUsedInFinancingActivities",
    "GainLossInCashFlowsFromChangeInDebtorsTradeOtherReceivables",
    "GainLossInCashFlowsFromChangeInCreditorsTradeOtherPayables",
    "IncreaseDecreaseInCashCashEquivalentsBeforeForeignExchangeDifferencesChangesInConsolidation",
}
"""Checked by what they add up to, in tests of their own."""


def expected(fact: Fact, books: Books) -> int:
    """What the books say of a fact."""
    if fact.concept == "Equity":
        classes = [one for one in fact.members if one in BY_CLASS_OF_EQUITY]
        return BY_CLASS_OF_EQUITY[classes[0] if classes else ""](books)
    concept = fact.concept.replace("BankBorrowingsOverdrafts", "BankBorrowings")
    is_within = {"CurrentFinancialInstruments", WITHIN} & set(fact.members)
    due = (concept, WITHIN if is_within else AFTER)
    if due in BY_WHEN_DUE:
        return BY_WHEN_DUE[due](books)
    return {**OF_THE_PERIOD, **AT_THE_END}[concept](books)
