"""A row of a table of openings and closures becomes a movement, whichever year's form it has."""

from collections.abc import Iterator
from datetime import date, timedelta

from crawlers import cells
from crawlers.reading import Row
from crawlers.sources.ofsted_annual import words
from crawlers.sources.ofsted_annual.words import Names
from db.records import Movement

joiner, leaver = cells.flag("Joiner"), cells.flag("Leaver")
OPENED: Names = (
    "First effective date (that the provider became active)",
    "Registration date",
)
WAYS = tuple(
    (f"First effective date (that the provider {how})",)
    for how in ("became resigned", "closed", "became cancelled")
)
ONE_WAY: Names = ("Cancelled or resigned date", "Resigned/closed date", "Date closed")
"""2019 to 2022 give one day for all three ways."""


def not_read(year_to: date) -> tuple[str, ...]:
    """Columns of a year's table that are read from the register instead, or not at all."""
    start, end = _ends(year_to)
    return (
        *words.OFSTED_REGION,
        *words.GOVERNMENT_OFFICE_REGION,
        *words.CONSTITUENCY,
        *words.PREMISES,
        *words.SHORT_BREAKS_ONLY,
        *words.NAME,
        *(f"Inspectorate (as at {day})" for day in (start, end, "@startdate", "@enddate")),
        "Flag for appealed",  # '???' in every row of 2017 and 2018
        "Notes",  # 2019's, free text for Ofsted's own checking
    )


def movements(rows: Iterator[Row], year_to: date, public_on: date) -> Iterator[Movement]:
    """Yield one opening, closure, or both, per row."""
    start, end = _ends(year_to)
    before = tuple(f"Registration status (as at {day})" for day in (start, "@startdate"))
    after = (
        *(f"Registration status (as at {day})" for day in (end, "@enddate")),
        f"Registration status at {end}",
        "Registration status",
    )
    for row in rows:
        yield _movement(row, year_to, public_on, before, after)


def _movement(row: Row, year_to: date, public_on: date, before: Names, after: Names) -> Movement:
    joined = row.read(("Joiner status",), joiner)
    left = row.read(("Leaver status",), leaver)
    opened_on = row.read(OPENED, cells.day)
    resigned, closed, cancelled, left_on = _ways_of_leaving(row)
    if not (joined or left):
        raise row.changed("neither a joiner nor a leaver")
    return Movement(
        cite=row.cite,
        public_on=public_on,
        urn=row.read(words.URN, words.urn),
        year_to=year_to,
        moved_on=opened_on if joined else left_on or year_to,
        joined=joined,
        left=left,
        opened_on=opened_on,
        resigned_on=resigned,
        closed_on=closed,
        cancelled_on=cancelled,
        left_on=left_on,
        provision_type=row.read(words.PROVISION_TYPE, words.provision_type),
        sector=row.read(words.SECTOR, words.sector),
        local_authority=row.read(words.LOCAL_AUTHORITY, cells.optional_text),
        places=row.read(words.PLACES, cells.optional_whole_number),
        status_before=row.read_if_there(before, words.optional_registration_status),
        status_after=row.read(after, words.optional_registration_status),
        reason=row.read_if_there(("Reason",), cells.optional_text),
    )


def _ways_of_leaving(row: Row) -> tuple[date | None, date | None, date | None, date | None]:
    """Resigned, closed, cancelled, and the first of them that is stated."""
    if row.has(ONE_WAY):
        return None, None, None, row.read(ONE_WAY, cells.optional_day)
    resigned, closed, cancelled = (row.read(way, cells.optional_day) for way in WAYS)
    return resigned, closed, cancelled, resigned or closed or cancelled


def _ends(year_to: date) -> tuple[str, str]:
    """The first and last day of the year, as headings write them: 1 April 2024, 31 March 2025."""
    year_from = year_to.replace(year=year_to.year - 1) + timedelta(days=1)
    return _written(year_from), _written(year_to)


def _written(day: date) -> str:
    return f"{day.day} {day:%B %Y}"
