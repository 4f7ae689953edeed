"""Two small issues of Ofsted's yearly workbook, in the forms of 2025 and of 2022.

Everything in them is invented but councils and regions. Each row has something odd that the
real workbooks have too; the tests say what.
"""

from copy import deepcopy
from datetime import datetime

from db.spreadsheet import Cell
from tests.crawlers.workbooks import Tabs

day = datetime.fromisoformat

LATEST = "Provider_level_at_31_Mar_2025"
IN_YEAR = "Provider_level_in_year_2024-25"
REGISTER = "Providers+places_at_31_Mar_2025"
PREMISES = "SA_Premises_at_31_Mar_2025"
MOVEMENTS = "Leavers+Joiners_at_31_Mar_2025"
NUMBERS = "Providers+places_Time_series"
LATEST_GRADES = "Latest_OE_31_Mar_Time_Series"
IN_YEAR_GRADES = "In_Year_Time_series"
LISTS = (REGISTER, LATEST, IN_YEAR, PREMISES, MOVEMENTS)
COUNTS = (NUMBERS, LATEST_GRADES, IN_YEAR_GRADES)

LATEST_2022 = "Provider_level_at_31_Mar_2022"
IN_YEAR_2022 = "Provider_level_in_year_2021-22"
REGISTER_2022 = "Providers+places_at_31_Mar_2022"
MOVEMENTS_2022 = "Leavers+Joiners_at_31_Mar_2022"
NUMBERS_2022 = "Providers+places_six_monthly"

LINK = "Ofsted Social Care Provider Webpage"
HIDDEN = ("REDACTED", "REDACTED", "REDACTED", "REDACTED", "REDACTED", "REDACTED")
SCHOOL = ("Sorrelwick School", "45 Larch Walk", " ", "Exeter", None, "ZZ99 1ZZ")
AGENCY = ("Fernhollow Fostering", "1 Larch Walk", None, "Leeds", None, "ZZ99 2ZZ")
NORTH_EAST = ("North East, Yorkshire and the Humber", "Yorkshire and The Humber")
UNGRADED = (None, None, None, None, None)
PROSE: tuple[list[Cell], ...] = (
    ["This worksheet contains one table, this table begins in cell A4. Links open elsewhere."],
    ["Some cells in this table are empty. This is where the column does not apply."],
)
OPENED_2008, OPENED_2019, OPENED_2023, OPENED_2024 = (
    day("2008-06-16"),
    day("2019-09-02"),
    day("2023-11-06"),
    day("2024-05-20"),
)


