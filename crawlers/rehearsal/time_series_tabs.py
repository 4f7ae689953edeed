"""The three tabs of the annual workbook in which the publisher counts its own rows.

The real ones go back to 2012; these hold the issue's own year and the one before it.
"""

from collections import Counter
from collections.abc import Iterator
from datetime import datetime, time

from crawlers.rehearsal import words
from crawlers.rehearsal.list_tabs import Row
from crawlers.rehearsal.market import Market
from crawlers.rehearsal.year import Year
from db.spreadsheet import Cell

_COUNTED = (
    ("All Children's Homes", words.HOMES),
    ("Children's Homes", (words.HOME,)),
    ("Secure Children's Homes", (words.SECURE,)),
    (words.SCHOOL_AS_HOME, (words.SCHOOL_AS_HOME,)),
    ("Residential Special Schools", (words.SPECIAL_SCHOOL,)),
    ("Residential Family Centres", (words.FAMILY_CENTRE,)),
    ("Boarding Schools", (words.BOARDING,)),
    ("Further Education Colleges with Residential Accommodation", (words.COLLEGE,)),
    ("Secure Training Centres", ()),
    ("Adoption Support Agencies", (words.ADOPTION_SUPPORT,)),
    ("Voluntary Adoption Agency Branches", (words.ADOPTION,)),
    ("Independent Fostering Agencies", (words.FOSTERING,)),
    ("Residential Holiday Schemes for Disabled Children", (words.HOLIDAY,)),
    ("Supported Accommodation", (words.SUPPORTED,)),
)
_PLACED = (*_COUNTED[:8], _COUNTED[-1])
_JUDGED = (
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
    ("secure training centres", ()),
)
_INSPECTED = (
    ("all children's home", words.HOMES),
    ("children's home", (words.HOME,)),
    ("residential special school (registered as a children's home)", (words.SCHOOL_AS_HOME,)),
    ("secure children's home", (words.SECURE,)),
    ("residential special school", (words.SPECIAL_SCHOOL,)),
)
_OUTCOMES_SINCE = 2025


def providers_and_places(market: Market, year: Year) -> Iterator[Row]:
    """Yield tables 6a and 6b: how many settings, and how many places, of each type."""
    yield from _numbers_introduced(year)
    title = "National number of children’s social care"
    yield [f"Table 6a: {title} providers, by provision type as at {year.day}"]
    yield ["Date", "Data type", *(heading for heading, _ in _COUNTED), "All"]
    for each in (year, year.previous):
        total = len(market.register(each.to))
        counts = [_providers(market, each, kinds) for _, kinds in _COUNTED]
        yield [_date(each), "Providers", *counts, total]
    yield []
    yield [f"Table 6b: {title} places, by provision type as at {year.day}"]
    yield ["Date", "Data type", *(heading for heading, _ in _PLACED)]
    for each in (year, year.previous):
        yield [_date(each), "Places", *(_places(market, each, kinds) for _, kinds in _PLACED)]


def latest_judgements(market: Market, year: Year) -> Iterator[Row]:
    """Yield tables 8a to 8o: the latest grades of each type of setting on the register."""
    yield [f"Latest overall effectiveness judgement as at {year.day}"]
    yield from _introduced(15, "one blank row and a header in between each table")
    for letter, (kind, kinds) in zip("abcdefghijklmn", _JUDGED, strict=True):
        yield [
            f"Table 8{letter}: Latest overall effectiveness judgement for {kind}, as at {year.day}"
        ]
        yield ["Period as at", *words.GRADES]
        for each in (year, year.previous):
            yield [_date(each), *_latest(market, each, kinds)]
        yield []
    yield [f"Table 8o: Latest inspection outcome for supported accommodation, as at {year.day}"]
    yield ["Period as at", *words.OUTCOMES]
    for each in (year, year.previous):
        yield [_date(each), *_outcomes(market, each)]


def in_year_judgements(market: Market, year: Year) -> Iterator[Row]:
    """Yield tables 9a to 9e: the grades that the year's visits to homes and schools gave."""
    span = f"between 01 April {year.previous.first_day.year} and {year.day}"
    yield [f"Overall effectiveness judgement of all inspections {span}"]
    yield from _introduced(5, "one blank row in between each table")
    for letter, (kind, kinds) in zip("abcde", _INSPECTED, strict=True):
        if letter != "a":
            yield []
        yield [f"Table 9{letter}: Overall effectiveness judgement of {kind} inspections {span}"]
        yield ["Period", *words.GRADES]
        for each in (year, year.previous):
            yield [each.label, *_given(market, each, kinds)]


def _numbers_introduced(year: Year) -> Iterator[Row]:
    yield [
        (
            f"Children's social care data in England {year.to.year} – National number of children’s"
            " social care providers and places as at 31 March, by provision type"
        )
    ]
    yield ["This worksheet contains two tables."]
    yield [
        (
            "The first table begins in cell A6, while the second table begins in cell A11 with one"
            " blank row and a header row in between the tables."
        )
    ]
    yield [
        (
            "Some cells in these tables are empty because data was not collected for these provider"
            " types at these time points. "
        )
    ]


def _introduced(tables: int, between: str) -> Iterator[Row]:
    yield [
        (
            f"This worksheet contains {tables} tables presented next to each other vertically with"
            f" {between}. The first table begins in cell A5."
        )
    ]
    yield [
        (
            "Each table applies to a different group of providers or type of provider, which are"
            " defined in the table heading. "
        )
    ]


def _providers(market: Market, year: Year, kinds: tuple[str, ...]) -> int:
    return sum(setting.is_one_of(*kinds) for setting in market.register(year.to))


def _places(market: Market, year: Year, kinds: tuple[str, ...]) -> int:
    register = market.register(year.to)
    return sum(each.places(year.to) or 0 for each in register if each.is_one_of(*kinds))


def _latest(market: Market, year: Year, kinds: tuple[str, ...] | None) -> Row:
    latest = market.latest_full(year)
    grades = Counter(
        latest[setting.urn].overall
        for setting in market.register(year.to)
        if setting.urn in latest and (kinds is None or setting.is_one_of(*kinds))
    )
    return [grades[grade] for grade in words.GRADES]


def _outcomes(market: Market, year: Year) -> Row:
    if year.to.year < _OUTCOMES_SINCE:
        return ["-" for _ in words.OUTCOMES]
    latest = market.latest_full(year)
    open_now = (setting.urn for setting in market.register(year.to))
    outcomes = Counter(latest[urn].outcome for urn in open_now if urn in latest)
    return [outcomes[outcome] for outcome in words.OUTCOMES]


def _given(market: Market, year: Year, kinds: tuple[str, ...]) -> Row:
    visits = market.inspected(year)
    grades = Counter(
        visit.overall for visit in visits if market.setting(visit.urn).is_one_of(*kinds)
    )
    return [grades[grade] for grade in words.GRADES]


def _date(year: Year) -> Cell:
    return datetime.combine(year.to, time())
