"""A workbook's lists are held against its own totals, and a difference stops the reading."""

from collections.abc import Callable
from datetime import datetime

import pytest

from crawlers.reading import SourceChangedError
from crawlers.sources.ofsted_annual import agreement, parse
from db.records import Setting
from db.spreadsheet import Cell
from tests.crawlers.annual_issue import (
    IN_YEAR,
    IN_YEAR_GRADES,
    LATEST,
    LATEST_GRADES,
    MOVEMENTS,
    NUMBERS,
    PREMISES,
    REGISTER,
    issue_2025,
)
from tests.crawlers.workbooks import Tabs, document, ods

Change = Callable[[Tabs], object]
WHAT_TO_DO = (
    "; the file is cut short or the table has changed its scope: download it again, and read its"
    " notes"
)
NUMBER_OF_SETTINGS = "National number of children's social care providers by provision type"
NUMBER_OF_PLACES = "National number of children's social care places"
GRADES_OF_HOMES = "Overall effectiveness judgement of all children's home inspections"


def changed(change: Change) -> Tabs:
    tabs = issue_2025()
    change(tabs)
    return tabs


def refusal(tabs: Tabs) -> str:
    with pytest.raises(SourceChangedError) as caught:
        list(parse(document(ods(tabs))))
    return str(caught.value)


def told(problem: str, place: str, tabs: Tabs) -> str:
    """The whole of what must be said: the problem, the place, and our copy."""
    kept = document(ods(tabs)).sha256[:12]
    return f"{problem}\n  at file:issue.ods{place}\n  fetched 2026-09-01, kept as {kept}"


def without_row(tab: str, row: int) -> Change:
    return lambda tabs: tabs[tab].pop(row - 1)


def with_total(tab: str, row: int, column: int, value: Cell) -> Change:
    """A cell of a tab of totals; both count from 1."""

    def change(tabs: Tabs) -> None:
        tabs[tab][row - 1][column - 1] = value

    return change


def a_year_before(settings: int) -> Change:
    """One more row of table 6a, for the number of settings at 31 March 2024."""
    row: list[Cell] = [datetime.fromisoformat("2024-03-31"), "Providers", 1, 1, settings]
    return lambda tabs: tabs[NUMBERS].insert(7, row)


DIFFERENCES = {
    "fewer latest judgements than table 8a": (
        without_row(LATEST, 5),
        (
            f"tab '{LATEST}' lists 0 judgements where the workbook's own Table 8a states 1 (tab"
            f" '{LATEST_GRADES}', cell C5: 'Good' of 'Latest judgement for all providers')"
        ),
        f"#sheet={LATEST_GRADES}&row=5",
    ),
    "another number of outcomes than table 8o": (
        with_total(LATEST_GRADES, 10, 2, 7),
        (
            f"tab '{LATEST}' lists 0 judgements where the workbook's own Table 8o states 7 (tab"
            f" '{LATEST_GRADES}', cell B10: 'Consistently strong service delivery' of 'Latest"
            " inspection outcome for supported accommodation')"
        ),
        f"#sheet={LATEST_GRADES}&row=10",
    ),
    "fewer grades in the year than table 9a": (
        without_row(IN_YEAR, 5),
        (
            f"tab '{IN_YEAR}' lists 0 judgements where the workbook's own Table 9a states 1 (tab"
            f" '{IN_YEAR_GRADES}', cell C4: 'Good' of \"{GRADES_OF_HOMES}\")"
        ),
        f"#sheet={IN_YEAR_GRADES}&row=4",
    ),
    "fewer settings than table 6a": (
        without_row(REGISTER, 5),
        (
            f"tab '{REGISTER}' lists 3 settings where the workbook's own Table 6a states 4 (tab"
            f" '{NUMBERS}', cell E7: 'All' of \"{NUMBER_OF_SETTINGS}\")"
        ),
        f"#sheet={NUMBERS}&row=7",
    ),
    "fewer homes than table 6a": (
        with_total(NUMBERS, 7, 3, 3),
        (
            f"tab '{REGISTER}' lists 2 settings where the workbook's own Table 6a states 3 (tab"
            f' \'{NUMBERS}\', cell C7: "All Children\'s Homes" of "{NUMBER_OF_SETTINGS}")'
        ),
        f"#sheet={NUMBERS}&row=7",
    ),
    "fewer places than table 6b": (
        with_total(NUMBERS, 12, 3, 15_742),
        (
            f"tab '{REGISTER}' lists 10 places where the workbook's own Table 6b states 15,742 (tab"
            f' \'{NUMBERS}\', cell C12: "All Children\'s Homes" of "{NUMBER_OF_PLACES}")'
        ),
        f"#sheet={NUMBERS}&row=12",
    ),
    "fewer openings than the register grew by": (
        a_year_before(3),
        (
            f"tab '{MOVEMENTS}' lists 2 openings and 3 closures, which make 2 settings of the 3"
            " a year before (cell E8), where the workbook's own Table 6a states 4 (tab"
            f" '{NUMBERS}', cell E7: 'All' of \"{NUMBER_OF_SETTINGS}\")"
        ),
        f"#sheet={NUMBERS}&row=7",
    ),
}


