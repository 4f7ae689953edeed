"""The lists, the totals and the two issues of a market of some size agree with one another."""

from collections import Counter
from datetime import date, datetime

import pytest

from crawlers.rehearsal import words
from crawlers.rehearsal.forms.ofsted.issues import Issue
from tests.crawlers.rehearsal.workbook_rows import (
    IN_YEAR,
    IN_YEAR_KIND,
    LEVEL,
    MOVED,
    OUTCOME,
    OVERALL,
    PLACES,
    PREMISES,
    is_home,
    listed,
    number,
    totals,
)
from tests.planted_market.workbooks import OF_2025, OF_2026

either_issue = pytest.mark.parametrize("issue", [OF_2025, OF_2026], ids=lambda one: str(one.year))


def places(row: dict[str, object]) -> float:
    return float(str(row["Places"] or 0))


@either_issue
def test_the_register_counts_what_its_own_time_series_counts(issue: Issue) -> None:
    rows = listed(issue, PLACES)
    providers = totals(issue, "Providers+places_Time", "6a")[0]
    beds = totals(issue, "Providers+places_Time", "6b")[0]
    plain = [row for row in rows if str(row["Provision type"]).casefold() == "children's home"]
    supported = [row for row in rows if row["Provision type"] == "Supported Accommodation"]
    agencies = [row for row in rows if row["Provision type"] == "Independent Fostering Agency"]

    assert providers["All"] == len(rows)
    assert providers["All Children's Homes"] == sum(is_home(row) for row in rows)
    assert providers["Children's Homes"] == len(plain)
    assert providers["Supported Accommodation"] == len(supported)
    assert providers["Independent Fostering Agencies"] == len(agencies)
    assert beds["All Children's Homes"] == sum(places(row) for row in rows if is_home(row))
    assert beds["Children's Homes"] == sum(map(places, plain))
    assert beds["Supported Accommodation"] == sum(map(places, supported))


@either_issue
def test_agencies_have_no_places(issue: Issue) -> None:
    agencies = [row for row in listed(issue, PLACES) if "Agency" in str(row["Provision type"])]

    assert {row["Places"] for row in agencies} == {""}


@either_issue
def test_the_latest_grades_are_those_of_its_own_time_series(issue: Issue) -> None:
    rows = listed(issue, LEVEL)
    grades = Counter(row[OVERALL] for row in rows)
    of_homes = Counter(row[OVERALL] for row in rows if is_home(row))
    outcomes = Counter(row[OUTCOME] for row in rows)
    everyone = totals(issue, "Latest_OE", "8a")[0]
    homes = totals(issue, "Latest_OE", "8b")[0]
    supported = totals(issue, "Latest_OE", "8o")[0]

    assert {grade: everyone[grade] for grade in words.GRADES} == {
        grade: grades[grade] for grade in words.GRADES
    }
    assert {grade: homes[grade] for grade in words.GRADES} == {
        grade: of_homes[grade] for grade in words.GRADES
    }
    assert {outcome: supported[outcome] for outcome in words.OUTCOMES} == {
        outcome: outcomes[outcome] for outcome in words.OUTCOMES
    }


@either_issue
def test_the_years_grades_are_those_of_its_own_time_series(issue: Issue) -> None:
    grades = Counter(row[OVERALL] for row in listed(issue, IN_YEAR) if is_home(row))
    stated = totals(issue, "In_Year_Time", "9a")[0]

    assert {grade: stated[grade] for grade in words.GRADES} == {
        grade: grades[grade] for grade in words.GRADES
    }


@pytest.mark.parametrize(
    ("beginning", "tables"),
    [
        ("Providers+places_Time", ["6a", "6b"]),
        ("Latest_OE", [f"8{letter}" for letter in "abcdefghijklmno"]),
        ("In_Year_Time", [f"9{letter}" for letter in "abcde"]),
    ],
)
def test_each_time_series_repeats_the_totals_of_the_issue_before(
    beginning: str, tables: list[str]
) -> None:
    first = [totals(OF_2025, beginning, table)[0] for table in tables]

    assert first == [totals(OF_2026, beginning, table)[1] for table in tables]


def test_the_registers_differ_by_the_joiners_and_the_leavers() -> None:
    first = {number(row) for row in listed(OF_2025, PLACES)}
    second = {number(row) for row in listed(OF_2026, PLACES)}
    joined = {number(row) for row in listed(OF_2026, MOVED) if row["Joiner status"]}
    left = {number(row) for row in listed(OF_2026, MOVED) if row["Leaver status"]}

    assert second == (first | joined) - left
    assert (len(second - first), len(first - second)) == (15, 12)


@either_issue
def test_supported_accommodation_has_the_places_and_premises_listed(issue: Issue) -> None:
    buildings = Counter(number(row) for row in listed(issue, PREMISES))
    beds: Counter[str] = Counter()
    for row in listed(issue, PREMISES):
        beds[number(row)] += int(places(row))
    registered = {
        number(row): (row["Supported accommodation premises"], row["Places"])
        for row in listed(issue, PLACES)
        if row["Provision type"] == "Supported Accommodation"
    }

    assert registered == {urn: (buildings[urn], beds[urn]) for urn in buildings}


@either_issue
def test_a_visit_counts_when_its_report_is_out_by_30_april(issue: Issue) -> None:
    days = [
        (row["Inspection date"], row["Inspection publication date"])
        for row in listed(issue, IN_YEAR)
    ]

    assert all(
        isinstance(held, datetime)
        and isinstance(out, datetime)
        and date(issue.year - 1, 4, 1) <= held.date() <= date(issue.year, 3, 31)
        and held.date() < out.date() <= date(issue.year, 4, 30)
        for held, out in days
    )


@either_issue
def test_the_latest_full_inspection_of_the_year_is_the_one_in_the_register(issue: Issue) -> None:
    register = {number(row): row for row in listed(issue, LEVEL)}
    latest: dict[str, datetime] = {}
    for row in listed(issue, IN_YEAR):
        held = row["Inspection date"]
        full = str(row[IN_YEAR_KIND]).casefold() == "full inspection"
        if full and isinstance(held, datetime) and number(row) in register:
            latest[number(row)] = max(held, latest.get(number(row), held))

    assert latest == {urn: register[urn]["Latest full inspection date"] for urn in latest}


@either_issue
def test_every_list_has_the_settings_of_the_register(issue: Issue) -> None:
    assert sorted(number(row) for row in listed(issue, LEVEL)) == sorted(
        number(row) for row in listed(issue, PLACES)
    )
