"""The days on which Ofsted publishes: July for March, January for September, November for owners.

Those of July 2022 and 2025, August 2025 and November 2025 are the publisher's own; the others
keep to its month.
"""

from datetime import date, timedelta

_JULY = {
    2017: date(2017, 7, 27),
    2018: date(2018, 7, 19),
    2019: date(2019, 7, 18),
    2020: date(2020, 7, 23),
    2021: date(2021, 7, 22),
    2022: date(2022, 7, 7),
    2023: date(2023, 7, 20),
    2024: date(2024, 7, 10),
    2025: date(2025, 7, 16),
    2026: date(2026, 7, 15),
}
CORRECTIONS = {2025: date(2025, 8, 5)}
"""The day on which a year's workbook was put out again, corrected."""
_LARGEST_PROVIDERS = {
    2020: date(2020, 7, 23),
    2021: date(2021, 7, 22),
    2022: date(2022, 7, 28),
    2023: date(2023, 7, 27),
    2024: date(2024, 8, 8),
}
"""When the largest owners were told of, before the release of their own in November."""
_THURSDAY = 3


def july(year: int) -> date:
    """The day on which the register of that March comes out: late in July."""
    return _JULY.get(year, date(year, 7, 16))


def january(year: int) -> date:
    """The day on which the register of the September before comes out."""
    return date(year, 1, 23)


def owners(year: int) -> date | None:
    """The day on which the largest owners as at that March come out; None before 2020."""
    if year < min(_LARGEST_PROVIDERS):
        return None
    last = date(year, 11, 30)
    thursday = last - timedelta(days=(last.weekday() - _THURSDAY) % 7)
    return _LARGEST_PROVIDERS.get(year, thursday)
