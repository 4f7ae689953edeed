"""Every company's money, month by month: what it earns, pays, owns and owes. Each month balances.

Cash is what is left: whatever the other lines leave open. A company that runs out of it pays its
suppliers late, and then overdraws, which is what failure looks like from inside.
"""

from array import array
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from crawlers.rehearsal.calibration import money
from crawlers.rehearsal.making.months import MONTHS, first_day

FLOWS = (
    "turnover",
    "staff",
    "rent",
    "group_rent",
    "charge",
    "other",
    "depreciation",
    "bank_interest",
    "notes_interest",
    "dividends_received",
    "tax",
    "dividends_paid",
)
"""What a month brings. A parent's management charge and a landlord's group rent are turnover of
theirs within the group."""
POSITIONS = (
    "tangible",
    "investments",
    "trade_debtors",
    "cash",
    "trade_creditors",
    "taxes",
    "overdraft",
    "bank",
    "notes",
    "share_capital",
    "share_premium",
    "retained",
)
"""What there is at the end of a month."""
FIRST_SHARES = 100
"""Share capital of every company when it is founded, in pounds."""
_PAID_IN, _RECEIVED_IN = 10, 11
"""Dividends are decided in October and arrive in November, between which no year ends."""
_UPWARDS, _OUTWARDS = 0.9, 0.85
"""How much of the cash that can be spared goes to a parent, and to people."""
_REPAID_OVER = 240
_HOUSES_BORROWED = 0.65
_WEAR_OF_HOUSES, _WEAR = 0.025 / 12, 0.16 / 12
_EQUIPMENT = 0.012
"""Equipment bought, as a share of turnover."""
_PAYROLL_TAXES = 0.22


@dataclass(frozen=True, kw_only=True)
class Funding:
    """Money that comes into a company at once, and what it is spent on."""

    bank: int = 0
    notes: int = 0
    shares: int = 0
    investment: int = 0
    """Paid for shares in another company."""
    reduced: int = 0
    """Share premium turned into reserves that can be paid out."""


@dataclass(frozen=True, kw_only=True)
class Business:
    """What a company does, before anything is decided about its money."""

    company: str
    first: int
    """The first month; the company exists from it on."""
    last: int
    """The month after its last."""
    turnover: Mapping[int, int]
    staff: Mapping[int, int]
    rent: Mapping[int, int]
    group_rent: Mapping[int, int]
    charge: Mapping[int, int]
    other: Mapping[int, int]
    houses: Mapping[int, int]
    """Houses that it owns."""
    funding: Mapping[int, Funding]
    parents: Mapping[int, str | None]
    """Which company holds it in a month; None where people do."""
    is_old: bool
    """Whether it was there before the first month."""


@dataclass(frozen=True, kw_only=True)
class Ledger:
    """One company's months."""

    company: str
    first: int
    last: int
    lines: dict[str, "array[int]"] = field(repr=False)
    """Whole pounds, by line and month."""

    def at(self, line: str, month: int) -> int:
        """A position at the end of a month; 0 outside the company's life."""
        return self.lines[line][month] if self.first <= month < self.last else 0

    def over(self, line: str, first: int, last: int) -> int:
        """A flow over the months from `first` to `last`, both included."""
        return sum(self.lines[line][max(first, self.first) : min(last + 1, self.last)])

    def net_assets(self, month: int) -> int:
        """What the owners have at the end of a month."""
        return sum(self.at(one, month) for one in ("share_capital", "share_premium", "retained"))


