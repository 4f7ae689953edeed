"""What a rehearsal is drawn to look like: published counts and shares, each with its source.

What companies file, earn and do in any year is in the files beside this one, listed in
docs/rehearsal.md; what one publisher's form alone needs is in that form. `councils.csv` gives the
scale of each council area: homes, the council's own homes and premises of supported accommodation
on 31 March 2025 (Ofsted, Children's social care in England 2025), and children looked after on that
day (DfE, Children looked after in England 2025).
"""

from dataclasses import dataclass
from datetime import date

from crawlers.rehearsal import words

FIRST_DAY = date(2016, 4, 1)
"""The first day of ten years of history; whatever is older is there as it stood then."""
TODAY = date(2026, 9, 1)
"""The rehearsal's own today, unless it is moved."""
LAST_DAY = date(2027, 3, 31)
"""How far its today can be moved."""

ON_THE_REGISTER = {
    words.HOME: (1972, 2050, 2124, 2221, 2378, 2624, 2798, 3050, 3423, 3946, 4790, 5300),
    words.SECURE: (14, 14, 14, 14, 13, 13, 13, 13, 13, 14, 14, 14),
    words.SCHOOL_AS_HOME: (85, 81, 71, 69, 69, 69, 62, 56, 55, 49, 46, 44),
    words.SPECIAL_SCHOOL: (165, 157, 154, 139, 136, 126, 122, 114, 104, 95, 90, 86),
    words.FAMILY_CENTRE: (37, 38, 43, 49, 58, 59, 68, 78, 98, 110, 121, 128),
    words.BOARDING: (78, 82, 81, 75, 70, 60, 60, 59, 57, 51, 48, 46),
    words.COLLEGE: (38, 42, 42, 43, 43, 39, 37, 34, 34, 34, 33, 33),
    words.ADOPTION: (42, 43, 48, 50, 39, 37, 35, 31, 31, 29, 28, 28),
    words.ADOPTION_SUPPORT: (36, 37, 35, 34, 33, 38, 38, 35, 35, 29, 28, 27),
    words.FOSTERING: (297, 304, 308, 305, 300, 317, 326, 328, 332, 339, 344, 346),
    words.HOLIDAY: (11, 15, 18, 16, 17, 18, 15, 13, 12, 10, 10, 10),
    words.SUPPORTED: (0, 0, 0, 0, 0, 0, 0, 0, 258, 893, 1150, 1210),
}
"""Registrations by type at each 31 March from 2016. To 2025: Ofsted, 2025 workbook, Table 6a.
2026: some 6,700 in all, as the reference notes of a register of 6,704; 2027: the trend goes on."""

CLOSING = {
    words.HOME: 0.043,
    words.FOSTERING: 0.035,
    words.SUPPORTED: 0.06,
}
"""Share of a type's register that leaves it in a year: 154 of 3,491 and 142 of 3,946 homes in 2024
and 2025 (Ofsted, Leavers and Joiners); for types not named here only what the fall asks for."""

SECTORS = {
    words.HOME: {"Private": 3320, "Local Authority": 467, "Voluntary": 152, "Health Authority": 7},
    words.SUPPORTED: {"Private": 779, "Voluntary": 74, "Local Authority": 40},
    words.FOSTERING: {"Private": 284, "Voluntary": 55},
    words.FAMILY_CENTRE: {"Private": 97, "Voluntary": 12, "Local Authority": 1},
    words.SCHOOL_AS_HOME: {"Private": 34, "Voluntary": 11, "Local Authority": 4},
    words.SPECIAL_SCHOOL: {"Private": 17, "Voluntary": 24, "Local Authority": 29, "Academy": 25},
    words.BOARDING: {"Private": 16, "Voluntary": 8, "Local Authority": 4, "Academy": 23},
    words.COLLEGE: {"Private": 11, "Voluntary": 18, "Local Authority": 3, "Academy": 2},
    words.ADOPTION: {"Voluntary": 29},
    words.ADOPTION_SUPPORT: {"Private": 23, "Voluntary": 6},
    words.HOLIDAY: {"Private": 6, "Voluntary": 4},
    words.SECURE: {"Local Authority": 12, "Voluntary": 2},
}
"""Registrations by type and sector on 31 March 2025 (Ofsted, Providers and places)."""

RUN_BY_TRUSTS = 40
"""Homes that councils' trusts run, about: among the voluntary ones above, as Ofsted has them, but
made as councils' and handed over."""

HOME_PLACES = {1: 326, 2: 786, 3: 1027, 4: 842, 5: 425, 6: 309, 7: 91, 8: 82, 9: 16, 10: 19, 12: 6}
"""Children's homes by registered places on 31 March 2025 (Ofsted); the few larger are left out."""

