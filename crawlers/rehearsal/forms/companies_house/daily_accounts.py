"""The accounts data product: each day's tagged accounts, as they were filed.

A file comes out from Tuesday to Saturday with the accounts registered the day before; Tuesday's
has those of Saturday, Sunday and Monday. Scanned and amended accounts are in none.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta

from crawlers.rehearsal.world.books import Accounts, Medium
from crawlers.rehearsal.world.world import World

KEPT_DAYS = 60
"""Calendar days for which a file is kept."""
TUESDAY, SATURDAY = 1, 5
FIRST_RUN, FIRST_RUN_ON = 3_384, date(2023, 3, 2)
"""The number of the run of one day: it rises by one with each file."""


def published(today: date) -> Iterator[date]:
    """The days whose files are kept on a day, newest first."""
    for back in range(KEPT_DAYS):
        on = today - timedelta(days=back)
        if TUESDAY <= on.weekday() <= SATURDAY:
            yield on


def registered_days(on: date) -> Sequence[date]:
    """The days whose accounts are in the file of a day."""
    back = range(3, 0, -1) if on.weekday() == TUESDAY else (1,)
    return [on - timedelta(days=days) for days in back]


def registered_days_of(on: date) -> Sequence[date]:
    """The same of any day; none for a day on which no file comes."""
    return registered_days(on) if TUESDAY <= on.weekday() <= SATURDAY else ()


def run_number(on: date) -> int:
    """The number in the names of a day's members, from 0 to 9999."""
    return (FIRST_RUN + _files_before(on) - _files_before(FIRST_RUN_ON)) % 10_000


def member_name(on: date, accounts: Accounts) -> str:
    """The name of a document in the file of a day: its company and its balance sheet's day."""
    return f"Prod223_{run_number(on):04}_{accounts.company}_{accounts.end:%Y%m%d}.html"


def tagged_by_day(world: World) -> Mapping[date, Sequence[Accounts]]:
    """The tagged accounts registered on each day, by company; of one period only the first."""
    found: dict[date, dict[tuple[str, date], Accounts]] = defaultdict(dict)
    for one in sorted(world.accounts, key=lambda one: (one.company, one.end, one.key)):
        if one.medium is Medium.TAGGED and not one.is_amended:
            found[one.filed_on].setdefault((one.company, one.end), one)
    return {on: tuple(held.values()) for on, held in found.items()}


def _files_before(on: date) -> int:
    """Files from the first week of the calendar up to a day, that day's left out."""
    weeks, day = divmod(on.toordinal() - 1, 7)
    return 5 * weeks + min(max(day - TUESDAY, 0), 5)
