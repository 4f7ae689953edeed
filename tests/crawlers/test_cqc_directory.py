"""The Care Quality Commission's directory becomes locations: those of organisations, unnamed."""

from dataclasses import replace
from datetime import UTC, date, datetime
from io import BytesIO
from typing import Any

import pytest

from crawlers.reading import SourceChangedError
from crawlers.showing import cited_place
from crawlers.source import Follow
from crawlers.sources.cqc_directory import SOURCE, to_the_directory
from crawlers.sources.cqc_directory.columns import ACTIVITIES, FOR_OTHERS, NOT_READ, SERVICES
from db.records import CareLocation, Document, Population
from db.spreadsheet import Sheet, write_ods

ONE: dict[str, Any] = {
    "Location ID": "1-100000001",
    "Location Name": "Somebody's house",
    "Location HSCA start date": date(2015, 6, 1),
    "Dormant (Y/N)": "N",
    "Care home?": "Y",
    "Care homes beds": 12,
    "Location Type/Sector": "Social Care Org",
    "Location Inspection Directorate": "Adult social care",
    "Location Primary Inspection Category": "Residential social care",
    "Location Latest Overall Rating": "Good",
    "Publication Date": date(2025, 2, 3),
    "Location Region": "North East",
    "Location Local Authority": "Sunderland",
    "Location Postal Code": "ZZ99 7ZZ",
    "Brand ID": "BD900",
    "Brand Name": "BRAND Larkmoor",
    "Provider Companies House Number": 9000001,
    "Provider Charity Number": None,
    "Provider ID": "1-100000002",
    "Provider Name": "Larkmoor Care Ltd",
    "Provider Ownership Type": "Organisation",
    "Primary ID (Dual registration locations)": None,
    "Service type - Care home service with nursing": "Y",
    "Service type - Domiciliary care service": "Y",
    "Service user band - Children 0-18 years": "Y",
    "Registered manager": "*",
}
HEADINGS = list(
    dict.fromkeys(
        (
            *ONE,
            *NOT_READ,
            *ACTIVITIES,
            *FOR_OTHERS,
            *(f"Service type - {service}" for service in SERVICES),
        )
    )
)


def directory(
    *said: dict[str, Any],
    headings: list[str] = HEADINGS,
    readme: str = "Source: CQC database as at 01 September 2026",
) -> Document:
    target = BytesIO()
    rows = [[{**ONE, **one}.get(heading) for heading in headings] for one in said]
    write_ods(
        target,
        [
            Sheet(name="README", rows=[["Active locations"], [readme]]),
            Sheet(name="HSCA_Active_Locations", rows=[headings, *rows]),
            Sheet(name="Dual_Registration_Locations", rows=[["Location ID"], ["1-100000001"]]),
        ],
    )
    return Document(
        url="file:locations.ods",
        fetched_at=datetime(2026, 9, 3, 12, tzinfo=UTC),
        body=target.getvalue(),
    )


def read(**said: Any) -> CareLocation | None:
    document = directory(said, {"Location ID": "1-100000009"})
    found = [one for one in SOURCE.parse(document) if isinstance(one, CareLocation)]
    return next((one for one in found if one.location_id == "1-100000001"), None)


def test_a_location_is_read_with_its_provider_and_what_it_does() -> None:
    document = directory({})

    assert list(SOURCE.parse(document)) == [
        CareLocation(
            cite=document.cite("sheet=HSCA_Active_Locations&row=2"),
            public_on=date(2026, 9, 1),
            as_at=date(2026, 9, 1),
            population=Population.FULL,
            location_id="1-100000001",
            primary_location_id=None,
            provider_id="1-100000002",
            provider_name="Larkmoor Care Ltd",
            company_number="09000001",
            registration_number_text=None,
            charity_number=None,
            brand_id="BD900",
            brand_name="BRAND Larkmoor",
            registered_on=date(2015, 6, 1),
            is_dormant=False,
            is_care_home=True,
            beds=12,
            sector="Social Care Org",
            directorate="Adult social care",
            category="Residential social care",
            services="Care home service with nursing; Domiciliary care service",
            serves_children=True,
            rating="Good",
            rated_on=date(2025, 2, 3),
            local_authority="Sunderland",
            region="North East",
            postcode_district="ZZ99",
        )
    ]


