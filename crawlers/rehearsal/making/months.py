"""Months as numbers, in which all money is counted: year ends are month ends."""

from datetime import date, timedelta

FIRST = date(2014, 4, 1)
"""Month 0: two years before the rehearsal begins, so that its first accounts have comparatives."""
LAST = date(2027, 3, 31)


def month_of(day: date) -> int:
    """The number of the month that a day is in; below 0 before the first."""
    return (day.year - FIRST.year) * 12 + day.month - FIRST.month


MONTHS = month_of(LAST) + 1
"""How many months there are."""


def first_day(month: int) -> date:
    """The first day of a month."""
    years, months = divmod(FIRST.month - 1 + month, 12)
    return date(FIRST.year + years, months + 1, 1)


def last_day(month: int) -> date:
    """The last day of a month."""
    return first_day(month + 1) - timedelta(1)


def year_of(month: int) -> int:
    """The year to 31 March that a month is in, by its end."""
    day = first_day(month)
    return day.year + (day.month > 3)  # noqa: PLR2004 - April begins the next
