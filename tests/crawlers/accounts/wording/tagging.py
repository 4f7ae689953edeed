"""Facts as `tags` gives them, for documents that are made up here."""

from datetime import date
from decimal import Decimal

from crawlers.accounts.fact import Fact, Family, Tagged
from crawlers.accounts.figure import Period

YEAR = Period(start=date(2019, 7, 1), end=date(2020, 6, 30))
BEFORE = Period(start=date(2018, 7, 1), end=date(2019, 6, 30))
LAST_DAY = Period(end=date(2020, 6, 30))


def fact(
    name: str,
    value: Decimal | str | None = "",
    *,
    period: Period = YEAR,
    dimensions: tuple[tuple[str, str], ...] = (),
    unit: str | None = None,
) -> Fact:
    """One fact; `tagged` numbers it."""
    return Fact(
        family=Family.FRC,
        part="core",
        name=name,
        dimensions=dimensions,
        period=period,
        unit=unit,
        value=value,
        shown=str(value),
        fragment="tag=0",
    )


def tagged(*facts: Fact, entity: str | None = None, software: str | None = None) -> Tagged:
    """All of them as one document, each at the tag of its place."""
    by_name: dict[str, tuple[Fact, ...]] = {}
    numbered: list[Fact] = []
    for number, each in enumerate(facts, 1):
        placed = Fact(
            family=each.family,
            part=each.part,
            name=each.name,
            dimensions=each.dimensions,
            period=each.period,
            unit=each.unit,
            value=each.value,
            shown=each.shown,
            fragment=f"tag={number}",
        )
        numbered.append(placed)
        by_name[each.name] = (*by_name.get(each.name, ()), placed)
    return Tagged(facts=tuple(numbered), entity=entity, software=software, by_name=by_name)
