"""Ofsted's yearly workbook: each tab's rows become records that cite them."""

from datetime import date

from db.records import (
    EventType,
    Inspection,
    Judgement,
    Listing,
    Movement,
    Population,
    Premises,
    ProvisionType,
    RegistrationStatus,
    Sector,
    Setting,
    SupportedAccommodationOutcome,
)
from tests.crawlers.annual_issue import (
    MOVEMENTS,
    issue_2025,
    with_cell,
)
from tests.crawlers.annual_reading import OF_2025, read, read_tabs


def test_a_row_of_the_register_becomes_a_setting() -> None:
    home, *_ = read(OF_2025, Setting)

    assert home == Setting(
        cite=f"sha256:{OF_2025.sha256}#sheet=Providers+places_at_31_Mar_2025&row=5",
        public_on=date(2025, 7, 16),
        as_at=date(2025, 3, 31),
        population=Population.FULL,
        urn="9000001",
        name=None,
        provision_type=ProvisionType.CHILDRENS_HOME,
        registered_on=date(2019, 9, 2),
        registration_status=RegistrationStatus.ACTIVE,
        ofsted_region="North East, Yorkshire and the Humber",
        government_office_region="Yorkshire and The Humber",
        local_authority="Leeds",
        sector=Sector.PRIVATE,
        places=4,
        supported_accommodation_premises=None,
        short_breaks_only=False,
        multi_building=False,
        linked_education_urn=None,
        owner_name="Larkmoor Care Limited 09999911",
        owner_company_number="09999911",
        owner_charity_number=None,
    )


def test_a_name_that_is_published_is_kept_and_the_address_is_not() -> None:
    _, school, *_ = read(OF_2025, Setting)

    assert school.name == "Sorrelwick School"
    assert "Larch Walk" not in school.model_dump_json()
    assert "ZZ99" not in school.model_dump_json()


def test_reference_numbers_that_arrive_as_floats_are_text() -> None:
    settings = read(OF_2025, Setting)

    assert [setting.urn for setting in settings] == ["9000001", "SC900002", "9000003", "9000004"]
    assert settings[1].linked_education_urn == "900045"


def test_an_organisation_called_3_13_is_one_whether_a_number_or_a_date() -> None:
    _, school, *_ = read(OF_2025, Setting)
    visit = next(v for v in read(OF_2025, Inspection) if v.urn == "SC900002")

    assert school.owner_name == "3.13"
    assert visit.owner_name == "3.13"


def test_a_welsh_council_is_kept_as_it_is_written() -> None:
    _, _, supported, _ = read(OF_2025, Setting)
    abroad, _ = read(OF_2025, Premises)

    assert (supported.local_authority, supported.ofsted_region) == ("Wrexham", "Wales")
    assert (abroad.local_authority, abroad.government_office_region) == ("Flintshire", "Wales")


def test_a_suspended_home_for_short_breaks_in_several_buildings_is_read_as_such() -> None:
    *_, breaks = read(OF_2025, Setting)

    assert breaks.provision_type is ProvisionType.CHILDRENS_HOME
    assert breaks.registration_status is RegistrationStatus.SUSPENDED
    assert breaks.short_breaks_only is True
    assert breaks.multi_building is True


def test_company_and_charity_numbers_are_taken_from_the_owners_name() -> None:
    *_, breaks = read(OF_2025, Setting)

    assert breaks.owner_name == "Fernhollow Trust 9999912, 1099991"
    assert breaks.owner_company_number == "09999912"
    assert breaks.owner_charity_number == "1099991"


def test_a_blank_owner_is_nobody_whether_blank_nought_or_null() -> None:
    _, _, supported, _ = read(OF_2025, Setting)
    visits = [v for v in read(OF_2025, Inspection) if v.urn == "9000003"]
    abroad, _ = read(OF_2025, Premises)

    assert supported.owner_name is None
    assert [visit.owner_name for visit in visits] == [None, None]
    assert abroad.owner_name is None


def test_a_row_of_the_latest_judgements_becomes_an_inspection() -> None:
    home, *_ = read(OF_2025, Inspection)

    assert home == Inspection(
        cite=f"sha256:{OF_2025.sha256}#sheet=Provider_level_at_31_Mar_2025&row=5",
        public_on=date(2024, 10, 22),
        event_number="10300001",
        urn="9000001",
        listing=Listing.LATEST,
        listed_at=date(2025, 3, 31),
        event_type=EventType.FULL,
        inspected_on=date(2024, 9, 10),
        provision_type=ProvisionType.CHILDRENS_HOME,
        registration_status=RegistrationStatus.ACTIVE,
        local_authority="Leeds",
        sector=Sector.PRIVATE,
        owner_name="Larkmoor Care Limited 09999911",
        overall_experiences_and_progress=Judgement.GOOD,
        interim_outcome=None,
        supported_accommodation_outcome=None,
        education_outcomes=None,
        health_services=None,
        helped_and_protected=Judgement.OUTSTANDING,
        leaders_and_managers=Judgement.REQUIRES_IMPROVEMENT,
    )


