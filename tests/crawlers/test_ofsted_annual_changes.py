"""Whatever Ofsted changes in its yearly workbook stops the reading: what, where, which file."""

from datetime import date

import pytest

from crawlers.reading import SourceChangedError
from crawlers.sources.ofsted_annual import parse
from db.spreadsheet import Cell
from tests.crawlers.annual_issue import (
    COUNTS,
    IN_YEAR,
    LATEST,
    LISTS,
    MOVEMENTS,
    NUMBERS,
    PREMISES,
    REGISTER,
    REGISTER_2022,
    header,
    issue_2022,
    issue_2025,
    with_cell,
    with_column,
    with_heading,
)
from tests.crawlers.workbooks import Tabs, document, ods

OVERALL = "\nOverall experiences and progress of children and young people"
OUTCOME = "Supported Accommodation outcome"
OPENED = "\nFirst effective date (that the provider became active)"
CLOSED = "First effective date (that the provider closed)"
OWNER = "Organisation which owns the provider"
AFTER = "Registration status (as at 31 March 2025)"
MUST_LEARN = "if the published file has it so, the source's file must learn to read it"
RENAMED = "If the publisher renamed it, name it in the source's file"


def refusal(tabs: Tabs) -> str:
    with pytest.raises(SourceChangedError) as caught:
        list(parse(document(ods(tabs))))
    return str(caught.value)


def told(problem: str, place: str, tabs: Tabs) -> str:
    """The whole of what must be said: the problem, the place, and our copy."""
    kept = document(ods(tabs)).sha256[:12]
    return f"{problem}\n  at file:issue.ods{place}\n  fetched 2026-09-01, kept as {kept}"


def at(tab: str, row: int) -> str:
    return f"#sheet={tab}&row={row}"


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
        "cannot read 'Latest full inspection overall experiences and progress of children and"
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


@pytest.mark.parametrize("tab", COUNTS)
@pytest.mark.parametrize(
    "rows", [[["Prose"], ["Date"], ["31 March 2025"]], [["Table 6a: Providers"], ["Date", "All"]]]
)
def test_a_time_series_without_a_title_or_without_a_number_stops(
    tab: str, rows: list[list[Cell]]
) -> None:
    tabs = issue_2025()
    tabs[tab] = rows

    assert refusal(tabs).startswith("no table below a title such as 'Table 6a: …'; the source's")
    assert f"#sheet={tab}\n" in refusal(tabs)


def test_a_table_of_totals_under_another_heading_stops_rather_than_being_left_out() -> None:
    tabs = issue_2025()
    tabs[NUMBERS][10][0] = "Year ending"
    problem = (
        "below the title of a table stands 'Year ending', not one of ('date', 'period as at',"
        " 'period'); the source's file must learn to read it"
    )

    assert told(problem, at(NUMBERS, 11), tabs) == refusal(tabs)


def test_a_table_of_totals_that_lost_its_title_is_not_read_under_the_one_before() -> None:
    tabs = issue_2025()
    tabs[NUMBERS][9][0] = None
    problem = f"cannot read a total: 'Date' is not a day; {MUST_LEARN}"

    assert told(problem, at(NUMBERS, 11), tabs) == refusal(tabs)


@pytest.mark.parametrize(
    ("row", "column", "value", "reason"),
    [
        (7, 2, "some", "'some' is not a whole number"),
        (7, 2, "5 to 9", "'5 to 9' is not a whole number"),
        (7, 2, "5 [r]", "'5 [r]' is not a whole number"),
        (8, 0, "-", "'-' is not a day"),
        (7, 4, -1, "-1.0 is not a whole number"),
        (7, 4, 2.5, "2.5 is not a whole number"),
        (8, 0, "Source: Ofsted", "'Source: Ofsted' is not a day"),
        (8, 0, "31 February 2015", "'31 February 2015' is not a day"),
        (8, 0, "2014-15-16", "'2014-15-16' is not a day"),
        (8, 0, 2015, "'2015' is not a day"),
        (8, 0, "Someday, March 32, 2015", "'32 March 2015' is not a day"),
    ],
)
def test_a_total_that_cannot_be_read_stops_with_its_row(
    row: int, column: int, value: Cell, reason: str
) -> None:
    tabs = issue_2025()
    tabs[NUMBERS][row - 1][column] = value

    assert told(f"cannot read a total: {reason}; {MUST_LEARN}", at(NUMBERS, row), tabs) == refusal(
        tabs
    )
