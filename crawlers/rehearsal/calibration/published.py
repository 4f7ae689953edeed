"""Published totals that a rehearsal is held beside, and that nothing is drawn from directly.

Counts of 31 March 2025 are Ofsted's (Children's social care in England 2025, underlying data), some
counted by this project from its rows: an owner there is a text without case, punctuation and legal
suffix (`db.owner_text.owner_key`).
"""

from crawlers.rehearsal import words

HOMES_BY_REGION = {
    "North West": 1024,
    "West Midlands": 632,
    "North East, Yorkshire and the Humber": 576,
    "East Midlands": 457,
    "South East": 412,
    "East of England": 331,
    "South West": 264,
    "London": 250,
}
"""Children's homes by Ofsted's region."""
HOMES_BY_GRADE = {
    words.OUTSTANDING: 447,
    words.GOOD: 2598,
    words.REQUIRES_IMPROVEMENT: 478,
    words.INADEQUATE: 43,
    "never inspected": 380,
}
PLACES = {words.HOME: 14_275, words.SUPPORTED: 20_224}
"""Registered places by type."""
PREMISES = 8_119
"""Buildings of supported accommodation."""
HOMES_LEFT = 142
"""Children's homes that left the register in the year."""
INSPECTIONS = 4_921
"""Visits of all kinds, to all types, in the year."""

PRIVATE_OWNERS_BY_HOMES = {
    "1 home": 582,
    "2 homes": 223,
    "3 to 5 homes": 212,
    "6 to 9 homes": 80,
    "10 to 19 homes": 26,
    "20 homes or more": 13,
}
"""Registered private owners, not their groups."""
TEN_LARGEST_OWNERS, TWENTY_LARGEST_OWNERS = 0.1384, 0.1860
"""Their shares of all homes: registered owners of any sector."""
OWNERS_FOR_A_QUARTER = 41
"""How many registered owners it takes to have a quarter of all homes."""
CONCENTRATION = 43.5
"""The sum of the squares of owners' shares of homes, in ten-thousandths."""
TWENTY_LARGEST_GROUPS, TWO_LARGEST_GROUPS = 0.25, 0.09
"""Shares of all homes of owners that stand above others: Ofsted, Ownership of children's social
care providers in England 2025."""

TEXTS = {
    "in Ltd": 2053 / 5552,
    "in Limited": 2220 / 5552,
    "in capitals throughout": 214 / 5552,
    "with a space after it": 54 / 5552,
    "with a company or charity number": 10 / 5552,
}
"""How owners' texts are written, of the 5,552 that are not blank."""
BLANK_TEXTS = 48 / 5600
TEXTS_CHANGED, TEXTS_CHANGED_IN_SUBSTANCE = 805 / 3064, 209 / 3064
"""Of settings in the registers of 2022 and of 2025, those whose owner's text differs, and those
where more than suffix, article and punctuation does."""
NAMES_EQUAL = 754 / 1291
"""Owners' texts that equal the company's name but for case (researchers' table of owners)."""

ACCOUNTS_ON_SOFTWARE = {2015: 0.47, 2020: 0.72, 2022: 0.74}
"""Share of all companies' accounts that are tagged, by the year in which they are filed."""
TAGGED_MICRO = (0.47, 0.54)
"""Micro-entities' among 1.42 million tagged accounts of all companies, March 2024 to February
2026; small companies' are most of the rest, and about a hundredth is anything larger."""
LARGER_ACCOUNTS = 0.01
TURNOVER_SHOWN = (0.027, 0.046)
"""Tagged accounts that tag turnover: of those, and of 532,066 of about 2018 (ONS)."""
EQUITY_SIGN_WRONG = 7 / 380
MARKED_UP = {
    "elements to a tag, IRIS": 39.9,
    "elements with a style, IRIS": 0.266,
    "empty cells, IRIS": 0.602,
    "elements to a tag, CaseWare": 37.3,
    "elements with a style, CaseWare": 0.680,
    "elements to a tag, Digita": 11.1,
    "elements with a style, Digita": 0.359,
    "empty cells, Digita": 0.076,
}
"""The middle of five, five and two documents of groups and large companies, of 2020 and 2021."""

TWENTY_LARGEST_TURNOVER_GBP = 1_630_000_000
TWENTY_LARGEST_MARGIN = 0.19
"""Fee income, and EBITDA as a share of it, of 19 of the 20 largest groups in 2021-22 (Revolution
Consulting for the LGA, November 2023)."""
COMPANIES_MEDIAN_MARGIN, COMPANIES_ABOVE_A_FIFTH = 0.09, 30 / 204
"""EBITDA as a share of turnover of the 204 owners' companies whose accounts tell it, and how many
have more than a fifth (researchers, over several years)."""
PROFIT_NOT_PUBLISHED = 720 / 930
"""Owners' companies whose accounts tell no profit margin (researchers)."""
