"""The rehearsal's lists, totals and two issues agree with one another."""

from collections import Counter
from datetime import date, datetime

import pytest

from tests.crawlers.rehearsal.reading import (
    GRADES,
    IN_YEAR,
    IN_YEAR_KIND,
    LEVEL,
    MOVED,
    OUTCOME,
    OUTCOMES,
    OVERALL,
    PLACES,
    PREMISES,
    Book,
    is_home,
    number,
)


def test_agencies_have_no_places(after: Book) -> None:
    agencies = [row for row in after.rows(PLACES) if "Agency" in str(row["Provision type"])]

    assert {row["Places"] for row in agencies} == {""}


@pytest.mark.parametrize("issue", [0, 1])
def test_the_register_counts_what_its_own_time_series_counts(
    books: tuple[Book, Book], issue: int
) -> None:
    rows = books[issue].rows(PLACES)
    providers = books[issue].totals("Providers+places_Time", "6a")[0]
    places = books[issue].totals("Providers+places_Time", "6b")[0]
    plain = [row for row in rows if str(row["Provision type"]).casefold() == "children's home"]
    supported = [row for row in rows if row["Provision type"] == "Supported Accommodation"]

    assert providers["All"] == len(rows)
    assert providers["All Children's Homes"] == sum(is_home(row) for row in rows)
    assert providers["Children's Homes"] == len(plain)
    assert providers["Supported Accommodation"] == len(supported)
    assert places["Children's Homes"] == sum(float(str(row["Places"])) for row in plain)
    assert places["Supported Accommodation"] == sum(float(str(row["Places"])) for row in supported)


@pytest.mark.parametrize("issue", [0, 1])
def test_the_latest_grades_are_those_of_its_own_time_series(
    books: tuple[Book, Book], issue: int
) -> None:
    rows = books[issue].rows(LEVEL)
    grades = Counter(row[OVERALL] for row in rows)
    of_homes = Counter(row[OVERALL] for row in rows if is_home(row))
    outcomes = Counter(row[OUTCOME] for row in rows)
    everyone = books[issue].totals("Latest_OE", "8a")[0]
    homes = books[issue].totals("Latest_OE", "8b")[0]
    supported = books[issue].totals("Latest_OE", "8o")[0]

    assert {grade: everyone[grade] for grade in GRADES} == {g: grades[g] for g in GRADES}
    assert {grade: homes[grade] for grade in GRADES} == {g: of_homes[g] for g in GRADES}
    assert {name: supported[name] for name in OUTCOMES} == {n: outcomes[n] for n in OUTCOMES}


@pytest.mark.parametrize("issue", [0, 1])
def test_the_years_grades_are_those_of_its_own_time_series(
    books: tuple[Book, Book], issue: int
) -> None:
    grades = Counter(row[OVERALL] for row in books[issue].rows(IN_YEAR) if is_home(row))
    totals = books[issue].totals("In_Year_Time", "9a")[0]

    assert {grade: totals[grade] for grade in GRADES} == {g: grades[g] for g in GRADES}


@pytest.mark.parametrize(
    ("tab", "tables"),
    [
        ("Providers+places_Time", ["6a", "6b"]),
        ("Latest_OE", [f"8{letter}" for letter in "abcdefghijklmno"]),
        ("In_Year_Time", [f"9{letter}" for letter in "abcde"]),
    ],
)
def test_each_time_series_repeats_the_totals_of_the_issue_before(
    before: Book, after: Book, tab: str, tables: list[str]
) -> None:
    first = [before.totals(tab, table)[0] for table in tables]

    assert first == [after.totals(tab, table)[1] for table in tables]


def test_the_registers_differ_by_the_joiners_and_the_leavers(before: Book, after: Book) -> None:
    first = {number(row) for row in before.rows(PLACES)}
    second = {number(row) for row in after.rows(PLACES)}
    joined = {number(row) for row in after.rows(MOVED) if row["Joiner status"]}
    left = {number(row) for row in after.rows(MOVED) if row["Leaver status"]}

    assert second == (first | joined) - left
    assert (len(second - first), len(first - second)) == (25, 12)


@pytest.mark.parametrize("issue", [0, 1])
def test_supported_accommodation_has_the_places_and_premises_listed(
    books: tuple[Book, Book], issue: int
) -> None:
    listed: Counter[str] = Counter()
    places: Counter[str] = Counter()
    for row in books[issue].rows(PREMISES):
        listed[number(row)] += 1
        places[number(row)] += int(float(str(row["Places"])))

    for row in books[issue].rows(PLACES):
        if row["Provision type"] == "Supported Accommodation":
            assert row["Supported accommodation premises"] == listed[number(row)]
            assert row["Places"] == places[number(row)]


def test_the_market_is_of_the_size_and_mix_intended(after: Book) -> None:
    kinds = Counter(str(row["Provision type"]).casefold() for row in after.rows(PLACES))

    assert kinds["children's home"] == 215
    assert kinds["independent fostering agency"] == 20
    assert kinds["supported accommodation"] == 45
    assert kinds["secure children's home"] == 1
    assert 140 <= len(after.rows(PREMISES)) <= 180
    assert 290 <= kinds.total() <= 310


def test_a_visit_counts_when_its_report_is_out_by_30_april(after: Book) -> None:
    days = [
        (row["Inspection date"], row["Inspection publication date"]) for row in after.rows(IN_YEAR)
    ]

    assert all(
        isinstance(held, datetime)
        and isinstance(out, datetime)
        and date(2025, 4, 1) <= held.date() <= date(2026, 3, 31)
        and held < out <= datetime.fromisoformat("2026-04-30")
        for held, out in days
    )


def test_the_latest_full_inspection_of_the_year_is_the_one_in_the_register(after: Book) -> None:
    register = {number(row): row for row in after.rows(LEVEL)}
    latest: dict[str, datetime] = {}
    for row in after.rows(IN_YEAR):
        held = row["Inspection date"]
        full = str(row[IN_YEAR_KIND]).casefold() == "full inspection"
        if full and isinstance(held, datetime) and number(row) in register:
            latest[number(row)] = max(held, latest.get(number(row), held))

    assert latest == {urn: register[urn]["Latest full inspection date"] for urn in latest}