def issue_2025() -> Tabs:
    """Four settings, five visits, two premises, four movements, and the publisher's counts."""
    home: list[Cell] = [LINK, 9000001, None, "Children's home", OPENED_2019, "Active", *HIDDEN]
    home += [*NORTH_EAST, "Leeds", "Leeds South", "Private", 4, None, None, None]
    school: list[Cell] = [LINK, "SC900002", 900045, "Boarding School", OPENED_2008, "Active"]
    school += [*SCHOOL, "South West", "South West", "Devon", "Exeter", "Voluntary", 60, None]
    school += [None, None]
    supported: list[Cell] = [LINK, 9000003, None, "Supported Accommodation", OPENED_2023, "Active"]
    supported += [*HIDDEN, "Wales", "Wales", "Wrexham", "Wrexham", "Private", 5, 2, None, None]
    breaks: list[Cell] = [LINK, 9000004, None, "Children's Home", OPENED_2024, "Suspended"]
    breaks += [*HIDDEN, "London", "London", "Croydon", "Croydon West", "Local Authority", 6, None]
    breaks += ["Short breaks only", "Y"]
    gone: list[Cell] = [LINK, 9000009, "900046", "Independent Fostering Agency", OPENED_2008]
    gone += ["Resigned", *AGENCY, *NORTH_EAST, "Leeds", "Leeds South", "Private", None, None]
    gone += [None, None]
    damaged = day("1900-01-03T03:07:12")
    return {
        "Cover": [
            ["Cover sheet – Official statistics"],
            ["Section", "Detail"],
            ["Policy area:", "Children's social care data in England 2025"],
            ["Published on:", day("2025-07-16")],
            ["Coverage:", "England"],
        ],
        "Contents": [["Contents"], ["Worksheet title and link", "Description"]],
        "Guidance": [["Guidance"], ["Notes to help use the data"]],
        "Notes": [["Notes"], ["Note Number", "Note Text"], [1, "A note."]],
        "Meta-data": [["Metadata guide"], ["Topic", "All social care providers"]],
        LATEST: [
            ["Children's social care data in England 2025 – Provider level as at 31 March 2025"],
            *PROSE,
            [*_shared("Linked Education URN", "Multi Building Children's Home"), *_LATEST],
            [
                *(*home, "Larkmoor Care Limited 09999911", "Full inspection", day("2024-09-10")),
                *(day("2024-10-22"), 10300001, "Good", None, None, "Outstanding"),
                *("Requires Improvement to be good", None),
            ],
            [*school, 3.13, *(None,) * 10],
            [
                *(*supported, 0, "Full Inspection", day("2024-11-05"), day("2024-12-17"), 10300003),
                *(*UNGRADED, "Serious or widespread weaknesses"),
            ],
            [*breaks, "Fernhollow Trust 9999912, 1099991", *(None,) * 10],
        ],
        IN_YEAR: [
            ["Children's social care data in England 2025 – Provider level in year 2024-25"],
            *PROSE,
            [*_shared("Linked Education URN", "Multi building children's home"), *_VISIT],
            [
                *(*home, "Larkmoor Care Limited 09999911", "Full inspection", day("2024-09-10")),
                *(day("2024-10-22"), 10300001, "Good", None, None, "Outstanding"),
                *("Requires Improvement to be good", None),
            ],
            [
                *(*home, "Larkmoor Care Limited 09999911", "Assurance visit", day("2025-02-04")),
                *(day("2025-03-11"), 10300002, *UNGRADED, None),
            ],
            [
                *(*school, damaged, "Monitoring Inspection", day("2024-06-18"), day("2024-07-30")),
                *(10300004, *UNGRADED, None),
            ],
            [
                *(
                    *supported,
                    None,
                    "Full Inspection",
                    day("2024-11-05"),
                    day("2024-12-17"),
                    10300003,
                ),
                *(*UNGRADED, "Serious or widespread weaknesses"),
            ],
            [
                *(*gone, "Fernhollow Trust", "Full inspection", day("2024-04-16")),
                *(day("2024-05-28"), 10300003, "Inadequate", "Good", "Good", "Inadequate"),
                *("Inadequate", None),
            ],
        ],
        REGISTER: [
            ["Children's social care data in England 2025 – Providers and places"],
            *PROSE,
            [
                *_shared("Linked education URN", "Multi building children's home"),
                "Organisation name",
            ],
            [*home, "Larkmoor Care Limited 09999911"],
            [*school, 3.13],
            [*supported, None],
            [*breaks, "Fernhollow Trust 9999912, 1099991"],
        ],
        PREMISES: [
            ["Children's social care data in England 2025 – Supported accommodation premises"],
            *PROSE,
            [*_PREMISES],
            [
                *(
                    LINK,
                    9000003,
                    "Curlewholt Living",
                    "Supported Accommodation",
                    OPENED_2023,
                    "Active",
                ),
                *("Category 1", 2, "Wales", "Wales", "Clwyd East", "Flintshire", "Private", "NULL"),
            ],
            [
                *(
                    LINK,
                    9000003,
                    "Curlewholt Living",
                    "Supported Accommodation",
                    OPENED_2023,
                    "Active",
                ),
                *(
                    "Category 3",
                    3,
                    "North East Yorkshire and the Humber",
                    "Yorkshire and The Humber",
                ),
                *("Leeds South", "Leeds", "Private", "Curlewholt Supported Living Limited "),
            ],
        ],
        MOVEMENTS: [
            ["Children's social care data in England 2025 – Leavers and Joiners"],
            *PROSE,
            [*_MOVEMENT],
            [
                *(9000004, "Children's Home", "London", "London", "Croydon", "Croydon West"),
                *("Local Authority", 6, None, "Short breaks only", OPENED_2024, None, None, None),
                *("Joiner", None, None, "Suspended", None, None, "REDACTED"),
                "In current dataset as active, not in previous year",
            ],
            [
                *(9000009, "Independent Fostering Agency", *NORTH_EAST, "Leeds", "Leeds South"),
                *("Private", None, None, None, OPENED_2008, None, day("2024-06-04"), "04/06/2024"),
                *(None, "Leaver", "Active", "Cancelled", None, None, "Fernhollow Fostering"),
                "In previous year, not in current dataset (closed date in Year)",
            ],
            [
                *(
                    9000010,
                    "Children's home",
                    *NORTH_EAST,
                    "Leeds",
                    "Leeds South",
                    "Private",
                    3,
                    None,
                ),
                *(None, OPENED_2024, day("2025-01-15"), None, None, "Joiner", "Leaver", None),
                *(
                    "Resigned",
                    None,
                    None,
                    "REDACTED",
                    "Joiner and Leaver in current reporting period",
                ),
            ],
            [
                *("SC900011", "Boarding School", "South West", "South West", "Devon", "Exeter"),
                *("Voluntary", 80, None, None, OPENED_2008, None, None, None, None, "Leaver"),
                *("Active", "Active", "Ofsted", "ISI", "Ternwick School"),
                "In previous year, not in current dataset (moved to ISI)",
            ],
        ],
        NUMBERS: [
            ["National number of children’s social care providers and places as at 31 March"],
            ["This worksheet contains two tables."],
            ["The first table begins in cell A5."],
            ["Some cells in these tables are empty."],
            ["Table 6a: National number of children’s social care providers, by provision type"],
            ["Date", "Data type", "All Children's Homes", "Supported Accommodation", "All"],
            [day("2025-03-31"), "Providers", 2, 1, 4],
            ["31 March 2015 [Note 3]", "Providers", 2, None, 5],
            [],
            ["Table 6b: National number of children’s social care places, as at 31 March 2025"],
            ["Date", "Data type", "All Children's Homes", "Supported Accommodation"],
            [day("2025-03-31"), "Places", 10, "-"],
        ],
        LATEST_GRADES: [
            ["Latest overall effectiveness judgement as at 31 March 2025"],
            ["This worksheet contains two tables."],
            ["Table 8a: Latest judgement for all providers, as at 31 March 2025"],
            [
                *("Period as at", "Outstanding", "Good", "Requires improvement to be good"),
                "Inadequate",
            ],
            [day("2025-03-31"), 0, 1, 0, 0],
            ["Sunday, March 31, 2024", 0, 1, 1, 0],
            [],
            ["Table 8o: Latest inspection outcome for supported accommodation"],
            ["Period as at", "Consistently strong service delivery"],
            [day("2025-03-31"), 0],
            [day("2024-03-31"), "-"],
        ],
        IN_YEAR_GRADES: [
            ["Overall effectiveness judgement of all inspections between 2023 and 2025"],
            [
                (
                    "Table 9a: Overall effectiveness judgement of all children's home inspections"
                    " between 01 April 2023 and 31 March 2025"
                )
            ],
            ["Period", "Outstanding", "Good"],
            ["2024-25", 0, 1],
            ["2023-24", 1, 0],
        ],
    }


