"""The row tabs of Ofsted's yearly workbook: register, judgements, visits, premises, movements."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from crawlers import cells
from crawlers.reading import Cell, Row
from crawlers.sources.ofsted_annual import words
from crawlers.workbook import Workbook
from db import owner_text
from db.records import (
    Inspection,
    InterimOutcome,
    Judgement,
    Listing,
    Movement,
    Population,
    Premises,
    Setting,
)

MARKS = ("URN", "Provision type")
"""The header is the first row that has both."""
WITHHELD = "REDACTED"
urn = cells.matching(r"SC\d{6}|\d{7}", "a URN: SC and six digits, or seven digits")
yes = cells.flag("Short breaks only", "Short-break-only children's home")
several_buildings = cells.flag("Y")
joiner, leaver = cells.flag("Joiner"), cells.flag("Leaver")

ON_THE_REGISTER_TAB = (
    *words.LINK,
    *words.ADDRESS,
    *words.LINKED_EDUCATION_URN,
    "Registration date",
    "Name",
    *words.OFSTED_REGION,
    *words.GOVERNMENT_OFFICE_REGION,
    *words.PLACES,
    *words.PREMISES,
    *words.SHORT_BREAKS_ONLY,
    *words.MULTI_BUILDING,
)
"""Columns that the inspection tabs repeat. They are read once, from the register's tab."""


def owner(cell: Cell) -> str | None:
    """The owner's text; None when blank, withheld or marked as not available.

    Four premises of 2025 say "NULL". A mark such as "-" or "[c]" is no organisation either.
    """
    written = cells.text_typed_as_number(cell)
    return None if written is None or written.casefold() in words.NOT_AN_OWNER else written


def settings(book: Workbook, tab: str, as_at: date, public_on: date) -> Iterator[Setting]:
    """Yield one setting per row of the full register."""
    for row in book.table(tab, marks=MARKS, ignore=(*words.LINK, *words.ADDRESS)):
        owner_name = row.read(words.OWNER, owner)
        yield Setting(
            cite=row.cite,
            public_on=public_on,
            as_at=as_at,
            population=Population.FULL,
            urn=row.read(words.URN, urn),
            name=_published_name(row),
            provision_type=row.read(words.PROVISION_TYPE, words.provision_type),
            registered_on=row.read(("Registration date",), cells.day),
            registration_status=row.read(words.REGISTRATION_STATUS, words.registration_status),
            ofsted_region=row.read(words.OFSTED_REGION, cells.text),
            government_office_region=row.read(words.GOVERNMENT_OFFICE_REGION, cells.text),
            local_authority=row.read(words.LOCAL_AUTHORITY, cells.text),
            sector=row.read(words.SECTOR, words.sector),
            places=row.read(words.PLACES, cells.optional_whole_number),
            supported_accommodation_premises=row.read_if_there(
                words.PREMISES, cells.optional_whole_number
            ),
            short_breaks_only=row.read(words.SHORT_BREAKS_ONLY, yes),
            multi_building=row.read_if_there(words.MULTI_BUILDING, several_buildings),
            linked_education_urn=row.read(words.LINKED_EDUCATION_URN, cells.optional_text),
            owner_name=owner_name,
            owner_company_number=owner_text.company_number(owner_name),
            owner_charity_number=owner_text.charity_number(owner_name),
        )


def latest_inspections(book: Workbook, tab: str) -> Iterator[Inspection]:
    """Yield the latest full inspection of each setting that has had one."""
    for row in book.table(tab, marks=MARKS, ignore=ON_THE_REGISTER_TAB):
        inspection = _inspection(row, "Latest full inspection", Listing.LATEST)
        if inspection is not None:
            yield inspection


def inspections_in_year(book: Workbook, tab: str) -> Iterator[Inspection]:
    """Yield every visit of the year, graded or not."""
    for row in book.table(tab, marks=MARKS, ignore=ON_THE_REGISTER_TAB):
        inspection = _inspection(row, "Inspection", Listing.IN_YEAR)
        if inspection is None:
            raise row.changed("a visit without its kind")
        yield inspection


def premises(book: Workbook, tab: str, as_at: date, public_on: date) -> Iterator[Premises]:
    """Yield one premises per row; neither name nor address is in the table."""
    ignore = (
        *words.LINK,
        "Provider name",
        "Provision type",
        "Registration date",
        "Premises Parliamentary Constituency",
    )
    for row in book.table(tab, marks=MARKS, ignore=ignore):
        yield Premises(
            cite=row.cite,
            public_on=public_on,
            as_at=as_at,
            population=Population.FULL,
            urn=row.read(words.URN, urn),
            registration_status=row.read(words.REGISTRATION_STATUS, words.registration_status),
            service_category=row.read(("Service category*",), cells.text),
            places=row.read(words.PLACES, cells.whole_number),
            ofsted_region=row.read(("Premises Ofsted Region",), cells.text),
            government_office_region=row.read(("Premises Government Office Region",), cells.text),
            local_authority=row.read(("Premises Local Authority",), cells.text),
            sector=row.read(words.SECTOR, words.sector),
            owner_name=row.read(words.OWNER, owner),
        )


