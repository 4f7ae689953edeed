"""A cell of Ofsted's yearly workbook that cannot be what its heading says stops the reading."""

from datetime import date

import pytest

from db.spreadsheet import Cell
from tests.crawlers.annual_issue import (
    IN_YEAR,
    LATEST,
    LISTS,
    MOVEMENTS,
    PREMISES,
    REGISTER,
    issue_2025,
    with_cell,
)
from tests.crawlers.annual_refusals import (
    AFTER,
    CLOSED,
    MUST_LEARN,
    OPENED,
    OUTCOME,
    OVERALL,
    at,
    refusal,
    told,
)


@pytest.mark.parametrize(
    ("tab", "row", "heading", "value"),
    [
        (REGISTER, 5, "Provision type", "Secure school"),
        (LATEST, 7, "Provision type", "Secure school"),
        (IN_YEAR, 8, "Provision type", "Secure school"),
        (MOVEMENTS, 6, "Provision type", "Secure school"),
        (REGISTER, 8, "Registration status", "Pending"),
        (LATEST, 6, "Registration status", "Pending"),
        (IN_YEAR, 5, "Registration status", "Pending"),
        (PREMISES, 6, "Registration status", "Pending"),
        (MOVEMENTS, 5, AFTER, "Pending"),
        (MOVEMENTS, 6, "Registration status (as at 1 April 2024)", "Pending"),
        (REGISTER, 7, "Sector", "Crown sector"),
        (LATEST, 8, "Sector", "Crown sector"),
        (IN_YEAR, 9, "Sector", "Crown sector"),
        (PREMISES, 5, "Sector", "Crown sector"),
        (MOVEMENTS, 8, "Sector", "Crown sector"),
        (LATEST, 5, OVERALL, "Exceptional"),
        (IN_YEAR, 5, OVERALL, "Exceptional"),
        (LATEST, 5, "Health services", "Exceptional"),
        (IN_YEAR, 9, "The effectiveness of leaders and managers", "Exceptional"),
        (LATEST, 7, OUTCOME, "Variable service delivery"),
        (IN_YEAR, 8, OUTCOME, "Variable service delivery"),
        (LATEST, 5, "\nLatest Full inspection event type", "Remote visit"),
        (IN_YEAR, 6, "\nInspection event type", "Remote visit"),
        (REGISTER, 5, "Short-break-only children's home", "Long stays"),
        (REGISTER, 5, "Multi building children's home", "N"),
        (MOVEMENTS, 5, "Joiner status", "Rejoiner"),
        (MOVEMENTS, 6, "Leaver status", "Rejoiner"),
    ],
)
def test_a_new_word_stops_and_the_known_ones_are_told(
    tab: str, row: int, heading: str, value: str
) -> None:
    tabs = with_cell(issue_2025(), tab, row, heading, value)

    assert f"{value!r} is new; known are [" in refusal(tabs)
    assert (
        refusal(tabs).partition(MUST_LEARN)[2].startswith(f"\n  at file:issue.ods{at(tab, row)}\n")
    )


def test_a_new_grade_is_told_with_those_that_are_known() -> None:
    tabs = with_cell(issue_2025(), LATEST, 5, OVERALL, "Exceptional")
    problem = (
        "cannot read 'Overall experiences and progress of children and"
        " young people': 'Exceptional' is new; known are ['Outstanding', 'Good', 'Satisfactory',"
        " 'Adequate', 'Requires improvement to be good', 'Inadequate', 'Not judged'];"
        f" {MUST_LEARN}"
    )

    assert told(problem, at(LATEST, 5), tabs) == refusal(tabs)


@pytest.mark.parametrize(
    ("tab", "row", "heading"),
    [
        (REGISTER, 5, "Registration date"),
        (LATEST, 5, "\nLatest full inspection date"),
        (LATEST, 5, "Latest full inspection publication date"),
        (IN_YEAR, 6, "Inspection date"),
        (IN_YEAR, 6, "Inspection publication date"),
        (MOVEMENTS, 5, OPENED),
        (MOVEMENTS, 6, CLOSED),
        (MOVEMENTS, 7, "First effective date (that the provider became resigned)"),
        (MOVEMENTS, 6, "First effective date (that the provider became cancelled)"),
    ],
)
@pytest.mark.parametrize(
    ("value", "reason"),
    [
        ("31/02/2025", "'31/02/2025' is not a day"),
        ("in the spring", "'in the spring' is not a day"),
        (date(1700, 1, 1), "1700-01-01 is not a day in living memory of any register"),
        ("01/01/2999", "2999-01-01 is not a day in living memory of any register"),
        (45747, "'45747' is not a day"),
    ],
)
def test_an_impossible_date_stops_with_its_row(
    tab: str, row: int, heading: str, value: Cell, reason: str
) -> None:
    tabs = with_cell(issue_2025(), tab, row, heading, value)
    problem, _, place = refusal(tabs).partition("\n")

    assert problem.startswith("cannot read '")
    assert problem.endswith(f": {reason}; {MUST_LEARN}")
    assert place.startswith(f"  at file:issue.ods{at(tab, row)}\n")


