"""What settings charge and cost, and what groups earn and owe: published levels, with sources."""

from crawlers.rehearsal import words

WEEKLY_FEE_GBP = {
    words.HOME: {
        2014: 3000,
        2016: 3240,
        2018: 3480,
        2020: 3830,
        2022: 4600,
        2023: 5250,
        2024: 5900,
        2026: 6500,
    },
    words.FOSTERING: {2014: 780, 2018: 800, 2020: 820, 2022: 880, 2024: 1010, 2026: 1090},
    words.SUPPORTED: {2022: 1000, 2024: 1150, 2026: 1240},
}
"""Fee for a child and week in the year to 31 March, between the years named in a straight line.
2020: the CMA's market study (March 2022); 2024: £318,400 a child and year (NAO, for homes)."""
OTHER_WEEKLY_FEE_GBP = 1650
"""Of types that no study prices: schools, family centres, adoption work, about."""

FULL = {words.HOME: 0.82, words.SUPPORTED: 0.86, words.FOSTERING: 0.60}
"""Places filled: 80 to 85% of homes' (trade survey), 42,015 of 69,825 fostering places (Ofsted,
March 2025); supported accommodation is not published and taken to be as full as homes."""
OTHER_FULL = 0.8
"""Of other types: assumed to be about as full as homes."""
MONTHS_TO_FILL = 9
"""A new setting takes so long to be as full as others."""

MARGIN = {
    "INVESTMENT": 0.205,
    "LISTED": 0.19,
    "CORPORATE": 0.16,
    "FAMILY": 0.13,
    "SOLO": 0.10,
    "PARTNERSHIP": 0.11,
    "CHARITY": 0.02,
    "CHARITY_GROUP": 0.02,
    "SCHOOL": 0.02,
}
"""EBITDA as a share of turnover: 17 to 19% of the twenty largest (LGA and Revolution Consulting,
2020 to 2023), a median of 9% of 204 registered companies, 2% of third-sector ones (researchers)."""
MARGIN_SPREAD = 0.08
"""Standard deviation between groups of one kind: 30 of 204 companies are above 20%."""
MARGIN_SPREADS = {"CHARITY": 0.02, "CHARITY_GROUP": 0.015, "SCHOOL": 0.02, "LISTED": 0.02}
"""Of kinds that differ less: charities aim at nothing above their reserves."""
SUPPORTED_EXTRA = 0.10
"""How much more supported accommodation earns: 35.5% against 22.6% (CMA, 2016 to 2020)."""

STAFF = {words.HOME: 0.60, words.SUPPORTED: 0.42, words.FOSTERING: 0.20}
"""Staff costs as a share of fees; of agencies, whose carers are no employees, without carers.
Assumed, so that margins come out as published: no share of these fees is held."""
OTHER_STAFF = 0.60
"""Of other types: assumed to be a home's."""
RENT_A_HOME_GBP = 36_000
RENT_A_PLACE_GBP = {words.SUPPORTED: 9_000}
"""Rent of a year in 2020, for a house and for a place: assumed, for lack of a published level."""
OWN_THEIR_HOUSES = 0.3
"""Share of owners without a landlord in the group that own most of their houses."""
HOUSE_GBP = 420_000
"""What a house for a home cost in 2020: assumed, for lack of a published price."""
WAGE_GBP = 31_000
"""Staff cost of an employee in 2020, pension and insurance included: assumed."""
INFLATION = 0.035
"""Yearly rise of rents, wages and prices of houses: assumed."""

MANAGEMENT_CHARGE = (0.04, 0.09)
"""What a group's companies pay to their parent, as a share of turnover: assumed."""
MANAGING = 0.3
"""What managing costs the parent, as a share of that: the rest is the group's profit."""
DEBT_TO_EBITDA = (3.6, 5.4)
NOTES_TO_EBITDA = (2.4, 4.4)
"""Bank debt and loan notes of an investor's stack when it buys; some groups owed seven times what
they earn in 2019 (Balanced Economy; LGA)."""
PRICE_TO_EBITDA = (7.0, 11.0)
"""What a buyer pays, in years of EBITDA: assumed, so that debt and loan notes are part of it."""
BANK_RATE = 0.068
NOTES_RATE = 0.12
"""Interest of senior debt, and of the owner's loan notes, most of it rolled up: both assumed."""
GOODWILL_YEARS = 10
TAX_RATE = 0.2
"""Corporation tax, about the rate of most of the ten years."""
