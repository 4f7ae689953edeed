"""The headings of Ofsted's lists of settings, year by year, with their newlines and slips.

A stroke parts two headings. Issues after the newest form that is written here keep it.
"""

from collections.abc import Mapping

NEWEST = 2025
"""The last year whose form is known; later issues are expected to look like it."""

_ADDRESS = "Name|Address 1|Address 2|Town|County|Postcode"
_REGISTERED = f"Registration date|Registration status|{_ADDRESS}"
_PLACE = "Government Office Region|Local authority|Parliamentary constituency|Sector"
_OLD_GRADES = (
    "Event type|Inspection date|Publication date|Event number|Overall effectiveness"
    "|Outcomes for children and young people|Quality of care"
    "|Safeguarding children and young people|Leadership and management"
)
_OVERALL = "Overall experiences and progress of children and young people"
_EDUCATION = "Outcomes in education and related learning activities"
_HELPED = "How well children and young people are helped and protected"
_LED = "The effectiveness of leaders and managers"
_OWNER = "Organisation which owns the provider"
_SHORT = "Short-break-only children's home"
_MULTI = "Multi-building children's home"

_UNTIL_2018 = f"Provision type|Registration status|{_ADDRESS}|Ofsted Region|{_PLACE}|Places"
_2017 = f"Web link|URN|Linked education URN|{_UNTIL_2018}"
_2019 = f"Web link|URN|Linked Education URN|Provision type|{_REGISTERED}|Ofsted region|{_PLACE}"
_SHORT_EVENT = "Event type|Inspection date|Publication date|Event number"
_LATEST = (
    "Latest full inspection event type|Latest full inspection date"
    "|Latest full inspection publication date|Latest full inspection event number"
)
_VISIT = "Inspection event type|Inspection date|Inspection publication date|Inspection event number"
_GRADES = f"{_OVERALL}|{_EDUCATION}|Health services|{_HELPED}|{_LED}"
_GRADES_2022 = "|".join(
    f"{{lead}} {grade[0].lower()}{grade[1:]}" for grade in (_OVERALL, _EDUCATION)
)
_LED_2022 = f"{{lead}} h{_HELPED[1:]}|{{lead}} t{_LED[1:]}"
_PREVIOUS = (
    "Previous full inspection event type|Previous full inspection event date"
    "|Previous full inspection publication date|Previous full inspection event number"
    f"|Previous o{_OVERALL[1:]}|Previous o{_EDUCATION[1:]}|Previous health services"
    f"|Previous h{_HELPED[1:]}|Previous effectiveness of leaders and managers"
)
_2025 = (
    f"Provision type|{_REGISTERED}|Ofsted Region|{_PLACE}|Places|Supported accommodation premises"
    f"|{_SHORT}"
)
_LATEST_2025 = (
    "\nLatest Full inspection event type|\nLatest full inspection date"
    "|Latest full inspection publication date|\nLatest full inspection event number"
    f"|\n{_OVERALL}|{_EDUCATION}|Health services|\n{_HELPED}|{_LED}"
    "|Supported Accommodation outcome"
)
_VISIT_2025 = (
    "\nInspection event type|Inspection date|Inspection publication date"
    f"|\nInspection event number|\n{_OVERALL}|{_EDUCATION}|Health services|{_HELPED}|{_LED}"
    "|Supported Accommodation outcome"
)

