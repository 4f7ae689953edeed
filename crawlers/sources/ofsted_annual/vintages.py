"""Which register date a provider table describes, and whom it covers: declared, then checked.

Until 2021 nothing in a table says its day. Its headings do: no two years have the same. From
2022 a title does. Whom a table covers nothing says, so each day declares it here.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from crawlers.reading import plain
from db.records import Population

FULL, INSPECTED_ONLY = Population.FULL, Population.INSPECTED_ONLY


@dataclass(frozen=True, kw_only=True)
class Vintage:
    """One table: its day, whom it covers, and the headings that give it away."""

    as_at: date
    population: Population
    headings: frozenset[str]
    """As `plain` gives them; none where a title states the day."""
    newest_visit_from: date | None
    """The newest visit in the table lies between this day and `as_at`; None: it has no visits."""


def _vintage(
    as_at: date,
    population: Population,
    headings: str = "",
    *,
    newest_visit_from: date | None = None,
    has_visits: bool = True,
) -> Vintage:
    return Vintage(
        as_at=as_at,
        population=population,
        headings=frozenset(plain(h) for h in headings.split("|")) if headings else frozenset(),
        newest_visit_from=(newest_visit_from or as_at.replace(day=1)) if has_visits else None,
    )


_WHERE = "Name|Address 1|Address 2|Town|County|Postcode|Government Office Region|Local authority"
_GRADES_TO_2018 = (
    "Event type|Inspection date|Event number|Overall effectiveness"
    "|Outcomes for children and young people|Quality of care"
    "|Safeguarding children and young people|Leadership and management"
)
_GRADES_FROM_2019 = (
    "Event type|Inspection date|Publication date|Event number"
    "|Overall experiences and progress of children and young people"
    "|Outcomes in education and related learning activities"
    "|How well children and young people are helped and protected"
    "|The effectiveness of leaders and managers"
)
_2016 = (
    "Web link|URN|Provision type|Registration status|Sector|Places|Linked education URN|" + _WHERE
)
_2017 = _2016 + "|Ofsted Region|Parliamentary constituency"
_2019 = _2017 + "|Registration date|Organisation which owns the provider|" + _GRADES_FROM_2019

VINTAGES = (
    _vintage(
        date(2014, 9, 30),
        FULL,
        "URN|Provision Type|LA|Sector|GOR|Max/Estimated Places",
        has_visits=False,
    ),
    _vintage(
        date(2015, 3, 31),
        INSPECTED_ONLY,
        "Web link|URN|Provision type|Reg Status|Setting Name|Address 1|Address 2|Town|County"
        "|Postcode|Region|Local authority|Sector|Inspection type|Inspection Date|Inspection ID"
        "|Overall effectiveness|Outcomes for children and young people|Quality of care"
        "|The safety of children and young people|Leadership and management"
        "|Outcomes in education and related learning activities|Linked ED URN|Short breaks only",
    ),
    _vintage(
        date(2016, 3, 31),
        INSPECTED_ONLY,
        f"{_2016}|Short breaks only children's home|{_GRADES_TO_2018}",
    ),
    _vintage(
        date(2017, 3, 31),
        INSPECTED_ONLY,
        f"{_2017}|Short breaks only|Publication date|{_GRADES_TO_2018}",
    ),
    _vintage(
        date(2018, 3, 31),
        INSPECTED_ONLY,
        f"{_2017}|Organisation|Publication date|{_GRADES_TO_2018}",
    ),
    _vintage(date(2018, 3, 31), FULL, f"{_2017}|Organisation name", has_visits=False),
    _vintage(date(2019, 3, 31), INSPECTED_ONLY, _2019),
    _vintage(date(2020, 3, 31), INSPECTED_ONLY, f"{_2019}|Health services"),
    _vintage(
        date(2021, 3, 31),
        FULL,
        f"{_2019}|Health services|Short-break-only children's home",
        newest_visit_from=date(2020, 3, 1),  # none was graded in the year of the pandemic
    ),
    _vintage(date(2022, 3, 31), FULL),
    _vintage(date(2023, 3, 31), INSPECTED_ONLY),
    _vintage(date(2024, 3, 31), INSPECTED_ONLY),
    _vintage(date(2025, 3, 31), FULL),
)
"""Every table of providers that Ofsted has published, by day."""

TITLED: Mapping[date, Vintage] = {v.as_at: v for v in VINTAGES if not v.headings}


def by_headings(headings: Iterable[str]) -> Vintage | None:
    """The vintage that has exactly these headings, in any order; None for any other set."""
    wanted = frozenset(plain(heading) for heading in headings) - {""}
    return next((vintage for vintage in VINTAGES if vintage.headings == wanted), None)
