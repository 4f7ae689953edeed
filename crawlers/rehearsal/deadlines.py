"""When accounts and confirmation statements are due: Companies Act 2006 ss.391, 442, 443, 853A.

A deadline is a day of the calendar, known as soon as the period is: it gives nothing away of what
will be filed.
"""

from calendar import monthrange
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from crawlers.rehearsal.world.bodies import YearEnd

PRIVATE_MONTHS = 9
"""CA 2006 s.442(2)(a): from the end of the period; partnerships with limited liability alike."""
PUBLIC_MONTHS = 6
"""CA 2006 s.442(2)(b)."""
FIRST_YEAR_MONTHS = 12
"""CA 2006 s.442(3): a first period longer than this counts from the first anniversary…"""
LATEST_FIRST_MONTHS = 3
"""…or from the period's own end, whichever is later."""
SHORTEST_FIRST_MONTHS = 6
"""CA 2006 s.391(5): the first period is longer than this, and eighteen months at most."""
SHORTEST_CHANGED_MONTHS = 6
"""A year that a notice of a new year end changes is longer: such notices extend years here."""
LONGEST_MONTHS = 18
"""CA 2006 s.392(5)."""
STATEMENTS_BEGAN = date(2016, 6, 30)
"""The first day to which a confirmation statement could be made up; before, annual returns were."""
STATEMENT_DAYS = 14
"""CA 2006 s.853A(1): a confirmation statement is due within them of the review period's end."""


def months_after(on: date, months: int) -> date:
    """The same day of a later month; from a month's last day, that month's last day (s.443)."""
    years, month = divmod(on.month - 1 + months, 12)
    year, month = on.year + years, month + 1
    last = monthrange(year, month)[1]
    is_last = on.day == monthrange(on.year, on.month)[1]
    return date(year, month, last if is_last else min(on.day, last))


def lawful_year_end(begun_on: date) -> YearEnd:
    """The year end of a company that asked for no other: CA 2006 s.391(4).

    That is the last day of the month of the anniversary of its first day.
    """
    last = monthrange(begun_on.year + 1, begun_on.month)[1]
    return YearEnd(month=begun_on.month, day=last, since=begun_on)


def year_end_after(year_ends: Sequence[YearEnd], after: date) -> date:
    """The first day after another on which a financial year ends, by the year ends known.

    A new year end takes the place of an old one that is still to come: it extends the year, which
    may last eighteen months at most.
    """
    least = months_after(after, SHORTEST_CHANGED_MONTHS)
    return _end(year_ends, after, (after, least), months_after(after, LONGEST_MONTHS))


def first_year_end(year_ends: Sequence[YearEnd], begun_on: date) -> date:
    """The end of the first period of a company that began on a day; notices extend or shorten."""
    least, eve = shortest_first_end(begun_on) - timedelta(days=1), begun_on - timedelta(days=1)
    return _end(year_ends, begun_on, (least, least), months_after(eve, LONGEST_MONTHS))


def _end(
    year_ends: Sequence[YearEnd], begins: date, leasts: tuple[date, date], latest: date
) -> date:
    """The end of a period, which is after the first of two days, or once moved after the second."""
    least, least_moved = leasts
    found = begins
    for place, one in enumerate(year_ends):
        is_notice = place > 0 and one.since >= begins
        later = _next(one, max(least_moved, one.since) if is_notice else least)
        if is_notice and later > latest:
            return found
        found = later
        if place + 1 == len(year_ends) or found <= year_ends[place + 1].since:
            return found
    return found


def shortest_first_end(begun_on: date) -> date:
    """The earliest day on which a first period may end.

    Six months that begin with a day are over on the eve of the same day: one day more is more.
    """
    return months_after(begun_on, SHORTEST_FIRST_MONTHS)


def accounts_due(end: date, *, begun_on: date, is_first: bool, is_public: bool) -> date:
    """The last day on which accounts to `end` may be filed without being late."""
    months = PUBLIC_MONTHS if is_public else PRIVATE_MONTHS
    if is_first and end >= months_after(begun_on, FIRST_YEAR_MONTHS):
        from_the_anniversary = months_after(begun_on, FIRST_YEAR_MONTHS + months)
        return max(from_the_anniversary, months_after(end, LATEST_FIRST_MONTHS))
    return months_after(end, months)


def next_statement(begun_on: date, last_made_up_to: date | None) -> date:
    """The day to which the next confirmation statement is made up: the eve of the anniversary."""
    if last_made_up_to is not None:
        return months_after(last_made_up_to, 12)
    first = months_after(begun_on, 12) - timedelta(days=1)
    while first < STATEMENTS_BEGAN:
        first = months_after(first, 12)
    return first


def statement_days(begun_on: date, until: date) -> Iterator[date]:
    """Yield every day up to another to which a confirmation statement is made up."""
    made_up_to = next_statement(begun_on, None)
    while made_up_to <= until:
        yield made_up_to
        made_up_to = next_statement(begun_on, made_up_to)


def statement_due(made_up_to: date) -> date:
    """The last day for a confirmation statement made up to a day."""
    return made_up_to + timedelta(days=STATEMENT_DAYS)


def _next(year_end: YearEnd, after: date) -> date:
    this_year = _in_year(year_end, after.year)
    return this_year if this_year > after else _in_year(year_end, after.year + 1)


def _in_year(year_end: YearEnd, year: int) -> date:
    """The year end of a calendar year: 28 February stands for the last day of the month."""
    last = monthrange(year, year_end.month)[1]
    is_last = year_end.day >= monthrange(_NO_LEAP_YEAR, year_end.month)[1]
    return date(year, year_end.month, last if is_last else min(year_end.day, last))


_NO_LEAP_YEAR = 2023
