"""Ofsted's closed lists of words.

Enumerations hold each value in its newest spelling; the reader maps older spellings and cases
to it, and stops at a value it has never met.
"""

from enum import StrEnum


class ProvisionType(StrEnum):
    """What is registered."""

    CHILDRENS_HOME = "Children's home"
    SECURE_CHILDRENS_HOME = "Secure children's home"
    RESIDENTIAL_SPECIAL_SCHOOL_AS_HOME = (
        "Residential special school (registered as a children's home)"
    )
    RESIDENTIAL_SPECIAL_SCHOOL = "Residential Special School"
    RESIDENTIAL_FAMILY_CENTRE = "Residential Family Centre"
    BOARDING_SCHOOL = "Boarding School"
    FURTHER_EDUCATION_COLLEGE = "Further Education College with Residential Accommodation"
    SECURE_TRAINING_CENTRE = "Secure Training Centre"
    ADOPTION_SUPPORT_AGENCY = "Adoption Support Agency"
    VOLUNTARY_ADOPTION_AGENCY = "Voluntary Adoption Agency"
    INDEPENDENT_FOSTERING_AGENCY = "Independent Fostering Agency"
    HOLIDAY_SCHEME = "Residential Holiday Scheme for Disabled Children"
    SUPPORTED_ACCOMMODATION = "Supported Accommodation"
    CAFCASS = "CAFCASS"
    """The Children and Family Court Advisory and Support Service: inspected, never registered."""


class Sector(StrEnum):
    """Who provides, as Ofsted classes it. A council-owned company may stand under any of them."""

    PRIVATE = "Private"
    VOLUNTARY = "Voluntary"
    LOCAL_AUTHORITY = "Local Authority"
    HEALTH_AUTHORITY = "Health Authority"
    ACADEMY = "Academy"
    PUBLIC_SECTOR = "Public sector"
    """Of CAFCASS alone."""


class RegistrationStatus(StrEnum):
    """Where a registration stands."""

    ACTIVE = "Active"
    SUSPENDED = "Suspended"
    RESIGNED = "Resigned"
    CANCELLED = "Cancelled"
    CLOSED = "Closed"


class Judgement(StrEnum):
    """A grade of a full inspection, best first.

    Adequate and Satisfactory are grades of frameworks that ended by 2015. Ofsted's later tables
    restate them as "Requires improvement to be good"; here each stays as its table has it.
    """

    OUTSTANDING = "Outstanding"
    GOOD = "Good"
    SATISFACTORY = "Satisfactory"
    ADEQUATE = "Adequate"
    REQUIRES_IMPROVEMENT = "Requires improvement to be good"
    INADEQUATE = "Inadequate"
    NOT_JUDGED = "Not judged"
    """Of a single aspect; an overall judgement is never so."""


class InterimOutcome(StrEnum):
    """What an interim inspection says of the direction since the last full one."""

    IMPROVED = "Improved effectiveness"
    SUSTAINED = "Sustained effectiveness"
    DECLINED = "Declined effectiveness"
    NOT_JUDGED = "Not judged"


class SupportedAccommodationOutcome(StrEnum):
    """The outcome of a supported-accommodation inspection, best first."""

    CONSISTENTLY_STRONG = "Consistently strong service delivery"
    INCONSISTENT = "Inconsistent quality of service delivery"
    SERIOUS_OR_WIDESPREAD = "Serious or widespread weaknesses"


class EventType(StrEnum):
    """Kinds of visit. Only a full inspection grades every judgement."""

    FULL = "Full inspection"
    INTERIM = "Interim inspection"
    MONITORING = "Monitoring inspection"
    ASSURANCE = "Assurance visit"
    EMERGENCY = "Emergency inspection"


class Listing(StrEnum):
    """Which of Ofsted's tables states an inspection, and as what."""

    LATEST = "latest full inspection at the register date"
    PREVIOUS = "full inspection before the latest at the register date"
    """Published in 2024 alone."""
    IN_YEAR = "inspections in the year"
