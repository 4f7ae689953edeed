"""Sums that hold on the face of accounts, and what they prove of figures that were recognised.

`crawlers.accounts.identities` says which totals must follow once figures are chosen, and which
failures are worth a note. Here several sums of one total stand beside each other, since any one
that holds to the digit proves that its figures were recognised rightly, and most that fail mean
nothing.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from db.records.accounts_words import Measure


@dataclass(frozen=True, slots=True, kw_only=True)
class Identity:
    """A total, and the lines that add up to it."""

    total: Measure
    plus: tuple[Measure, ...]
    minus: tuple[Measure, ...] = ()
    maybe: tuple[Measure, ...] = ()
    """Lines that are added, or taken off where they are costs, only if they are printed."""
    is_whole: bool = False
    """True where no other line stands between them, so that a sum that fails means a misreading.
    Others have lines that this reader does not name: a sum that holds proves, one that fails
    says nothing."""

    @property
    def needed(self) -> tuple[Measure, ...]:
        """The lines without which it says nothing."""
        return (self.total, *self.plus, *self.minus)

    def difference(self, values: Mapping[Measure, Decimal]) -> Decimal:
        """The total less what its lines add up to; LookupError where a needed one has no value."""
        added = sum((values[one] for one in self.plus), Decimal(0))
        taken = sum((values[one] for one in self.minus), Decimal(0))
        for one in self.maybe:
            value = values.get(one, Decimal(0))
            added += -value if one.is_a_cost or one in _TAKEN_OFF else value
        return values[self.total] - added + taken


_TAKEN_OFF = frozenset({Measure.TAX, Measure.EXCEPTIONAL_ITEMS})
"""Signed either way, and positive as a charge."""
IDENTITIES = (
    Identity(
        total=Measure.GROSS_PROFIT,
        plus=(Measure.TURNOVER,),
        minus=(Measure.COST_OF_SALES,),
        is_whole=True,
    ),
    Identity(
        total=Measure.OPERATING_PROFIT,
        plus=(Measure.GROSS_PROFIT,),
        minus=(Measure.ADMINISTRATIVE_EXPENSES,),
        maybe=(Measure.OTHER_OPERATING_INCOME, Measure.EXCEPTIONAL_ITEMS),
    ),
    Identity(
        total=Measure.OPERATING_PROFIT,
        plus=(Measure.GROSS_PROFIT,),
        minus=(Measure.ADMINISTRATIVE_EXPENSES,),
        maybe=(Measure.OTHER_OPERATING_INCOME,),
    ),
    Identity(
        total=Measure.OPERATING_PROFIT,
        plus=(Measure.TURNOVER,),
        minus=(Measure.ADMINISTRATIVE_EXPENSES,),
        maybe=(Measure.OTHER_OPERATING_INCOME,),
    ),
    Identity(
        total=Measure.PROFIT_BEFORE_TAX,
        plus=(Measure.OPERATING_PROFIT,),
        maybe=(Measure.INTEREST_RECEIVABLE, Measure.INTEREST_PAYABLE),
    ),
    Identity(
        total=Measure.PROFIT_FOR_YEAR,
        plus=(Measure.PROFIT_BEFORE_TAX,),
        minus=(Measure.TAX,),
        is_whole=True,
    ),
    Identity(
        total=Measure.FIXED_ASSETS,
        plus=(Measure.TANGIBLE_ASSETS,),
        maybe=(Measure.INTANGIBLE_ASSETS, Measure.INVESTMENTS),
    ),
    Identity(
        total=Measure.CURRENT_ASSETS,
        plus=(Measure.DEBTORS, Measure.CASH),
    ),
    Identity(
        total=Measure.NET_CURRENT_ASSETS,
        plus=(Measure.CURRENT_ASSETS,),
        minus=(Measure.CREDITORS_WITHIN_ONE_YEAR,),
        is_whole=True,
    ),
    Identity(
        total=Measure.TOTAL_ASSETS_LESS_CURRENT_LIABILITIES,
        plus=(Measure.FIXED_ASSETS, Measure.NET_CURRENT_ASSETS),
        is_whole=True,
    ),
    Identity(
        total=Measure.TOTAL_ASSETS_LESS_CURRENT_LIABILITIES,
        plus=(Measure.TANGIBLE_ASSETS, Measure.NET_CURRENT_ASSETS),
        maybe=(Measure.INTANGIBLE_ASSETS, Measure.INVESTMENTS),
    ),
    Identity(
        total=Measure.NET_ASSETS,
        plus=(Measure.TOTAL_ASSETS_LESS_CURRENT_LIABILITIES,),
        maybe=(Measure.CREDITORS_AFTER_ONE_YEAR, Measure.PROVISIONS),
    ),
    Identity(
        total=Measure.NET_ASSETS,
        plus=(Measure.FIXED_ASSETS, Measure.NET_CURRENT_ASSETS),
        maybe=(Measure.CREDITORS_AFTER_ONE_YEAR, Measure.PROVISIONS),
    ),
    Identity(total=Measure.EQUITY, plus=(Measure.NET_ASSETS,), is_whole=True),
)
"""Formats 1 of the regulations (SI 2008/410 schedule 1), in the order in which they are printed."""