def movements(book: Workbook, tab: str, year_to: date, public_on: date) -> Iterator[Movement]:
    """Yield one opening, closure, or both, per row."""
    year_from = year_to.replace(year=year_to.year - 1) + timedelta(days=1)
    before = (f"Registration status (as at {_written(year_from)})",)
    after = (f"Registration status (as at {_written(year_to)})",)
    ignore = (
        *words.OFSTED_REGION,
        *words.GOVERNMENT_OFFICE_REGION,
        "Parliamentary constituency",
        *words.PREMISES,
        *words.SHORT_BREAKS_ONLY,
        f"Inspectorate (as at {_written(year_from)})",
        f"Inspectorate (as at {_written(year_to)})",
        "Name",
        "Setting name",
    )
    for row in book.table(tab, marks=MARKS, ignore=ignore):
        yield _movement(row, year_to, public_on, before, after)


def _movement(
    row: Row, year_to: date, public_on: date, before: tuple[str, ...], after: tuple[str, ...]
) -> Movement:
    joined = row.read(("Joiner status",), joiner)
    left = row.read(("Leaver status",), leaver)
    opened_on = row.read(
        ("First effective date (that the provider became active)", "Registration date"), cells.day
    )
    resigned, closed, cancelled, left_on = _ways_of_leaving(row)
    if not (joined or left):
        raise row.changed("neither a joiner nor a leaver")
    return Movement(
        cite=row.cite,
        public_on=public_on,
        urn=row.read(words.URN, urn),
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
        local_authority=row.read(words.LOCAL_AUTHORITY, cells.text),
        places=row.read(words.PLACES, cells.optional_whole_number),
        status_before=row.read_if_there(before, words.optional_registration_status),
        status_after=row.read(after, words.optional_registration_status),
        reason=row.read_if_there(("Reason",), cells.optional_text),
    )


def _ways_of_leaving(row: Row) -> tuple[date | None, date | None, date | None, date | None]:
    """Resigned, closed, cancelled, and the first of them; 2022 gives one day for all three."""
    resigned, closed, cancelled = (
        row.read_if_there((f"First effective date (that the provider {how})",), cells.optional_day)
        for how in ("became resigned", "closed", "became cancelled")
    )
    either = row.read_if_there(("Cancelled or resigned date",), cells.optional_day)
    return resigned, closed, cancelled, resigned or closed or cancelled or either


def _inspection(row: Row, leads: str, listing: Listing) -> Inspection | None:
    kind = row.read((f"{leads} event type",), words.optional_event_type)
    inspected_on = row.read((f"{leads} date",), cells.optional_day)
    public_on = row.read((f"{leads} publication date",), cells.optional_day)
    number = row.read((f"{leads} event number",), cells.optional_text)
    overall = row.read(words.OVERALL, words.overall)
    grades: dict[str, Any] = {
        "education_outcomes": row.read(words.EDUCATION, words.judgement),
        "health_services": row.read(words.HEALTH, words.judgement),
        "helped_and_protected": row.read(words.HELPED_AND_PROTECTED, words.judgement),
        "leaders_and_managers": row.read(words.LEADERS_AND_MANAGERS, words.judgement),
    }
    outcome = row.read_if_there(
        words.SUPPORTED_ACCOMMODATION_OUTCOME, words.supported_accommodation_outcome
    )
    registered: dict[str, Any] = {
        "urn": row.read(words.URN, urn),
        "provision_type": row.read(words.PROVISION_TYPE, words.provision_type),
        "registration_status": row.read(words.REGISTRATION_STATUS, words.registration_status),
        "local_authority": row.read(words.LOCAL_AUTHORITY, cells.text),
        "sector": row.read(words.SECTOR, words.sector),
        "owner_name": row.read(words.OWNER, owner),
    }
    if kind is None and inspected_on is None and number is None and overall is None:
        return None
    if kind is None or inspected_on is None or public_on is None or number is None:
        raise row.changed("an inspection without its kind, number, day or day of publication")
    return Inspection(
        cite=row.cite,
        public_on=public_on,
        event_number=number,
        listing=listing,
        event_type=kind,
        inspected_on=inspected_on,
        overall_experiences_and_progress=overall if isinstance(overall, Judgement) else None,
        interim_outcome=overall if isinstance(overall, InterimOutcome) else None,
        supported_accommodation_outcome=outcome,
        **registered,
        **grades,
    )


def _published_name(row: Row) -> str | None:
    name = row.read(("Name",), cells.optional_text)
    return None if name == WITHHELD else name


def _written(day: date) -> str:
    return f"{day.day} {day:%B %Y}"
