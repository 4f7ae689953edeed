"""The named lines that the pages of a generated scan show, from the books behind them."""

from decimal import Decimal

from crawlers.rehearsal.forms.accounts.composition import report
from crawlers.rehearsal.forms.accounts.told import told
from crawlers.rehearsal.world.books import Accounts
from crawlers.rehearsal.world.world import World
from db.records.accounts_words import Measure
from tests.accounts_shown.lines import shown_lines

NAMED = frozenset(
    {
        Measure.TURNOVER,
        Measure.OPERATING_PROFIT,
        Measure.INTEREST_PAYABLE,
        Measure.PROFIT_BEFORE_TAX,
        Measure.TAX,
        Measure.PROFIT_FOR_YEAR,
        Measure.FIXED_ASSETS,
        Measure.INTANGIBLE_ASSETS,
        Measure.TANGIBLE_ASSETS,
        Measure.INVESTMENTS,
        Measure.DEBTORS,
        Measure.CASH,
        Measure.CURRENT_ASSETS,
        Measure.CREDITORS_WITHIN_ONE_YEAR,
        Measure.NET_CURRENT_ASSETS,
        Measure.TOTAL_ASSETS_LESS_CURRENT_LIABILITIES,
        Measure.CREDITORS_AFTER_ONE_YEAR,
        Measure.PROVISIONS,
        Measure.NET_ASSETS,
    }
)
"""The lines of primary statements, which are looked for in pictures."""


def drawn_lines(world: World, filing: Accounts) -> dict[tuple[str, str, str], Decimal]:
    """Scope, measure and last day of every line that the statements show, with its pounds."""
    tells = told(world, filing)
    return {
        (place.scope.value, place.measure.value, str(tells.years[place.year][1])): Decimal(
            amount.pounds
        )
        for place, amount in shown_lines(tells, report(tells)).items()
        if place.measure in NAMED and amount.pounds
    }
