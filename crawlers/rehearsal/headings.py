"""The annual workbook's headings, with the newlines and spellings of the issue of 2025."""

from crawlers.rehearsal.year import Year


def setting_headings(*, linked: str, building: str) -> list[str]:
    """The headings that three tabs share; they do not agree on two of them."""
    return [
        "Web link",
        "URN",
        linked,
        "Provision type",
        "Registration date",
        "Registration status",
        "Name",
        "Address 1",
        "Address 2",
        "Town",
        "County",
        "Postcode",
        *_WHERE,
        *_SIZE,
        building,
    ]


def movement_headings(year: Year) -> list[str]:
    """The headings of Leavers and Joiners, which name both ends of the year."""
    ends = (f"1 April {year.first_day.year}", year.day)
    return [
        "URN",
        "Provision type",
        *_WHERE,
        *_SIZE,
        "\nFirst effective date (that the provider became active)",
        "First effective date (that the provider became resigned)",
        "First effective date (that the provider closed)",
        "First effective date (that the provider became cancelled)",
        "Joiner status",
        "Leaver status",
        *(f"Registration status (as at {end})" for end in ends),
        *(f"Inspectorate (as at {end})" for end in ends),
        "Setting name",
        "Reason",
    ]


_WHERE = (
    "Ofsted Region",
    "Government Office Region",
    "Local authority",
    "Parliamentary constituency",
    "Sector",
)
_SIZE = ("Places", "Supported accommodation premises", "Short-break-only children's home")

LATEST = (
    "Organisation which owns the provider",
    "\nLatest Full inspection event type",
    "\nLatest full inspection date",
    "Latest full inspection publication date",
    "\nLatest full inspection event number",
    "\nOverall experiences and progress of children and young people",
    "Outcomes in education and related learning activities",
    "Health services",
    "\nHow well children and young people are helped and protected",
    "The effectiveness of leaders and managers",
    "Supported Accommodation outcome",
)
"""What the provider-level tab adds to the shared headings."""

VISIT = (
    "Organisation which owns the provider",
    "\nInspection event type",
    "Inspection date",
    "Inspection publication date",
    "\nInspection event number",
    "\nOverall experiences and progress of children and young people",
    "Outcomes in education and related learning activities",
    "Health services",
    "How well children and young people are helped and protected",
    "The effectiveness of leaders and managers",
    "Supported Accommodation outcome",
)
"""What the in-year tab adds to the shared headings."""

PREMISES = (
    "Web link",
    "URN",
    "Provider name",
    "Provision type",
    "Registration date",
    "Registration status",
    "Service category (Note 4)",
    "Places",
    "Premises Ofsted Region",
    "Premises Government Office Region",
    "Premises Parliamentary Constituency",
    "Premises Local Authority",
    "Sector",
    "Organisation name",
)
"""The headings of the supported-accommodation premises tab."""
