"""The words in which filed accounts are told: whose figures, which line, how it was read."""

from enum import StrEnum


class Scope(StrEnum):
    """Whose figures they are; the two are never mixed in one row."""

    COMPANY = "company"
    GROUP = "group"


class HowRead(StrEnum):
    """How a value was read from a document."""

    TAGGED = "tagged"
    """From a tag of inline or plain XBRL."""
    PRINTED = "printed"
    """From the visible text of a tagged document."""
    SCANNED = "scanned"
    """Recognised in the picture of a page."""
    KEYED = "keyed"
    """Typed by one person from the page and confirmed by another."""


class Measure(StrEnum):
    """A line of accounts that is read. Costs and debts are positive, a loss is negative."""

    TURNOVER = "turnover"
    COST_OF_SALES = "cost_of_sales"
    GROSS_PROFIT = "gross_profit"
    ADMINISTRATIVE_EXPENSES = "administrative_expenses"
    OTHER_OPERATING_INCOME = "other_operating_income"
    EXCEPTIONAL_ITEMS = "exceptional_items"
    """As a cost: a gain is negative."""
    OPERATING_PROFIT = "operating_profit"
    INTEREST_RECEIVABLE = "interest_receivable"
    INTEREST_PAYABLE = "interest_payable"
    PROFIT_BEFORE_TAX = "profit_before_tax"
    TAX = "tax"
    """The charge; a credit is negative."""
    PROFIT_FOR_YEAR = "profit_for_year"
    DEPRECIATION = "depreciation"
    AMORTISATION = "amortisation"
    IMPAIRMENT = "impairment"
    STAFF_COSTS = "staff_costs"
    EMPLOYEES = "employees"
    """The average number in the period: heads, not pounds."""
    DIRECTORS_PAY = "directors_pay"
    OPERATING_LEASE_RENT = "operating_lease_rent"
    DIVIDENDS = "dividends"
    FIXED_ASSETS = "fixed_assets"
    INTANGIBLE_ASSETS = "intangible_assets"
    TANGIBLE_ASSETS = "tangible_assets"
    INVESTMENTS = "investments"
    CURRENT_ASSETS = "current_assets"
    DEBTORS = "debtors"
    CASH = "cash"
    CREDITORS_WITHIN_ONE_YEAR = "creditors_within_one_year"
    NET_CURRENT_ASSETS = "net_current_assets"
    TOTAL_ASSETS_LESS_CURRENT_LIABILITIES = "total_assets_less_current_liabilities"
    CREDITORS_AFTER_ONE_YEAR = "creditors_after_one_year"
    PROVISIONS = "provisions"
    NET_ASSETS = "net_assets"
    EQUITY = "equity"
    """All of it: shareholders' or members' funds, minority interests included."""
    BORROWINGS_WITHIN_ONE_YEAR = "borrowings_within_one_year"
    BORROWINGS_AFTER_ONE_YEAR = "borrowings_after_one_year"
    BORROWINGS = "borrowings"
    OWED_TO_GROUP = "owed_to_group"
    FINANCE_LEASES = "finance_leases"
    CHARITY_INCOME = "charity_income"
    CHARITY_EXPENDITURE = "charity_expenditure"
    CHARITY_NET_INCOME = "charity_net_income"
    CHARITY_FUNDS = "charity_funds"

    @property
    def is_of_a_day(self) -> bool:
        """True for a line of the balance sheet, which states one day and not a period."""
        return self in _OF_A_DAY

    @property
    def is_a_cost(self) -> bool:
        """True where the figure is positive by convention, whatever brackets are printed."""
        return self in _COSTS


