"""The publisher's own words, spelled as its workbook of 2025 spells them."""

HOME = "Children's home"
SECURE = "Secure children's home"
SCHOOL_AS_HOME = "Residential special school (registered as a children's home)"
SPECIAL_SCHOOL = "Residential Special School"
FAMILY_CENTRE = "Residential Family Centre"
BOARDING = "Boarding School"
COLLEGE = "Further Education College with Residential Accommodation"
ADOPTION_SUPPORT = "Adoption Support Agency"
ADOPTION = "Voluntary Adoption Agency"
FOSTERING = "Independent Fostering Agency"
HOLIDAY = "Residential Holiday Scheme for Disabled Children"
SUPPORTED = "Supported Accommodation"

HOMES = (HOME, SECURE, SCHOOL_AS_HOME)
"""Registered as children's homes: names and addresses are withheld."""

YEARLY = (*HOMES, SPECIAL_SCHOOL, HOLIDAY)
"""Inspected in full every year; all others but supported accommodation, every third."""

PRIVATE, VOLUNTARY, COUNCIL = "Private", "Voluntary", "Local Authority"

OUTSTANDING, GOOD = "Outstanding", "Good"
REQUIRES_IMPROVEMENT, INADEQUATE = "Requires improvement to be good", "Inadequate"
GRADES = (OUTSTANDING, GOOD, REQUIRES_IMPROVEMENT, INADEQUATE)

STRONG = "Consistently strong service delivery"
INCONSISTENT = "Inconsistent quality of service delivery"
SERIOUS = "Serious or widespread weaknesses"
OUTCOMES = (STRONG, INCONSISTENT, SERIOUS)
"""What supported accommodation is found to be, instead of a grade."""

FULL, MONITORING, ASSURANCE = "Full inspection", "Monitoring inspection", "Assurance visit"

ACTIVE, SUSPENDED = "Active", "Suspended"
RESIGNED, CANCELLED, CLOSED = "Resigned", "Cancelled", "Closed"

REDACTED = "REDACTED"
WEB_LINK = "Ofsted Social Care Provider Webpage"
"""What the link in the first column of the real workbook shows; a rehearsal links nowhere."""
