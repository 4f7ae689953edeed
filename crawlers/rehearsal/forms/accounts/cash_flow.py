"""A group's cash flow statement: what the books of two years leave no choice about."""

from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise

from crawlers.rehearsal.forms.accounts.lines import Column, headings
from crawlers.rehearsal.forms.accounts.printed import (
    At,
    Fact,
    Figure,
    Part,
    Row,
    Table,
    Weight,
    When,
)
from crawlers.rehearsal.forms.accounts.told import Told
from crawlers.rehearsal.world.books import Books, Position, Scope


@dataclass(frozen=True, kw_only=True)
class Flows:
    """The cash flows of one year, from its books and those of the year before."""

    now: Books
    before: Books

    def moved(self, of: Callable[[Position], int]) -> int:
        """By how much something on the balance sheet grew."""
        return of(self.now.position) - of(self.before.position)

    @property
    def debtors(self) -> int:
        """Cash from fewer debtors."""
        return -self.moved(lambda one: one.debtors)

    @property
    def creditors(self) -> int:
        """Cash from more creditors and provisions; taxes are a line of their own."""
        return self.moved(lambda one: one.trade_creditors + one.group_creditors + one.provisions)

    @property
    def from_operations(self) -> int:
        """Operating profit before what costs no cash, and what working capital took or gave."""
        income = self.now.income
        earned = income.operating_profit + income.depreciation + income.amortisation
        return earned + self.debtors + self.creditors

    @property
    def tax(self) -> int:
        """Tax paid, as a flow."""
        return self.moved(lambda one: one.taxes) - self.now.income.tax

    @property
    def rolled_up(self) -> int:
        """Interest added to loan notes instead of paid."""
        grown = self.moved(lambda one: one.loan_notes_after)
        return max(min(grown, self.now.income.group_interest), 0)

    @property
    def interest(self) -> int:
        """Interest paid, as a flow."""
        return self.rolled_up - self.now.income.interest

    @property
    def operating(self) -> int:
        """Net cash from operating activities."""
        return self.from_operations + self.tax + self.interest

    @property
    def new_leases(self) -> int:
        """Assets that came with a lease, for which nothing is paid at once."""
        return max(self.moved(_leases), 0)

    @property
    def tangible(self) -> int:
        """Paid for property, plant and equipment, as a flow."""
        grown = self.moved(lambda one: one.tangible) + self.now.income.depreciation
        return self.new_leases - grown

    @property
    def businesses(self) -> int:
        """Paid for businesses and shares, as a flow."""
        grown = self.moved(lambda one: one.goodwill + one.investments)
        return -(grown + self.now.income.amortisation)

    @property
    def investing(self) -> int:
        """Net cash from investing activities."""
        return self.tangible + self.businesses + self.now.income.dividends_received

    @property
    def loans(self) -> int:
        """New loans less repayments, of banks and of the owner."""
        bank = self.moved(lambda one: one.bank_loans_within_a_year + one.bank_loans_after)
        return bank + self.moved(lambda one: one.loan_notes_after) - self.rolled_up

    @property
    def leases(self) -> int:
        """Repayments of leases, as a flow."""
        return min(self.moved(_leases), 0)

    @property
    def shares(self) -> int:
        """From shares, and whatever else moved equity besides profit and dividends."""
        income = self.now.income
        return self.moved(lambda one: one.equity) - income.profit + income.dividends_paid

    @property
    def financing(self) -> int:
        """Net cash from financing activities."""
        return self.loans + self.leases + self.shares - self.now.income.dividends_paid

    @property
    def change(self) -> int:
        """All of it: the change in cash."""
        return self.operating + self.investing + self.financing


_CHANGE_IN_CASH = (
    "core:IncreaseDecreaseInCashCashEquivalentsBeforeForeignExchangeDifferencesChangesIn"
    "Consolidation"
)
_Line = tuple[str, Callable[[Flows], int], str | None]

_LINES: tuple[_Line, ...] = (
    ("Operating profit or loss", lambda one: one.now.income.operating_profit, None),
    (
        "Depreciation and amortisation",
        lambda one: one.now.income.depreciation + one.now.income.amortisation,
        None,
    ),
    (
        "Decrease/(increase) in debtors",
        lambda one: one.debtors,
        "core:GainLossInCashFlowsFromChangeInDebtorsTradeOtherReceivables",
    ),
    (
        "Increase/(decrease) in creditors and provisions",
        lambda one: one.creditors,
        "core:GainLossInCashFlowsFromChangeInCreditorsTradeOtherPayables",
    ),
    (
        "Cash generated from operations",
        lambda one: one.from_operations,
        "core:NetCashGeneratedFromOperations",
    ),
    ("Taxes paid", lambda one: one.tax, None),
    ("Interest paid", lambda one: one.interest, None),
    (
        "Net cash from operating activities",
        lambda one: one.operating,
        "core:NetCashFlowsFromUsedInOperatingActivities",
    ),
    ("Purchase of tangible assets", lambda one: one.tangible, None),
    ("Purchase of businesses", lambda one: one.businesses, None),
    ("Dividends received", lambda one: one.now.income.dividends_received, None),
    (
        "Net cash from investing activities",
        lambda one: one.investing,
        "core:NetCashFlowsFromUsedInInvestingActivities",
    ),
    ("New loans less repayments", lambda one: one.loans, None),
    ("Repayment of leases", lambda one: one.leases, None),
    ("Shares issued and other movements", lambda one: one.shares, None),
    ("Equity dividends paid", lambda one: -one.now.income.dividends_paid, None),
    (
        "Net cash from financing activities",
        lambda one: one.financing,
        "core:NetCashFlowsFromUsedInFinancingActivities",
    ),
    (
        "Change in cash at bank and in hand",
        lambda one: one.change,
        _CHANGE_IN_CASH,
    ),
)


def cash_flow_table(told: Told) -> Table | None:
    """The statement, for each year of which the year before is known; None for a first period."""
    books = told.books[Scope.GROUP]
    flows = [Flows(now=now, before=before) for now, before in pairwise(books)]
    if not flows:
        return None
    rows = [_row(flows, line) for line in _LINES if any(line[1](one) for one in flows)]
    over = [Column(scope=Scope.GROUP, year=year, books=one.now) for year, one in enumerate(flows)]
    return Table(headings=headings(told, over), rows=tuple(rows))


def _row(flows: list[Flows], line: _Line) -> Row:
    label, of, concept = line
    cells: list[Figure] = []
    for year, one in enumerate(flows):
        fact = concept and Fact(
            concept=concept,
            scope=Scope.GROUP,
            when=When(year, At.DURING),
            part=Part.CASH_FLOW,
        )
        cells.append(Figure(amount=of(one), fact=fact or None))
    is_total = label.startswith(("Net cash", "Cash generated", "Change"))
    return Row(
        label=(label,), cells=tuple(cells), weight=Weight.TOTAL if is_total else Weight.PLAIN
    )


def _leases(one: Position) -> int:
    return one.leases_within_a_year + one.leases_after