def test_a_setting_that_was_never_inspected_has_no_latest_inspection() -> None:
    latest = [v for v in read(OF_2025, Inspection) if v.listing is Listing.LATEST]

    assert [visit.urn for visit in latest] == ["9000001", "9000003"]


def test_a_row_of_the_years_inspections_becomes_an_inspection() -> None:
    *_, gone = read(OF_2025, Inspection)

    assert gone == Inspection(
        cite=f"sha256:{OF_2025.sha256}#sheet=Provider_level_in_year_2024-25&row=9",
        public_on=date(2024, 5, 28),
        event_number="10300003",
        urn="9000009",
        listing=Listing.IN_YEAR,
        listed_at=date(2025, 3, 31),
        event_type=EventType.FULL,
        inspected_on=date(2024, 4, 16),
        provision_type=ProvisionType.INDEPENDENT_FOSTERING_AGENCY,
        registration_status=RegistrationStatus.RESIGNED,
        local_authority="Leeds",
        sector=Sector.PRIVATE,
        owner_name="Fernhollow Trust",
        overall_experiences_and_progress=Judgement.INADEQUATE,
        interim_outcome=None,
        supported_accommodation_outcome=None,
        education_outcomes=Judgement.GOOD,
        health_services=Judgement.GOOD,
        helped_and_protected=Judgement.INADEQUATE,
        leaders_and_managers=Judgement.INADEQUATE,
    )


def test_visits_that_grade_nothing_are_kept_whatever_their_capitals() -> None:
    visits = [v for v in read(OF_2025, Inspection) if v.listing is Listing.IN_YEAR]

    assert [(visit.event_number, visit.event_type) for visit in visits] == [
        ("10300001", EventType.FULL),
        ("10300002", EventType.ASSURANCE),
        ("10300004", EventType.MONITORING),
        ("10300003", EventType.FULL),
        ("10300003", EventType.FULL),
    ]
    assert visits[1].overall_experiences_and_progress is None


def test_supported_accommodation_has_an_outcome_and_no_grade() -> None:
    _, supported, *_ = read(OF_2025, Inspection)

    assert supported.overall_experiences_and_progress is None
    assert (
        supported.supported_accommodation_outcome
        is SupportedAccommodationOutcome.SERIOUS_OR_WIDESPREAD
    )


def test_a_row_of_the_premises_becomes_a_premises() -> None:
    _, leeds = read(OF_2025, Premises)

    assert leeds == Premises(
        cite=f"sha256:{OF_2025.sha256}#sheet=SA_Premises_at_31_Mar_2025&row=6",
        public_on=date(2025, 7, 16),
        as_at=date(2025, 3, 31),
        population=Population.FULL,
        urn="9000003",
        registration_status=RegistrationStatus.ACTIVE,
        service_category="Category 3",
        places=3,
        ofsted_region="North East Yorkshire and the Humber",
        government_office_region="Yorkshire and The Humber",
        local_authority="Leeds",
        sector=Sector.PRIVATE,
        owner_name="Curlewholt Supported Living Limited",
    )


def test_a_leaver_becomes_a_movement_on_the_day_it_left() -> None:
    _, gone, *_ = read(OF_2025, Movement)

    assert gone == Movement(
        cite=f"sha256:{OF_2025.sha256}#sheet=Leavers+Joiners_at_31_Mar_2025&row=6",
        public_on=date(2025, 7, 16),
        urn="9000009",
        year_to=date(2025, 3, 31),
        moved_on=date(2024, 6, 4),
        joined=False,
        left=True,
        opened_on=date(2008, 6, 16),
        resigned_on=None,
        closed_on=date(2024, 6, 4),
        cancelled_on=date(2024, 6, 4),
        left_on=date(2024, 6, 4),
        provision_type=ProvisionType.INDEPENDENT_FOSTERING_AGENCY,
        sector=Sector.PRIVATE,
        local_authority="Leeds",
        places=None,
        status_before=RegistrationStatus.ACTIVE,
        status_after=RegistrationStatus.CANCELLED,
        reason="In previous year, not in current dataset (closed date in Year)",
    )


def test_a_joiner_is_dated_to_the_day_it_opened() -> None:
    joiner, _, both, _ = read(OF_2025, Movement)

    assert (joiner.joined, joiner.left, joiner.moved_on) == (True, False, date(2024, 5, 20))
    assert (both.joined, both.left, both.moved_on) == (True, True, date(2024, 5, 20))
    assert both.left_on == both.resigned_on == date(2025, 1, 15)


def test_a_leaver_without_a_day_is_dated_to_the_end_of_the_year() -> None:
    *_, moved_to_another_inspectorate = read(OF_2025, Movement)

    assert moved_to_another_inspectorate.left_on is None
    assert moved_to_another_inspectorate.moved_on == date(2025, 3, 31)


def test_a_joiner_that_the_publisher_no_longer_lists_has_no_status_after() -> None:
    tabs = with_cell(issue_2025(), MOVEMENTS, 5, "Registration status (as at 31 March 2025)", None)

    assert read_tabs(tabs, Movement)[0].status_after is None
