"""Whose figure a tag states: the company's or the group's, or nobody can say.

A tag with the dimension says it. Without it a figure is the company's by the taxonomy, but
software differs in documents with group statements: some tag the group's income without it.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum

from crawlers.accounts.fact import Fact, Family, Tagged
from db.records.accounts_words import Measure, Scope

_AXES = {
    "GroupCompanyDataDimension": {"Consolidated": Scope.GROUP, "Company": Scope.COMPANY},
    "ConsolidatedAndSeparateFinancialStatementsAxis": {
        "ConsolidatedMember": Scope.GROUP,
        "SeparateMember": Scope.COMPANY,
    },
}
_CHANGES_IN_EQUITY = frozenset({Measure.PROFIT_FOR_YEAR, Measure.DIVIDENDS})
"""Of a period like income, but stated in the company's own statement of changes in equity."""
_ENOUGH = 2
"""Income lines with the dimension from which on a document is held to use it throughout."""


class Manner(Enum):
    """How a document tells the company from the group."""

    ALONE = "it has no group statements"
    THROUGHOUT = "group figures have the dimension, the company's have none"
    ONLY_THE_PROFIT = "of the group's income only the profit has the dimension"
    COMPANY_ONLY = "nothing of the group is tagged"
    UNKNOWN = "it has group statements, and its software is not known to tag them in one way"


@dataclass(frozen=True, slots=True, kw_only=True)
class Whose:
    """A scope, and how sure it is; None where the document does not say."""

    scope: Scope | None
    confidence: float = 1.0


def stated_scope(fact: Fact) -> Scope | None:
    """Whose figure a tag itself says it is; None where it says nothing."""
    for axis, member in fact.dimensions:
        if axis in _AXES:
            return _AXES[axis].get(member)
    return None


def beside_scope(fact: Fact) -> frozenset[tuple[str, str]]:
    """The dimensions of a tag that do not say whose it is."""
    return frozenset(one for one in fact.dimensions if one[0] not in _AXES)


def manner(tagged: Tagged, grouped: Iterable[Measure], *, has_group_pages: bool) -> Manner:
    """How a document tells whose: `grouped` are the lines that it tags as the group's."""
    measures = set(grouped)
    income = {one for one in measures if not one.is_of_a_day} - _CHANGES_IN_EQUITY
    if len(income) >= _ENOUGH:
        return Manner.THROUGHOUT
    if Measure.PROFIT_FOR_YEAR in measures and not income:
        return Manner.ONLY_THE_PROFIT
    if not (measures or has_group_pages or _says_group(tagged)):
        return Manner.ALONE
    if not measures and (tagged.software or "").lower().startswith("caseware"):
        return Manner.COMPANY_ONLY
    return Manner.UNKNOWN


def whose(
    fact: Fact, measure: Measure, how: Manner, *, has_twin: bool, is_from_a_note: bool
) -> Whose:
    """Whose a figure is; `has_twin` where the same line and period is tagged as the group's too.

    `is_from_a_note` is for income that is taken from a note on the balance sheet, which software
    that tags the group's income may well give for the company.
    """
    if any(axis in _AXES for axis, _ in fact.dimensions):
        return Whose(scope=stated_scope(fact))
    if fact.family is Family.IFRS and how is not Manner.ALONE:
        # The IFRS taxonomy takes what says nothing for consolidated, unlike the FRC's.
        return Whose(scope=Scope.GROUP)
    if has_twin or how in {Manner.ALONE, Manner.THROUGHOUT}:
        return Whose(scope=Scope.COMPANY)
    if measure.is_of_a_day or measure in _CHANGES_IN_EQUITY or how is Manner.COMPANY_ONLY:
        return Whose(scope=Scope.COMPANY, confidence=0.9)
    is_groups = how is Manner.ONLY_THE_PROFIT and not is_from_a_note
    return Whose(scope=Scope.GROUP, confidence=0.9) if is_groups else Whose(scope=None)


def _says_group(tagged: Tagged) -> bool:
    """Whether the document says of itself that it holds group accounts."""
    return any(
        axis == "ScopeAccountsDimension" and ("Group" in member or "Consolidated" in member)
        for fact in tagged.by_name.get("ScopeAccounts", ())
        for axis, member in fact.dimensions
    )