@pytest.mark.parametrize(
    ("said", "is_kept"),
    [
        ({"Provider Ownership Type": "Individual"}, False),
        ({"Provider Ownership Type": "Partnership"}, False),
        ({"Provider Companies House Number": None}, True),
        (
            {
                "Provider Companies House Number": None,
                "Location Type/Sector": "NHS Healthcare Organisation",
            },
            False,
        ),
        (
            {
                "Provider Companies House Number": "n/a",
                "Provider Charity Number": "1000001",
                "Location Type/Sector": "Independent Healthcare Org",
            },
            True,
        ),
        ({"Location Type/Sector": "Independent Healthcare Org"}, True),
    ],
)
def test_what_people_and_the_health_service_run_is_left_out(
    said: dict[str, Any], is_kept: bool
) -> None:
    assert (read(**said) is not None) is is_kept


def test_what_is_withheld_or_blank_is_not_published() -> None:
    found = read(
        **{
            "Brand ID": "-",
            "Brand Name": "-",
            "Location Postal Code": "*",
            "Dormant (Y/N)": None,
            "Care homes beds": None,
            "Location Latest Overall Rating": None,
            "Service type - Care home service with nursing": None,
            "Service type - Domiciliary care service": None,
            "Service user band - Children 0-18 years": None,
            "Provider Companies House Number": "OVERSEAS",
        }
    )

    assert found is not None
    assert (found.brand_id, found.brand_name, found.postcode_district) == (None, None, None)
    assert (found.is_dormant, found.beds, found.rating, found.services) == (None, None, None, None)
    assert found.serves_children is False
    assert (found.company_number, found.registration_number_text) == (None, "OVERSEAS")


def test_no_name_of_a_place_and_no_postcode_is_shown() -> None:
    shown = cited_place(
        directory({}), "sheet=HSCA_Active_Locations&row=2", SOURCE.parse, SOURCE.masked
    )

    assert dict(shown.cells)["Location Postal Code"] == "(masked)"
    assert {"Location Name", "Registered manager"} <= set(shown.not_shown)


def test_a_new_column_stops_the_reading() -> None:
    with pytest.raises(SourceChangedError, match=r"new columns \['service type - novel'\]"):
        list(SOURCE.parse(directory({}, headings=[*HEADINGS, "Service type - Novel"])))


def test_a_missing_column_stops_the_reading() -> None:
    headings = [heading for heading in HEADINGS if heading != "Brand ID"]

    with pytest.raises(SourceChangedError, match="no column 'Brand ID'"):
        list(SOURCE.parse(directory({}, headings=headings)))


def test_a_word_that_is_neither_yes_nor_no_stops_the_reading() -> None:
    with pytest.raises(SourceChangedError, match="'Maybe' is neither Y nor N"):
        read(**{"Care home?": "Maybe"})


def test_a_directory_without_its_day_takes_it_from_the_publishers_name_for_it() -> None:
    document = directory({}, readme="")
    named = replace(document, url="https://x.example/01_May_2026_HSCA_Active_Locations.ods")
    (found,) = SOURCE.parse(named)

    assert isinstance(found, CareLocation)
    assert found.as_at == date(2026, 5, 1)
    assert SOURCE.subject([found]) == "locations on 2026-05-01"
    with pytest.raises(SourceChangedError, match="nothing says which day it describes"):
        list(SOURCE.parse(document))


def test_the_directory_is_known_and_an_invented_one_is_a_rehearsals() -> None:
    invented = {"Provider Companies House Number": "99000001"}

    assert SOURCE.recognises(directory({}))
    assert not SOURCE.is_rehearsal(directory({}))
    assert SOURCE.is_rehearsal(directory({"Provider Companies House Number": None}, invented))


def page(link: str) -> Document:
    body = f'<html><body><a href="/x_CQC_directory.csv">csv</a>{link}</body></html>'
    return replace(directory(), body=body.encode())


def test_the_page_leads_to_the_newest_directory_with_filters() -> None:
    newest = "/sites/default/files/2026-09/01_September_2026_HSCA_Active_Locations.ods"
    older = newest.replace("September", "August")
    links = f'<a href="{newest}">new</a><a href="{older}">old</a>'

    assert list(to_the_directory(page(links))) == [Follow(url=newest)]
    with pytest.raises(SourceChangedError, match="no link leads to the directory with filters"):
        list(to_the_directory(page("")))
