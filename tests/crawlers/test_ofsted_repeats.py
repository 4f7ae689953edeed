"""A setting, an inspection, an opening or a closure that a table has twice stops the reading."""

from copy import deepcopy

import pytest

from crawlers.reading import SourceChangedError
from crawlers.sources.ofsted_annual import SOURCE
from db.records import Inspection, Premises
from tests.crawlers.annual_issue import (
    IN_YEAR,
    LATEST,
    MOVEMENTS,
    PREMISES,
    REGISTER,
    issue_2025,
    with_cell,
)
from tests.crawlers.ofsted_forms import BANNER, IN_YEAR_2018, PROVIDERS, csv_body, visited
from tests.crawlers.ofsted_forms import MOVEMENTS as FORMS
from tests.crawlers.workbooks import Tabs, document, ods

ONCE = (
    ", where this table has it once; download it again, and if the published file has both, ask"
    " its publisher which is right"
)


def with_repeat(tab: str, row: int) -> Tabs:
    """The tabs with one row of a list repeated below it; rows count from 1."""
    tabs = issue_2025()
    tabs[tab].append(deepcopy(tabs[tab][row - 1]))
    return tabs


def refusal(tabs: Tabs) -> str:
    with pytest.raises(SourceChangedError) as caught:
        list(SOURCE.parse(document(ods(tabs))))
    return str(caught.value)


@pytest.mark.parametrize(
    ("tab", "row", "last", "what"),
    [
        (REGISTER, 5, 9, "URN 9000001"),
        (LATEST, 7, 9, "the latest full inspection at the register date of URN 9000003"),
        (IN_YEAR, 6, 10, "inspection 10300002 of URN 9000001"),
        (MOVEMENTS, 5, 9, "the opening of URN 9000004"),
        (MOVEMENTS, 6, 9, "the closure of URN 9000009"),
        (MOVEMENTS, 7, 9, "the opening and closure of URN 9000010"),
    ],
)
def test_a_row_of_a_workbook_that_stands_twice_stops_and_both_rows_are_named(
    tab: str, row: int, last: int, what: str
) -> None:
    told = refusal(with_repeat(tab, row))

    assert told.startswith(f"{what} stands in row {row} and again in row {last}{ONCE}\n")
    assert f"  at file:issue.ods#sheet={tab}&row={last}\n" in told


def test_two_rows_of_one_setting_that_differ_stop_too() -> None:
    tabs = with_cell(with_repeat(REGISTER, 5), REGISTER, 9, "Places", 40)

    assert refusal(tabs).startswith("URN 9000001 stands in row 5 and again in row 9, ")


def test_one_visit_under_two_registrations_is_read_twice() -> None:
    visits = [v for v in SOURCE.parse(document(ods(issue_2025()))) if isinstance(v, Inspection)]
    of_one_event = [visit.urn for visit in visits if visit.event_number == "10300003"]

    assert of_one_event == ["9000003", "9000003", "9000009"]


def test_a_setting_may_open_in_one_row_and_close_in_another() -> None:
    tabs = with_cell(issue_2025(), MOVEMENTS, 6, "URN", 9000004)

    assert list(SOURCE.parse(document(ods(tabs))))


def test_two_premises_that_read_alike_are_two_buildings() -> None:
    tabs = with_repeat(PREMISES, 6)
    tabs[REGISTER][6][18] = 3
    premises = [p for p in SOURCE.parse(document(ods(tabs))) if isinstance(p, Premises)]

    assert len(premises) == 3


JOINED = {"joiner status": "Joiner", "registration date": "02/09/2019", "urn": "SC100001"}


@pytest.mark.parametrize(
    ("body", "told"),
    [
        (
            csv_body(PROVIDERS["2019"], *[visited("25/03/2019")] * 2, above=(BANNER,)),
            "URN SC100001 stands in row 3 and again in row 4",
        ),
        (
            csv_body(
                IN_YEAR_2018,
                *(visited("12/06/2017"), visited("12/06/2017")),
                above=("Provider information|||Inspection information",),
            ),
            "inspection 10000001 of URN SC100001 stands in row 3 and again in row 4",
        ),
        (
            csv_body(
                IN_YEAR_2018,
                *(visited("12/06/2017") | {"event number": ""} for _ in range(2)),
                above=("Provider information|||Inspection information",),
            ),
            "the Full inspection of URN SC100001 on 2017-06-12, without a number, stands in row 3",
        ),
        (
            csv_body(FORMS["2020"], JOINED, JOINED),
            "the opening of URN SC100001 stands in row 2 and again in row 3",
        ),
    ],
    ids=["register", "inspections", "inspections without a number", "movements"],
)
def test_a_row_of_a_csv_that_stands_twice_stops_and_both_rows_are_named(
    body: bytes, told: str
) -> None:
    with pytest.raises(SourceChangedError) as caught:
        list(SOURCE.parse(document(body)))

    assert caught.value.problem.startswith(told)
