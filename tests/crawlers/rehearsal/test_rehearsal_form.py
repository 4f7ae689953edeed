"""The rehearsal's workbook has the form of the real one, and invents everything in it."""

from datetime import date, datetime

import pytest

from crawlers.rehearsal.annual_workbook import TODAY, issues
from tests.crawlers.rehearsal.reading import (
    IN_YEAR,
    LEVEL,
    MOVED,
    PLACES,
    PREMISES,
    Book,
    is_home,
    number,
    written,
)


def test_the_same_seed_gives_the_same_bytes() -> None:
    assert written(1) == written(1)


def test_another_seed_gives_another_market() -> None:
    assert written(1) != written(2)


def test_an_issue_says_what_it_is_called_and_when_it_came_out() -> None:
    told = [(issue.file_name, issue.as_at, issue.published_on) for issue in issues()]

    assert told == [
        (
            "Childrens_social_care_in_England_2025_underlying_data.ods",
            date(2025, 3, 31),
            date(2025, 7, 16),
        ),
        (
            "Childrens_social_care_in_England_2026_underlying_data.ods",
            date(2026, 3, 31),
            date(2026, 7, 15),
        ),
    ]
    assert date(2026, 9, 1) == TODAY


def test_the_tabs_are_those_of_the_real_workbook(after: Book) -> None:
    assert list(after.tabs) == [
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


def test_the_cover_says_that_it_is_a_rehearsal(after: Book) -> None:
    cover = {str(row[0]): row[1] for row in after.tab("Cover")}

    assert cover["Status:"] == "Rehearsal: invented data, not statistics"
    assert cover["Issued by:"] == "Provider monitor rehearsal"
    assert cover["Policy area:"] == "Children's social care data in England 2026 (rehearsal)"
    assert cover["Published on:"] == datetime.fromisoformat("2026-07-15")
    assert cover["Coverage:"] == "England"


@pytest.mark.parametrize(
    ("tab", "headings"),
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
def test_the_fourth_row_of_a_list_holds_its_headings(after: Book, tab: str, headings: str) -> None:
    assert headings.split("|") == list(after.tab(tab)[3])


def test_every_registration_number_is_invented(after: Book) -> None:
    urns = [number(row) for tab in (LEVEL, IN_YEAR, PREMISES, MOVED) for row in after.rows(tab)]

    assert all(urn.removeprefix("SC").startswith("9") for urn in urns)


def test_names_and_addresses_of_homes_are_withheld(after: Book) -> None:
    homes = [row for row in after.rows(PLACES) if is_home(row)]

    assert {(row["Name"], row["Address 1"], row["Postcode"]) for row in homes} == {
        ("REDACTED", "REDACTED", "REDACTED")
    }
