"""The accounts data product of whole months: the tagged accounts registered in each.

A month's file comes within five working days of its end and is kept for a year. The page lists the
oldest first, and prints `(b)` for a size that it cannot tell: so do all files here, since a size
that is known would cost the making of a year's documents for whoever opens the page.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from crawlers.rehearsal.world.books import Accounts

PAGE = "en_monthlyaccountsdata.html"
KEPT_MONTHS = 12


@dataclass(frozen=True, kw_only=True)
class Month:
    """One month, by its first day, and the day on which its file came."""

    first: date
    published_on: date

    @property
    def name(self) -> str:
        """Its file: `Accounts_Monthly_Data-December2025.zip`."""
        return f"Accounts_Monthly_Data-{self.first:%B%Y}.zip"

    def member_name(self, accounts: Accounts) -> str:
        """The name of a document in it: run, company, and its balance sheet's day."""
        return f"Prod224_{self.first:%y%m}_{accounts.company}_{accounts.end:%Y%m%d}.html"

    def registered(self, by_day: Mapping[date, Sequence[Accounts]]) -> Sequence[Accounts]:
        """The accounts registered in it, of those of each day."""
        after = _next(self.first)
        days = (self.first + timedelta(days=n) for n in range((after - self.first).days))
        return [one for day in days for one in by_day.get(day, ())]


def kept(today: date, published_on: Callable[[date], date]) -> Iterator[Month]:
    """Yield the months whose files are kept on a day, the oldest first.

    `published_on` gives the day on which a file comes after the first of the month that follows.
    """
    newest = (today.replace(day=1) - timedelta(days=1)).replace(day=1)
    if published_on(_next(newest)) > today:
        newest = (newest - timedelta(days=1)).replace(day=1)
    months = [newest]
    while len(months) < KEPT_MONTHS:
        months.append((months[-1] - timedelta(days=1)).replace(day=1))
    for first in reversed(months):
        yield Month(first=first, published_on=published_on(_next(first)))


def _next(first: date) -> date:
    """The first of the month after one."""
    return (first + timedelta(days=31)).replace(day=1)
