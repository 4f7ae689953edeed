"""What a company or a group really earned and owed in one period, and the accounts filed of it.

All money is whole pounds. Costs, charges and debts are positive numbers; a profit may be negative.
Every set of books balances, and each identity that accountants rely on holds to the pound.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Scope(StrEnum):
    """Whose figures they are."""

    COMPANY = "company"
    GROUP = "group"


class LeaseBasis(StrEnum):
    """How leases are accounted for, which moves rent between lines and changes nothing in life."""

    OLD_FRS_102 = "FRS 102 before the amendments of 2024"
    AMENDED_FRS_102 = "FRS 102 as amended in 2024"
    FRS_105 = "FRS 105"


@dataclass(frozen=True, kw_only=True)
class Income:
    """The profit and loss account of one period."""

    turnover: int
    staff_costs: int
    rent: int
    """Rent of the period as a cost; 0 where leases are on the balance sheet."""
    group_rent: int
    """Rent paid to a property company of the same group."""
    management_charge: int
    """Paid to the parent, whose turnover it is."""
    other_costs: int
    exceptional_costs: int
    depreciation: int
    """Of property, plant and equipment, rights of use included."""
    amortisation: int
    """Of goodwill and acquired intangibles."""
    bank_interest: int
    """Paid to lenders outside the group."""
    lease_interest: int
    group_interest: int
    """On loan notes that the owner holds, most of it rolled up."""
    dividends_received: int
    tax: int
    dividends_paid: int

    @property
    def operating_profit(self) -> int:
        """Turnover less every cost above interest and tax."""
        return (
            self.turnover
            - self.staff_costs
            - self.rent
            - self.group_rent
            - self.management_charge
            - self.other_costs
            - self.exceptional_costs
            - self.depreciation
            - self.amortisation
        )

    @property
    def interest(self) -> int:
        """All interest paid, less what is received from the group."""
        return self.bank_interest + self.lease_interest + self.group_interest

    @property
    def profit_before_tax(self) -> int:
        """Operating profit less interest, with dividends received."""
        return self.operating_profit - self.interest + self.dividends_received

    @property
    def profit(self) -> int:
        """Profit for the period, after tax and before dividends paid."""
        return self.profit_before_tax - self.tax


@dataclass(frozen=True, kw_only=True)
class Position:
    """The balance sheet on the last day of a period."""

    goodwill: int
    tangible: int
    """Property, plant and equipment, rights of use included."""
    investments: int
    """Shares in subsidiaries, at cost."""
    trade_debtors: int
    group_debtors: int
    cash: int
    trade_creditors: int
    taxes: int
    """Owed to the Revenue: corporation tax, payroll taxes."""
    group_creditors: int
    bank_loans_within_a_year: int
    leases_within_a_year: int
    bank_loans_after: int
    loan_notes_after: int
    """Owed to the owner, rolled-up interest included."""
    leases_after: int
    provisions: int
    share_capital: int
    share_premium: int
    retained_earnings: int

    @property
    def fixed_assets(self) -> int:
        """Goodwill, tangible assets and investments."""
        return self.goodwill + self.tangible + self.investments

    @property
    def debtors(self) -> int:
        """Trade and group debtors."""
        return self.trade_debtors + self.group_debtors

    @property
    def current_assets(self) -> int:
        """Debtors and cash."""
        return self.debtors + self.cash

    @property
    def creditors_within_a_year(self) -> int:
        """All that falls due within a year."""
        return (
            self.trade_creditors
            + self.taxes
            + self.group_creditors
            + self.bank_loans_within_a_year
            + self.leases_within_a_year
        )

    @property
    def creditors_after(self) -> int:
        """All that falls due later."""
        return self.bank_loans_after + self.loan_notes_after + self.leases_after

    @property
    def net_current_assets(self) -> int:
        """Current assets less what falls due within a year."""
        return self.current_assets - self.creditors_within_a_year

    @property
    def total_assets_less_current_liabilities(self) -> int:
        """Fixed assets and net current assets."""
        return self.fixed_assets + self.net_current_assets

    @property
    def net_assets(self) -> int:
        """What is left for the owners."""
        return self.total_assets_less_current_liabilities - self.creditors_after - self.provisions

    @property
    def equity(self) -> int:
        """Capital and reserves; equals net assets."""
        return self.share_capital + self.share_premium + self.retained_earnings


@dataclass(frozen=True, kw_only=True)
class Books:
    """One period of one company alone, or of a group under one head, as it really was."""

    company: str
    """Key of the company; of group books, of the head that consolidates."""
    scope: Scope
    start: date
    end: date
    lease_basis: LeaseBasis
    income: Income
    position: Position
    employees: int
    """Average over the period."""
    highest_paid_director: int | None
    lease_commitments: int
    """Future rents under leases that are not on the balance sheet."""

    @property
    def months(self) -> int:
        """Length of the period in whole months."""
        later = (self.end.year - self.start.year) * 12 + self.end.month - self.start.month
        return later + 1


class Medium(StrEnum):
    """How accounts reached the register."""

    TAGGED = "inline XBRL"
    SCANNED = "images in a PDF"


class Vendor(StrEnum):
    """Whose software wrote tagged accounts; each tags a group's statements in its own way."""

    DIGITA = "Digita Accounts Production Advanced"
    """Tags everything: the group with its dimension, the company without."""
    IRIS = "IRIS Accounts Production"
    """Tags the company's balance sheet and a few lines of the group's income, undimensioned."""
    CASEWARE = "CaseWare UK (AP4)"
    """Tags the company's balance sheet only; the consolidated statements are plain text."""


class Withheld(StrEnum):
    """Why a filing has no profit and loss account of its own company."""

    FILLETED = "small companies regime, s.444"
    PARENT = "parent whose group's is filed, s.408"
    NOTHING = "dormant"


class Uncertainty(StrEnum):
    """What the accounts say of going concern."""

    NONE = "nothing beyond the usual sentence"
    BOILERPLATE = "the words occur where the auditor says that he has nothing to report"
    TRUE = "a material uncertainty is disclosed"


@dataclass(frozen=True, kw_only=True)
class Accounts:
    """One filing of accounts on one company's file."""

    key: str
    """The publisher's transaction id."""
    document_id: str
    company: str
    """On whose file it stands."""
    reporting: str
    """Whose accounts they are: the parent's, where those are filed in place of one's own."""
    scopes: tuple[Scope, ...]
    start: date
    end: date
    filed_on: date
    due_on: date
    kind: str
    """The publisher's account type: `group`, `full`, `small`, `total-exemption-full`,
    `micro-entity`, `dormant`, `audit-exemption-subsidiary`, `filing-exemption-subsidiary`."""
    medium: Medium
    vendor: Vendor | None
    """None where it is scanned."""
    withheld: Withheld | None = None
    is_amended: bool = False
    uncertainty: Uncertainty = Uncertainty.NONE
    opinion: str | None = None
    """`unmodified`, `qualified`; None where nobody audits."""
    restates: bool = False
    """Whether the comparatives differ from what was filed for that year."""
    equity_sign_wrong: bool = False
    """The vendor's template tags equity with the opposite sign."""
    guarantor: str | None = None
    """Who guarantees its debts under s.479A."""
