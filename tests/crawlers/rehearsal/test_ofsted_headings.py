"""Each year's lists have the headings of that year's real ones, to the newline."""

from datetime import datetime
from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook

from crawlers.rehearsal.forms.ofsted import headings, movement_table
from crawlers.rehearsal.forms.ofsted.year import march
from tests.crawlers.ofsted_forms import IN_YEAR_2018, MOVEMENTS, PROVIDERS
from tests.crawlers.rehearsal.ofsted_files import tabs, workbook_of

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
    counting = [tab for tab in ours if tab.endswith(("eries", "monthly"))]

    assert len(counting) == 3
    for tab in counting:
        rows = real.get_sheet_by_name(tab).to_python(skip_empty_area=False)
        assert table_lines(ours[tab]) == table_lines(rows)  # type: ignore[arg-type] - cells


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
