"""Ofsted's words in all their spellings, and the names its columns have had since 2014."""

from crawlers import cells
from crawlers.cells import Cell, optional_word, word
from crawlers.marks import is_mark
from db.records import (
    EventType,
    InterimOutcome,
    Judgement,
    ProvisionType,
    RegistrationStatus,
    Sector,
    SupportedAccommodationOutcome,
)

Names = tuple[str, ...]
"""The names of one column, newest first. Case, line breaks and doubled spaces do not count."""

URN: Names = ("URN",)
NAME: Names = ("Name", "Setting name")
PROVISION_TYPE: Names = ("Provision type",)
REGISTERED_ON: Names = ("Registration date",)
REGISTRATION_STATUS: Names = ("Registration status", "Reg status")
OFSTED_REGION: Names = ("Ofsted region", "Region")
"""2015 writes 'Region' over Ofsted's eight regions, not over the nine government office ones."""
GOVERNMENT_OFFICE_REGION: Names = ("Government Office Region", "GOR")
LOCAL_AUTHORITY: Names = ("Local authority", "LA")
SECTOR: Names = ("Sector",)
PLACES: Names = ("Places",)
ESTIMATED_PLACES: Names = ("Max/Estimated Places",)
OWNER: Names = ("Organisation which owns the provider", "Organisation name", "Organisation")
PREMISES: Names = ("Supported accommodation premises", "Premises")
SHORT_BREAKS_ONLY: Names = (
    "Short-break-only children's home",
    "Short breaks only children's home",
    "Short breaks only",
)
MULTI_BUILDING: Names = ("Multi-building children's home", "Multi building children's home")
LINKED_EDUCATION_URN: Names = ("Linked Education URN", "Linked ED URN")

ADDRESS: Names = ("Address 1", "Address 2", "Town", "County", "Postcode")
CONSTITUENCY: Names = ("Parliamentary constituency",)
LINK: Names = ("Web link",)
NOT_KEPT = (*LINK, *ADDRESS, *CONSTITUENCY)
"""Where a setting stands. No finding needs it, and children live there."""
ENDED_GRADES = ("Outcomes for children and young people", "Quality of care")
"""Aspects graded until 2018 which no later column continues."""
NOT_AN_OWNER = frozenset({"null", "redacted", "n/a", "na", "none", "unknown", "--"})
"""What stands in an owner's place without naming one, beside the marks of official statistics."""

urn = cells.matching(r"SC\d{6}|\d{6,7}", "a URN: SC and six digits, or seven digits")
provision_type = word(
    ProvisionType,
    {
        "Residential special school (>295 days/year)": (
            ProvisionType.RESIDENTIAL_SPECIAL_SCHOOL_AS_HOME
        ),
        "Further Education College": ProvisionType.FURTHER_EDUCATION_COLLEGE,
    },
)
registration_status = word(RegistrationStatus)
optional_registration_status = optional_word(RegistrationStatus)
sector = word(Sector)
short_breaks_only = cells.flag("Short breaks only", "Short-break-only children's home", "Yes")
multi_building = cells.flag("Y")
optional_event_type = optional_word(
    EventType, {"SC \N{EN DASH} Emergency inspection": EventType.EMERGENCY}
)
judgement = optional_word(Judgement, {"Requires improvement": Judgement.REQUIRES_IMPROVEMENT})
supported_accommodation_outcome = optional_word(SupportedAccommodationOutcome)
_interim = optional_word(InterimOutcome, {"Declined in effectiveness": InterimOutcome.DECLINED})


def overall(cell: Cell) -> Judgement | InterimOutcome | None:
    """The overall column: a grade, or what an interim inspection concluded; None when blank."""
    try:
        return _interim(cell)
    except ValueError:
        return judgement(cell)


def owner(cell: Cell) -> str | None:
    """The owner's text; None when blank, withheld or marked as not available.

    Four premises of 2025 say "NULL". A mark such as "-" or "[c]" is no organisation either.
    """
    written = cells.text_typed_as_number(cell)
    if written is None or is_mark(written) or written.casefold() in NOT_AN_OWNER:
        return None
    return written


def name(cell: Cell) -> str | None:
    """A published name; None where the publisher withholds it."""
    written = cells.optional_text(cell)
    return None if written == "REDACTED" else written


def estimated_places(cell: Cell) -> int | None:
    """Places as 2014 counts them; None for a fraction, which is an estimate of a college's."""
    written = cells.optional_text(cell)
    whole, point, fraction = (written or "").partition(".")
    if point and whole.isdecimal() and fraction.isdecimal():
        return None
    return cells.optional_whole_number(cell)
