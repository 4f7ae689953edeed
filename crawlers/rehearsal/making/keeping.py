"""How a ledger is kept: month after month, by rules that every company follows."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from crawlers.rehearsal.calibration import money
from crawlers.rehearsal.making.ledgers import (
    FIRST_SHARES,
    LEAST_CUSHION,
    Business,
    Funding,
    Ledger,
    Row,
)
from crawlers.rehearsal.making.months import MONTHS, first_day

_PAID_IN = 10
"""Dividends are decided and paid in October, up a whole group at once; no year ends in it."""
_OCTOBERS = tuple(month for month in range(MONTHS) if first_day(month).month == _PAID_IN)
_UPWARDS = 0.9
"""How much of the cash that can be spared goes to a parent."""
_SWEPT = 0.6
"""How much of it repays the owner's loan notes, for as long as there are any."""
_REPAID_OVER = 240
_HOUSES_BORROWED = 0.65
_WEAR_OF_HOUSES, _WEAR = 0.025 / 12, 0.16 / 12
_EQUIPMENT = 0.012
"""Equipment bought, as a share of turnover."""
_PAYROLL_TAXES = 0.22
_REDUCED = 0.9
"""How much of its share premium a company turns into reserves."""
_TAX_OWED_MONTHS = 9


@dataclass(kw_only=True)
class Keeper:
    """Keeps one company's ledger."""

    business: Business
    received: Mapping[int, int]
    """Dividends that come in, by month."""
    funding: Mapping[int, Funding]
    to_a_company: Mapping[int, bool]
    """Each month in which dividends are paid, and whether a company has them, or people."""
    tangible: int = 0
    investments: int = 0
    bank: int = 0
    notes: int = 0
    share_capital: int = FIRST_SHARES
    share_premium: int = 0
    retained: int = 0
    overdraft: int = 0
    houses: int = 0
    cash: int = FIRST_SHARES
    owed_tax: list[int] = field(default_factory=list[int])

    def ledger(self) -> Ledger:
        """The finished ledger."""
        one = self.business
        return Ledger.of(one, [self._month(month) for month in range(one.first, one.last)])

    def _month(self, month: int) -> Row:
        """Keep one month."""
        one = self.business
        turnover, staff, rent = one.turnover[month], one.staff[month], one.rent[month]
        group_rent, charge, other = one.group_rent[month], one.charge[month], one.other[month]
        costs = staff + rent + group_rent + charge + other
        worn = self._wear(month, turnover) if turnover or self.tangible or one.houses[month] else 0
        bank_interest = round((self.bank + self.overdraft) * money.BANK_RATE / 12)
        notes_interest = round(self.notes * money.NOTES_RATE / 12)
        self._fund(month, costs)
        before_tax = turnover - costs - worn - bank_interest - notes_interest
        tax = max(0, round(before_tax * money.TAX_RATE)) if one.is_taxed else 0
        self.owed_tax = [*self.owed_tax[1 - _TAX_OWED_MONTHS :], tax]
        received = self.received.get(month, 0)
        self.retained += before_tax + received - tax
        self.notes += round(notes_interest * 0.8)
        self.bank -= self.bank // _REPAID_OVER
        creditors = round(0.9 * (other + rent + group_rent))
        taxes = sum(self.owed_tax) + round(_PAYROLL_TAXES * staff)
        if month == one.first and one.is_old:
            self.retained += 2 * costs + turnover + self.tangible // 3
        self.cash = self._left(turnover, creditors, taxes)
        paid = self._paid(month, costs)
        creditors += self._stretched(month, costs)
        flows = (turnover, staff, rent, group_rent, charge, other, worn, bank_interest)
        held = (self.tangible, self.investments, turnover, self.cash, creditors, taxes)
        owed = (self.overdraft, self.bank, self.notes)
        equity = (self.share_capital, self.share_premium, self.retained)
        return (*flows, notes_interest, received, tax, paid, *held, *owed, *equity)

    def _wear(self, month: int, turnover: int) -> int:
        """Buy and sell houses and equipment, and let them wear; return the month's depreciation."""
        houses = self.business.houses[month]
        if houses != self.houses:
            price = round(money.HOUSE_GBP * (1 + money.INFLATION) ** (month / 12 - 6))
            if houses > self.houses:
                bought = (houses - self.houses) * price
                self.tangible += bought
                self.bank += round(bought * _HOUSES_BORROWED)
            else:
                part = (self.houses - houses) / self.houses
                self.tangible -= round(self.tangible * part)
                self.bank -= round(self.bank * part)
            self.houses = houses
        worn = round(self.tangible * (_WEAR_OF_HOUSES if houses else _WEAR))
        self.tangible += round(_EQUIPMENT * turnover) - worn
        return worn

    def _fund(self, month: int, costs: int) -> None:
        """Take in what a purchase brings, pay for shares, and turn premium into reserves."""
        self.investments += self.business.subscribed.get(month, 0)
        funding = self.funding.get(month)
        if funding is not None:
            self.bank += funding.bank
            if funding.lent_at_least is not None:
                spare = max(0, self.cash - 2 * costs)
                least = round(funding.lent_at_least * funding.investment)
                self.bank += max(least, funding.investment - spare)
            self.notes += funding.notes
            nominal = min(funding.shares, 1000)
            self.share_capital += nominal
            self.share_premium += funding.shares - nominal
            self.investments += funding.investment
        if month == self.business.reduced_in:
            reduced = round(_REDUCED * self.share_premium)
            self.share_premium -= reduced
            self.retained += reduced

    def _left(self, debtors: int, creditors: int, taxes: int) -> int:
        """What is left when everything else is known: the month balances by it."""
        equity = self.share_capital + self.share_premium + self.retained
        owed = creditors + taxes + self.bank + self.notes
        return equity + owed - self.tangible - self.investments - debtors

    def _paid(self, month: int, costs: int) -> int:
        """Repay loan notes and pay the year's dividend, out of the cash that can be spared."""
        upwards = self.to_a_company.get(month)
        if upwards is None:
            return 0
        swept = max(0, min(self.notes, round(_SWEPT * (self.cash - 2 * costs))))
        self.notes -= swept
        self.cash -= swept
        if self.notes and not upwards:
            return 0
        spare = min(self.retained, self.cash - 2 * costs)
        paid = max(0, round(spare * (_UPWARDS if upwards else self.business.paid_out)))
        self.retained -= paid
        self.cash -= paid
        return paid

    def _stretched(self, month: int, costs: int) -> int:
        """Pay suppliers late by so much, then overdraw, where cash would be too little."""
        self.overdraft = 0
        one = self.business
        cushion = one.cushion if month < one.cushioned_until else LEAST_CUSHION
        short = round(cushion * costs) - self.cash
        if short <= 0:
            return 0
        late = min(short, costs)
        self.overdraft = short - late
        self.cash += short
        return late


def october(first: int, last: int) -> Iterator[int]:
    """Yield each month of a span in which dividends are paid."""
    return (month for month in _OCTOBERS if first <= month < last)
