"""Whose a figure is and when a debt falls due, as the taxonomies say it; and brackets."""

from collections.abc import Mapping

from crawlers.rehearsal.forms.accounts.printed import Due, Fact, Figure, Members
from crawlers.rehearsal.world.books import Scope

CONSOLIDATED: Members = (("bus:GroupCompanyDataDimension", "bus:Consolidated"),)
"""How a figure is said to be the group's; without it, it is the company's."""

CURRENT: Mapping[Due, Members] = {
    Due.WITHIN_A_YEAR: (
        (
            "core:FinancialInstrumentCurrentNon-currentDimension",
            "core:CurrentFinancialInstruments",
        ),
    ),
    Due.AFTER: (
        (
            "core:FinancialInstrumentCurrentNon-currentDimension",
            "core:Non-currentFinancialInstruments",
        ),
    ),
}
"""When a debt falls due, by one of the taxonomy's two dimensions."""

MATURITY: Mapping[Due, Members] = {
    Due.WITHIN_A_YEAR: (("core:MaturitiesOrExpirationPeriodsDimension", "core:WithinOneYear"),),
    Due.AFTER: (("core:MaturitiesOrExpirationPeriodsDimension", "core:AfterOneYear"),),
}
"""The same by the other."""


def is_bracketed(figure: Figure, *, costs: bool) -> bool:
    """Whether a number is printed in brackets; `costs` where the vendor brackets costs as well."""
    is_taken_off = figure.is_taken_off or (costs and figure.is_cost)
    return figure.amount < 0 if not is_taken_off else figure.amount > 0


def of_group(fact: Fact) -> bool:
    """Whether a figure is the group's."""
    return fact.scope is Scope.GROUP
