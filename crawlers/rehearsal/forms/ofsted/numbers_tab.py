"""The tab in which the publisher counts settings and places, day by day.

The real one goes back to 2011 or 2012; this to the first register that a rehearsal has.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date

from crawlers.rehearsal import words
from crawlers.rehearsal.forms.ofsted.columns import Row, midnight
from crawlers.rehearsal.forms.ofsted.counted_types import COUNTED, SUPPORTED
from crawlers.rehearsal.forms.ofsted.counted_years import FIRST, is_yearly, years_to
from crawlers.rehearsal.forms.ofsted.register import Register
from crawlers.rehearsal.forms.ofsted.year import Year

_PLACED = 8
_AUGUST_SINCE = 2019
"""The autumn in which the day moved from 30 September."""


def providers_and_places(register: Register, year: Year, omitted: int) -> Iterator[Row]:
    """Yield how many settings of each type there are, and how many places.

    `omitted` places are missing from the newest row, as from the first issue of 2025.
    """
    counted = (*COUNTED, SUPPORTED) if is_yearly(year) else COUNTED
    placed = (*COUNTED[:_PLACED], SUPPORTED) if is_yearly(year) else COUNTED[:_PLACED]
    days = [*_days(register, year)]
    yield from _numbers_introduced(year, len(days))
    yield [_title("providers", year)]
    yield ["Date", "Data type", *(heading for heading, _ in counted), "All"]
    for day in days:
        found = _settings(register, day)
        numbers = _numbers(found, [kinds for _, kinds in counted])
        yield [midnight(day), "Providers", *numbers, found.total()]
    yield []
    yield [_title("places", year)]
    yield ["Date", "Data type", *(heading for heading, _ in placed)]
    for day in days:
        numbers = _numbers(_places(register, day), [kinds for _, kinds in placed])
        if day == year.to:
            numbers[:2] = [(each or 0) - omitted for each in numbers[:2]]
        yield [midnight(day), "Places", *numbers]


def places_of_homes(register: Register, day: date) -> int:
    """Places of all ordinary children's homes on a day."""
    return _places(register, day)[words.HOME.casefold()]


def _days(register: Register, year: Year) -> Iterator[date]:
    """The days that are counted, the newest first; autumns end in August since 2019."""
    for each in years_to(register, year):
        yield each.to
        before = each.to.year - 1
        autumn = date(before, 8, 31) if before >= _AUGUST_SINCE else date(before, 9, 30)
        if not is_yearly(year) and autumn.year >= FIRST and autumn >= register.world.first_day:
            yield autumn


def _title(what: str, year: Year) -> str:
    number = f"National number of children’s social care {what}"
    if not is_yearly(year):
        gap = "  " if what == "providers" else " "
        return f"Table 6: {number}{gap}six monthly, by provision type {year.day}"
    letter = "a" if what == "providers" else "b"
    return f"Table 6{letter}: {number}, by provision type as at {year.day}"


def _numbers_introduced(year: Year, days: int) -> Iterator[Row]:
    title = f"Children's social care data in England {year.to.year}"
    number = "National number of children’s social care providers and places"
    second = f"A{8 + days}"
    if is_yearly(year):
        yield [f"{title} – {number} as at 31 March, by provision type"]
    else:
        yield [f"{title} -{number} six monthly, by provision type"]
    yield ["This worksheet contains two tables. "]
    yield [
        (
            f"The first table begins in cell A5, while the second table begins in cell {second}"
            " with one blank row in between the tables."
        )
    ]
    yield [
        (
            "Some cells in these tables are empty because data was not collected for these"
            " provider types at these time points. "
        )
    ]


def _settings(register: Register, day: date) -> Counter[str]:
    return Counter(each.provision_type.casefold() for each in register.open_on(day))


def _places(register: Register, day: date) -> Counter[str]:
    found: Counter[str] = Counter()
    for each in register.open_on(day):
        found[each.provision_type.casefold()] += each.places_on(day) or 0
    return found


def _numbers(found: Counter[str], columns: Iterable[tuple[str, ...]]) -> list[int | None]:
    """One number for each column; blank for supported accommodation before there was any."""
    numbers = [(kinds, sum(found[kind.casefold()] for kind in kinds)) for kinds in columns]
    return [None if kinds == SUPPORTED[1] and not number else number for kinds, number in numbers]
