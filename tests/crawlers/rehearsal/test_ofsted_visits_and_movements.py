"""Every year's files give the visits, openings and closures that its issue knew."""

from datetime import date

import pytest

from db.records import (
    Inspection,
    Judgement,
    Listing,
    Movement,
    Setting,
)
from tests.crawlers.rehearsal.ofsted_files import (
    body,
    csv_of,
    read,
    workbook_of,
)

LEVEL, IN_YEAR, MOVED = "Provider_level_data_as_at", "Provider_level_data_in_year", "Joiners"


@pytest.mark.parametrize(
    ("year", "moved"),
    [
        (2017, [("9000012", True, date(2016, 9, 1))]),
        (2018, [("9000007", True, date(2017, 11, 1))]),
        (2019, [("9000002", True, date(2018, 6, 10))]),
        (2020, [("9000016", True, date(2019, 7, 2))]),
        (2021, [("9000014", True, date(2020, 12, 1))]),
        (2022, [("9000003", False, date(2021, 10, 5))]),
        (2023, [("9000010", True, date(2022, 5, 1))]),
        (2024, [("9000008", True, date(2023, 11, 2)), ("9000013", True, date(2023, 5, 2))]),
        (2025, [("9000016", False, date(2024, 9, 30))]),
        (2026, [("9000015", True, date(2025, 5, 6))]),
    ],
)
def test_openings_and_closures_are_those_of_the_year(
    year: int, moved: list[tuple[str, bool, date]]
) -> None:
    one = csv_of(year, MOVED) if year <= 2021 else workbook_of(year)

    assert [(each.urn, each.joined, each.moved_on) for each in read(one, Movement)] == moved


def test_a_home_that_came_and_went_within_a_year_is_only_among_the_movements() -> None:
    (gone,) = (one for one in read(workbook_of(2024), Movement) if one.urn == "9000013")
    registers = {one.urn for year in (2023, 2024, 2025) for one in read(workbook_of(year), Setting)}

    assert (gone.joined, gone.left, gone.resigned_on) == (True, True, date(2024, 1, 15))
    assert "9000013" not in registers


@pytest.mark.parametrize(
    ("year", "numbers"),
    [
        (2017, ["10000111", "10000181", "10002017", "10000121", "10000171"]),
        (2018, ["10000131", "10002018", "10000142"]),
        (2019, ["10000101", "10002019"]),
        (2020, ["10000112", "10000113", "10002020"]),
        (2021, ["10000114"]),
    ],
)
def test_the_visits_of_a_year_are_those_published_by_the_end_of_april(
    year: int, numbers: list[str]
) -> None:
    assert [one.event_number for one in read(csv_of(year, IN_YEAR), Inspection)] == numbers


def test_a_report_too_late_for_the_issue_leaves_the_grade_before_it() -> None:
    found = [
        (one.listing, one.event_number)
        for one in read(workbook_of(2025), Inspection)
        if one.urn == "9000002"
    ]

    assert found == [(Listing.LATEST, "10000102"), (Listing.IN_YEAR, "10000102")]


def test_one_visit_to_two_agencies_is_two_inspections_with_one_number() -> None:
    found = [
        one.urn
        for one in read(workbook_of(2024), Inspection)
        if one.event_number == "10000143" and one.listing is Listing.IN_YEAR
    ]

    assert found == ["9000007", "SC900006"]


def test_2024_states_the_full_inspection_before_the_latest() -> None:
    before = {
        one.urn: one.event_number
        for one in read(workbook_of(2024), Inspection)
        if one.listing is Listing.PREVIOUS
    }

    assert before == {
        "9000005": "10000131",
        "SC900001": "10002023",
        "SC900004": "10000121",
        "SC900006": "10000142",
    }


def test_a_grade_is_written_as_its_year_wrote_it() -> None:
    agency = {
        one.overall_experiences_and_progress
        for one in read(csv_of(2017, LEVEL), Inspection)
        if one.urn == "SC900006"
    }

    assert agency == {Judgement.ADEQUATE}
    assert b"Requires improvement," in body(csv_of(2017, LEVEL))
    assert b"Requires improvement to be good," in body(csv_of(2018, LEVEL))
    assert b"Adequate" not in body(csv_of(2018, LEVEL))
