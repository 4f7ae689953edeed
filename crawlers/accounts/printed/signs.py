"""The sign that a printed number means: costs as costs, a tax credit as a negative charge."""

import re
from collections.abc import Mapping, Sequence
from decimal import Decimal

from crawlers.accounts.printed.sheet import Sheet
from db.records.accounts_words import Measure

_COST = re.compile(r"\b(?:costs?|expenses|charges|payable|depreciation)\b", re.IGNORECASE)


def brackets_costs(sheet: Sheet) -> bool:
    """True where a profit and loss account prints its costs in brackets, as most of them show."""
    shown = [
        value.value < 0
        for row in sheet.rows
        if _COST.search(row.label)
        for value in row.values
        if value.value
    ]
    return sum(shown) * 2 > len(shown)


def signed(measure: Measure, value: Decimal) -> Decimal:
    """A cost without its brackets; anything else as printed. Tax is not decided here."""
    return abs(value) if measure.is_a_cost else value


def tax_charge(
    printed: Decimal, beside: Mapping[Measure, Decimal], *, in_brackets: bool
) -> Decimal:
    """The charge, a credit negative: as profit before and after tax prove, else as costs are shown.

    `beside` has the profits of the same column.
    """
    before, after = beside.get(Measure.PROFIT_BEFORE_TAX), beside.get(Measure.PROFIT_FOR_YEAR)
    if before is not None and after is not None and printed:
        if before - printed == after:
            return printed
        if before + printed == after:
            return -printed
    return -printed if in_brackets else printed


def exceptional_cost(label: str, printed: Decimal, *, in_brackets: bool) -> Decimal:
    """An exceptional row as a cost: a gain is negative."""
    if in_brackets:
        return -printed
    is_gain = any(word in label.lower() for word in ("income", "gain", "profit on"))
    return -abs(printed) if is_gain else printed


def is_exceptional(label: str) -> bool:
    """True for a row of exceptional items, not for a profit before or after them."""
    words = label.lower()
    if "exceptional" not in words or "profit" in words.split("exceptional")[0].split("on ")[0]:
        return False
    return not any(word in words for word in ("before", "after", "excluding", "pre-", "loss"))


def total(values: Sequence[Decimal]) -> Decimal:
    """The sum; 0 of nothing."""
    return sum(values, Decimal(0))
