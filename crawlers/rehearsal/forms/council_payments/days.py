"""The days on which a council pays."""

from datetime import date, timedelta
from random import Random

_FRIDAY = 4


def working_day(draws: Random, month: date) -> date:
    """Some working day of a month."""
    # From the third, so that the Friday before a Sunday is of the same month.
    day = month.replace(day=draws.randint(3, 28))
    return day - timedelta(days=max(day.weekday() - _FRIDAY, 0))


def last_day(month: date) -> date:
    """The last day of a month."""
    return (month.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)
