"""One printed value with all that is known of it, before it becomes a figure."""

from dataclasses import dataclass
from decimal import Decimal

from crawlers.accounts.figure import Figure, Period
from crawlers.accounts.printed.heads import Money
from db.records.accounts_words import HowRead, Measure, Scope


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A value of a named line, in units of its column."""

    scope: Scope
    measure: Measure
    period: Period
    value: Decimal
    money: Money
    rank: int
    sure: float
    """0 to 1."""
    fragment: str
    shown: str
    label: str
    note: str = ""
    is_long: bool | None = None
    """For a debt of the notes: whether it falls due after more than a year."""

    def figure(self, read: HowRead) -> Figure:
        """The figure in whole units of its currency, or heads."""
        return Figure(
            scope=self.scope,
            measure=self.measure,
            period=self.period,
            value=self.value * self.money.times,
            read=read,
            confidence=round(self.sure, 3),
            fragment=self.fragment,
            shown=self.shown,
            label=self.label,
            precision=len(str(self.money.times)) - 1,
            note=self.note,
        )
