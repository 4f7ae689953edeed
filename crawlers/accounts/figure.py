"""One figure of a document, however it was read: what every reader gives and `choosing` takes."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from db.records.accounts_words import HowRead, Measure, Scope


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Period:
    """What a figure is of: a period, or one day."""

    end: date
    start: date | None = None
    """The first day; None for a figure of one day."""

    @property
    def days(self) -> int | None:
        """How long it is, first and last day included; None for one day's figure."""
        return None if self.start is None else (self.end - self.start).days + 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One value of one line, in whole units: pounds, or heads for employees."""

    scope: Scope
    measure: Measure
    period: Period
    value: Decimal
    """Signed as `Measure` says: costs and debts positive, a loss negative."""
    read: HowRead
    confidence: float
    """0 to 1: how likely it is that this is what the page says, of this line, scope and period."""
    fragment: str
    """Where it stands in its document: `tag=17`, `page=4&row=12`, `row=3`."""
    shown: str
    """As the page shows it, brackets and all."""
    label: str = ""
    """The words beside it, or its concept's name."""
    precision: int | None = None
    """The power of ten below which digits are not exact (0 pounds, 3 thousands); None unknown."""
    note: str = ""
    """What a person should know of it: `sign reversed: tagged negative, printed as a cost`."""