OTHER_PLACES = {
    words.SECURE: (8, 12, 16, 20, 24),
    words.SCHOOL_AS_HOME: (12, 18, 25, 36),
    words.SPECIAL_SCHOOL: (10, 20, 28, 44),
    words.FAMILY_CENTRE: (4, 5, 6, 8),
    words.BOARDING: (46, 92, 160, 300),
    words.COLLEGE: (60, 140, 260),
    words.HOLIDAY: (8, 16),
}
"""Registered places of other types, about the published averages of 2025 (Table 6b)."""

PREMISES = {
    1: 179,
    2: 137,
    3: 99,
    4: 72,
    6: 95,
    8: 54,
    10: 50,
    14: 52,
    20: 44,
    28: 32,
    45: 24,
    90: 15,
    190: 4,
    330: 1,
}
"""Premises of a supported-accommodation registration on 31 March 2025 (Ofsted), in steps; those
that are opened after the registration are not all there on a day, so the top is a little heavier
than life's."""
PREMISES_PLACES = {
    1: 3943,
    2: 1392,
    3: 927,
    4: 816,
    5: 484,
    6: 260,
    7: 91,
    8: 57,
    10: 52,
    15: 60,
    25: 37,
}
"""Places of one premises on that day; the last two stand for all that have more."""
PREMISES_CATEGORIES = {1: 3387, 2: 2345, 3: 1705, 4: 682}
"""Service categories of premises on that day."""

OWNED_HOMES = {
    1: 582,
    2: 223,
    3: 113,
    4: 61,
    5: 38,
    6: 30,
    7: 19,
    8: 14,
    9: 17,
    10: 10,
    12: 9,
    14: 4,
}
"""Private owners by children's homes on 31 March 2025, but for those in `LARGE_GROUPS`."""


@dataclass(frozen=True, kw_only=True)
class LargeGroup:
    """One group at the top of the market, in the shape of a real one and with no other likeness."""

    homes: int
    owners: int
    """Companies registered as owners of its homes."""
    kind: str
    """A name of `crawlers.rehearsal.making.structures.Kind`."""
    agencies: int = 0
    supported: int = 0


LARGE_GROUPS = (
    LargeGroup(homes=205, owners=9, kind="INVESTMENT", agencies=9, supported=2),
    LargeGroup(homes=118, owners=15, kind="INVESTMENT"),
    LargeGroup(homes=59, owners=2, kind="CORPORATE", supported=1),
    LargeGroup(homes=59, owners=2, kind="INVESTMENT", agencies=3),
    LargeGroup(homes=52, owners=6, kind="INVESTMENT", agencies=22),
    LargeGroup(homes=50, owners=1, kind="CHARITY_GROUP"),
    LargeGroup(homes=40, owners=2, kind="CORPORATE", supported=1),
    LargeGroup(homes=38, owners=2, kind="INVESTMENT"),
    LargeGroup(homes=36, owners=3, kind="INVESTMENT", agencies=25),
    LargeGroup(homes=29, owners=3, kind="INVESTMENT"),
    LargeGroup(homes=26, owners=2, kind="CORPORATE"),
    LargeGroup(homes=25, owners=3, kind="LISTED"),
    LargeGroup(homes=22, owners=2, kind="FAMILY", supported=1),
    LargeGroup(homes=22, owners=1, kind="INVESTMENT"),
    LargeGroup(homes=21, owners=2, kind="CORPORATE"),
    LargeGroup(homes=20, owners=1, kind="FAMILY"),
    LargeGroup(homes=18, owners=2, kind="INVESTMENT"),
    LargeGroup(homes=18, owners=3, kind="CORPORATE"),
    LargeGroup(homes=18, owners=1, kind="FAMILY", supported=1),
    LargeGroup(homes=18, owners=1, kind="CHARITY_GROUP", agencies=2),
    LargeGroup(homes=17, owners=2, kind="INVESTMENT"),
    LargeGroup(homes=17, owners=1, kind="CORPORATE"),
    LargeGroup(homes=2, owners=1, kind="INVESTMENT", agencies=12),
    LargeGroup(homes=0, owners=0, kind="INVESTMENT", agencies=9),
    LargeGroup(homes=0, owners=0, kind="CORPORATE", agencies=7),
    LargeGroup(homes=0, owners=0, kind="CHARITY_GROUP", agencies=6),
)
"""Groups by homes and agencies on 31 March 2025, from Ofsted's register joined to Companies House
by its ownership release of November 2025 and by researchers: 20 owners with a quarter of homes, the
two largest with 9%; 2 owners of agencies with 47 in 2021, 6 with half of the places in 2020."""