def issue_2022() -> Tabs:
    """Two settings and their visits in the older form, which has tabs that are not read."""
    home: list[Cell] = [LINK, "SC900001", None, "Children's Home", OPENED_2008, "Active", *HIDDEN]
    home += [*NORTH_EAST, "Leeds", "Leeds South", "Private", 4, 0.0]
    centre: list[Cell] = [LINK, 9000002, 900045, "Residential Family Centre", OPENED_2019]
    centre += ["Active", *SCHOOL, "South West", "South West", "Devon", "Exeter", "Voluntary"]
    centre += [7, None]
    return {
        "Cover": [["Cover sheet - Official statistics"], ["Published on:", "7 July 2022"]],
        "Accessibility": [["Accessibility"]],
        "Contents": [["Contents"]],
        "Guidance": [["Guidance"]],
        "Notes": [["Notes"]],
        "Meta-data": [["Metadata guide"]],
        "LA_level_at_31_Mar_2022": [["Web link", "Local authority name"], ["", "Leeds"]],
        "LA_level_in_year_2021-22": [["Web link", "Local authority name"], ["", "Leeds"]],
        LATEST_2022: [
            ["Children's social care data in England 2022 – Provider level as at 31 March 2022"],
            *PROSE,
            ["Prose that the other tabs do not have."],
            [*_shared_2022("Linked Education URN", "Ofsted region"), *_LATEST_2022],
            [
                *(
                    *home,
                    "Larkmoor Care Ltd",
                    "Full Inspection",
                    day("2021-09-07"),
                    day("2021-10-19"),
                ),
                *(10200001, "Requires improvement", None, None, "Good", "Inadequate"),
            ],
            [*centre, None, *(None,) * 9],
        ],
        IN_YEAR_2022: [
            ["Children's social care data in England 2022 – Provider level in year 2021-22"],
            *PROSE,
            [*_shared_2022("Linked Education URN", "Ofsted region"), *_VISIT_2022],
            [
                *(*home, "Larkmoor Care Ltd", "Interim inspection", day("2021-05-11")),
                *(day("2021-06-22"), 10200002, "Sustained effectiveness", *(None,) * 4),
            ],
            [
                *(*home, "Larkmoor Care Ltd", "SC – Emergency inspection", day("2021-12-14")),
                *(day("2022-01-25"), 10200003, "Not judged", *(None,) * 4),
            ],
        ],
        REGISTER_2022: [
            ["Children's social care data in England 2022 – Providers and places"],
            *PROSE,
            [*_shared_2022("Linked education URN", "Ofsted Region"), "Organisation name"],
            [*home, "Larkmoor Care Ltd"],
            [*centre, None],
        ],
        MOVEMENTS_2022: [
            ["Children's social care data in England 2022 – Leavers and Joiners"],
            *PROSE,
            [*_MOVEMENT_2022],
            [
                *(
                    "SC900009",
                    "Secure Training Centre",
                    "South East",
                    "South East",
                    "Kent",
                    "Ashford",
                ),
                *("Private", 80, None, OPENED_2008, day("2021-11-30"), None, "Leaver", "Closed"),
                "Brackenwater Centre",
            ],
        ],
        NUMBERS_2022: [
            ["Table 6a: National number of children’s social care providers, six monthly"],
            ["Date", "Data type", "All"],
            [day("2022-03-31"), "Providers", 2],
        ],
        LATEST_GRADES: [
            ["Table 8a: Latest judgement for all providers"],
            ["Period as at", "Good"],
            ["Thursday, March 31, 2022", 0],
        ],
        IN_YEAR_GRADES: [
            ["Table 9a: Judgement of all children's home inspections"],
            ["Period", "Good"],
            ["2021-22", 0],
        ],
        "LA_inspections_2009-2022": [["Web link", "Local authority name"], ["", "Leeds"]],
    }


