"""When registrations begin and end.

There are so many of each type that the register of each year is as large as the published one.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from random import Random

from crawlers.rehearsal import calibration, words
from crawlers.rehearsal.calibration import Size
from crawlers.rehearsal.making.streams import a_day, stream, weighted

OPENED_BEFORE = {
    2001: 70,
    2003: 196,
    2005: 122,
    2007: 96,
    2009: 116,
    2011: 149,
    2013: 200,
    2015: 206,
}
"""Homes of 31 March 2025 by the year in which they registered, in pairs of years (Ofsted)."""
_SUPPORTED_FROM = date(2023, 4, 28)
"""Registration of supported accommodation opened then, and was required from 28 October 2023."""


@dataclass(frozen=True, kw_only=True)
class Life:
    """One registration to be: of what, of which sector, from when to when."""

    number: int
    """Its place among all lives of its type, in the order of their first days."""
    provision_type: str
    sector: str
    opened_on: date
    closed_on: date | None


def lives(seed: int, size: Size, provision_type: str) -> tuple[Life, ...]:
    """Every registration of one type, by first day, at one size of the market."""
    random = stream(seed, "lives", provision_type)
    opened = sorted(_opened(random, size, provision_type))
    counts = _sectors(provision_type)
    every = [
        Life(
            number=number,
            provision_type=provision_type,
            sector=weighted(random, counts),
            opened_on=opened_on,
            closed_on=None,
        )
        for number, opened_on in enumerate(opened)
    ]
    return tuple(_closed(random, size, provision_type, every))


def _sectors(provision_type: str) -> dict[str, int]:
    """How often each sector is drawn."""
    counts = calibration.SECTORS[provision_type]
    if provision_type != words.HOME:
        return counts
    ours, theirs = counts[words.COUNCIL], counts[words.VOLUNTARY]
    return counts | {
        words.COUNCIL: ours + calibration.RUN_BY_TRUSTS,
        words.VOLUNTARY: theirs - calibration.RUN_BY_TRUSTS,
    }


def _opened(random: Random, size: Size, provision_type: str) -> Iterator[date]:
    stock = _stock(size, provision_type)
    for _ in range(stock[0]):
        year = weighted(random, OPENED_BEFORE)
        yield a_day(random, date(year - 1, 1, 2), date(year, 12, 30))
    for before, after, first in zip(stock, stock[1:], _years(), strict=False):
        last = date(first.year + 1, 3, 31)
        if provision_type == words.SUPPORTED:
            first = max(first, _SUPPORTED_FROM)  # noqa: PLW2901 - nothing registers before
        for _ in range(max(0, after - before) + _closing(provision_type, before, after)):
            yield a_day(random, first, last)


def _closed(random: Random, size: Size, provision_type: str, every: list[Life]) -> Iterator[Life]:
    """Let as many leave in each year as the register of its end asks for."""
    stock = _stock(size, provision_type)
    ends: dict[int, date] = {}
    for before, after, first in zip(stock, stock[1:], _years(), strict=False):
        last = date(first.year + 1, 3, 31)
        there = [one for one in every if one.opened_on < first and one.number not in ends]
        leaving = _closing(provision_type, before, after) + max(0, before - after)
        for one in random.sample(there, min(leaving, len(there))):
            ends[one.number] = a_day(random, first, last)
    yield from (replace(one, closed_on=ends.get(one.number)) for one in every)


def _stock(size: Size, provision_type: str) -> list[int]:
    least = 1 if provision_type != words.SUPPORTED else 0
    return [size.scaled(n, least=least) for n in calibration.ON_THE_REGISTER[provision_type]]


def _closing(provision_type: str, before: int, after: int) -> int:
    """How many leave in a year beside what a falling register asks for."""
    return round(calibration.CLOSING.get(provision_type, 0.01) * min(before, after))


def _years() -> Iterator[date]:
    """Yield the first day of each year of the rehearsal, 1 April."""
    for year in range(calibration.FIRST_DAY.year, calibration.LAST_DAY.year):
        yield date(year, 4, 1)
