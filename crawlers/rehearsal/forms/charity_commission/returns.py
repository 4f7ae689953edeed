"""The annual returns of a charity, as far as they are in by a day."""

from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from crawlers.rehearsal.forms.drawn import drawn
from crawlers.rehearsal.world.bodies import Body
from crawlers.rehearsal.world.books import Books
from crawlers.rehearsal.world.world import World

MONTHS_TO_REPORT = 10
"""A return is due ten months after the year's end (Charities Act 2011, s.169)."""

SHARE_LATE = 0.08
"""Share of returns that come after they are due, of charities whose accounts nobody else files.

An assumption: the publisher marks late returns, and gives no total of them.
"""


@dataclass(frozen=True, kw_only=True)
class Return:
    """One financial year of one charity; received and money are None until they are in."""

    start: date
    end: date
    due_on: date
    received_on: date | None
    income: int | None
    expenditure: int | None
    is_qualified: bool

    @property
    def is_late(self) -> bool:
        """Whether it came after it was due."""
        return self.received_on is not None and self.received_on > self.due_on


def returns(world: World, charity: Body, today: date) -> list[Return]:
    """The years of a charity that have ended by a day, newest first."""
    years = _from_books(world, charity) if charity.key in world.books_of else _made(world, charity)
    shown = [_as_known(year, today) for year in years if year.end <= today]
    return sorted(shown, key=lambda year: year.end, reverse=True)


def _as_known(year: Return, today: date) -> Return:
    if year.received_on is not None and year.received_on <= today:
        return year
    return Return(
        start=year.start,
        end=year.end,
        due_on=year.due_on,
        received_on=None,
        income=None,
        expenditure=None,
        is_qualified=False,
    )


def _from_books(world: World, charity: Body) -> Iterator[Return]:
    """Yield the years of a charity that keeps books; a group's books stand for its head's."""
    widest: dict[date, Books] = {one.end: one for one in world.books_of[charity.key]}
    filed = {one.end: one for one in world.accounts_of.get(charity.key, ())}
    for end, books in widest.items():
        income = books.income.turnover + books.income.dividends_received
        accounts = filed.get(end)
        later = timedelta(days=drawn(world.seed, "return", f"{charity.key}/{end}").randint(0, 21))
        yield Return(
            start=books.start,
            end=end,
            due_on=_due(end),
            received_on=accounts.filed_on + later if accounts else None,
            income=income,
            expenditure=income - books.income.profit,
            is_qualified=accounts is not None and accounts.opinion == "qualified",
        )


def _made(world: World, charity: Body) -> Iterator[Return]:
    """Yield years ending in March of a charity of which the world knows no books."""
    level = drawn(world.seed, "charity income", charity.key).lognormvariate(11, 1.2)
    first = max(charity.begun_on, world.first_day)
    for year in range(first.year + 1, world.last_day.year + 1):
        draws = drawn(world.seed, "charity return", f"{charity.key}/{year}")
        end = date(year, 3, 31)
        if charity.ended_on is not None and charity.ended_on <= end:
            return
        income = round(level * draws.uniform(0.85, 1.2))
        late = draws.random() < SHARE_LATE
        days = draws.randint(1, 90) if late else -draws.randint(0, 150)
        yield Return(
            start=date(year - 1, 4, 1),
            end=end,
            due_on=_due(end),
            received_on=_due(end) + timedelta(days=days),
            income=income,
            expenditure=round(income * draws.uniform(0.9, 1.08)),
            is_qualified=False,
        )


def _due(end: date) -> date:
    """The same day ten months on; of the end of a month, the end of that month."""
    months = end.month - 1 + MONTHS_TO_REPORT
    year, month = end.year + months // 12, months % 12 + 1
    last = monthrange(year, month)[1]
    is_end_of_month = (end + timedelta(days=1)).day == 1
    return date(year, month, last if is_end_of_month else min(end.day, last))
