"""Which line each tagged number of accounts is, and what a company's books say of it.

Written for comparisons alone, and apart from the reader's own table of concepts.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from crawlers.rehearsal.forms.accounts.printed import Due
from crawlers.rehearsal.world.books import Books
from db.records.accounts_words import Measure

Value = Callable[[Books], int]
WITHIN = frozenset({"CurrentFinancialInstruments", "WithinOneYear"})
AFTER = frozenset({"Non-currentFinancialInstruments", "AfterOneYear"})
DUE = {Due.WITHIN_A_YEAR: WITHIN, Due.AFTER: AFTER}
"""Members by which a debt is said to fall due; a document may have one of two, or both."""
EVERYWHERE = frozenset({"TotalGeographicSegmentsIncludingAnyUnallocatedAmount"})
"""What is of all places together is of the whole."""
RETAINED = frozenset({"RetainedEarningsAccumulatedLosses"})
"""The class of equity that profit goes into and dividends come from."""


@dataclass(frozen=True, kw_only=True)
class Meaning:
    """A line of accounts, and its pounds in the books."""

    measure: Measure
    of: Value | None
    """None where the books have one sum of what accounts print in parts."""


def meaning(concept: str, members: frozenset[str]) -> Meaning | None:
    """The line that a concept with those members is; None of any other."""
    if members and members <= WITHIN:
        return _WITHIN.get(concept)
    if members and members <= AFTER:
        return _AFTER.get(concept)
    if members == RETAINED:
        return _OF_RETAINED_EARNINGS.get(concept)
    return _PLAIN.get(concept) if members <= EVERYWHERE else None


def lent(concept: str, members: frozenset[str]) -> Measure | None:
    """Of which sum of borrowings a debt among the creditors is a part; None of any other debt."""
    if concept not in {"BankBorrowingsOverdrafts", "OtherRemainingBorrowings"} or not members:
        return None
    if members <= WITHIN:
        return Measure.BORROWINGS_WITHIN_ONE_YEAR
    return Measure.BORROWINGS_AFTER_ONE_YEAR if members <= AFTER else None


def untagged(label: str) -> Meaning | None:
    """The line that a row is to which no software gives a tag; None of any other."""
    return _UNTAGGED.get(label)


def _meant(measure: Measure, of: Value | None) -> Meaning:
    return Meaning(measure=measure, of=of)


_PROFIT = _meant(Measure.PROFIT_FOR_YEAR, lambda one: one.income.profit)
_DIVIDENDS = _meant(Measure.DIVIDENDS, lambda one: one.income.dividends_paid)
_DEPRECIATION = _meant(Measure.DEPRECIATION, lambda one: one.income.depreciation)
_AMORTISATION = _meant(Measure.AMORTISATION, lambda one: one.income.amortisation)
_PLAIN: Mapping[str, Meaning] = {
    "TurnoverRevenue": _meant(Measure.TURNOVER, lambda one: one.income.turnover),
    "CostSales": _meant(
        Measure.COST_OF_SALES,
        lambda one: one.income.staff_costs + one.income.rent + max(one.income.group_rent, 0),
    ),
    "GrossProfitLoss": _meant(
        Measure.GROSS_PROFIT,
        lambda one: (
            one.income.turnover
            - one.income.staff_costs
            - one.income.rent
            - max(one.income.group_rent, 0)
        ),
    ),
    "AdministrativeExpenses": _meant(
        Measure.ADMINISTRATIVE_EXPENSES,
        lambda one: (
            one.income.other_costs
            + max(one.income.management_charge, 0)
            + one.income.depreciation
            + one.income.amortisation
        ),
    ),
    "OtherOperatingIncomeFormat1": _meant(
        Measure.OTHER_OPERATING_INCOME,
        lambda one: max(-one.income.management_charge, 0) + max(-one.income.group_rent, 0),
    ),
    "OtherOperatingIncomeFormat2": _meant(
        Measure.OTHER_OPERATING_INCOME,
        lambda one: (
            max(-one.income.management_charge, 0)
            + max(-one.income.group_rent, 0)
            + one.income.dividends_received
        ),
    ),
    "OperatingProfitLoss": _meant(
        Measure.OPERATING_PROFIT, lambda one: one.income.operating_profit
    ),
    "OtherInterestReceivableSimilarIncomeFinanceIncome": _meant(
        Measure.INTEREST_RECEIVABLE, lambda one: max(-one.income.group_interest, 0)
    ),
    "InterestPayableSimilarChargesFinanceCosts": _meant(
        Measure.INTEREST_PAYABLE,
        lambda one: (
            one.income.bank_interest + one.income.lease_interest + max(one.income.group_interest, 0)
        ),
    ),
    "ProfitLossOnOrdinaryActivitiesBeforeTax": _meant(
        Measure.PROFIT_BEFORE_TAX, lambda one: one.income.profit_before_tax
    ),
    "TaxTaxCreditOnProfitOrLossOnOrdinaryActivities": _meant(
        Measure.TAX, lambda one: one.income.tax
    ),
    "ProfitLoss": _PROFIT,
    "DividendsPaid": _DIVIDENDS,
    "StaffCostsEmployeeBenefitsExpense": _meant(
        Measure.STAFF_COSTS, lambda one: one.income.staff_costs
    ),
    "AverageNumberEmployeesDuringPeriod": _meant(Measure.EMPLOYEES, lambda one: one.employees),
    "DirectorRemuneration": _meant(Measure.DIRECTORS_PAY, None),
    "DepreciationExpensePropertyPlantEquipment": _DEPRECIATION,
    "IncreaseFromDepreciationChargeForYearPropertyPlantEquipment": _DEPRECIATION,
    "DepreciationAmortisationImpairmentExpense": _meant(
        Measure.DEPRECIATION, lambda one: one.income.depreciation + one.income.amortisation
    ),
    "AmortisationExpenseIntangibleAssets": _AMORTISATION,
    "IncreaseFromAmortisationChargeForYearIntangibleAssets": _AMORTISATION,
    "MinimumOperatingLeasePaymentsRecognisedAsExpense": _meant(
        Measure.OPERATING_LEASE_RENT, lambda one: one.income.rent
    ),
    "FixedAssets": _meant(Measure.FIXED_ASSETS, lambda one: one.position.fixed_assets),
    "IntangibleAssets": _meant(Measure.INTANGIBLE_ASSETS, lambda one: one.position.goodwill),
    "PropertyPlantEquipment": _meant(Measure.TANGIBLE_ASSETS, lambda one: one.position.tangible),
    "InvestmentsFixedAssets": _meant(Measure.INVESTMENTS, lambda one: one.position.investments),
    "CurrentAssets": _meant(Measure.CURRENT_ASSETS, lambda one: one.position.current_assets),
    "Debtors": _meant(Measure.DEBTORS, lambda one: one.position.debtors),
    "CashBankOnHand": _meant(Measure.CASH, lambda one: one.position.cash),
    "NetCurrentAssetsLiabilities": _meant(
        Measure.NET_CURRENT_ASSETS, lambda one: one.position.net_current_assets
    ),
    "TotalAssetsLessCurrentLiabilities": _meant(
        Measure.TOTAL_ASSETS_LESS_CURRENT_LIABILITIES,
        lambda one: one.position.total_assets_less_current_liabilities,
    ),
    "ProvisionsForLiabilitiesBalanceSheetSubtotal": _meant(
        Measure.PROVISIONS, lambda one: one.position.provisions
    ),
    "NetAssetsLiabilities": _meant(Measure.NET_ASSETS, lambda one: one.position.net_assets),
    "Equity": _meant(Measure.EQUITY, lambda one: one.position.equity),
    "MembersFunds": _meant(Measure.EQUITY, lambda one: one.position.equity),
    "IncomeEndowments": _meant(
        Measure.CHARITY_INCOME, lambda one: one.income.turnover + one.income.dividends_received
    ),
    "Expenditure": _meant(
        Measure.CHARITY_EXPENDITURE,
        lambda one: one.income.turnover + one.income.dividends_received - one.income.profit,
    ),
    "NetIncomeExpenditureBeforeTransfersBetweenFundsOtherRecognisedGainsLosses": _meant(
        Measure.CHARITY_NET_INCOME, lambda one: one.income.profit
    ),
    "CharityFunds": _meant(Measure.CHARITY_FUNDS, lambda one: one.position.net_assets),
}
_WITHIN: Mapping[str, Meaning] = {
    "Creditors": _meant(
        Measure.CREDITORS_WITHIN_ONE_YEAR, lambda one: one.position.creditors_within_a_year
    ),
    "TotalBorrowings": _meant(
        Measure.BORROWINGS_WITHIN_ONE_YEAR, lambda one: one.position.bank_loans_within_a_year
    ),
    "AmountsOwedToGroupUndertakings": _meant(
        Measure.OWED_TO_GROUP, lambda one: one.position.group_creditors
    ),
}
_AFTER: Mapping[str, Meaning] = {
    "Creditors": _meant(Measure.CREDITORS_AFTER_ONE_YEAR, lambda one: one.position.creditors_after),
    "TotalBorrowings": _meant(
        Measure.BORROWINGS_AFTER_ONE_YEAR,
        lambda one: one.position.bank_loans_after + one.position.loan_notes_after,
    ),
}
_OF_RETAINED_EARNINGS: Mapping[str, Meaning] = {
    "ProfitLoss": _PROFIT,
    "DividendsPaid": _DIVIDENDS,
}
_UNTAGGED: Mapping[str, Meaning] = {
    "Exceptional costs": _meant(
        Measure.EXCEPTIONAL_ITEMS, lambda one: one.income.exceptional_costs
    ),
}
