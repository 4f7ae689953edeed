"""Every year's files, read by this project's own reader, give the register that is true."""

from datetime import date

import pytest

from crawlers.rehearsal.forms.ofsted.issues import Issue
from crawlers.sources.ofsted_annual import SOURCE
from db.records import (
    ControlTotal,
    Inspection,
    Judgement,
    Listing,
    Movement,
    Population,
    Premises,
    ProvisionType,
    RegistrationStatus,
    Setting,
)
from tests.crawlers.rehearsal.ofsted_files import (
    JANUARY,
    YEARLY,
    body,
    csv_of,
    document,
    issue,
    read,
    workbook_of,
)
from tests.crawlers.rehearsal.two_councils import SETTINGS, WORLD

LEVEL, IN_YEAR, MOVED = "Provider_level_data_as_at", "Provider_level_data_in_year", "Joiners"
ALWAYS = {"SC900001", "SC900004", "SC900006"}
REGISTERS = {
    2018: ALWAYS | {"9000003", "9000005", "9000007", "9000009", "9000012", "SC900011"},
    2021: ALWAYS
    | {"9000002", "9000003", "9000005", "9000007", "9000009", "9000012", "9000014", "9000016"}
    | {"SC900011"},
    2022: ALWAYS
    | {"9000002", "9000005", "9000007", "9000009", "9000012", "9000014", "9000016"}
    | {"SC900011"},
    2023: ALWAYS
    | {"9000002", "9000005", "9000007", "9000009", "9000010", "9000012", "9000014"}
    | {"9000016", "SC900011"},
    2024: ALWAYS
    | {"9000002", "9000005", "9000007", "9000008", "9000009", "9000010", "9000012"}
    | {"9000014", "9000016", "SC900011"},
    2025: ALWAYS
    | {"9000002", "9000005", "9000007", "9000008", "9000009", "9000010", "9000012"}
    | {"9000014", "SC900011"},
    2026: ALWAYS
    | {"9000002", "9000005", "9000007", "9000008", "9000009", "9000010", "9000012"}
    | {"9000014", "9000015", "SC900011"},
}
INSPECTED = {
    2017: ALWAYS | {"9000003", "9000012", "SC900011"},
    2018: ALWAYS | {"9000003", "9000005", "9000012", "SC900011"},
    2019: ALWAYS | {"9000002", "9000003", "9000005", "9000012", "SC900011"},
    2020: ALWAYS | {"9000002", "9000003", "9000005", "9000012", "SC900011"},
}


def register_file(year: int) -> Issue:
    if year == 2018:
        return csv_of(2018, "Providers_and_places")
    return csv_of(2021, LEVEL) if year == 2021 else workbook_of(year)


@pytest.mark.parametrize(("year", "urns"), REGISTERS.items())
def test_the_full_register_of_a_year_is_the_true_one(year: int, urns: set[str]) -> None:
    found = read(register_file(year), Setting)

    assert {setting.urn for setting in found} == urns
    assert {setting.population for setting in found} == {Population.FULL}
    assert {setting.as_at for setting in found} == {date(year, 3, 31)}


@pytest.mark.parametrize(("year", "urns"), INSPECTED.items())
def test_a_list_of_inspected_settings_has_those_alone(year: int, urns: set[str]) -> None:
    found = read(csv_of(year, LEVEL), Setting)

    assert {setting.urn for setting in found} == urns
    assert {setting.population for setting in found} == {Population.INSPECTED_ONLY}


@pytest.mark.parametrize("year", REGISTERS)
def test_each_setting_is_as_it_really_stood(year: int) -> None:
    day = date(year, 3, 31)

    for setting in read(register_file(year), Setting):
        true = WORLD.setting[setting.urn]
        assert setting.places == true.places_on(day)
        assert setting.provision_type == true.provision_type
        assert setting.sector == true.sector
        assert setting.name == true.name
        text = true.owner_text_at(day)
        assert setting.owner_name == (None if text is None else str(text))
        assert setting.government_office_region == WORLD.council[true.council].region
        assert setting.registered_on in {true.registered_on, None}


def test_no_home_is_named_and_no_address_is_kept() -> None:
    homes = {one.urn for one in SETTINGS if one.provision_type == ProvisionType.CHILDRENS_HOME}

    for year in REGISTERS:
        assert {one.name for one in read(register_file(year), Setting) if one.urn in homes} == {
            None
        }


def test_an_area_bears_the_name_of_the_council_that_it_then_had() -> None:
    before = {one.local_authority for one in read(workbook_of(2023), Setting)}
    after = {one.local_authority for one in read(workbook_of(2024), Setting)}

    assert (before, after) == ({"Leeds", "Cumbria"}, {"Leeds", "Cumberland"})


def test_an_owners_text_changes_with_the_issue_that_changed_it() -> None:
    texts = {
        year: next(o.owner_name for o in read(register_file(year), Setting) if o.urn == "SC900001")
        for year in (2018, 2021, 2022)
    }

    assert texts == {
        2018: "Alderbeck Care Ltd",
        2021: "Alderbeck Care Ltd",
        2022: "Alderbeck Care Limited",
    }


def test_an_owner_called_3_13_is_damaged_in_two_ways_and_read_as_one() -> None:
    named = {one.owner_name for one in read(workbook_of(2025), Setting) if one.urn == "9000010"}
    visited = {
        one.owner_name for one in read(workbook_of(2025), Inspection) if one.urn == "9000010"
    }

    assert (named, visited) == ({"3.13"}, {"3.13"})


def test_a_suspended_home_is_on_the_register_as_such() -> None:
    status = {
        year: next(
            one.registration_status
            for one in read(workbook_of(year), Setting)
            if one.urn == "9000012"
        )
        for year in (2025, 2026)
    }

    assert status == {2025: RegistrationStatus.SUSPENDED, 2026: RegistrationStatus.ACTIVE}


def test_premises_are_those_in_use_on_the_day_wherever_they_lie() -> None:
    (registered,) = (o for o in read(workbook_of(2025), Setting) if o.urn == "9000008")
    premises = read(workbook_of(2025), Premises)

    assert [(one.local_authority, one.places, one.service_category) for one in premises] == [
        ("Leeds", 3, "Category 1"),
        ("Cumberland", 5, "Category 3"),
    ]
    assert (registered.places, registered.supported_accommodation_premises) == (8, 2)
    assert registered.local_authority == "Leeds"
    assert {one.owner_name for one in (registered, *premises)} == {None}


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
    registers = {one.urn for year in REGISTERS for one in read(register_file(year), Setting)}

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


@pytest.mark.parametrize("one", YEARLY, ids=lambda one: f"{one.issued_on} {one.name}")
def test_every_file_is_recognised_and_says_that_it_is_a_rehearsal(one: Issue) -> None:
    found = document(one)

    assert SOURCE.recognises(found)
    assert SOURCE.not_read(found) is None
    assert SOURCE.is_rehearsal(found)


@pytest.mark.parametrize("one", YEARLY, ids=lambda one: f"{one.issued_on} {one.name}")
def test_the_same_world_gives_the_same_bytes(one: Issue) -> None:
    assert body(one) == body(one)


def test_the_january_issue_is_known_as_a_rehearsal_of_what_is_not_read() -> None:
    (of_2025, of_2026) = (document(one) for one in JANUARY)

    assert [one.issued_on for one in JANUARY] == [date(2026, 1, 23), date(2027, 1, 23)]
    for found in (of_2025, of_2026):
        assert SOURCE.is_rehearsal(found)
        assert (SOURCE.not_read(found) or "").startswith("Ofsted's management information")


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
