"""New, renamed and lost tabs, columns and days of Ofsted's yearly workbook stop the reading."""

from datetime import date

import pytest

from db.spreadsheet import Cell
from tests.crawlers.annual_issue import (
    COUNTS,
    IN_YEAR,
    LATEST,
    LISTS,
    MOVEMENTS,
    PREMISES,
    REGISTER,
    REGISTER_2022,
    header,
    issue_2022,
    issue_2025,
    with_column,
    with_heading,
)
from tests.crawlers.annual_refusals import (
    AFTER,
    OPENED,
    OVERALL,
    OWNER,
    RENAMED,
    at,
    refusal,
    told,
)


@pytest.mark.parametrize("tab", LISTS)
def test_a_new_column_stops_on_every_list(tab: str) -> None:
    tabs = with_column(issue_2025(), tab, "Ofsted \nPhase")
    problem = "new columns ['ofsted phase']; read them or ignore them by name in the source's file"

    assert told(problem, at(tab, 4), tabs) == refusal(tabs)


@pytest.mark.parametrize("tab", LISTS)
def test_a_filled_column_without_a_heading_stops_on_every_list(tab: str) -> None:
    tabs = issue_2025()
    tabs[tab][5] += ["something new"]

    assert refusal(tabs).startswith(f"column {len(tabs[tab][5])} is filled here but has no heading")
    assert at(tab, 6) in refusal(tabs)


@pytest.mark.parametrize(
    ("tab", "heading"),
    [
        *((REGISTER, heading) for heading in ("Registration date", "Registration status")),
        *((REGISTER, heading) for heading in ("Name", "Ofsted Region", "Local authority")),
        *((REGISTER, heading) for heading in ("Government Office Region", "Sector", "Places")),
        (REGISTER, "Short-break-only children's home"),
        (REGISTER, "Linked education URN"),
        (REGISTER, "Organisation name"),
        *((LATEST, heading) for heading in ("Registration status", "Local authority", "Sector")),
        *((LATEST, heading) for heading in (OWNER, OVERALL, "Health services")),
        (LATEST, "\nLatest Full inspection event type"),
        (LATEST, "\nLatest full inspection date"),
        (LATEST, "Latest full inspection publication date"),
        (LATEST, "\nLatest full inspection event number"),
        (LATEST, "Outcomes in education and related learning activities"),
        (LATEST, "\nHow well children and young people are helped and protected"),
        (LATEST, "The effectiveness of leaders and managers"),
        *((IN_YEAR, heading) for heading in ("Registration status", "Local authority", "Sector")),
        *((IN_YEAR, heading) for heading in (OWNER, OVERALL, "\nInspection event type")),
        *((IN_YEAR, heading) for heading in ("Inspection date", "Inspection publication date")),
        *((PREMISES, heading) for heading in ("Registration status", "Places", "Sector")),
        (PREMISES, "Service category (Note 4)"),
        (PREMISES, "Premises Ofsted Region"),
        (PREMISES, "Premises Government Office Region"),
        (PREMISES, "Premises Local Authority"),
        (PREMISES, "Organisation name"),
        *((MOVEMENTS, heading) for heading in ("Local authority", "Sector", "Places", OPENED)),
        *((MOVEMENTS, heading) for heading in ("Joiner status", "Leaver status", AFTER)),
    ],
)
def test_a_renamed_mandatory_column_stops_and_names_the_old_and_the_new(
    tab: str, heading: str
) -> None:
    tabs = with_heading(issue_2025(), tab, heading, "Called otherwise")

    assert refusal(tabs).startswith("no column ")
    assert "'called otherwise'" in refusal(tabs)
    assert refusal(tabs).partition(RENAMED)[2].startswith(f"\n  at file:issue.ods{at(tab, 4)}\n")


@pytest.mark.parametrize("tab", LISTS)
def test_a_lost_mandatory_column_stops_on_every_list(tab: str) -> None:
    tabs = issue_2025()
    place = header(tabs, tab).index("Sector")
    for row in tabs[tab][3:]:
        del row[place]

    assert refusal(tabs).startswith("no column 'Sector'; left are [")
    assert at(tab, 4) in refusal(tabs)


@pytest.mark.parametrize("tab", LISTS)
@pytest.mark.parametrize("heading", ["URN", "Provision type"])
def test_a_list_without_its_header_stops(tab: str, heading: str) -> None:
    tabs = with_heading(issue_2025(), tab, heading, "Called otherwise")
    problem = (
        "no header row with the columns ['URN', 'Provision type']; if the publisher renamed them,"
        " name them in the source's file"
    )

    assert told(problem, f"#sheet={tab}", tabs) == refusal(tabs)


