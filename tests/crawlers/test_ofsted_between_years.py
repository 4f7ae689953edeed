"""Ofsted's list as at 30 September: settings that nothing counts, and their latest grades."""

from datetime import date, datetime

import pytest

from crawlers.reading import SourceChangedError
from crawlers.sources.ofsted_annual import SOURCE
from db.records import (
    Inspection,
    Judgement,
    Listing,
    Population,
    Record,
    Sector,
    Setting,
    SupportedAccommodationOutcome,
)
from db.spreadsheet import Cell
from tests.crawlers.workbooks import Tabs, document, ods

LEVEL = "Provider_level_at_30_09_25"
HEADINGS: list[Cell] = [
    *("Web link", "URN", "Linked Education URN", "Provision type", "Registration date"),
    *("Registration status", "Name", "Address 1", "Address 2", "Town", "County", "Postcode"),
    *("Ofsted Region", "Government Office Region", "Local authority"),
    *("Parliamentary constituency", "Sector", "Places", "Supported accommodation premises"),
    *("Short-break-only children's home", "Multi building children's home"),
    *("Organisation which owns the provider", "Event type", "Inspection date"),
    *("Publication date", "Event number"),
    "Overall experiences and progress of children and young people",
    "Outcomes in education and related learning activities",
    "Health services",
    "How well children and young people are helped and protected",
    "The effectiveness of leaders and managers",
    "Supported Accommodation outcome",
]
HIDDEN = ["REDACTED"] * 6
day = datetime.fromisoformat
HOME: list[Cell] = [
    *("Link", 9000001, None, "Children's home", day("2019-09-02"), "Active", *HIDDEN),
    *("London", "London", "Croydon", "Croydon West", "Private", 4, None, None, None),
    *("Larkmoor Care Ltd", "Full inspection", day("2025-09-10"), day("2025-10-20"), 10900001),
    *("Inadequate", None, None, "Inadequate", "Requires improvement to be good", None),
]
SUPPORTED: list[Cell] = [
    *("Link", 9000003, None, "Supported Accommodation", day("2024-01-02"), "Active", *HIDDEN),
    *("London", "London", "Croydon", "Croydon West", "Voluntary", 5, 2, None, None, None),
    *("Full inspection", day("2025-05-10"), day("2025-06-20"), 10900002),
    *(None, None, None, None, None, "Serious or widespread weaknesses"),
]
UNSEEN: list[Cell] = [
    *("Link", 9000004, None, "Children's home", day("2025-08-02"), "Suspended", *HIDDEN),
    *("London", "London", "Croydon", "Croydon West", "Local Authority", 3, None, None, "Y", None),
    *[None] * 10,
]


def tabs(*rows: list[Cell]) -> Tabs:
    return {
        "Cover": [["Cover sheet"], ["Published on:", day("2026-01-23")]],
        LEVEL: [["Provider level as at 30 September 2025"], ["Prose"], HEADINGS, *rows],
    }


def read(issue: Tabs) -> list[Record]:
    return [one for one in SOURCE.parse(document(ods(issue))) if isinstance(one, Record)]


def test_a_row_becomes_a_setting_that_no_number_may_rest_on_and_its_latest_inspection() -> None:
    setting, visit = read(tabs(HOME))

    assert isinstance(setting, Setting)
    assert isinstance(visit, Inspection)
    assert (setting.as_at, setting.public_on) == (date(2025, 9, 30), date(2026, 1, 23))
    assert (setting.population, setting.owner_name) == (Population.UNCOUNTED, "Larkmoor Care Ltd")
    assert setting.cite.endswith(f"#sheet={LEVEL}&row=4")
    assert (visit.listing, visit.listed_at) == (Listing.LATEST, date(2025, 9, 30))
    assert visit.overall_experiences_and_progress is Judgement.INADEQUATE
    assert (visit.inspected_on, visit.public_on) == (date(2025, 9, 10), date(2025, 10, 20))


def test_supported_accommodation_has_its_own_outcome_and_a_new_home_has_no_inspection() -> None:
    supported, unseen, visit = read(tabs(SUPPORTED, UNSEEN))

    assert isinstance(supported, Setting)
    assert isinstance(unseen, Setting)
    assert isinstance(visit, Inspection)
    assert (supported.owner_name, supported.supported_accommodation_premises) == (None, 2)
    assert (unseen.urn, unseen.sector) == ("9000004", Sector.LOCAL_AUTHORITY)
    assert visit.overall_experiences_and_progress is None
    assert (
        visit.supported_accommodation_outcome is SupportedAccommodationOutcome.SERIOUS_OR_WIDESPREAD
    )


def test_the_list_is_a_subject_of_its_own() -> None:
    assert SOURCE.subject(read(tabs(HOME))) == "six-monthly list at 2025-09-30"


def changed(issue: Tabs, *, tab: str = LEVEL, column: str = "", cell: Cell = None) -> Tabs:
    """The issue with its one setting's cell, or its tab's name, put otherwise."""
    if column:
        issue[LEVEL][3][HEADINGS.index(column)] = cell
    return {(tab if name == LEVEL else name): rows for name, rows in issue.items()}


@pytest.mark.parametrize(
    ("issue", "problem"),
    [
        (tabs(HOME, HOME), "URN 9000001 stands in row 4 and again in row 5"),
        (tabs(HOME) | {"Table_1": [["x"]]}, r"new tabs \['Table_1'\]"),
        (
            changed(tabs([*HOME]), column="Inspection date", cell=day("2025-10-01")),
            "was inspected on 2025-10-01",
        ),
        (changed(tabs([*HOME]), column="Web link", cell=None) | {"Cover": [["x"]]}, "no row 'Pub"),
        (tabs(HOME) | {"Cover": [["Published on:", "soon"]]}, "cannot read the day of publication"),
        (tabs(), "no row below the header"),
    ],
)
def test_what_no_list_says_in_truth_is_refused(issue: Tabs, problem: str) -> None:
    with pytest.raises(SourceChangedError, match=problem):
        read(issue)


def test_a_list_as_at_another_day_is_named_and_not_read() -> None:
    with pytest.raises(SourceChangedError, match="not read here: this is Ofsted's management"):
        read(changed(tabs(HOME), tab="Provider_level_at_30_06_25"))


def test_the_month_may_be_written_as_a_word() -> None:
    setting, _ = read(changed(tabs(HOME), tab="Provider_level_at_30_Sep_2026"))

    assert isinstance(setting, Setting)
    assert setting.as_at == date(2026, 9, 30)
