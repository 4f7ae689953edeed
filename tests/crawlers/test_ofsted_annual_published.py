"""The real workbooks of 2022 and 2025 are read to the row that their publisher counts."""

import re
import subprocess
import sys
from collections import Counter
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TypeVar

import pytest

from crawlers.showing import cited_place, shown
from crawlers.sources.ofsted_annual import SOURCE
from db.records import (
    ControlTotal,
    Document,
    EventType,
    Inspection,
    InterimOutcome,
    Judgement,
    Listing,
    Movement,
    Premises,
    ProvisionType,
    Record,
    RegistrationStatus,
    Setting,
)
from tests.apart import APART
from tests.crawlers.workbooks import document

pytestmark = pytest.mark.real_data
R = TypeVar("R", bound=Record)
ROOT = Path(__file__).parents[2]
FILE = "Childrens_social_care_in_England_{}_underlying_data.ods"
POSTCODE = re.compile(r"\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b", re.IGNORECASE)
READ = """
import resource, sys
from datetime import UTC, datetime
from pathlib import Path
from crawlers.sources.ofsted_annual import SOURCE
from db.records import Document

body = Path(sys.argv[1]).read_bytes()
for _ in SOURCE.parse(Document(url="", fetched_at=datetime.now(UTC), body=body)):
    pass
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
"""
"""Give the most memory, in kB, that a reading takes. How long it may take, `tests.bench` says."""


@pytest.fixture(scope="module")
def book_2025(published_files: Path) -> Document:
    return document((published_files / "ofsted" / FILE.format(2025)).read_bytes())


@pytest.fixture(scope="module")
def book_2022(published_files: Path) -> Document:
    return document((published_files / "ofsted" / FILE.format(2022)).read_bytes())


@pytest.fixture(scope="module")
def of_2025(book_2025: Document) -> list[Record]:
    return [record for record in SOURCE.parse(book_2025) if isinstance(record, Record)]


@pytest.fixture(scope="module")
def of_2022(book_2022: Document) -> list[Record]:
    return [record for record in SOURCE.parse(book_2022) if isinstance(record, Record)]


def kept(records: Sequence[Record], kind: type[R]) -> list[R]:
    return [record for record in records if isinstance(record, kind)]


def counted(records: Sequence[Record]) -> dict[type[Record], int]:
    return dict(Counter(type(record) for record in records))


def visits(records: Sequence[Record], listing: Listing) -> list[Inspection]:
    return [visit for visit in kept(records, Inspection) if visit.listing is listing]


def texts(record: Record) -> list[str]:
    values = record.model_dump(mode="json", exclude={"cite"}).values()
    return [value for value in values if isinstance(value, str)]


def test_the_workbook_of_2025_is_read_to_the_row(of_2025: list[Record]) -> None:
    assert counted(of_2025) == {
        Setting: 5_600,
        Inspection: 9_264,
        Premises: 8_119,
        Movement: 1_529,
        ControlTotal: 1_286,
    }
    assert len(visits(of_2025, Listing.IN_YEAR)) == 4_921


def test_the_workbook_of_2022_is_read_to_the_row(of_2022: list[Record]) -> None:
    assert counted(of_2022) == {
        Setting: 3_576,
        Inspection: 6_921,
        Movement: 504,
        ControlTotal: 1_356,
    }
    assert len(visits(of_2022, Listing.IN_YEAR)) == 3_612


def test_the_register_of_2025_comes_to_the_published_numbers(of_2025: list[Record]) -> None:
    settings = kept(of_2025, Setting)
    homes = [s for s in settings if s.provision_type is ProvisionType.CHILDRENS_HOME]
    supported = [s for s in settings if s.provision_type is ProvisionType.SUPPORTED_ACCOMMODATION]
    kinds = Counter(setting.provision_type for setting in settings)

    assert (len(homes), sum(home.places or 0 for home in homes)) == (3_946, 14_275)
    assert (len(supported), sum(each.places or 0 for each in supported)) == (893, 20_224)
    assert sum(each.supported_accommodation_premises or 0 for each in supported) == 8_119
    assert sum(each.places for each in kept(of_2025, Premises)) == 20_224
    assert kinds[ProvisionType.SECURE_CHILDRENS_HOME] == 14
    assert kinds[ProvisionType.RESIDENTIAL_SPECIAL_SCHOOL_AS_HOME] == 49
    assert kinds[ProvisionType.INDEPENDENT_FOSTERING_AGENCY] == 339


