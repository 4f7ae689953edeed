"""What must add up in accounts: each total from its parts, and whether it does."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum

from crawlers.accounts.amounts import POUND, unit
from crawlers.accounts.figure import Figure
from db.records.accounts_words import Measure

Figures = Mapping[Measure, Figure]
"""The figures of one scope and one period."""


class Verdict(Enum):
    """What an identity says of the figures read."""

    HOLDS = "holds"
    FAILS = "fails"
    MIRRORED = "holds only with the total's sign reversed"
    UNKNOWN = "not enough was read to say"


@dataclass(frozen=True, slots=True, kw_only=True)
class Identity:
    """One total and what it is the sum of, as the formats of the Companies Act set it out."""

    total: Measure
    plus: tuple[Measure, ...]
    minus: tuple[Measure, ...] = ()
    optional: frozenset[Measure] = frozenset()
    """Parts that many sheets do not have. Where one was not read the identity can hold, and
    cannot fail."""
    between: tuple[Measure, ...] = ()
    """Costs that some statements take off between the parts and the total, and others within a
    part: it holds either way."""
    unread: str = ""
    """Lines that no `Measure` reads and that may stand between: then failing is no proof."""
    is_told: bool = True
    """False where lines between are so common that failing is not worth a note."""

    @property
    def parts(self) -> tuple[Measure, ...]:
        """Everything that it adds and takes off."""
        return self.plus + self.minus

    @property
    def measures(self) -> tuple[Measure, ...]:
        """The total, then its parts."""
        return (self.total, *self.parts)


IDENTITIES = (
    Identity(
        total=Measure.NET_CURRENT_ASSETS,
        plus=(Measure.CURRENT_ASSETS,),
        minus=(Measure.CREDITORS_WITHIN_ONE_YEAR,),
        unread="prepayments or accruals shown apart",
    ),
    Identity(
        total=Measure.TOTAL_ASSETS_LESS_CURRENT_LIABILITIES,
        plus=(Measure.FIXED_ASSETS, Measure.NET_CURRENT_ASSETS),
        optional=frozenset({Measure.FIXED_ASSETS}),
        unread="long-term debtors or unpaid share capital shown apart",
    ),
    Identity(
        total=Measure.NET_ASSETS,
        plus=(Measure.TOTAL_ASSETS_LESS_CURRENT_LIABILITIES,),
        minus=(Measure.CREDITORS_AFTER_ONE_YEAR, Measure.PROVISIONS),
        optional=frozenset({Measure.CREDITORS_AFTER_ONE_YEAR, Measure.PROVISIONS}),
        unread="accruals, deferred income or a pension shown apart",
    ),
    Identity(total=Measure.EQUITY, plus=(Measure.NET_ASSETS,)),
    Identity(total=Measure.CHARITY_FUNDS, plus=(Measure.NET_ASSETS,)),
    Identity(
        total=Measure.BORROWINGS,
        plus=(Measure.BORROWINGS_WITHIN_ONE_YEAR, Measure.BORROWINGS_AFTER_ONE_YEAR),
        optional=frozenset({Measure.BORROWINGS_WITHIN_ONE_YEAR, Measure.BORROWINGS_AFTER_ONE_YEAR}),
    ),
    Identity(
        total=Measure.GROSS_PROFIT,
        plus=(Measure.TURNOVER,),
        minus=(Measure.COST_OF_SALES,),
        unread="other income shown above gross profit",
    ),
    Identity(
        total=Measure.OPERATING_PROFIT,
        plus=(Measure.GROSS_PROFIT, Measure.OTHER_OPERATING_INCOME),
        minus=(Measure.ADMINISTRATIVE_EXPENSES, Measure.EXCEPTIONAL_ITEMS),
        optional=frozenset({Measure.OTHER_OPERATING_INCOME, Measure.EXCEPTIONAL_ITEMS}),
        unread="distribution costs",
        is_told=False,
    ),
    Identity(
        total=Measure.PROFIT_BEFORE_TAX,
        plus=(Measure.OPERATING_PROFIT, Measure.INTEREST_RECEIVABLE),
        minus=(Measure.INTEREST_PAYABLE,),
        optional=frozenset({Measure.INTEREST_RECEIVABLE, Measure.INTEREST_PAYABLE}),
        between=(Measure.IMPAIRMENT, Measure.EXCEPTIONAL_ITEMS),
        unread="exceptional items, investments or associates below operating profit",
    ),
    Identity(
        total=Measure.PROFIT_FOR_YEAR,
        plus=(Measure.PROFIT_BEFORE_TAX,),
        minus=(Measure.TAX,),
        optional=frozenset({Measure.TAX}),
        unread="discontinued operations",
    ),
    Identity(
        total=Measure.CHARITY_NET_INCOME,
        plus=(Measure.CHARITY_INCOME,),
        minus=(Measure.CHARITY_EXPENDITURE,),
        unread="gains and losses on investments",
        is_told=False,
    ),
)
"""Companies Act 2006 balance sheet and profit and loss formats 1 (SI 2008/409 and 2008/410,
Schedule 1), and the statement of financial activities of the Charities SORP."""


def expected(identity: Identity, figures: Figures) -> Decimal | None:
    """What the parts make the total; None where a part that is not optional was not read.

    Optional parts that were not read count for nothing.
    """
    total, has_any = Decimal(0), False
    for parts, sign in ((identity.plus, 1), (identity.minus, -1)):
        for part in parts:
            if part in figures:
                total += sign * figures[part].value
                has_any = True
            elif part not in identity.optional:
                return None
    return total if has_any else None


def judged(identity: Identity, figures: Figures) -> Verdict:
    """Whether the total follows from its parts, each rounded as it is shown.

    UNKNOWN without the total or a part that must be there, and where it does not hold but an
    optional part was not read.
    """
    if identity.total not in figures:
        return Verdict.UNKNOWN
    should_be = expected(identity, figures)
    if should_be is None:
        return Verdict.UNKNOWN
    total = figures[identity.total].value
    slack = tolerance(identity, figures)
    less = (Decimal(0), *taken_between(identity, figures))
    if any(abs(total - should_be + cost) <= slack for cost in less):
        return Verdict.HOLDS
    if any(abs(total + should_be - cost) <= slack for cost in less):
        return Verdict.MIRRORED
    if all(part in figures for part in identity.parts):
        return Verdict.FAILS
    return Verdict.UNKNOWN


def taken_between(identity: Identity, figures: Figures) -> tuple[Decimal, ...]:
    """What the costs that may stand between come to, each alone and all together."""
    costs = [figures[measure].value for measure in identity.between if measure in figures]
    return (*costs, sum(costs, Decimal(0)))


def tolerance(identity: Identity, figures: Figures) -> Decimal:
    """By how much rounding alone can part a total from its parts: half a unit for each of them."""
    units = [unit(figures[measure]) for measure in identity.measures if measure in figures]
    return max(POUND, max(units) * len(units) / 2)
