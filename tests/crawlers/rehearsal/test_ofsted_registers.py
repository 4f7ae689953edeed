"""Every year's files, read by this project's own reader, give the register that is true."""

from datetime import date

import pytest

from crawlers.rehearsal.forms.ofsted.issues import Issue
from db.records import (
    Inspection,
    Population,
    Premises,
    ProvisionType,
    RegistrationStatus,
    Setting,
)
from tests.crawlers.rehearsal.ofsted_files import (
    csv_of,
    read,
    workbook_of,
)
from tests.crawlers.rehearsal.two_councils import SETTINGS, WORLD
from tests.crawlers.rehearsal.workbook_rows import PLACES, is_home, listed
from tests.planted_market.workbooks import OF_2026

LEVEL = "Provider_level_data_as_at"
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


def test_of_a_home_the_register_withholds_name_and_address() -> None:
    homes = [row for row in listed(OF_2026, PLACES) if is_home(row)]

    assert {(row["Name"], row["Address 1"], row["Postcode"]) for row in homes} == {
        ("REDACTED", "REDACTED", "REDACTED")
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