def test_the_register_of_2022_comes_to_the_published_number(of_2022: list[Record]) -> None:
    settings = kept(of_2022, Setting)
    total = next(
        total.value
        for total in kept(of_2022, ControlTotal)
        if (total.measure, total.period) == ("All", "2022-03-31")
    )

    assert len(settings) == total == 3_576
    assert {setting.as_at for setting in settings} == {date(2022, 3, 31)}
    assert {setting.public_on for setting in settings} == {date(2022, 7, 7)}


@pytest.mark.parametrize(
    ("issue", "grades"),
    [("of_2025", [658, 3_059, 522, 54]), ("of_2022", [514, 2_116, 590, 89])],
)
def test_the_latest_grades_come_to_the_published_numbers(
    request: pytest.FixtureRequest, issue: str, grades: list[int]
) -> None:
    records: list[Record] = request.getfixturevalue(issue)
    found = Counter(
        visit.overall_experiences_and_progress for visit in visits(records, Listing.LATEST)
    )

    assert grades == [found[grade] for grade in Judgement if found[grade]]


@pytest.mark.parametrize("issue", ["of_2025", "of_2022"])
def test_each_setting_stands_once_in_the_register(
    request: pytest.FixtureRequest, issue: str
) -> None:
    urns = Counter(s.urn for s in kept(request.getfixturevalue(issue), Setting))

    assert set(urns.values()) == {1}


def test_every_kind_of_visit_is_known(of_2025: list[Record], of_2022: list[Record]) -> None:
    in_2025 = Counter(visit.event_type for visit in visits(of_2025, Listing.IN_YEAR))
    in_2022 = Counter(visit.event_type for visit in visits(of_2022, Listing.IN_YEAR))
    outcomes = Counter(visit.interim_outcome for visit in visits(of_2022, Listing.IN_YEAR))

    assert (in_2025[EventType.ASSURANCE], in_2025[EventType.INTERIM]) == (457, 0)
    assert (in_2022[EventType.INTERIM], in_2022[EventType.EMERGENCY]) == (236, 1)
    assert sum(outcomes[outcome] for outcome in InterimOutcome) == 236


def test_one_visit_may_stand_under_two_registrations(of_2025: list[Record]) -> None:
    in_year = visits(of_2025, Listing.IN_YEAR)
    events = Counter(visit.event_number for visit in in_year)
    keys = Counter((visit.event_number, visit.urn) for visit in in_year)

    assert {event for event, times in events.items() if times > 1} == {"10331449", "10331476"}
    assert set(keys.values()) == {1}


def test_the_organisation_called_3_13_is_one_in_both_tabs(of_2025: list[Record]) -> None:
    settings = [s for s in kept(of_2025, Setting) if s.owner_name == "3.13"]
    found = [visit for visit in kept(of_2025, Inspection) if visit.owner_name == "3.13"]

    assert [setting.urn for setting in settings] == ["2772990"]
    assert {visit.urn for visit in found} == {"2772990"}
    assert not [v for v in kept(of_2025, Inspection) if (v.owner_name or "").startswith("1900-")]


def test_numbers_in_owners_names_are_found(of_2025: list[Record], of_2022: list[Record]) -> None:
    settings = (*kept(of_2025, Setting), *kept(of_2022, Setting))
    companies = {s.owner_company_number for s in settings if s.owner_company_number}
    charities = {s.owner_charity_number for s in settings if s.owner_charity_number}

    assert companies == {
        *("02827000", "03894588", "04004053", "04249271", "04963908", "05393382"),
        *("06843979", "07747149", "07756790", "09494940", "15612913"),
    }
    assert charities == {"1043129"}


