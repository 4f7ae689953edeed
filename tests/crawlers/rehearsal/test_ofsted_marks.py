"""Every file is known for a rehearsal, is the same twice, and one of them is put right."""

from datetime import date, datetime

import pytest

from crawlers.rehearsal.forms.ofsted.issues import Issue
from crawlers.sources.ofsted_annual import SOURCE
from db.records import (
    ControlTotal,
    Inspection,
    Listing,
)
from tests.crawlers.rehearsal.ofsted_files import (
    JANUARY,
    YEARLY,
    body,
    document,
    issue,
    read,
    workbook_of,
)
from tests.crawlers.rehearsal.workbook_rows import tab
from tests.planted_market.workbooks import OF_2026


@pytest.mark.parametrize("one", YEARLY, ids=lambda one: f"{one.issued_on} {one.name}")
def test_every_file_is_recognised_and_says_that_it_is_a_rehearsal(one: Issue) -> None:
    found = document(one)

    assert SOURCE.recognises(found)
    assert SOURCE.not_read(found) is None
    assert SOURCE.is_rehearsal(found)


@pytest.mark.parametrize("one", YEARLY, ids=lambda one: f"{one.issued_on} {one.name}")
def test_the_same_world_gives_the_same_bytes(one: Issue) -> None:
    assert body(one) == body(one)


def test_the_january_issue_is_read_and_says_that_it_is_a_rehearsal() -> None:
    (of_2025, of_2026) = (document(one) for one in JANUARY)

    assert [one.issued_on for one in JANUARY] == [date(2026, 1, 23), date(2027, 1, 23)]
    for found in (of_2025, of_2026):
        assert SOURCE.is_rehearsal(found)
        assert SOURCE.not_read(found) is None


def test_the_first_issue_of_2025_differs_from_the_corrected_one_in_what_its_note_says() -> None:
    first, second = issue("Childrens", date(2025, 7, 16)), workbook_of(2025)
    totals = [
        {(one.table, one.period, one.measure): one.value for one in read(each, ControlTotal)}
        for each in (first, second)
    ]
    visits = [
        {(one.listing, one.event_number, one.urn): one.public_on for one in read(each, Inspection)}
        for each in (first, second)
    ]
    places = "National number of children's social care places by provision type"

    assert [
        (*key, totals[0][key], totals[1][key])
        for key in totals[1]
        if totals[0][key] != totals[1][key]
    ] == [
        (places, "2025-03-31", "All Children's Homes", 54, 55),
        (places, "2025-03-31", "Children's Homes", 22, 23),
    ]
    assert [
        (*key, visits[0][key], visits[1][key])
        for key in visits[1]
        if visits[0][key] != visits[1][key]
    ] == [
        (Listing.LATEST, "10000102", "9000002", date(2024, 6, 8), date(2024, 7, 9)),
        (Listing.IN_YEAR, "10000102", "9000002", date(2024, 6, 8), date(2024, 7, 9)),
    ]
    assert (first.superseded_on, second.superseded_on) == (date(2025, 8, 5), None)


def test_the_cover_says_that_it_is_a_rehearsal() -> None:
    cover = {str(row[0]): row[1] for row in tab(OF_2026, "Cover")}

    assert cover["Status:"] == "Rehearsal: invented data, not statistics"
    assert cover["Issued by:"] == "Provider monitor rehearsal"
    assert cover["Policy area:"] == "Children's social care data in England 2026 (rehearsal)"
    assert cover["Published on:"] == datetime.fromisoformat("2026-07-15")
    assert cover["Coverage:"] == "England"
