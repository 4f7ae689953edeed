"""Ofsted's yearly workbook, since 2022, with the tabs of its year."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from crawlers.rehearsal.forms.ofsted import (
    council_tabs,
    front_tabs,
    judgement_tabs,
    lists,
    numbers_tab,
)
from crawlers.rehearsal.forms.ofsted.columns import Row
from crawlers.rehearsal.forms.ofsted.counted_years import is_yearly
from crawlers.rehearsal.forms.ofsted.register import Register
from crawlers.rehearsal.forms.ofsted.year import Year
from db.spreadsheet import Sheet

FIRST_YEAR = 2022
_PREMISES_SINCE = 2025
_LINKS = (
    "This worksheet contains one table, this table begins in cell A{row}. Column A includes a link"
    " to the Ofsted social care provider webpage for each provider, links will open in a new"
    " window."
)
_BLANKS = (
    "Some cells in this table are empty. This is in instances where the column refers to data that"
    " is not applicable for that provider type."
)
_NOT_PROVIDED = "Some cells in this table are empty because data was not provided to Ofsted. "


@dataclass(frozen=True, kw_only=True)
class Tab:
    """One tab: its name, the title under which it is listed, what it is about, and its rows."""

    name: str
    title: str
    about: Sequence[str]
    rows: Iterator[Row]


def sheets(
    register: Register, year: Year, *, published_on: date, omitted: int = 0
) -> Iterator[Sheet]:
    """Yield a workbook's tabs in the publisher's order.

    `omitted` places are missing from its own total of them, as in an issue to be corrected.
    """
    tabs = [*_tabs(register, year, omitted)]
    titles = {tab.title: tab.about for tab in tabs}
    yield Sheet(name="Cover", rows=front_tabs.cover(year, published_on))
    if year.to.year == FIRST_YEAR:
        yield Sheet(name="Accessibility", rows=front_tabs.accessibility())
    yield Sheet(name="Contents", rows=front_tabs.contents(tuple(titles)))
    yield Sheet(name="Guidance", rows=front_tabs.guidance(year))
    yield Sheet(name="Notes", rows=front_tabs.notes())
    yield Sheet(name="Meta-data", rows=front_tabs.meta_data(titles))
    yield from (Sheet(name=tab.name, rows=tab.rows) for tab in tabs)


def _tabs(register: Register, year: Year, omitted: int) -> Iterator[Tab]:
    has_councils = year.to.year <= council_tabs.LAST_YEAR
    if has_councils:
        yield from _council_tabs(register, year)
    yield from _lists(register, year)
    numbers = "Time_series" if is_yearly(year) else "six_monthly"
    yield Tab(
        name=f"Providers+places_{numbers}",
        title=f"Providers + Places {numbers.replace('_', ' ')}",
        about=(front_tabs.EVERYBODY, front_tabs.STATE),
        rows=numbers_tab.providers_and_places(register, year, omitted),
    )
    yield Tab(
        name="Latest_OE_31_Mar_Time_Series",
        title="Latest OE 31 March Time Series",
        about=(front_tabs.EVERYBODY, front_tabs.STATE),
        rows=judgement_tabs.latest_judgements(register, year),
    )
    yield Tab(
        name="In_Year_Time_series",
        title="In Year Time series",
        about=(front_tabs.HOMES, front_tabs.IN_YEAR),
        rows=judgement_tabs.in_year_judgements(register, year),
    )
    if has_councils:
        yield Tab(
            name=f"LA_inspections_2009-{year.to.year}",
            title=f"LA inspections 2009-{year.to.year}",
            about=(front_tabs.COUNCILS, front_tabs.IN_YEAR, front_tabs.STATE),
            rows=council_tabs.since_2009(register, year),
        )


def _council_tabs(register: Register, year: Year) -> Iterator[Tab]:
    yield Tab(
        name=f"LA_level_at_{year.stamp}",
        title=f"LA level at {year.day}",
        about=(front_tabs.COUNCILS, front_tabs.STATE),
        rows=council_tabs.at_31_march(register, year),
    )
    yield Tab(
        name=f"LA_level_in_year_{year.label}",
        title=f"LA level in year {year.label}",
        about=(front_tabs.COUNCILS, front_tabs.IN_YEAR),
        rows=council_tabs.in_year(year),
    )


def _lists(register: Register, year: Year) -> Iterator[Tab]:
    everybody = (front_tabs.EVERYBODY, front_tabs.STATE)
    yield Tab(
        name=f"Provider_level_at_{year.stamp}",
        title=f"Provider level at {year.day}",
        about=everybody,
        rows=_level(register, year),
    )
    yield Tab(
        name=f"Provider_level_in_year_{year.label}",
        title=f"Provider level in year {year.label}",
        about=(front_tabs.EVERYBODY, front_tabs.IN_YEAR),
        rows=_below(
            year,
            f"Provider level in year {year.label}",
            (_LINKS.format(row=4), f"{_BLANKS[:-1]} or inspection type."),
            lists.provider_level_in_year(register, year),
        ),
    )
    yield Tab(
        name=f"Providers+places_at_{year.stamp}",
        title=f"Providers+places at {year.day}",
        about=everybody,
        rows=_below(
            year,
            f"Providers and places at {year.day}",
            (_LINKS.format(row=4), _BLANKS),
            lists.providers_and_places(register, year),
        ),
    )
    if year.to.year >= _PREMISES_SINCE:
        yield Tab(
            name=f"SA_Premises_at_{year.stamp}",
            title=f"SA Premises at {year.day}",
            about=(front_tabs.SUPPORTED, front_tabs.STATE),
            rows=_below(
                year,
                f"Supported accommodation premises as at {year.day}",
                (_LINKS.format(row=4), _BLANKS),
                lists.supported_premises(register, year),
            ),
        )
    yield Tab(
        name=f"Leavers+Joiners_at_{year.stamp}",
        title=f"Leavers + joiners at {year.day}",
        about=(front_tabs.EVERYBODY, front_tabs.IN_YEAR, front_tabs.STATE),
        rows=_below(
            year,
            f"Leavers and Joiners at {year.day}",
            ("This worksheet contains one table which begins in cell A4.", _NOT_PROVIDED),
            lists.leavers_and_joiners(register, year),
        ),
    )


def _level(register: Register, year: Year) -> Iterator[Row]:
    """Provider level at 31 March; that of 2022 begins a row lower."""
    rows = lists.provider_level(register, year)
    if year.to.year > FIRST_YEAR:
        above = (_LINKS.format(row=4), _BLANKS)
        return _below(year, f"Provider level as at {year.day}", above, rows)
    above = (_LINKS.format(row=5), _BLANKS, "")
    return _below(year, f"Provider level as at March {year.to.year}", above, rows)


def _below(year: Year, title: str, above: Sequence[str], rows: Iterator[Row]) -> Iterator[Row]:
    """A list below its title and what is said of it."""
    dash = "-" if year.to.year == FIRST_YEAR else "–"
    yield [f"Children's social care data in England {year.to.year} {dash} {title}"]
    yield from ([line] if line else [] for line in above)
    yield from rows