def test_a_blank_owner_is_nobody(of_2025: list[Record]) -> None:
    blank = [setting for setting in kept(of_2025, Setting) if setting.owner_name is None]
    homes = [s for s in blank if s.provision_type is ProvisionType.CHILDRENS_HOME]

    assert (len(blank), len(homes)) == (48, 12)
    assert sum(each.owner_name is None for each in kept(of_2025, Premises)) == 22
    assert "NULL" not in {each.owner_name for each in kept(of_2025, Premises)}


def test_councils_of_wales_are_kept(of_2025: list[Record]) -> None:
    councils = {s.local_authority for s in kept(of_2025, Setting) if s.ofsted_region == "Wales"}
    premises = {p.local_authority for p in kept(of_2025, Premises) if p.ofsted_region == "Wales"}

    assert councils == {"Cardiff", "Conwy", "Newport", "Wrexham"}
    assert premises == {"Flintshire"}


@pytest.mark.parametrize("issue", ["of_2025", "of_2022"])
def test_the_name_of_every_childrens_home_is_withheld(
    request: pytest.FixtureRequest, issue: str
) -> None:
    settings = kept(request.getfixturevalue(issue), Setting)
    homes = [s for s in settings if s.provision_type is ProvisionType.CHILDRENS_HOME]

    assert len(homes) > 2_000
    assert {home.name for home in homes} == {None}


@pytest.mark.parametrize("issue", ["of_2025", "of_2022"])
def test_no_record_holds_a_postcode(request: pytest.FixtureRequest, issue: str) -> None:
    records: list[Record] = request.getfixturevalue(issue)
    found = [
        (record.cite, text) for record in records for text in texts(record) if POSTCODE.search(text)
    ]

    assert found == []


def test_movements_are_of_the_year_and_know_their_statuses(of_2025: list[Record]) -> None:
    movements = kept(of_2025, Movement)
    after = Counter(movement.status_after for movement in movements)

    assert {movement.year_to for movement in movements} == {date(2025, 3, 31)}
    assert all(date(2024, 4, 1) <= m.moved_on <= date(2025, 3, 31) for m in movements if m.joined)
    assert sum(movement.joined for movement in movements) > 1_000
    assert after[RegistrationStatus.ACTIVE] > 0


@pytest.mark.parametrize("issue", ["2025", "2022"])
def test_every_cited_total_shows_its_own_number(request: pytest.FixtureRequest, issue: str) -> None:
    book = shown(request.getfixturevalue(f"book_{issue}"), SOURCE.parse)
    totals = kept(request.getfixturevalue(f"of_{issue}"), ControlTotal)[::10]
    found = [
        (total.value, dict(book.place(total.cite.partition("#")[2]).cells))
        for total in totals
        if total.value is not None
    ]

    assert len(found) > 100
    assert all(str(value) in cells.values() for value, cells in found)


def test_a_cited_row_shows_no_name_and_no_address(
    book_2025: Document, of_2025: list[Record]
) -> None:
    named = next(setting for setting in kept(of_2025, Setting) if setting.name)
    found = cited_place(book_2025, named.cite.partition("#")[2], SOURCE.parse, SOURCE.masked)

    assert dict(found.cells)["Name"] == "(masked)"
    assert dict(found.cells)["URN"] == named.urn
    assert set(found.not_shown) >= {"Address 1", "Town", "Postcode", "Parliamentary constituency"}
    assert set(found.not_shown) & set(dict(found.cells)) == set()


def test_it_is_no_rehearsal_and_passes_its_own_floors(
    book_2025: Document, of_2025: list[Record], of_2022: list[Record]
) -> None:
    assert SOURCE.is_rehearsal(book_2025) is False
    floors = SOURCE.floors["register"]
    assert all(counted(of_2025)[kind] >= least for kind, least in floors.items())
    assert all(counted(of_2022)[kind] >= least for kind, least in floors.items())


def test_reading_takes_little_memory(published_files: Path) -> None:
    done = subprocess.run(  # noqa: S603 - our own code, in a process of its own to be measured
        [*APART, sys.executable, "-c", READ, published_files / "ofsted" / FILE.format(2025)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )

    assert int(done.stdout) < 600_000
