"""Figures written as a table, so that a test shows what it is about and nothing else."""

from datetime import date
from decimal import Decimal

from crawlers.accounts.figure import Figure, Period
from db.records.accounts_words import HowRead, Measure, Scope

YEAR = Period(start=date(2019, 7, 1), end=date(2020, 6, 30))
BEFORE = Period(start=date(2018, 7, 1), end=date(2019, 6, 30))
SCOPES = {"company": Scope.COMPANY, "group": Scope.GROUP}


def figures(
    table: str,
    read: HowRead = HowRead.TAGGED,
    period: Period = YEAR,
    confidence: float = 0.9,
    precision: int | None = 0,
) -> tuple[Figure, ...]:
    """One figure of each line of `scope measure value [label]`, its fragment counted from 1.

    Balances are of the period's last day.
    """
    return tuple(
        _figure(line.split(maxsplit=3), read, period, confidence, precision, f"{read}={number}")
        for number, line in enumerate(table.strip().splitlines(), start=1)
    )


def _figure(  # noqa: PLR0917 the same
    cells: list[str],
    read: HowRead,
    period: Period,
    confidence: float,
    precision: int | None,
    fragment: str,
) -> Figure:
    """The figure of one row."""
    scope, name, value, *label = cells
    measure = Measure(name)
    return Figure(
        scope=SCOPES[scope],
        measure=measure,
        period=Period(end=period.end) if measure.is_of_a_day else period,
        value=Decimal(value.replace(",", "")),
        read=read,
        confidence=confidence,
        fragment=fragment,
        shown=value,
        label=label[0] if label else "",
        precision=precision,
    )


def values(chosen: tuple[Figure, ...] | list[Figure]) -> dict[str, int]:
    """What was chosen, as `scope measure` and whole units."""
    return {f"{figure.scope} {figure.measure}": int(figure.value) for figure in chosen}
