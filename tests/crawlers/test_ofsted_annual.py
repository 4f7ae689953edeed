"""Ofsted's yearly workbook: each tab's rows become records that cite them."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from io import BytesIO
from typing import TypeVar

import pytest

from crawlers.rehearsal.annual_workbook import AnnualIssue, issues
from crawlers.rehearsal.year import Year
from crawlers.sources.ofsted_annual import SOURCE, parse
from crawlers.sources.ofsted_annual.totals import table_name
from db.records import (
    ControlTotal,
    Document,
    EventType,
    Inspection,
    InterimOutcome,
    Judgement,
    Listing,
    Movement,
    Population,
    Premises,
    ProvisionType,
    Record,
    RegistrationStatus,
    Sector,
    Setting,
    SupportedAccommodationOutcome,
)
from tests.crawlers.annual_issue import (
    LATEST,
    MOVEMENTS,
    NUMBERS,
    REGISTER,
    issue_2022,
    issue_2025,
    with_cell,
    with_heading,
)
from tests.crawlers.workbooks import Tabs, document, ods, unzipped, xlsx, zipped

R = TypeVar("R", bound=Record)
OF_2025 = document(ods(issue_2025()))
OF_2022 = document(ods(issue_2022()))


def read(document: Document, kind: type[R]) -> list[R]:
    return [record for record in parse(document) if isinstance(record, kind)]


def read_tabs(tabs: Tabs, kind: type[R]) -> list[R]:
    return read(document(ods(tabs)), kind)


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


def test_a_number_of_the_time_series_becomes_a_control_total() -> None:
    _, _, everyone, *_ = read(OF_2025, ControlTotal)

    assert everyone == ControlTotal(
        cite=f"sha256:{OF_2025.sha256}#sheet=Providers+places_Time_series&row=7",
        public_on=date(2025, 7, 16),
        table="National number of children's social care providers by provision type",
        period="2025-03-31",
        period_to=date(2025, 3, 31),
        measure="All",
        value=4,
    )


def test_a_total_that_is_left_out_or_marked_is_none_and_never_nought() -> None:
    totals = [
        (total.period, total.measure, total.value)
        for total in read(OF_2025, ControlTotal)
        if total.measure in {"Supported Accommodation", "Consistently strong service delivery"}
    ]

    assert totals == [
        ("2025-03-31", "Supported Accommodation", 1),
        ("2015-03-31", "Supported Accommodation", None),
        ("2025-03-31", "Supported Accommodation", None),
        ("2025-03-31", "Consistently strong service delivery", 0),
        ("2024-03-31", "Consistently strong service delivery", None),
    ]


@pytest.mark.parametrize("mark", ["[c]", "[z]", "[low]", "c", "..", ":", "*", "-"])
def test_a_total_under_any_mark_of_official_statistics_is_not_published(mark: str) -> None:
    tabs = issue_2025()
    tabs[NUMBERS][7][3] = mark
    marked = [total for total in read_tabs(tabs, ControlTotal) if total.period == "2015-03-31"]

    assert [total.value for total in marked] == [2, None, 5]


def test_a_period_is_a_day_or_a_year_however_it_is_written() -> None:
    periods = {
        (total.period, total.period_to)
        for total in read(OF_2025, ControlTotal)
        if total.cite.endswith(("Providers+places_Time_series&row=8", "&row=6", "&row=4"))
    }

    assert periods == {
        ("2015-03-31", date(2015, 3, 31)),
        ("2024-03-31", date(2024, 3, 31)),
        ("2024-25", date(2025, 3, 31)),
    }


@pytest.mark.parametrize(
    ("title", "name"),
    [
        (
            "Table 8a: Latest judgement for all providers, as at 31 March 2025",
            "Latest judgement for all providers",
        ),
        (
            "Table 9a: Judgement of all inspections between 01 April 2012 and 31 March 2025",
            "Judgement of all inspections",
        ),
        (
            "Table 6b: Number of children\N{RIGHT SINGLE QUOTATION MARK}s places, by type",
            "Number of children's places by type",
        ),
        ("Table 6: Number of providers six monthly, 31 August 2021", "Number of providers"),
    ],
)
def test_a_tables_name_stays_the_same_from_year_to_year(title: str, name: str) -> None:
    assert name == table_name(title)


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


@pytest.mark.parametrize("write", [ods, xlsx])
def test_either_form_of_workbook_gives_the_same_records(write: Callable[[Tabs], bytes]) -> None:
    written = document(write(issue_2025()))
    changes = {"cite": "sha256:" + "0" * 64 + "#row=1"}

    assert [record.model_copy(update=changes) for record in read(written, Record)] == [
        record.model_copy(update=changes) for record in read(OF_2025, Record)
    ]


def test_the_header_may_stand_lower_or_higher() -> None:
    tabs = issue_2025()
    tabs[REGISTER].insert(0, ["One more line of prose"])
    tabs[LATEST] = tabs[LATEST][3:]

    assert read_tabs(tabs, Setting)[0].cite.endswith("&row=6")
    assert read_tabs(tabs, Inspection)[0].cite.endswith("&row=2")


def test_headings_may_change_their_breaks_spaces_and_capitals() -> None:
    tabs = with_heading(issue_2025(), REGISTER, "Registration status", " REGISTRATION\n status ")
    tabs = with_heading(tabs, MOVEMENTS, "Setting name", "Name")

    assert len(read_tabs(tabs, Setting)) == 4


def test_blank_rows_below_a_table_are_passed_over() -> None:
    tabs = issue_2025()
    tabs[REGISTER].extend([None, "", " "] for _ in range(900))

    assert len(read_tabs(tabs, Setting)) == 4


def test_the_day_on_the_publishers_page_stands_over_the_cover() -> None:
    reissued = replace(OF_2025, published_on=date(2025, 8, 5))

    assert {setting.public_on for setting in read(reissued, Setting)} == {date(2025, 8, 5)}


def test_cached_links_to_other_workbooks_are_no_tabs() -> None:
    members = unzipped(ods(issue_2025() | {"Phantom": [["Cached"]]}))
    name = b'table:name="&apos;file://S5/Template.xlsm&apos;#Cover"'
    content = members["content.xml"].replace(b'table:name="Phantom"', name)
    linked = document(zipped(members | {"content.xml": content}))

    assert len(read(linked, Setting)) == 4


def test_a_joiner_that_the_publisher_no_longer_lists_has_no_status_after() -> None:
    tabs = with_cell(issue_2025(), MOVEMENTS, 5, "Registration status (as at 31 March 2025)", None)

    assert read_tabs(tabs, Movement)[0].status_after is None


def test_the_workbook_is_known_by_a_tab_that_only_it_has() -> None:
    one_tab = document(ods({"SA_Premises_at_31_Mar_2027": [["x"]]}))

    assert SOURCE.recognises(OF_2025) is True
    assert SOURCE.recognises(one_tab) is True


@pytest.mark.parametrize(
    "body", [b"", b"<html></html>", b"URN,Name\n", ods({"Cover": [["x"]]}), zipped({"a": b"b"})]
)
def test_anything_else_is_not_taken_for_it(body: bytes) -> None:
    assert SOURCE.recognises(document(body)) is False


def test_its_subject_is_the_day_of_the_register() -> None:
    assert SOURCE.subject(read(OF_2022, Record)) == "register at 2022-03-31"


@pytest.mark.parametrize(
    ("cover", "invented"),
    [
        ([["Cover sheet"], ["Status:", "Rehearsal: invented data"]], True),
        ([["Cover sheet"], ["Status:", "Official statistics"]], False),
    ],
)
def test_an_invented_workbook_says_so_on_its_cover(cover: list[list[str]], invented: bool) -> None:
    book = document(ods({"Cover": cover, "Notes": [["Rehearsal"]], REGISTER: []}))

    assert invented is SOURCE.is_rehearsal(book)


def test_a_workbook_without_a_cover_does_not_say_that_it_is_invented() -> None:
    assert SOURCE.is_rehearsal(document(ods({"Notes": [["Rehearsal"]], REGISTER: []}))) is False


@pytest.mark.parametrize("issue", issues(), ids=lambda issue: str(issue.as_at))
def test_the_rehearsals_issues_are_read_whole(issue: AnnualIssue) -> None:
    file = BytesIO()
    issue.write(file)
    book = document(file.getvalue())

    assert len(read(book, Setting)) == len(issue.market.register(issue.as_at))
    assert len(read(book, Movement)) == len(issue.market.moved(Year(to=issue.as_at)))
    assert read(book, Setting)[0].public_on == issue.published_on
    assert SOURCE.is_rehearsal(book) is True
