"""Each year's lists have the headings of that year's real ones, to the newline."""

from datetime import datetime
from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook

from crawlers.rehearsal.forms.ofsted import headings, movement_table
from crawlers.rehearsal.forms.ofsted.year import march
from tests.crawlers.ofsted_forms import IN_YEAR_2018, MOVEMENTS, PROVIDERS
from tests.crawlers.rehearsal.ofsted_files import tabs, workbook_of
from tests.crawlers.rehearsal.workbook_rows import (
    IN_YEAR,
    LEVEL,
    MOVED,
    PLACES,
    PREMISES,
    tab,
)
from tests.planted_market.workbooks import OF_2026

LISTS_2022 = (
    "Provider_level_at_31_Mar_2022",
    "Provider_level_in_year_2021-22",
    "Providers+places_at_31_Mar_2022",
    "Leavers+Joiners_at_31_Mar_2022",
)
LISTS_2025 = (
    "Provider_level_at_31_Mar_2025",
    "Provider_level_in_year_2024-25",
    "Providers+places_at_31_Mar_2025",
    "SA_Premises_at_31_Mar_2025",
    "Leavers+Joiners_at_31_Mar_2025",
)


def header(rows: list[list[object]]) -> tuple[int, list[object]]:
    """Where the header stands, from 0, and its cells."""
    return next(
        (number, row) for number, row in enumerate(rows) if "URN" in row and "Provision type" in row
    )


@pytest.mark.parametrize("year", range(2017, 2026))
def test_the_list_at_31_march_has_that_years_headings(year: int) -> None:
    assert headings.of(headings.LEVEL, year) == PROVIDERS[str(year)].split("|")


def test_the_full_register_of_2018_has_its_own_headings() -> None:
    assert headings.of(headings.PLACES, 2018) == PROVIDERS["2018_part2"].split("|")


def test_the_visits_of_2018_have_that_years_headings() -> None:
    assert headings.of(headings.IN_YEAR, 2018) == IN_YEAR_2018.rstrip("|").split("|")


@pytest.mark.parametrize("year", range(2017, 2024))
def test_openings_and_closures_have_that_years_headings(year: int) -> None:
    assert movement_table.headings(march(year)) == MOVEMENTS[str(year)].split("|")


def test_the_template_of_2024_was_not_filled_in() -> None:
    found = movement_table.headings(march(2024))

    assert "Registration status (as at @startdate)" in found
    assert "Inspectorate (as at @enddate)" in found


def test_an_issue_after_the_newest_known_form_keeps_it() -> None:
    assert headings.of(headings.LEVEL, 2027) == headings.of(headings.LEVEL, 2025)


def test_the_tabs_of_the_newest_form_stand_in_the_publishers_order() -> None:
    assert list(tabs(OF_2026)) == [
        "Cover",
        "Contents",
        "Guidance",
        "Notes",
        "Meta-data",
        "Provider_level_at_31_Mar_2026",
        "Provider_level_in_year_2025-26",
        "Providers+places_at_31_Mar_2026",
        "SA_Premises_at_31_Mar_2026",
        "Leavers+Joiners_at_31_Mar_2026",
        "Providers+places_Time_series",
        "Latest_OE_31_Mar_Time_Series",
        "In_Year_Time_series",
    ]


