"""Whom the publisher's own tables count: the headings and titles of types of setting."""

from crawlers.rehearsal import words

TRAINING_CENTRE = "Secure Training Centre"

COUNTED = (
    ("All Children's Homes", words.HOMES),
    ("Children's Homes", (words.HOME,)),
    ("Secure Children's Homes", (words.SECURE,)),
    (words.SCHOOL_AS_HOME, (words.SCHOOL_AS_HOME,)),
    ("Residential Special Schools", (words.SPECIAL_SCHOOL,)),
    ("Residential Family Centres", (words.FAMILY_CENTRE,)),
    ("Boarding Schools", (words.BOARDING,)),
    ("Further Education Colleges with Residential Accommodation", (words.COLLEGE,)),
    ("Secure Training Centres", (TRAINING_CENTRE,)),
    ("Adoption Support Agencies", (words.ADOPTION_SUPPORT,)),
    ("Voluntary Adoption Agency Branches", (words.ADOPTION,)),
    ("Independent Fostering Agencies", (words.FOSTERING,)),
    ("Residential Holiday Schemes for Disabled Children", (words.HOLIDAY,)),
)
"""Columns of the table of settings; that of places has the first eight."""
SUPPORTED = ("Supported Accommodation", (words.SUPPORTED,))
"""The column that both tables have since 2024."""

JUDGED = (
    ("all providers", None),
    ("all children's homes", words.HOMES),
    ("children's homes", (words.HOME,)),
    ("residential special schools (registered as a children's home)", (words.SCHOOL_AS_HOME,)),
    ("secure children's homes", (words.SECURE,)),
    ("independent fostering agencies", (words.FOSTERING,)),
    ("voluntary adoption agencies", (words.ADOPTION,)),
    ("residential special schools", (words.SPECIAL_SCHOOL,)),
    ("boarding schools", (words.BOARDING,)),
    ("residential family centre", (words.FAMILY_CENTRE,)),
    ("adoption support agencies", (words.ADOPTION_SUPPORT,)),
    ("further education colleges with residential accommodation", (words.COLLEGE,)),
    ("residential holiday schemes for disabled children", (words.HOLIDAY,)),
    ("secure training centres", (TRAINING_CENTRE,)),
)
"""Tables 8a to 8n; that of training centres came last, in 2024."""

INSPECTED = (
    ("all children's home", words.HOMES),
    ("children's home", (words.HOME,)),
    ("residential special school (registered as a children's home)", (words.SCHOOL_AS_HOME,)),
    ("secure children's home", (words.SECURE,)),
    ("residential special school", (words.SPECIAL_SCHOOL,)),
)
"""Tables 9a to 9e."""
