"""The two periods of a report, its own and the one before, and which figures are of each."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from crawlers.accounts.figure import Figure, Period
from crawlers.accounts.said import About
from db.records.accounts_words import HowRead, Measure, Scope

WEEK = timedelta(days=7)
"""A year of 52 or 53 weeks ends up to 7 days from the accounting reference date (CA 2006
s.390(2)(b)), and software writes the one or the other."""
LONGEST = 18 * 31
"""Days in which any 18 months fit, the longest period that accounts may cover (s.392(5))."""
MONTH = timedelta(days=28)
"""The shortest month: an end this far before another is another period's."""
DAYS_IN_MONTH = 365.25 / 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Columns:
    """What the two columns of a report are of; None where nothing says so."""

    current: Period | None
    previous: Period | None


def columns(figures: Sequence[Figure], about: About) -> Columns:
    """The report's own period and the comparative one.

    What the document says of itself comes first. Its start gives way where no figure has it but
    some have another: then it is the longest of them, of 18 months at most. Where it says nothing,
    the end is the latest that is as common among figures as others are.
    """
    periods = [figure.period for figure in figures if not _is_backward(figure.period)]
    current = _settled(about.period, periods, _common_end(periods))
    if current is None:
        return Columns(current=None, previous=about.previous)
    latest = current.end - MONTH
    if current.start is not None:
        latest = min(latest, current.start + WEEK)
    before = [period for period in periods if period.end <= latest]
    newest = max((period.end for period in before), default=None)
    closing = [period for period in before if newest is not None and _near(period.end, newest)]
    return Columns(current=current, previous=_settled(about.previous, before, _common_end(closing)))


def of_period(figures: Sequence[Figure], period: Period | None) -> tuple[Figure, ...]:
    """The figures of that period, or of its last day, a week's tolerance at either end.

    Of one line by one reader only those nearest to it: opening balances of the day after another
    period's end stand aside for those of the end itself. A figure without a start is of a period
    where no other has one.
    """
    if period is None:
        return ()
    fitting = [(figure, _far(figure, period)) for figure in figures if _fits(figure, period)]
    nearest: dict[tuple[Scope, Measure, HowRead], tuple[bool, int]] = {}
    for figure, far in fitting:
        line = (figure.scope, figure.measure, figure.read)
        nearest[line] = min(nearest.get(line, far), far)
    return tuple(
        figure
        for figure, far in fitting
        if nearest[figure.scope, figure.measure, figure.read] == far
    )


def months(period: Period) -> int | None:
    """Its length in whole months, rounded; None for a day. A year of 52 weeks is of 12 months.

    0 where it ends before it starts.
    """
    return None if period.days is None else max(round(period.days / DAYS_IN_MONTH), 0)


def same(first: Period, second: Period) -> bool:
    """True where both ends are within a week of each other; an unknown start is no obstacle."""
    if not _near(first.end, second.end):
        return False
    return first.start is None or second.start is None or _near(first.start, second.start)


def _settled(said: Period | None, periods: Sequence[Period], end: date | None) -> Period | None:
    """What is said, with the start that figures have where none has the said one."""
    if said is not None and not _is_backward(said):
        end = said.end
    if end is None:
        return None
    starts = [
        period
        for period in periods
        if period.start is not None and period.days is not None and period.days <= LONGEST
        if _near(period.end, end)
    ]
    own = said if said is not None and said.end == end and said.start is not None else None
    if own is not None and (not starts or any(same(period, own) for period in starts)):
        return own
    if not starts:
        return Period(end=end)
    longest = max(starts, key=lambda period: (period.days or 0, period.end == end))
    return Period(end=end, start=longest.start)


def _common_end(periods: Sequence[Period]) -> date | None:
    """The latest end that at least half as many figures have as have the commonest."""
    counted = Counter(period.end for period in periods)
    most = max(counted.values(), default=0)
    return max((end for end, count in counted.items() if 2 * count >= most), default=None)


def _fits(figure: Figure, period: Period) -> bool:
    """True of a balance at the end of the period, and of a flow through all of it."""
    if figure.measure.is_of_a_day:
        return _near(figure.period.end, period.end)
    return not _is_backward(figure.period) and same(figure.period, period)


def _far(figure: Figure, period: Period) -> tuple[bool, int]:
    """How far a figure's own dates are from the period, unknown starts last."""
    start, wanted = figure.period.start, period.start
    days = abs((figure.period.end - period.end).days)
    if figure.measure.is_of_a_day or wanted is None:
        return False, days
    if start is None:
        return True, days
    return False, days + abs((start - wanted).days)


def _near(first: date, second: date) -> bool:
    """True within a week."""
    return abs(first - second) <= WEEK


def _is_backward(period: Period) -> bool:
    """True where it ends before it starts, which is no period at all."""
    return period.start is not None and period.end < period.start
