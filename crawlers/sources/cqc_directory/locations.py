"""Which locations of the directory are kept, and what is read of each."""

import re
from datetime import date

from crawlers.cells import (
    flag,
    optional_day,
    optional_text,
    optional_whole_number,
    text,
)
from crawlers.reading import Cell, Row
from crawlers.sources.cqc_directory.columns import SERVICES
from db.company_numbers import normalise, says_nothing
from db.records import CareLocation, Population

MARKS = ("Location ID", "Provider ID", "Provider Companies House Number")
COMPANY = ("Provider Companies House Number",)
CHARITY = ("Provider Charity Number",)
OWNERSHIP = ("Provider Ownership Type",)
SECTOR = ("Location Type/Sector",)
OF_PEOPLE = frozenset({"individual", "partnership"})
"""Kinds of provider whose names are people's."""
SOCIAL_CARE = "social care org"
NOTHING = frozenset({"-", "*"})
"""What the publisher writes for nothing, and for what it withholds."""
_POSTCODE = re.compile(r"([A-Z]{1,2}[0-9][0-9A-Z]?) *[0-9][A-Z]{2}")
_marked = flag("Y")


def keeps(row: Row) -> bool:
    """True for the location of an organisation with a number, or that provides social care."""
    ownership = row.read(OWNERSHIP, optional_text) or ""
    if ownership.casefold() in OF_PEOPLE:
        return False
    numbers = (row.read(COMPANY, _said), row.read(CHARITY, _said))
    sector = row.read(SECTOR, optional_text) or ""
    return not all(map(says_nothing, numbers)) or sector.casefold() == SOCIAL_CARE


def location(row: Row, as_at: date) -> CareLocation:
    """One location, as at the directory's day; SourceChangedError for what cannot be read."""
    written = row.read(COMPANY, _said)
    number = normalise(written)
    return CareLocation(
        cite=row.cite,
        public_on=as_at,
        as_at=as_at,
        population=Population.FULL,
        location_id=row.read(("Location ID",), text),
        primary_location_id=row.read(("Primary ID (Dual registration locations)",), _said),
        provider_id=row.read(("Provider ID",), text),
        provider_name=row.read(("Provider Name",), text),
        company_number=number,
        registration_number_text=None if number or says_nothing(written) else written,
        charity_number=row.read(CHARITY, _said),
        brand_id=row.read(("Brand ID",), _said),
        brand_name=row.read(("Brand Name",), _said),
        registered_on=row.read(("Location HSCA start date",), optional_day),
        is_dormant=row.read(("Dormant (Y/N)",), _yes_or_no),
        is_care_home=row.read(("Care home?",), _yes_or_no),
        beds=row.read(("Care homes beds",), optional_whole_number),
        sector=row.read(SECTOR, _said),
        directorate=row.read(("Location Inspection Directorate",), _said),
        category=row.read(("Location Primary Inspection Category",), _said),
        services=_services(row),
        serves_children=row.read(("Service user band - Children 0-18 years",), _marked),
        rating=row.read(("Location Latest Overall Rating",), _said),
        rated_on=row.read(("Publication Date",), optional_day),
        local_authority=row.read(("Location Local Authority",), _said),
        region=row.read(("Location Region",), _said),
        postcode_district=row.read(("Location Postal Code",), _district),
    )


COLUMN_OF = {service: (f"Service type - {service}",) for service in SERVICES}


def _services(row: Row) -> str | None:
    """What a location offers; None when no column is marked."""
    return (
        "; ".join(name for name, column in COLUMN_OF.items() if row.read(column, _marked)) or None
    )


def _said(cell: Cell) -> str | None:
    """The cell's text; None when blank, and for the publisher's marks for nothing."""
    written = optional_text(cell)
    return None if written in NOTHING else written


def _yes_or_no(cell: Cell) -> bool | None:
    """True for Y, False for N, None when blank."""
    written = _said(cell)
    if written is None:
        return None
    if written.upper() not in {"Y", "N"}:
        raise ValueError(f"{written!r} is neither Y nor N")
    return written.upper() == "Y"


def _district(cell: Cell) -> str | None:
    found = _POSTCODE.fullmatch((optional_text(cell) or "").upper())
    return found[1] if found is not None else None
