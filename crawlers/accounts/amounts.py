"""Amounts as figures carry them: when two say the same, and how one is told in a sentence."""

from decimal import Decimal

from crawlers.accounts.figure import Figure
from db.records.accounts_words import Measure

POUND = Decimal(1)
"""Totals of rounded lines differ by a pound: the identities of 751 real sheets were held to it."""
HALF_A_HEAD = Decimal("0.5")
"""An average number of employees is rounded to a whole one, and is never adjusted to add up."""


def unit(figure: Figure) -> Decimal:
    """The smallest step in which it is shown: 1,000 where digits below thousands are not exact.

    A precision that is not known, or finer than a pound, counts as pounds.
    """
    if figure.measure is Measure.EMPLOYEES:
        return HALF_A_HEAD
    if not figure.precision or figure.precision < 0:
        return POUND
    return Decimal(10) ** figure.precision


def agree(first: Figure, second: Figure) -> bool:
    """True where both can be the same amount, each rounded as it is shown."""
    return abs(first.value - second.value) <= max(unit(first), unit(second))


def finer(first: Figure, second: Figure) -> Figure:
    """The one with more exact digits; the first where they are equally exact."""
    return second if unit(second) < unit(first) else first


def told(measure: Measure, value: Decimal) -> str:
    """An amount in a sentence: `£27,240,615`, `-£6,571,204`, `843`."""
    if measure is Measure.EMPLOYEES:
        return f"{value.normalize():,f}"
    sign = "-" if value < 0 else ""
    return f"{sign}£{abs(value):,.0f}"


def spoken(measure: Measure) -> str:
    """A line's name in a sentence: `net assets`."""
    return measure.value.replace("_", " ")


def sentence(words: str) -> str:
    """The same words beginning with a capital."""
    return words[:1].upper() + words[1:]