LEVEL: Mapping[int, str] = {
    2017: f"{_2017}|Short breaks only|{_OLD_GRADES}",
    2018: f"{_2017}|Organisation|{_OLD_GRADES}",
    2019: f"{_2019}|Places|{_OWNER}|{_SHORT_EVENT}|{_OVERALL}|{_EDUCATION}|{_HELPED}|{_LED}",
    2020: f"{_2019}|Places|{_OWNER}|{_SHORT_EVENT}|{_GRADES}",
    2021: f"{_2019}|Places|{_SHORT}|{_OWNER}|{_SHORT_EVENT}|{_GRADES}",
    2022: (
        f"{_2019}|Places|{_SHORT}|{_OWNER}|{_LATEST}"
        f"|{_GRADES_2022.format(lead='Latest full inspection')}"
        "|Latest full inspectio health services"
        f"|{_LED_2022.format(lead='Latest full inspection')}"
    ),
    2023: f"{_2019}|Places|{_SHORT}|{_MULTI}|{_OWNER}|{_LATEST}|{_GRADES}",
    2024: f"{_2019}|Premises|Places|{_SHORT}|{_MULTI}|{_OWNER}|{_LATEST}|{_GRADES}|{_PREVIOUS}",
    2025: (
        f"Web link|URN|Linked Education URN|{_2025}|Multi Building Children's Home|{_OWNER}"
        f"|{_LATEST_2025}"
    ),
}
"""Provider level at 31 March: settings with their latest full inspection."""

_IN_YEAR_2018 = (
    f"Web link|URN|Linked Education URN|Provision type|Registration Status|{_ADDRESS}"
    f"|Ofsted Region|{_PLACE}|Places|{_OLD_GRADES}"
)
IN_YEAR: Mapping[int, str] = {
    2017: _IN_YEAR_2018,
    2018: _IN_YEAR_2018,
    2019: LEVEL[2019],
    2020: LEVEL[2020],
    2021: LEVEL[2021],
    2022: (
        f"{_2019}|Places|{_SHORT}|{_OWNER}|{_VISIT}|{_GRADES_2022.format(lead='Inspection')}"
        f"|Inspection health services|{_LED_2022.format(lead='Inspection')}"
    ),
    2023: f"{_2019}|Places|{_SHORT}|{_MULTI}|{_OWNER}|{_VISIT}|{_GRADES}",
    2024: f"{_2019}|Premises|Places|{_SHORT}|{_MULTI}|{_OWNER}|{_VISIT}|{_GRADES}",
    2025: (
        f"Web link|URN|Linked Education URN|{_2025}|Multi building children's home|{_OWNER}"
        f"|{_VISIT_2025}"
    ),
}
"""Provider level in year: every visit. Those of 2018, 2022, 2023 and 2025 are the publisher's; the
others are taken to differ from the list of the same day as these do."""

_2022_PLACES = (
    f"Web link|URN|Linked education URN|Provision type|{_REGISTERED}|Ofsted Region|{_PLACE}"
)
PLACES: Mapping[int, str] = {
    2018: f"{_2017}|Organisation name",
    2022: f"{_2022_PLACES}|Places|{_SHORT}|Organisation name",
    2023: f"{_2022_PLACES}|Places|{_SHORT}|{_MULTI}|Organisation name",
    2024: f"{_2022_PLACES}|Premises|Places|{_SHORT}|{_MULTI}|Organisation name",
    2025: (
        f"Web link|URN|Linked education URN|{_2025}|Multi building children's home"
        "|Organisation name"
    ),
}
"""The register with its places; in other years than these no list of it came out beside the
inspected settings. That of 2024 is not held; its columns are taken to be as its other tab's."""

PREMISES = (
    "Web link|URN|Provider name|Provision type|Registration date|Registration status"
    "|Service category (Note 4)|Places|Premises Ofsted Region|Premises Government Office Region"
    "|Premises Parliamentary Constituency|Premises Local Authority|Sector|Organisation name"
)
"""The premises of supported accommodation, since 2025."""

SIX_MONTHLY = (
    f"Web link|URN|Linked Education URN|{_2025}|Multi building children's home|{_OWNER}"
    f"|Event type|Inspection date|Publication date|Event number|{_GRADES}"
    "|Supported Accommodation outcome"
)
"""Provider level at 30 September, in the January issue since 2026."""


def of(form: Mapping[int, str], year: int) -> list[str]:
    """The headings of a table in a year's issue, or of the newest form for later years."""
    return form[min(year, NEWEST)].split("|")
