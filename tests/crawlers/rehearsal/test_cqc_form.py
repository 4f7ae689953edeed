"""The care register of a rehearsal, read back from both of its files."""

import csv
from datetime import date
from io import BytesIO, StringIO
from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook

from crawlers.rehearsal.forms.cqc import CareQualityCommission
from crawlers.rehearsal.publishing import Asked, Setup
from tests.crawlers.rehearsal.seven_councils import ADDRESSES, TODAY, WORLD

HERE = ADDRESSES["cqc"]
PAGE = "/about-us/transparency/using-cqc-data"
DIRECTORY = "/system/files/2026-11/18_November_2026_CQC_directory.csv"
WITH_FILTERS = "/system/files/2026-11/01_November_2026_HSCA_Active_Locations.ods"


def commission(today: date = TODAY) -> CareQualityCommission:
    return CareQualityCommission(
        Setup(world=WORLD, today=today, addresses=ADDRESSES, folder=Path("unused"))
    )


def served(path: str, today: date = TODAY) -> bytes:
    answer = commission(today).answer(Asked(path=path))
    assert answer.status == 200
    assert isinstance(answer.body, bytes)
    return answer.body


def links(today: date = TODAY) -> list[str]:
    return [part.partition('"')[0] for part in served(PAGE, today).decode().split('href="')[1:]]


def directory() -> list[dict[str, str]]:
    lines = served(DIRECTORY).decode().splitlines(keepends=True)
    return list(csv.DictReader(StringIO("".join(lines[4:]))))


def active_locations(path: str = WITH_FILTERS) -> list[dict[str, object]]:
    book = CalamineWorkbook.from_filelike(BytesIO(served(path)))
    headings, *rows = book.get_sheet_by_name("HSCA_Active_Locations").to_python()
    return [dict(zip(map(str, headings), row, strict=True)) for row in rows]


def test_the_page_links_the_newest_of_both_files() -> None:
    assert links() == [f"{HERE}{DIRECTORY}", f"{HERE}{WITH_FILTERS}"]


def test_the_monthly_file_comes_on_the_second_and_the_weekly_one_on_wednesday() -> None:
    assert links(date(2026, 11, 1))[1].endswith(
        "/2026-10/01_October_2026_HSCA_Active_Locations.ods"
    )
    assert links(date(2026, 11, 2))[1].endswith(
        "/2026-11/01_November_2026_HSCA_Active_Locations.ods"
    )
    assert links(date(2026, 11, 24))[0].endswith("/18_November_2026_CQC_directory.csv")
    assert links(date(2026, 11, 25))[0].endswith("/25_November_2026_CQC_directory.csv")


@pytest.mark.parametrize(
    "path",
    [
        "/system/files/2026-11/25_November_2026_CQC_directory.csv",
        "/system/files/2026-12/01_December_2026_HSCA_Active_Locations.ods",
        "/system/files/2026-11/19_November_2026_CQC_directory.csv",
        "/system/files/2026-10/18_November_2026_CQC_directory.csv",
        "/system/files/2026-11/31_November_2026_CQC_directory.csv",
    ],
)
def test_no_file_of_a_later_day_or_of_no_day_of_issue_is_there(path: str) -> None:
    assert commission().answer(Asked(path=path)).status == 404


def test_the_weekly_file_has_four_lines_above_its_headings() -> None:
    lines = served(DIRECTORY).decode().splitlines()

    assert lines[2].startswith("This data was produced on 18 November 2026,")
    assert lines[4].startswith("Name,Also known as,Address,Postcode,Phone number,")
    assert lines[4].count(",") == lines[0].count(",") == 14


def test_the_monthly_file_has_the_columns_of_the_real_one() -> None:
    headings = list(active_locations()[0])

    assert len(headings) == 122
    assert headings[35:39] == [
        "Provider Companies House Number",
        "Provider Charity Number",
        "Provider ID",
        "Provider Name",
    ]
    assert headings[60] == "Provider Main Partner Name"
    assert headings[-2:] == ["Location Dual Registered", "Primary ID (Dual registration locations)"]


def test_companies_that_care_for_adults_stand_with_their_numbers() -> None:
    rows = active_locations()

    assert {(row["Provider Companies House Number"], row["Provider Name"]) for row in rows} == {
        ("99000001", "Whimbrelbeck Homes Limited"),
        ("99000003", "Siskinmere Adult Care Limited"),
    }


def test_a_location_lies_where_its_provider_is_at_home() -> None:
    where = {(row["Provider ID"], row["Location Local Authority"]) for row in active_locations()}

    assert {council for _, council in where} <= {"Leeds", "Bradford"}


def test_a_director_answers_for_the_provider() -> None:
    nominated = {
        row["Provider Companies House Number"]: row["Provider Nominated Individual Name"]
        for row in active_locations()
    }

    assert nominated == {"99000001": "", "99000003": "Whinchat, Linden"}


def test_both_files_name_the_same_locations_and_providers() -> None:
    weekly = {
        (row["CQC Location ID (for office use only)"], row["CQC Provider ID (for office use only)"])
        for row in directory()
    }
    monthly = {(row["Location ID"], row["Provider ID"]) for row in active_locations()}

    assert monthly == weekly


def test_a_location_is_listed_from_the_day_it_opens_to_the_day_it_closes() -> None:
    then = active_locations("/system/files/2024-01/01_January_2024_HSCA_Active_Locations.ods")
    now = active_locations()

    assert [row["Location HSCA start date"] for row in then] == [
        date(2016, 6, 9),
        date(2023, 12, 18),
        date(2016, 11, 2),
        date(2023, 1, 19),
        date(2015, 10, 31),
        date(2021, 4, 4),
        date(2013, 9, 6),
    ]
    assert {row["Location ID"] for row in then} - {row["Location ID"] for row in now} == {
        then[2]["Location ID"]
    }


def test_a_link_of_a_row_begins_with_the_publishers_address() -> None:
    assert all(row["Location URL"].startswith(f"{HERE}/location/1-") for row in directory())


def test_the_same_day_has_the_same_bytes() -> None:
    assert served(WITH_FILTERS) == served(WITH_FILTERS)
    assert served(DIRECTORY) == served(DIRECTORY)