def header(tabs: Tabs, tab: str) -> list[Cell]:
    """The header of a list: the row that has the provision type."""
    return next(row for row in tabs[tab] if "Provision type" in row)


def with_cell(tabs: Tabs, tab: str, row: int, heading: str, value: Cell) -> Tabs:
    """The tabs with one cell of a list changed; rows count from 1."""
    changed = deepcopy(tabs)
    changed[tab][row - 1][header(tabs, tab).index(heading)] = value
    return changed


def with_heading(tabs: Tabs, tab: str, heading: str, value: Cell) -> Tabs:
    """The tabs with one heading of a list changed."""
    changed = deepcopy(tabs)
    names = header(changed, tab)
    names[names.index(heading)] = value
    return changed


def with_column(tabs: Tabs, tab: str, heading: str) -> Tabs:
    """The tabs with one more column at the end of a list, its cells blank."""
    changed = deepcopy(tabs)
    header(changed, tab).append(heading)
    return changed


def _shared(linked: str, building: str) -> list[Cell]:
    return [
        *("Web link", "URN", linked, "Provision type", "Registration date", "Registration status"),
        *("Name", "Address 1", "Address 2", "Town", "County", "Postcode", "Ofsted Region"),
        *("Government Office Region", "Local authority", "Parliamentary constituency", "Sector"),
        *("Places", "Supported accommodation premises", "Short-break-only children's home"),
        building,
    ]


