"""The yearly workbook of 2022, in its older form, is read as that of 2025 is."""

from datetime import date

from db.records import (
    EventType,
    Inspection,
    InterimOutcome,
    Judgement,
    Listing,
    Movement,
    Premises,
    ProvisionType,
    RegistrationStatus,
    Sector,
    Setting,
)
from db.spreadsheet import Cell
from tests.crawlers.annual_issue import LATEST, issue_2025
from tests.crawlers.annual_reading import OF_2022, read, read_tabs


def test_the_older_form_has_no_premises_and_says_nothing_of_buildings() -> None:
    home, centre = read(OF_2022, Setting)

    assert read(OF_2022, Premises) == []
    assert (home.multi_building, home.supported_accommodation_premises) == (None, None)
    assert (home.public_on, home.as_at) == (date(2022, 7, 7), date(2022, 3, 31))
    assert (centre.urn, centre.name, centre.owner_name) == ("9000002", "Sorrelwick School", None)


def test_a_nought_in_the_older_short_breaks_column_is_a_blank() -> None:
    home, _ = read(OF_2022, Setting)

    assert home.short_breaks_only is False


def test_the_older_headings_with_their_prefix_and_misspelling_are_read() -> None:
    latest, *_ = read(OF_2022, Inspection)

    assert latest == Inspection(
        cite=f"sha256:{OF_2022.sha256}#sheet=Provider_level_at_31_Mar_2022&row=6",
        public_on=date(2021, 10, 19),
        event_number="10200001",
        urn="SC900001",
        listing=Listing.LATEST,
        listed_at=date(2022, 3, 31),
        event_type=EventType.FULL,
        inspected_on=date(2021, 9, 7),
        provision_type=ProvisionType.CHILDRENS_HOME,
        registration_status=RegistrationStatus.ACTIVE,
        local_authority="Leeds",
        sector=Sector.PRIVATE,
        owner_name="Larkmoor Care Ltd",
        overall_experiences_and_progress=Judgement.REQUIRES_IMPROVEMENT,
        interim_outcome=None,
        supported_accommodation_outcome=None,
        education_outcomes=None,
        health_services=None,
        helped_and_protected=Judgement.GOOD,
        leaders_and_managers=Judgement.INADEQUATE,
    )


def test_an_interim_inspection_has_an_outcome_and_no_grade() -> None:
    _, interim, emergency = read(OF_2022, Inspection)

    assert (interim.event_type, emergency.event_type) == (EventType.INTERIM, EventType.EMERGENCY)
    assert interim.overall_experiences_and_progress is None
    assert interim.interim_outcome is InterimOutcome.SUSTAINED
    assert emergency.interim_outcome is InterimOutcome.NOT_JUDGED


def test_the_older_form_gives_one_day_for_every_way_of_leaving() -> None:
    (gone,) = read(OF_2022, Movement)

    assert (gone.left_on, gone.moved_on) == (date(2021, 11, 30), date(2021, 11, 30))
    assert (gone.resigned_on, gone.closed_on, gone.cancelled_on) == (None, None, None)
    assert (gone.status_before, gone.status_after) == (None, RegistrationStatus.CLOSED)
    assert gone.reason is None


def test_a_workbook_that_states_the_inspection_before_the_latest_gives_both() -> None:
    tabs = issue_2025()
    headings, home, *others = tabs[LATEST][3:]
    before: list[Cell] = ["Full inspection", date(2023, 6, 6), date(2023, 7, 11), 10200009, "Good"]
    tabs[LATEST][3:] = [
        [*headings, *PREVIOUS],
        [*home, *before, None, None, "Good", "Outstanding"],
        *([*row, *(None,) * 9] for row in others),
    ]
    latest, previous, *_ = read_tabs(tabs, Inspection)

    assert (latest.listing, latest.event_number) == (Listing.LATEST, "10300001")
    assert (previous.listing, previous.event_number, previous.inspected_on) == (
        Listing.PREVIOUS,
        "10200009",
        date(2023, 6, 6),
    )
    assert previous.leaders_and_managers is Judgement.OUTSTANDING


PREVIOUS = (
    "Previous full inspection event type",
    "Previous full inspection event date",
    "Previous full inspection publication date",
    "Previous full inspection event number",
    "Previous overall experiences and progress of children and young people",
    "Previous outcomes in education and related learning activities",
    "Previous health services",
    "Previous how well children and young people are helped and protected",
    "Previous effectiveness of leaders and managers",
)
"""The columns that 2024 adds."""
