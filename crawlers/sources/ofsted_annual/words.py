"""Ofsted's words in all their spellings, and the names its columns have had."""

from crawlers.cells import Cell, optional_word, word
from db.records import (
    EventType,
    InterimOutcome,
    Judgement,
    ProvisionType,
    RegistrationStatus,
    Sector,
    SupportedAccommodationOutcome,
)

URN = ("URN",)
PROVISION_TYPE = ("Provision type",)
REGISTRATION_STATUS = ("Registration status",)
OFSTED_REGION = ("Ofsted region",)
GOVERNMENT_OFFICE_REGION = ("Government Office Region",)
LOCAL_AUTHORITY = ("Local authority",)
SECTOR = ("Sector",)
PLACES = ("Places",)
OWNER = ("Organisation which owns the provider", "Organisation name")
PREMISES = ("Supported accommodation premises",)
SHORT_BREAKS_ONLY = ("Short-break-only children's home",)
MULTI_BUILDING = ("Multi-building children's home", "Multi building children's home")
LINKED_EDUCATION_URN = ("Linked Education URN",)

OVERALL = ("*overall experiences and progress of children and young people",)
EDUCATION = ("*outcomes in education and related learning activities",)
HEALTH = ("*health services",)
HELPED_AND_PROTECTED = ("*how well children and young people are helped and protected",)
LEADERS_AND_MANAGERS = ("*the effectiveness of leaders and managers",)
SUPPORTED_ACCOMMODATION_OUTCOME = ("Supported Accommodation outcome",)

ADDRESS = ("Address 1", "Address 2", "Town", "County", "Postcode", "Parliamentary constituency")
"""Where a setting stands. No finding needs it, and children live there."""
LINK = ("Web link",)
NOT_AN_OWNER = frozenset(
    {
        "null",
        "redacted",
        "n/a",
        "na",
        "none",
        "unknown",
        "-",
        "--",
        ".",
        "..",
        "c",
        "[c]",
        "x",
        "[x]",
        "z",
        "[z]",
    }
)
"""What stands in an owner's place without naming one: withheld, suppressed, not applicable."""

provision_type = word(ProvisionType)
registration_status = word(RegistrationStatus)
optional_registration_status = optional_word(RegistrationStatus)
sector = word(Sector)
event_type = word(EventType, {"SC \N{EN DASH} Emergency inspection": EventType.EMERGENCY})
optional_event_type = optional_word(
    EventType, {"SC \N{EN DASH} Emergency inspection": EventType.EMERGENCY}
)
judgement = optional_word(Judgement, {"Requires improvement": Judgement.REQUIRES_IMPROVEMENT})
supported_accommodation_outcome = optional_word(SupportedAccommodationOutcome)
_interim = optional_word(InterimOutcome)


def overall(cell: Cell) -> Judgement | InterimOutcome | None:
    """The overall column: a grade, or what an interim inspection concluded; None when blank."""
    try:
        return judgement(cell)
    except ValueError as new:
        try:
            return _interim(cell)
        except ValueError:
            raise new from None