@pytest.mark.parametrize("name", DIFFERENCES)
def test_a_list_that_differs_from_its_total_stops_and_names_both_places(name: str) -> None:
    change, problem, place = DIFFERENCES[name]
    tabs = changed(change)

    assert told(problem + WHAT_TO_DO, place, tabs) == refusal(tabs)


@pytest.mark.parametrize("total", [5, 3, 5_600])
def test_a_register_far_from_its_own_total_stops(total: int) -> None:
    told = refusal(changed(with_total(NUMBERS, 7, 5, total)))

    assert told.startswith(f"tab '{REGISTER}' lists 4 settings where the workbook's own Table 6a ")
    assert f" states {total:,} (tab '{NUMBERS}', cell E7: " in told


def test_premises_that_the_register_does_not_count_stop() -> None:
    problem = f"tab '{PREMISES}' lists 1 premises where the register counts 2{WHAT_TO_DO}"
    tabs = changed(without_row(PREMISES, 6))

    assert told(problem, "", tabs) == refusal(tabs)


def test_openings_and_closures_that_make_the_growth_are_read() -> None:
    tabs = changed(a_year_before(5))

    assert list(parse(document(ods(tabs))))


def test_a_register_a_little_off_its_own_total_is_read() -> None:
    tabs = issue_2025()
    home = tabs[REGISTER][-1]
    tabs[REGISTER] += [[home[0], 9_000_100 + more, *home[2:]] for more in range(196)]
    tabs[NUMBERS][6][2:] = [198, 1, 202]
    tabs[NUMBERS][11][2] = 1_186
    read = [record for record in parse(document(ods(tabs))) if isinstance(record, Setting)]

    assert len(read) == 200


@pytest.mark.parametrize(
    ("listed", "stated", "agrees"),
    [
        (48, 50, True),
        (47, 50, False),
        (18, 20, True),
        (18, 19, False),
        (5, 4, False),
        (4, 4, True),
        (5_544, 5_600, True),
        (5_543, 5_600, False),
        (7, None, True),
    ],
)
def test_two_corrected_rows_of_many_are_no_damage(
    listed: int, stated: int | None, *, agrees: bool
) -> None:
    assert agreement.is_close(listed, stated) is agrees


@pytest.mark.parametrize("total", [None, "-", "[x]"])
def test_a_workbook_that_states_no_total_stops(total: Cell) -> None:
    assert refusal(changed(with_total(NUMBERS, 7, 5, total))).startswith(
        "the workbook states no total number of providers at 2025-03-31"
    )


def test_a_workbook_whose_totals_are_of_other_days_stops() -> None:
    assert refusal(changed(without_row(NUMBERS, 7))).startswith(
        "the workbook states no total number of providers at 2025-03-31"
    )


@pytest.mark.parametrize(
    ("tab", "row", "column", "value"),
    [
        (LATEST_GRADES, 5, 3, "[c]"),
        (LATEST_GRADES, 3, 1, "Table 8h: Latest judgement for boarding schools"),
        (LATEST_GRADES, 4, 3, "Not judged yet"),
        (LATEST_GRADES, 5, 1, "31 March 2024"),
    ],
    ids=["marked", "another kind of setting", "another column", "another year"],
)
def test_a_total_that_the_publisher_does_not_state_is_compared_with_nothing(
    tab: str, row: int, column: int, value: Cell
) -> None:
    tabs = changed(with_total(tab, row, column, value))

    assert list(parse(document(ods(tabs))))
