"""What Ofsted counts of its own register is what the world has, on every day that it counts."""

from datetime import date

import pytest

from db.records import ControlTotal
from tests.crawlers.rehearsal.ofsted_files import read, workbook_of
from tests.crawlers.rehearsal.two_councils import WORLD

SETTINGS = "National number of children's social care providers by provision type"
PLACES = "National number of children's social care places by provision type"


def totals(year: int, table: str, measure: str) -> dict[str, int | None]:
    return {
        one.period: one.value
        for one in read(workbook_of(year), ControlTotal)
        if (one.table, one.measure) == (table, measure)
    }


def test_until_2023_the_register_is_counted_every_six_months_since_2017() -> None:
    assert totals(2023, SETTINGS, "All") == {
        "2023-03-31": 12,
        "2022-08-31": 12,
        "2022-03-31": 11,
        "2021-08-31": 12,
        "2021-03-31": 12,
        "2020-08-31": 11,
        "2020-03-31": 11,
        "2019-08-31": 11,
        "2019-03-31": 10,
        "2018-09-30": 10,
        "2018-03-31": 9,
        "2017-09-30": 8,
        "2017-03-31": 8,
    }


@pytest.mark.parametrize("year", [2022, 2023, 2024, 2025, 2026])
def test_every_count_of_settings_is_that_of_the_true_register(year: int) -> None:
    counted = totals(year, SETTINGS, "All")

    assert counted == {
        day: sum(one.is_open(date.fromisoformat(day)) for one in WORLD.settings) for day in counted
    }


def test_supported_accommodation_is_counted_since_2024_and_blank_before() -> None:
    assert totals(2026, PLACES, "Supported Accommodation") == {
        "2026-03-31": 8,
        "2025-03-31": 8,
        "2024-03-31": 5,
        "2023-03-31": None,
        "2022-03-31": None,
        "2021-03-31": None,
        "2020-03-31": None,
        "2019-03-31": None,
        "2018-03-31": None,
        "2017-03-31": None,
    }
    assert totals(2023, PLACES, "Supported Accommodation") == {}


def test_grades_of_a_year_are_those_that_its_issue_knew() -> None:
    homes = "Latest overall effectiveness judgement for all children's homes"

    assert [
        totals(2025, homes, grade)["2025-03-31"]
        for grade in ("Outstanding", "Good", "Requires improvement to be good", "Inadequate")
    ] == [1, 3, 2, 1]