CHARITIES_WITH_HOMES = 55
"""Voluntary bodies with homes: 152 homes on 31 March 2025, most of them two or three each."""

ALSO_SUPPORTED = 0.12
"""Share of owners of homes that ever ran supported accommodation too: 88 of 1,250 did in 2025."""

KINDS_BY_SIZE = (
    (2, {"SOLO": 70, "FAMILY": 24, "CORPORATE": 6}),
    (9, {"SOLO": 34, "FAMILY": 45, "CORPORATE": 16, "INVESTMENT": 5}),
    (999, {"FAMILY": 30, "CORPORATE": 45, "INVESTMENT": 25}),
)
"""How owners with up to so many homes are owned. Of 929 companies 491 are an individual's, 290
corporate, 135 an investor's, 13 a council's (researchers' classes, 2023); investors have the large
ones: 863 homes in March 2023."""

GRADES = {
    2017: (346, 1226, 330, 22),
    2018: (331, 1323, 335, 40),
    2019: (332, 1328, 348, 30),
    2020: (360, 1427, 403, 40),
    2021: (356, 1379, 374, 30),
    2022: (305, 1677, 538, 72),
    2023: (288, 1962, 506, 63),
    2024: (345, 2274, 478, 54),
    2025: (447, 2598, 478, 43),
    2026: (520, 3050, 530, 48),
    2027: (560, 3350, 560, 50),
}
"""Homes by latest grade, best first, at 31 March (Ofsted, Table 8c); 2026 and 2027: the trend."""

SUSPENDED_IF_INADEQUATE = 0.6
"""How often a home is suspended that is found inadequate: 11 were on 31 March 2025 (Ofsted), beside
43 whose latest grade it was."""

OUTCOMES = (26, 19, 5)
"""Outcomes of supported accommodation, best first: of the 50 known on 31 March 2025 (Ofsted)."""


@dataclass(frozen=True, kw_only=True)
class Noise:
    """How often an owner's text goes wrong: shares of the 5,552 texts of 31 March 2025 (Ofsted)."""

    ltd: float = 2053 / (2053 + 2220)
    """`Ltd` rather than `Limited`, of texts that end in either, whatever the register says."""
    no_suffix: float = 0.05
    """Texts that leave the suffix out though the name has one: assumed; that a text of Ofsted's has
    none does not tell it from the owner's that never had any."""
    capitals: float = 214 / 5552
    trailing_space: float = 56 / 5552
    number_glued: float = 94 / 2941
    """In 2018; ten such texts were left in 2025."""
    number_glued_later: float = 10 / 5552
    blank: float = 48 / 5600
    typo: float = 0.004
    """From the texts that differ in one letter between years."""
    drift_in_a_year: float = 0.085
    """Texts that change from one year to the next: 805 of 3,064 between 2022 and 2025."""


NOISE = Noise()


@dataclass(frozen=True, kw_only=True)
class Size:
    """How large a market is made."""

    name: str
    scale: float
    """Of the national market."""
    acquisitions: int
    restructures: int
    failures: int
    withdrawals: int
    unrelated: int
    """Companies of the register that have nothing to do with the market."""

    def scaled(self, count: float, *, least: int = 0) -> int:
        """A national count at this size."""
        return max(least, round(count * self.scale))


SIZES = {
    "small": Size(
        name="small",
        scale=0.045,
        acquisitions=6,
        restructures=6,
        failures=5,
        withdrawals=5,
        unrelated=60,
    ),
    "national": Size(
        name="national",
        scale=1.0,
        acquisitions=66,
        restructures=66,
        failures=27,
        withdrawals=27,
        unrelated=900,
    ),
}
"""The two sizes: about 300 settings, and about 6,700."""

HIDDEN = 0.2
"""Share of failures and withdrawals that nothing public announces."""

ISSUED_IN_JULY = 16
"""The day of July on which a yearly issue comes out; 2025's came out on the 16th."""

AGENCY_PLACES = {"chain": 250, "alone": 55}
"""Approved places of an agency, about: 20,550 at the 73 of the seven largest owners and 31,125 in
all at 266 private ones on 31 March 2022 (Ofsted's release on the largest providers)."""
AGENCY_PLACES_A_YEAR = -0.01
"""Yearly change: 37,325 mainstream households in 2021 and 33,435 in 2025, agencies losing least."""
PLACES_AFTER_A_MERGER = -0.09
"""Yearly change for two years after a fostering merger: assumed, so that places fall in sight."""
