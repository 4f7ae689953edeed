"""Figures selected from a few tags."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from crawlers.accounts.fact import Fact, Family, Tagged
from crawlers.accounts.figure import Period
from crawlers.accounts.said import About
from crawlers.accounts.tags.selecting import Selected, figures
from db.records.accounts_words import Measure, Scope

YEAR = Period(start=date(2024, 4, 1), end=date(2025, 3, 31))
BEFORE = Period(start=date(2023, 4, 1), end=date(2024, 3, 31))
DAY = Period(end=date(2025, 3, 31))
ABOUT = About(period=YEAR, previous=BEFORE)
GROUP = ("GroupCompanyDataDimension", "Consolidated")
WITHIN = ("MaturitiesOrExpirationPeriodsDimension", "WithinOneYear")
AFTER = ("MaturitiesOrExpirationPeriodsDimension", "AfterOneYear")
CURRENT = ("FinancialInstrumentCurrentNon-currentDimension", "CurrentFinancialInstruments")
RETAINED = ("EquityClassesDimension", "RetainedEarningsAccumulatedLosses")
UK_TOTAL = ("GeographicSegmentsDimension", "TotalGeographicSegmentsIncludingAnyUnallocatedAmount")


def fact(
    name: str,
    value: str | None,
    *dimensions: tuple[str, str],
    period: Period = YEAR,
    unit: str = "GBP",
    decimals: int | None = 0,
    family: Family = Family.FRC,
    part: str = "core",
    is_hidden: bool = False,
) -> Fact:
    return Fact(
        family=family,
        part=part,
        name=name,
        dimensions=tuple(sorted(dimensions)),
        period=period,
        unit=unit,
        value=None if value is None else Decimal(value),
        decimals=decimals,
        shown=value or "",
        is_hidden=is_hidden,
        fragment="tag=0",
    )


def tagged(facts: Iterable[Fact], software: str | None = None) -> Tagged:
    """A document of these facts, numbered in their order."""
    numbered = [one._replace(fragment=f"tag={n}") for n, one in enumerate(facts, 1)]
    by_name: dict[str, tuple[Fact, ...]] = {}
    for one in numbered:
        by_name[one.name] = (*by_name.get(one.name, ()), one)
    return Tagged(facts=tuple(numbered), entity=None, software=software, by_name=by_name)


def select(*facts: Fact, software: str | None = None, group: bool = False) -> Selected:
    return figures(tagged(facts, software), ABOUT, has_group_pages=group)


def told(selected: Selected) -> list[tuple[Scope, Measure, Decimal, float]]:
    return [(one.scope, one.measure, one.value, one.confidence) for one in selected.figures]