_OF_A_DAY = frozenset(
    {
        Measure.FIXED_ASSETS,
        Measure.INTANGIBLE_ASSETS,
        Measure.TANGIBLE_ASSETS,
        Measure.INVESTMENTS,
        Measure.CURRENT_ASSETS,
        Measure.DEBTORS,
        Measure.CASH,
        Measure.CREDITORS_WITHIN_ONE_YEAR,
        Measure.NET_CURRENT_ASSETS,
        Measure.TOTAL_ASSETS_LESS_CURRENT_LIABILITIES,
        Measure.CREDITORS_AFTER_ONE_YEAR,
        Measure.PROVISIONS,
        Measure.NET_ASSETS,
        Measure.EQUITY,
        Measure.BORROWINGS_WITHIN_ONE_YEAR,
        Measure.BORROWINGS_AFTER_ONE_YEAR,
        Measure.BORROWINGS,
        Measure.OWED_TO_GROUP,
        Measure.FINANCE_LEASES,
        Measure.CHARITY_FUNDS,
    }
)
_COSTS = frozenset(
    {
        Measure.COST_OF_SALES,
        Measure.ADMINISTRATIVE_EXPENSES,
        Measure.INTEREST_PAYABLE,
        Measure.DEPRECIATION,
        Measure.AMORTISATION,
        Measure.IMPAIRMENT,
        Measure.STAFF_COSTS,
        Measure.EMPLOYEES,
        Measure.DIRECTORS_PAY,
        Measure.OPERATING_LEASE_RENT,
        Measure.DIVIDENDS,
        Measure.CREDITORS_WITHIN_ONE_YEAR,
        Measure.CREDITORS_AFTER_ONE_YEAR,
        Measure.PROVISIONS,
        Measure.BORROWINGS_WITHIN_ONE_YEAR,
        Measure.BORROWINGS_AFTER_ONE_YEAR,
        Measure.BORROWINGS,
        Measure.OWED_TO_GROUP,
        Measure.FINANCE_LEASES,
        Measure.CHARITY_EXPENDITURE,
    }
)


class AccountsState(StrEnum):
    """What became of a filed document when it was read."""

    READ = "read"
    PARTLY_READ = "read in part"
    NO_RECOGNISER = "scanned, not read: install tesseract"
    NOT_YET_RECOGNISED = "scanned, not yet recognised: run oversight recognise"
    NOT_RECOGNISED = "scanned, no statement found"
    TIMED_OUT = "not read: it took too long"
    LOCKED = "not read: locked with a password"
    DAMAGED = "not read: damaged or cut short"
    EMPTY = "not read: a placeholder without accounts"
    REFUSED = "not read: not safe to open"
    NOT_ACCOUNTS = "not read: no accounts in it"


class Standard(StrEnum):
    """The accounting standard that a document says it follows."""

    FRS_102 = "FRS 102"
    FRS_102_1A = "FRS 102 Section 1A"
    FRS_105 = "FRS 105"
    FRS_101 = "FRS 101"
    IFRS = "IFRS"
    CHARITIES_SORP = "Charities SORP (FRS 102)"
    FRSSE = "FRSSE"
    OLD_UK_GAAP = "UK GAAP before 2015"


class LeaseBasis(StrEnum):
    """How leases are accounted for: figures of two bases are not compared as they stand."""

    OLD_FRS_102 = "FRS 102 before the amendments of 2024"
    AMENDED_FRS_102 = "FRS 102 as amended in 2024"
    IFRS_16 = "IFRS 16"
    FRS_105 = "FRS 105"
    UNKNOWN = "unknown"


class Gap(StrEnum):
    """Why a line that one would look for is not there."""

    FILLETED = "filleted: a small company need not file its profit and loss account (s.444)"
    PARENT = "a parent's own profit and loss account is left out of group accounts (s.408)"
    EXEMPT_INTERMEDIATE_PARENT = (
        "an intermediate parent need not file group accounts (s.400 or s.401)"
    )
    EXEMPT_SUBSIDIARY = "a subsidiary need not file accounts (s.448A)"
    FOREIGN = "the statements are in another currency, and nothing is converted"
    SCANNED = "filed as pictures of its pages, which were not read"
    OVERDUE = "overdue"
    DORMANT = "dormant: there was nothing to account for"
    NOT_YET_DUE = "not yet due"
    NOT_FOUND = "not found where this reader looks"
    CONTRADICTORY = "the document gives several values that contradict each other"


class Matter(StrEnum):
    """What a sentence of accounts is cited for."""

    GOING_CONCERN = "material uncertainty related to going concern"
    QUALIFIED_OPINION = "qualified opinion"
    ADVERSE_OPINION = "adverse opinion"
    DISCLAIMED_OPINION = "disclaimer of opinion"
    CLEAN_OPINION = "unmodified opinion"
    UNAUDITED = "unaudited"
    AUDITOR = "auditor"
    IMMEDIATE_PARENT = "immediate parent"
    ULTIMATE_PARENT = "ultimate parent"
    CONTROLLING_PARTY = "ultimate controlling party"
    CONSOLIDATING_PARENT = "parent whose group accounts include the company"
    MANAGEMENT_CHARGE = "management charge from a related party"
    RELATED_RENT = "rent to a related party"
    RELATED_INTEREST = "interest to a related party"
    GUARANTEE = "guarantee of a parent (s.479A)"
    PRIOR_PERIOD_ADJUSTMENT = "prior-period adjustment"
    EVENT_AFTER_YEAR_END = "event after the year end"