@pytest.mark.parametrize("tab", LISTS)
def test_two_columns_of_one_name_stop_on_every_list(tab: str) -> None:
    tabs = with_column(issue_2025(), tab, " SECTOR\n")
    problem = "two columns are called 'sector'; the source's file must say which it means"

    assert told(problem, at(tab, 4), tabs) == refusal(tabs)


def test_columns_of_an_earlier_inspection_beside_the_latest_stop() -> None:
    tabs = with_column(issue_2025(), LATEST, f"Previous {OVERALL.strip().lower()}")

    assert refusal(tabs).startswith(
        "new columns ['previous overall experiences and progress of children and young people']"
    )


def test_a_status_as_at_another_day_stops() -> None:
    tabs = with_heading(issue_2025(), MOVEMENTS, AFTER, "Registration status (as at 30 April 2025)")

    assert refusal(tabs).startswith("no column 'Registration status (as at 31 March 2025)' or ")
    assert "'registration status (as at 30 april 2025)'" in refusal(tabs)


def test_a_new_tab_stops_and_is_named() -> None:
    tabs = issue_2025()
    tabs["Workforce_at_31_Mar_2025"] = [["Heading"], ["x"]]
    problem = (
        "new tabs ['Workforce_at_31_Mar_2025']; read them or name them among the tabs that are not"
        " read"
    )

    assert told(problem, "", tabs) == refusal(tabs)


@pytest.mark.parametrize("tab", ["Cover", *LISTS, *COUNTS])
def test_a_missing_tab_stops_and_says_which_tabs_there_are(tab: str) -> None:
    tabs = issue_2025()
    del tabs[tab]

    assert refusal(tabs).startswith("no tab called ")
    assert f"; its tabs are {list(tabs)}. {RENAMED}\n  at file:issue.ods\n" in refusal(tabs)


def test_the_older_form_needs_no_premises_tab_but_every_other() -> None:
    tabs = issue_2022()
    del tabs["Leavers+Joiners_at_31_Mar_2022"]

    assert refusal(tabs).startswith("no tab called Leavers+Joiners_at_*; its tabs are ['Cover', ")


def test_two_registers_in_one_workbook_stop() -> None:
    tabs = issue_2025()
    tabs[REGISTER_2022] = [["x"]]
    problem = (
        f"tabs ['{REGISTER}', '{REGISTER_2022}'] all match 'Providers+places_at_*'; the source's"
        " file must say which it means"
    )

    assert told(problem, "", tabs) == refusal(tabs)


@pytest.mark.parametrize("day", ["31_Mar_25", "31_Foo_2025", "31_Feb_2025", "2025"])
def test_a_register_that_does_not_say_its_day_stops(day: str) -> None:
    tabs = issue_2025()
    tabs[f"Providers+places_at_{day}"] = tabs.pop(REGISTER)
    problem = (
        f"tab 'Providers+places_at_{day}' does not end with its day, such as _at_31_Mar_2025; if"
        " the publisher writes it otherwise now, the source's file must learn to read it"
    )

    assert told(problem, "", tabs) == refusal(tabs)


def test_a_cover_without_its_day_of_publication_stops() -> None:
    tabs = issue_2025()
    tabs["Cover"] = [["Cover sheet"], ["Published on"], ["Release date:", date(2025, 7, 16)]]

    assert refusal(tabs).startswith("the cover has no row 'Published on:'")
    assert "#sheet=Cover\n" in refusal(tabs)


@pytest.mark.parametrize(
    ("value", "reason"),
    [("July", "'July' is not a day"), (None, "it is blank"), ("31/02/2025", "'31/02/2025' is not")],
)
def test_a_cover_with_an_impossible_day_of_publication_stops(value: Cell, reason: str) -> None:
    tabs = issue_2025()
    tabs["Cover"] = [["Cover", "sheet"], ["Published on:", value]]

    assert refusal(tabs).startswith(f"cannot read the day of publication: {reason}")
    assert "#sheet=Cover&row=2\n" in refusal(tabs)


@pytest.mark.parametrize("tab", LISTS)
def test_an_empty_list_stops(tab: str) -> None:
    tabs = issue_2025()
    del tabs[tab][4:]
    problem = "no row below the header: the file is cut short; download it again"

    assert told(problem, at(tab, 4), tabs) == refusal(tabs)