def test_a_blank_registration_date_stops() -> None:
    tabs = with_cell(issue_2025(), REGISTER, 5, "Registration date", None)

    assert refusal(tabs).startswith("cannot read 'Registration date': it is blank; ")


@pytest.mark.parametrize("tab", LISTS)
@pytest.mark.parametrize(
    ("value", "reason"),
    [
        ("SC90001", "'SC90001' is not a URN: SC and six digits, or seven digits"),
        (90001, "'90001' is not a URN: SC and six digits, or seven digits"),
        (9000001.5, "'9000001.5' is not a URN: SC and six digits, or seven digits"),
        ("EY900001", "'EY900001' is not a URN: SC and six digits, or seven digits"),
        (None, "it is blank"),
    ],
)
def test_a_number_of_the_wrong_shape_stops_on_every_list(
    tab: str, value: Cell, reason: str
) -> None:
    tabs = with_cell(issue_2025(), tab, 6, "URN", value)

    assert told(f"cannot read 'URN': {reason}; {MUST_LEARN}", at(tab, 6), tabs) == refusal(tabs)


@pytest.mark.parametrize("tab", [REGISTER, PREMISES, MOVEMENTS])
@pytest.mark.parametrize("value", [-4, 2.5, "4 or 5", "c", "[x]"])
def test_places_that_cannot_be_counted_stop(tab: str, value: Cell) -> None:
    tabs = with_cell(issue_2025(), tab, 5, "Places", value)

    assert refusal(tabs).startswith("cannot read 'Places': ")
    assert f"is not a whole number; {MUST_LEARN}\n" in refusal(tabs)
    assert at(tab, 5) in refusal(tabs)


def test_premises_without_places_stop() -> None:
    tabs = with_cell(issue_2025(), PREMISES, 5, "Places", None)
    problem = f"cannot read 'Places': it is blank; {MUST_LEARN}"

    assert told(problem, at(PREMISES, 5), tabs) == refusal(tabs)


@pytest.mark.parametrize("tab", [REGISTER, LATEST, IN_YEAR])
def test_a_row_without_a_council_stops(tab: str) -> None:
    tabs = with_cell(issue_2025(), tab, 5, "Local authority", None)

    assert refusal(tabs).startswith("cannot read 'Local authority': it is blank; ")


def test_a_visit_without_its_kind_stops() -> None:
    tabs = with_cell(issue_2025(), IN_YEAR, 6, "\nInspection event type", None)

    assert refusal(tabs).startswith("an inspection without its kind, day or day of publication")
    assert at(IN_YEAR, 6) in refusal(tabs)


def test_a_row_of_the_year_without_any_visit_stops() -> None:
    tabs = issue_2025()
    for heading in ("\nInspection event type", "Inspection date", "\nInspection event number"):
        tabs = with_cell(tabs, IN_YEAR, 6, heading, None)

    assert refusal(tabs).startswith("a visit without its kind")
    assert at(IN_YEAR, 6) in refusal(tabs)


@pytest.mark.parametrize(
    "heading",
    [
        "\nLatest full inspection date",
        "Latest full inspection publication date",
    ],
)
def test_an_inspection_told_by_half_stops(heading: str) -> None:
    tabs = with_cell(issue_2025(), LATEST, 5, heading, None)

    assert refusal(tabs).startswith("an inspection without its kind, day or day of publication")


def test_an_inspection_without_its_number_stops() -> None:
    tabs = with_cell(issue_2025(), LATEST, 5, "\nLatest full inspection event number", None)

    assert refusal(tabs).startswith("an inspection without its number")


def test_a_grade_without_an_inspection_stops() -> None:
    tabs = with_cell(issue_2025(), LATEST, 6, OVERALL, "Good")

    assert refusal(tabs).startswith("an inspection without its kind, day or day of publication")


def test_a_movement_that_neither_joins_nor_leaves_stops() -> None:
    tabs = with_cell(issue_2025(), MOVEMENTS, 5, "Joiner status", None)

    assert refusal(tabs).startswith("neither a joiner nor a leaver")
    assert at(MOVEMENTS, 5) in refusal(tabs)
