"""A company's money, month by month: what it earns, pays, owns and owes. Each month balances.

Cash is what is left: whatever the other lines leave open. A company that runs out of it pays its
suppliers late, and then overdraws, which is what failure looks like from inside.
"""

from array import array
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from crawlers.rehearsal.making.lineage import Span
from crawlers.rehearsal.making.months import MONTHS

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
Row = tuple[int, ...]
"""One month: its flows, then its positions."""
NOTHING: Sequence[int] = (0,) * MONTHS
LEAST_CUSHION = 0.04
"""Months of costs that anybody keeps in cash, however badly it does."""
FIRST_SHARES = 100
"""Share capital of every company when it is founded, in pounds."""


@dataclass(frozen=True, kw_only=True)
class Funding:
    """Money that comes into a company at once, and what it is spent on."""

    bank: int = 0
    notes: int = 0
    shares: int = 0
    investment: int = 0
    """Paid for shares in another company."""
    lent_at_least: float | None = None
    """Where a group buys for itself: the share of the price that the bank lends, even to the rich;
    it lends whatever cash does not pay. None where `bank` says all."""


@dataclass(frozen=True, kw_only=True)
class Business:
    """What a company does, before anything is decided about its money. Lines are by month."""

    company: str
    first: int
    """The first month; the company exists from it on."""
    last: int
    """The month after its last."""
    turnover: Sequence[int] = NOTHING
    staff: Sequence[int] = NOTHING
    rent: Sequence[int] = NOTHING
    group_rent: Sequence[int] = NOTHING
    charge: Sequence[int] = NOTHING
    other: Sequence[int] = NOTHING
    houses: Sequence[int] = NOTHING
    """Houses that it owns."""
    subscribed: Mapping[int, int] = field(default_factory=dict[int, int])
    """What it pays for the first shares of companies that it founds."""
    reduced_in: int | None = None
    """The month in which most of its share premium becomes reserves."""
    is_old: bool = False
    """Whether it was there before the first month."""
    is_taxed: bool = True
    cushion: float = LEAST_CUSHION
    """Below so many months of costs it lets cash not fall, if only by paying late or borrowing."""
    cushioned_until: int = MONTHS
    """The month from which a failing company has no more than the least."""
    paid_out: float = 0.85
    """Which part of the cash that can be spared goes to people; none of a charity's does."""


@dataclass(frozen=True, kw_only=True)
class Ledger:
    """One company's months."""

    company: str
    first: int
    last: int
    lines: Mapping[str, "array[int]"] = field(repr=False)
    """Whole pounds by line, from the first month on."""

    @classmethod
    def of(cls, business: Business, rows: Sequence[Row]) -> "Ledger":
        """The ledger of a company whose months these are."""
        columns = zip(*rows, strict=True) if rows else ((),) * len((*FLOWS, *POSITIONS))
        named = zip((*FLOWS, *POSITIONS), columns, strict=True)
        return cls(
            company=business.company,
            first=business.first,
            last=business.last,
            lines={line: array("q", months) for line, months in named},
        )

    def at(self, line: str, month: int) -> int:
        """A position at the end of a month; 0 outside the company's life."""
        there = self.first <= month < self.last
        return self.lines[line][month - self.first] if there else 0

    def over(self, line: str, span: Span) -> int:
        """A flow over a span of months."""
        first, last = max(span[0], self.first), min(span[1], self.last)
        return sum(self.lines[line][first - self.first : last - self.first]) if first < last else 0

    def net_assets(self, month: int) -> int:
        """What the owners have at the end of a month."""
        return sum(self.at(one, month) for one in ("share_capital", "share_premium", "retained"))

    def ebitda(self, span: Span) -> int:
        """What a span of months earned before interest, tax and wear."""
        costs = ("staff", "rent", "group_rent", "charge", "other")
        return self.over("turnover", span) - sum(self.over(one, span) for one in costs)
