"""The named lines that the pages of a generated scan show, from the books behind them."""

from collections.abc import Callable, Mapping
from decimal import Decimal

from crawlers.rehearsal.forms.accounts.told import Told, told
from crawlers.rehearsal.world.books import Accounts, Books, Scope
from crawlers.rehearsal.world.world import World
from db.records.accounts_words import Measure

Value = Callable[[Books], int]
INCOME: Mapping[Measure, Value] = {
    Measure.TURNOVER: lambda one: one.income.turnover,
    Measure.OPERATING_PROFIT: lambda one: one.income.operating_profit,
    Measure.INTEREST_PAYABLE: lambda one: one.income.interest,
    Measure.PROFIT_BEFORE_TAX: lambda one: one.income.profit_before_tax,
    Measure.TAX: lambda one: one.income.tax,
    Measure.PROFIT_FOR_YEAR: lambda one: one.income.profit,
}
BALANCE: Mapping[Measure, Value] = {
    Measure.FIXED_ASSETS: lambda one: one.position.fixed_assets,
    Measure.INTANGIBLE_ASSETS: lambda one: one.position.goodwill,
    Measure.TANGIBLE_ASSETS: lambda one: one.position.tangible,
    Measure.INVESTMENTS: lambda one: one.position.investments,
    Measure.DEBTORS: lambda one: one.position.debtors,
    Measure.CASH: lambda one: one.position.cash,
    Measure.CURRENT_ASSETS: lambda one: one.position.current_assets,
    Measure.CREDITORS_WITHIN_ONE_YEAR: lambda one: one.position.creditors_within_a_year,
    Measure.NET_CURRENT_ASSETS: lambda one: one.position.net_current_assets,
    Measure.TOTAL_ASSETS_LESS_CURRENT_LIABILITIES: lambda one: (
        one.position.total_assets_less_current_liabilities
    ),
    Measure.CREDITORS_AFTER_ONE_YEAR: lambda one: one.position.creditors_after,
    Measure.PROVISIONS: lambda one: one.position.provisions,
    Measure.NET_ASSETS: lambda one: one.position.net_assets,
}


def drawn_lines(world: World, filing: Accounts) -> dict[tuple[str, str, str], Decimal]:
    """Scope, measure and last day of every line that the statements show, with its pounds."""
    tells = told(world, filing)
    return {
        (scope.name.lower(), measure.value, str(one.end)): Decimal(value)
        for scope, years in tells.books.items()
        for one in years[:2]
        for measure, of_books in _shown(tells, scope).items()
        if (value := of_books(one))
    }


def _shown(tells: Told, scope: Scope) -> Mapping[Measure, Value]:
    """A parent leaves out its own profit and loss account; a charity has another statement."""
    has_income = tells.shows_income and not tells.is_charity
    is_left_out = tells.is_group and scope is Scope.COMPANY
    return {**INCOME, **BALANCE} if has_income and not is_left_out else BALANCE
