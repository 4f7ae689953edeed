"""The same operations seen from two levels: a company beside its group, a group above a group."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import combinations

from crawlers.accounts.amounts import agree, sentence, spoken, told
from crawlers.accounts.choosing import Chosen
from crawlers.accounts.figure import Figure, Period
from crawlers.accounts.identities import Figures
from crawlers.accounts.note import Note
from crawlers.accounts.periods import same
from db.owner_text import owner_key
from db.records.accounts_words import Measure, Scope

SHARED = (Measure.TURNOVER, Measure.EMPLOYEES)
"""What two levels have in common when a holding company alone stands between: it sells nothing and
employs nobody outside the group. Small companies agree in both by chance: two of one head and a
turnover of £12,000 are strangers until something else says otherwise, see `_are_related`."""
OF_OPERATIONS = (
    Measure.COST_OF_SALES,
    Measure.GROSS_PROFIT,
    Measure.STAFF_COSTS,
    Measure.DEPRECIATION,
    Measure.TANGIBLE_ASSETS,
)
"""What a holding company between two levels does not change either: a third line that is equal."""
BETWEEN = (
    Measure.OPERATING_PROFIT,
    Measure.INTEREST_PAYABLE,
    Measure.AMORTISATION,
    Measure.PROFIT_BEFORE_TAX,
    Measure.BORROWINGS,
    Measure.INTANGIBLE_ASSETS,
    Measure.NET_ASSETS,
)
"""What acquisition debt and goodwill change from one level to the next."""
CARRIED_ABOVE = frozenset(
    {Measure.INTEREST_PAYABLE, Measure.AMORTISATION, Measure.BORROWINGS, Measure.INTANGIBLE_ASSETS}
)
"""Of these, what acquisition debt and goodwill themselves are: without a gap in one of them the
levels differ for another reason, or not at all."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Level:
    """One scope of one filing."""

    company_number: str
    name: str = ""
    parents: frozenset[str] = frozenset()
    """Undertakings that its filing names as above it."""
    period: Period
    figures: Figures


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """One line at two levels that report the same operations."""

    upper: Figure
    lower: Figure

    @property
    def value(self) -> Decimal:
        """The upper level's less the lower's, in pounds."""
        return self.upper.value - self.lower.value


@dataclass(frozen=True, slots=True, kw_only=True)
class SameOperations:
    """Two levels that report the same operations: to add them would count these twice."""

    upper: Level
    """The one that bears more: its operating profit is lower or its interest higher."""
    lower: Level
    gaps: tuple[Gap, ...]
    """The lines of `BETWEEN` that both report and that differ."""
    words: str


def inside(chosen: Chosen) -> tuple[Note, ...]:
    """A note where a group's net assets are negative and its parent company's own are not.

    The company's balance sheet then shows its investments at cost, and not what they lost.
    """
    sheets = [_worth(chosen.of(scope)) for scope in (Scope.GROUP, Scope.COMPANY)]
    if sheets[0] is None or sheets[1] is None:
        return ()
    group, company = sheets[0], sheets[1]
    if group.value >= 0 or company.value < 0:
        return ()
    words = (
        f"group net assets are negative ({told(group.measure, group.value)}) while the company's "
        f"are not ({told(company.measure, company.value)})"
    )
    fragments = (group.fragment, company.fragment)
    return (
        Note(
            words=sentence(words),
            scope=Scope.GROUP,
            measure=Measure.NET_ASSETS,
            fragments=fragments,
        ),
    )


def same_operations(levels: Sequence[Level]) -> tuple[SameOperations, ...]:
    """Every two levels, of different companies, that report the same operations for one period.

    They do where turnover and employees are equal, rounded as each is shown, neither is nothing,
    and one of the two is a group, names the other as above it, or has a third line equal. A group
    owned through three holding companies gives three pairs.
    """
    return tuple(
        _compared(*_ordered(first, second))
        for first, second in combinations(levels, 2)
        if first.company_number != second.company_number
        if same(first.period, second.period)
        if all(_is_shared(measure, first, second) for measure in SHARED)
        if _are_related(first, second)
    )


def _worth(figures: Figures) -> Figure | None:
    """Net assets, or else equity, which is the same."""
    return figures.get(Measure.NET_ASSETS, figures.get(Measure.EQUITY))


def _is_shared(measure: Measure, first: Level, second: Level) -> bool:
    """True where both report it, equal, and it is something."""
    one, other = first.figures.get(measure), second.figures.get(measure)
    return one is not None and other is not None and one.value > 0 and agree(one, other)


def _are_related(first: Level, second: Level) -> bool:
    """True where more than turnover and heads says that two levels are of one group."""
    scopes = {level.figures[Measure.TURNOVER].scope for level in (first, second)}
    if Scope.GROUP in scopes or _names(first, second) or _names(second, first):
        return True
    sold = first.figures[Measure.TURNOVER]
    return any(
        _is_shared(measure, first, second) and not agree(first.figures[measure], sold)
        for measure in OF_OPERATIONS
    )


def _names(lower: Level, upper: Level) -> bool:
    """True where the lower level's filing names the upper one as above it."""
    return bool(upper.name) and owner_key(upper.name) in map(owner_key, lower.parents)


def _ordered(first: Level, second: Level) -> tuple[Level, Level]:
    """The level that bears more, then the other; as they came where nothing tells them apart."""
    for measure in (Measure.INTEREST_PAYABLE, Measure.OPERATING_PROFIT, Measure.NET_ASSETS):
        one, other = first.figures.get(measure), second.figures.get(measure)
        if one is None or other is None or agree(one, other):
            continue
        bears_more = one.value > other.value
        if measure is not Measure.INTEREST_PAYABLE:
            bears_more = not bears_more
        return (first, second) if bears_more else (second, first)
    return first, second


def _compared(upper: Level, lower: Level) -> SameOperations:
    """What parts two levels, in figures and in words."""
    gaps = tuple(
        Gap(upper=upper.figures[measure], lower=lower.figures[measure])
        for measure in BETWEEN
        if measure in upper.figures and measure in lower.figures
        if not agree(upper.figures[measure], lower.figures[measure])
    )
    turnover, employees = (upper.figures[measure] for measure in SHARED)
    words = (
        f"{_named(upper)} and {_named(lower)} report the same operations for the period to "
        f"{upper.period.end}: turnover {told(turnover.measure, turnover.value)}, "
        f"{told(employees.measure, employees.value)} employee{'s'[: employees.value != 1]}"
    )
    return SameOperations(upper=upper, lower=lower, gaps=gaps, words=f"{words}; {_parted(gaps)}")


def _named(level: Level) -> str:
    """A company's name and number, or its number alone."""
    return f"{level.name} ({level.company_number})" if level.name else level.company_number


def _parted(gaps: Sequence[Gap]) -> str:
    """What parts them, in words."""
    if not gaps:
        return "no line that both report differs"
    lines = "; ".join(
        f"{spoken(gap.upper.measure)} {told(gap.upper.measure, gap.upper.value)} against "
        f"{told(gap.lower.measure, gap.lower.value)}"
        for gap in gaps
    )
    if any(gap.upper.measure in CARRIED_ABOVE for gap in gaps):
        return f"the gap between the levels is acquisition debt and goodwill: {lines}"
    return f"they differ in {lines}"
