"""A time series of Ofsted's that cannot be read stops the reading, and is never left out."""

import pytest

from db.spreadsheet import Cell
from tests.crawlers.annual_issue import (
    COUNTS,
    NUMBERS,
    issue_2025,
)
from tests.crawlers.annual_refusals import (
    MUST_LEARN,
    at,
    refusal,
    told,
)


@pytest.mark.parametrize("tab", COUNTS)
@pytest.mark.parametrize(
    "rows", [[["Prose"], ["Date"], ["31 March 2025"]], [["Table 6a: Providers"], ["Date", "All"]]]
)
def test_a_time_series_without_a_title_or_without_a_number_stops(
    tab: str, rows: list[list[Cell]]
) -> None:
    tabs = issue_2025()
    tabs[tab] = rows

    assert refusal(tabs).startswith("no table below a title such as 'Table 6a: …'; the source's")
    assert f"#sheet={tab}\n" in refusal(tabs)


def test_a_table_of_totals_under_another_heading_stops_rather_than_being_left_out() -> None:
    tabs = issue_2025()
    tabs[NUMBERS][10][0] = "Year ending"
    problem = (
        "below the title of a table stands 'Year ending', not one of ('date', 'period as at',"
        " 'period'); the source's file must learn to read it"
    )

    assert told(problem, at(NUMBERS, 11), tabs) == refusal(tabs)


def test_a_table_of_totals_that_lost_its_title_is_not_read_under_the_one_before() -> None:
    tabs = issue_2025()
    tabs[NUMBERS][9][0] = None
    problem = f"cannot read a total: 'Date' is not a day; {MUST_LEARN}"

    assert told(problem, at(NUMBERS, 11), tabs) == refusal(tabs)


@pytest.mark.parametrize(
    ("row", "column", "value", "reason"),
    [
        (7, 2, "some", "'some' is not a whole number"),
        (7, 2, "5 to 9", "'5 to 9' is not a whole number"),
        (7, 2, "5 [r]", "'5 [r]' is not a whole number"),
        (8, 0, "-", "'-' is not a day"),
        (7, 4, -1, "-1.0 is not a whole number"),
        (7, 4, 2.5, "2.5 is not a whole number"),
        (8, 0, "Source: Ofsted", "'Source: Ofsted' is not a day"),
        (8, 0, "31 February 2015", "'31 February 2015' is not a day"),
        (8, 0, "2014-15-16", "'2014-15-16' is not a day"),
        (8, 0, 2015, "'2015' is not a day"),
        (8, 0, "Someday, March 32, 2015", "'32 March 2015' is not a day"),
    ],
)
def test_a_total_that_cannot_be_read_stops_with_its_row(
    row: int, column: int, value: Cell, reason: str
) -> None:
    tabs = issue_2025()
    tabs[NUMBERS][row - 1][column] = value

    assert told(f"cannot read a total: {reason}; {MUST_LEARN}", at(NUMBERS, row), tabs) == refusal(
        tabs
    )
