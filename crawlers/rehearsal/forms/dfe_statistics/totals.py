"""England's published totals, on which an invented England is scaled.

Source: DfE, Children looked after in England including adoptions, releases of November 2024 and
November 2025 (Open Government Licence v3.0): the national rows of the data sets named below.
"""

from collections.abc import Mapping

CHILDREN = {2020: 80_080, 2021: 80_780, 2022: 82_090, 2023: 83_750, 2024: 83_530, 2025: 81_770}
"""Children looked after on 31 March; the first as published in 2020."""

PLACEMENT = "Placement"
PROVIDER = "Place providers"
LOCALITY = "Locality of placement"
DISTANCE = "Distance between home and placement"
HOST = "LA of placement"
NEW = "Location of new placements during the year"
CHANGE = "Reason for placement change during the year"

HOMES = "Secure homes and children's homes"
SUPPORTED = "Independent and semi-independent living arrangements/supported accommodation"
OTHER_PLACEMENTS = "Other placements"
WITH_PARENTS = "Placed with parents or other person with parental responsibility"
NOT_REPORTED = "Placement provider not reported"
PARENTS = "Parents or other person with parental responsibility"
OWN, OTHER_COUNCIL = "Own provision (by the LA)", "Other LA provision"
PRIVATE, VOLUNTARY = "Private provision", "Voluntary/third sector provision"
INSIDE = "Placed inside the local authority boundary"
OUTSIDE = "Placed outside the local authority boundary"
OWN_INSIDE = "1. Own LA children placed internally within the local authority boundary"
OTHERS_INSIDE = "2. Other LA children externally placed within the local authority boundary"
UNKNOWN_DISTANCE = "Distance not known or not recorded"
NEAR, FAR = "Placed 20 miles or less from home", "Placed more than 20 miles from home"
CLOSURE = "Resignation or closure of provision"

ON_31_MARCH: Mapping[str, Mapping[str, tuple[int, int]]] = {
    # la_cla_on_31_march_by_characteristics: England in 2021 and in 2025.
    PLACEMENT: {
        "Foster placements": (56_990, 54_820),
        SUPPORTED: (6_070, 7_520),
        OTHER_PLACEMENTS: (600, 2_050),
        "Other residential settings": (1_010, 1_170),
        "Placed for adoption": (2_490, 1_660),
        WITH_PARENTS: (6_070, 4_970),
        "Residential schools": (120, 100),
        HOMES: (7_440, 9_480),
    },
    PROVIDER: {
        OTHER_COUNCIL: (1_010, 780),
        "Other public provision (e.g. by a PCT etc)": (370, 230),
        OWN: (38_440, 35_050),
        PARENTS: (6_070, 4_970),
        NOT_REPORTED: (600, 2_050),
        PRIVATE: (29_200, 32_980),
        VOLUNTARY: (5_090, 5_710),
    },
    LOCALITY: {INSIDE: (46_710, 45_420), OUTSIDE: (34_070, 36_350)},
    DISTANCE: {UNKNOWN_DISTANCE: (4_590, 6_990), NEAR: (59_320, 56_670), FAR: (16_860, 18_120)},
}

SAME_CHILDREN = {PARENTS: WITH_PARENTS, NOT_REPORTED: OTHER_PLACEMENTS}
"""Providers that are the same children as a placement, as in every published total."""

HOSTED_IN_ENGLAND = 35_290 / 36_350
"""Share of children placed outside their council who are in another English one, 2025."""

DURING_THE_YEAR: Mapping[str, Mapping[str, tuple[int, int]]] = {
    # la_cla_during_year_new_placements: England in 2021 and in 2025.
    NEW: {
        UNKNOWN_DISTANCE: (6_300, 11_840),
        "Placed inside LA boundary less than 20 miles from home": (40_540, 41_990),
        "Placed inside LA boundary more than 20 miles from home": (3_650, 4_310),
        "Placed outside LA boundary less than 20 miles from home": (17_560, 18_220),
        "Placed outside LA boundary more than 20 miles from home": (13_900, 14_560),
    },
    CHANGE: {
        "Allegation (s47)": (570, 390),
        "Approval removed": (320, 250),
        "Carer requests placement end other than due to child's behaviour": (2_940, 4_230),
        "Carer requests placement ends due to child's behaviour": (5_260, 5_010),
        "Change in the status of a placement only": (10_200, 10_500),
        "Change to/implementation of care plan": (18_720, 20_170),
        "Child requests placement to end": (2_040, 1_870),
        "Custody arrangement": (200, 150),
        "Other": (11_970, 14_570),
        CLOSURE: (390, 400),
        "Responsible/area authority requests placement ends": (780, 1_000),
        "Standards of care concern": (610, 600),
    },
}

FIRST_MARCH = {"E06000061": 2022, "E06000062": 2022, "E06000063": 2024, "E06000064": 2024}
"""The first 31 March for which each half of a council that was divided has figures of its own."""


def between(ends: tuple[int, int], year: int) -> float:
    """A quantity of 2021 and of 2025, in a year between or round them; never below nothing."""
    first, last = ends
    return max(first + (last - first) * (min(max(year, 2019), 2027) - 2021) / 4, 0)


def children(year: int) -> int:
    """England's total in a year; of years not published yet, that of the nearest."""
    return CHILDREN[min(max(year, min(CHILDREN)), max(CHILDREN))]