@pytest.mark.parametrize(
    ("beginning", "expected"),
    [
        (
            LEVEL,
            (
                "Web link|URN|Linked Education URN|Provision type|Registration date"
                "|Registration status|Name|Address 1|Address 2|Town|County|Postcode|Ofsted Region"
                "|Government Office Region|Local authority|Parliamentary constituency|Sector|Places"
                "|Supported accommodation premises|Short-break-only children's home"
                "|Multi Building Children's Home|Organisation which owns the provider"
                "|\nLatest Full inspection event type|\nLatest full inspection date"
                "|Latest full inspection publication date|\nLatest full inspection event number"
                "|\nOverall experiences and progress of children and young people"
                "|Outcomes in education and related learning activities|Health services"
                "|\nHow well children and young people are helped and protected"
                "|The effectiveness of leaders and managers|Supported Accommodation outcome"
            ),
        ),
        (
            IN_YEAR,
            (
                "Web link|URN|Linked Education URN|Provision type|Registration date"
                "|Registration status|Name|Address 1|Address 2|Town|County|Postcode|Ofsted Region"
                "|Government Office Region|Local authority|Parliamentary constituency|Sector|Places"
                "|Supported accommodation premises|Short-break-only children's home"
                "|Multi building children's home|Organisation which owns the provider"
                "|\nInspection event type|Inspection date|Inspection publication date"
                "|\nInspection event number"
                "|\nOverall experiences and progress of children and young people"
                "|Outcomes in education and related learning activities|Health services"
                "|How well children and young people are helped and protected"
                "|The effectiveness of leaders and managers|Supported Accommodation outcome"
            ),
        ),
        (
            PLACES,
            (
                "Web link|URN|Linked education URN|Provision type|Registration date"
                "|Registration status|Name|Address 1|Address 2|Town|County|Postcode|Ofsted Region"
                "|Government Office Region|Local authority|Parliamentary constituency|Sector|Places"
                "|Supported accommodation premises|Short-break-only children's home"
                "|Multi building children's home|Organisation name"
            ),
        ),
        (
            PREMISES,
            (
                "Web link|URN|Provider name|Provision type|Registration date|Registration status"
                "|Service category (Note 4)|Places|Premises Ofsted Region"
                "|Premises Government Office Region|Premises Parliamentary Constituency"
                "|Premises Local Authority|Sector|Organisation name"
            ),
        ),
        (
            MOVED,
            (
                "URN|Provision type|Ofsted Region|Government Office Region|Local authority"
                "|Parliamentary constituency|Sector|Places|Supported accommodation premises"
                "|Short-break-only children's home"
                "|\nFirst effective date (that the provider became active)"
                "|First effective date (that the provider became resigned)"
                "|First effective date (that the provider closed)"
                "|First effective date (that the provider became cancelled)|Joiner status"
                "|Leaver status|Registration status (as at 1 April 2025)"
                "|Registration status (as at 31 March 2026)|Inspectorate (as at 1 April 2025)"
                "|Inspectorate (as at 31 March 2026)|Setting name|Reason"
            ),
        ),
    ],
)
def test_the_fourth_row_of_a_list_holds_its_headings(beginning: str, expected: str) -> None:
    assert expected.split("|") == list(tab(OF_2026, beginning)[3])


@pytest.mark.real_data
@pytest.mark.parametrize(
    ("year", "tab"), [*((2022, tab) for tab in LISTS_2022), *((2025, tab) for tab in LISTS_2025)]
)
def test_each_list_stands_where_the_real_one_does_under_the_same_headings(
    published_files: Path, year: int, tab: str
) -> None:
    name = f"Childrens_social_care_in_England_{year}_underlying_data.ods"
    real = CalamineWorkbook.from_path(published_files / "ofsted" / name)
    rows = real.get_sheet_by_name(tab).to_python(skip_empty_area=False)

    assert header(tabs(workbook_of(year))[tab]) == header(rows)  # type: ignore[arg-type] - cells


@pytest.mark.real_data
@pytest.mark.parametrize("year", [2022, 2025])
def test_the_tabs_are_those_of_the_real_workbook(published_files: Path, year: int) -> None:
    name = f"Childrens_social_care_in_England_{year}_underlying_data.ods"
    real = CalamineWorkbook.from_path(published_files / "ofsted" / name)

    assert list(tabs(workbook_of(year))) == [
        tab for tab in real.sheet_names if not tab.startswith("'")
    ]


@pytest.mark.real_data
@pytest.mark.parametrize("year", [2022, 2025])
def test_the_publishers_own_tables_have_the_same_titles_and_columns(
    published_files: Path, year: int
) -> None:
    name = f"Childrens_social_care_in_England_{year}_underlying_data.ods"
    real = CalamineWorkbook.from_path(published_files / "ofsted" / name)
    ours = tabs(workbook_of(year))
    counting = [each for each in ours if each.endswith(("eries", "monthly"))]

    assert len(counting) == 3
    for each in counting:
        rows = real.get_sheet_by_name(each).to_python(skip_empty_area=False)
        assert table_lines(ours[each]) == table_lines(rows)  # type: ignore[arg-type] - cells


def table_lines(rows: list[list[object]]) -> list[list[object]]:
    """Titles and headings of a tab's tables, without the years that they go back to."""
    kept = ("Table ", "Date", "Period")
    return [
        [
            cell.replace("01 April 2007", "01 April 2016") if isinstance(cell, str) else cell
            for cell in row
            if cell not in {"", None}
        ]
        for row in rows
        if isinstance(row[0], str) and row[0].startswith(kept)
        if not isinstance(row[0], datetime)
    ]