def keep(businesses: Iterable[Business]) -> dict[str, Ledger]:
    """Every company's ledger, kept month by month together, as dividends go from one to another."""
    keepers = [_Keeper(business=one) for one in businesses]
    inbox: dict[int, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    for month in range(MONTHS):
        for keeper in keepers:
            if keeper.business.first <= month < keeper.business.last:
                paid, to = keeper.month(month, inbox[month].get(keeper.business.company, 0))
                if to is not None:
                    inbox[month + _RECEIVED_IN - _PAID_IN][to] += paid
    return {one.business.company: one.ledger() for one in keepers}


@dataclass(kw_only=True)
class _Keeper:
    """Keeps one company's ledger."""

    business: Business
    lines: dict[str, "array[int]"] = field(
        default_factory=lambda: {
            line: array("q", bytes(8 * MONTHS)) for line in (*FLOWS, *POSITIONS)
        }
    )
    tangible: int = 0
    investments: int = 0
    bank: int = 0
    notes: int = 0
    share_capital: int = FIRST_SHARES
    share_premium: int = 0
    retained: int = 0
    overdraft: int = 0
    houses: int = 0
    owed_tax: list[int] = field(default_factory=list[int])

    def ledger(self) -> Ledger:
        """The finished ledger."""
        one = self.business
        return Ledger(company=one.company, first=one.first, last=one.last, lines=self.lines)

    def month(self, month: int, received: int) -> tuple[int, str | None]:
        """Keep one month; return the dividend paid and to which company, None for people."""
        one = self.business
        turnover, staff, rent = (
            one.turnover.get(month, 0),
            one.staff.get(month, 0),
            one.rent.get(month, 0),
        )
        group_rent, charge = one.group_rent.get(month, 0), one.charge.get(month, 0)
        other = one.other.get(month, 0)
        costs = staff + rent + group_rent + charge + other
        depreciation = self._wear(month, turnover)
        bank_interest = round((self.bank + self.overdraft) * money.BANK_RATE / 12)
        notes_interest = round(self.notes * money.NOTES_RATE / 12)
        self._fund(month)
        before_tax = turnover - costs - depreciation - bank_interest - notes_interest
        tax = max(0, round(before_tax * money.TAX_RATE))
        self.owed_tax = [*self.owed_tax[-8:], tax]
        self.retained += before_tax + received - tax
        self.notes += round(notes_interest * 0.8)
        self.bank -= self.bank // _REPAID_OVER
        debtors = turnover
        creditors = round(0.9 * (other + rent + group_rent))
        taxes = sum(self.owed_tax) + round(_PAYROLL_TAXES * staff)
        if month == one.first and one.is_old:
            self.retained += 2 * costs + debtors + self.tangible // 3
        cash = self._cash(debtors, creditors, taxes)
        paid, to = self._dividend(month, cash, costs)
        cash -= paid
        creditors, cash = self._stretched(creditors, cash, costs)
        flows = (turnover, staff, rent, group_rent, charge, other, depreciation, bank_interest)
        for line, value in zip(FLOWS, (*flows, notes_interest, received, tax, paid), strict=True):
            self.lines[line][month] = value
        held = (self.tangible, self.investments, debtors, cash, creditors, taxes, self.overdraft)
        owed = (self.bank, self.notes, self.share_capital, self.share_premium, self.retained)
        for line, value in zip(POSITIONS, (*held, *owed), strict=True):
            self.lines[line][month] = value
        return paid, to

    def _wear(self, month: int, turnover: int) -> int:
        """Buy and sell houses and equipment, and let them wear; return the month's depreciation."""
        houses = self.business.houses.get(month, 0)
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

    def _fund(self, month: int) -> None:
        funding = self.business.funding.get(month)
        if funding is not None:
            self.bank += funding.bank
            self.notes += funding.notes
            nominal = min(funding.shares, 1000)
            self.share_capital += nominal
            self.share_premium += funding.shares - nominal
            self.investments += funding.investment
            self.share_premium -= funding.reduced
            self.retained += funding.reduced

    def _cash(self, debtors: int, creditors: int, taxes: int) -> int:
        """What is left when everything else is known: the month balances by it."""
        equity = self.share_capital + self.share_premium + self.retained
        owed = creditors + taxes + self.bank + self.notes
        return equity + owed - self.tangible - self.investments - debtors

    def _dividend(self, month: int, cash: int, costs: int) -> tuple[int, str | None]:
        to = self.business.parents.get(month)
        if first_day(month).month != _PAID_IN:
            return 0, None
        spare = min(self.retained, cash - 2 * costs)
        paid = max(0, round(spare * (_OUTWARDS if to is None else _UPWARDS)))
        self.retained -= paid
        return paid, to

    def _stretched(self, creditors: int, cash: int, costs: int) -> tuple[int, int]:
        """Pay suppliers late, then overdraw, where cash would be below nothing."""
        self.overdraft = 0
        if cash >= 0:
            return creditors, cash
        late = min(-cash, costs)
        self.overdraft = -cash - late
        return creditors + late, 0