def _shared_2022(linked: str, region: str) -> list[Cell]:
    return [
        *("Web link", "URN", linked, "Provision type", "Registration date", "Registration status"),
        *("Name", "Address 1", "Address 2", "Town", "County", "Postcode", region),
        *("Government Office Region", "Local authority", "Parliamentary constituency", "Sector"),
        *("Places", "Short-break-only children's home"),
    ]


_GRADES = (
    "\nOverall experiences and progress of children and young people",
    "Outcomes in education and related learning activities",
    "Health services",
    "\nHow well children and young people are helped and protected",
    "The effectiveness of leaders and managers",
    "Supported Accommodation outcome",
)
_LATEST = (
    "Organisation which owns the provider",
    "\nLatest Full inspection event type",
    "\nLatest full inspection date",
    "Latest full inspection publication date",
    "\nLatest full inspection event number",
    *_GRADES,
)
_VISIT = (
    "Organisation which owns the provider",
    "\nInspection event type",
    "Inspection date",
    "Inspection publication date",
    "\nInspection event number",
    *_GRADES,
)
_PREMISES = (
    *("Web link", "URN", "Provider name", "Provision type", "Registration date"),
    *("Registration status", "Service category (Note 4)", "Places", "Premises Ofsted Region"),
    *("Premises Government Office Region", "Premises Parliamentary Constituency"),
    *("Premises Local Authority", "Sector", "Organisation name"),
)
_MOVEMENT = (
    *("URN", "Provision type", "Ofsted Region", "Government Office Region", "Local authority"),
    *("Parliamentary constituency", "Sector", "Places", "Supported accommodation premises"),
    "Short-break-only children's home",
    "\nFirst effective date (that the provider became active)",
    "First effective date (that the provider became resigned)",
    "First effective date (that the provider closed)",
    "First effective date (that the provider became cancelled)",
    *("Joiner status", "Leaver status", "Registration status (as at 1 April 2024)"),
    *("Registration status (as at 31 March 2025)", "Inspectorate (as at 1 April 2024)"),
    *("Inspectorate (as at 31 March 2025)", "Setting name", "Reason"),
)
_LATEST_2022 = (
    "Organisation which owns the provider",
    "Latest full inspection event type",
    "Latest full inspection date",
    "Latest full inspection publication date",
    "Latest full inspection event number",
    "Latest full inspection overall experiences and progress of children and young people",
    "Latest full inspection outcomes in education and related learning activities",
    "Latest full inspectio health services",
    "Latest full inspection how well children and young people are helped and protected",
    "Latest full inspection the effectiveness of leaders and managers",
)
_VISIT_2022 = (
    "Organisation which owns the provider",
    "Inspection event type",
    "Inspection date",
    "Inspection publication date",
    "Inspection event number",
    "Inspection overall experiences and progress of children and young people",
    "Inspection outcomes in education and related learning activities",
    "Inspection health services",
    "Inspection how well children and young people are helped and protected",
    "Inspection the effectiveness of leaders and managers",
)
_MOVEMENT_2022 = (
    *("URN", "Provision type", "Ofsted Region", "Government Office Region", "Local authority"),
    *("Parliamentary constituency", "Sector", "Places", "Short-break-only children's home"),
    *("Registration date", "Cancelled or resigned date", "Joiner status", "Leaver status"),
    *("Registration status (as at 31 March 2022)", "Name"),
)
