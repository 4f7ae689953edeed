"""A cited place is shown as heading and value, people's details masked."""

from datetime import datetime

import pytest

from crawlers.showing import NothingThereError, Place, cited_place
from tests.crawlers.workbooks import Tabs, document, ods

OPENED = datetime(2019, 9, 2)  # noqa: DTZ001 - a spreadsheet's dates have no zone
TABS: Tabs = {
    "A+B at 50%": [
        ["A list of settings"],
        ["Prose of several words", None, "and more"],
        ["URN", "\nName ", "Places", "Opened", "Price", "Is open", None],
        [9000001, "Larkmoor", 4, OPENED, 2.5, True],
        ["SC900002", None, None, OPENED],
        [],
        ["Table 2"],
        ["Date", "All"],
        [OPENED, 7],
    ],
    "Words": [["Prose"], ["Section", "Detail"], ["Coverage", "England"]],
}
BOOK = document(ods(TABS))
TAB = "sheet=A+B%20at%2050%25"
LIST = document(b"URN,Name,Town\nSC900001,Larkmoor,Preston\n\nSC900002,Fernhollow,\n")


def test_a_row_of_a_workbook_is_shown_under_its_headings() -> None:
    place = cited_place(BOOK, f"{TAB}&row=4", [])

    assert place == Place(
        rows=9,
        cells=(
            ("URN", "9000001"),
            ("Name", "Larkmoor"),
            ("Places", "4"),
            ("Opened", "2019-09-02"),
            ("Price", "2.5"),
            ("Is open", "True"),
        ),
    )


def test_blank_cells_are_left_out() -> None:
    place = cited_place(BOOK, f"{TAB}&row=5", [])

    assert place.cells == (("URN", "SC900002"), ("Opened", "2019-09-02"))


def test_a_row_of_a_second_table_is_shown_under_that_tables_headings() -> None:
    place = cited_place(BOOK, f"{TAB}&row=9", [])

    assert place.cells == (("Date", "2019-09-02"), ("All", "7"))


def test_a_row_of_words_is_shown_under_the_nearest_line_of_words() -> None:
    place = cited_place(BOOK, "sheet=Words&row=3", [])

    assert place.cells == (("Section", "Coverage"), ("Detail", "England"))


def test_masked_cells_show_only_that_they_are_filled() -> None:
    place = cited_place(BOOK, f"{TAB}&row=4", ["NAME", "Pri*"])

    assert dict(place.cells)["Name"] == "(masked)"
    assert dict(place.cells)["Price"] == "(masked)"
    assert dict(place.cells)["Places"] == "4"


def test_a_tab_cited_without_a_row_is_counted() -> None:
    assert cited_place(BOOK, TAB, []) == Place(rows=9, cells=())


@pytest.mark.parametrize(
    ("fragment", "told"),
    [
        ("sheet=Cover&row=1", "the workbook has no tab 'Cover'"),
        (f"{TAB}&row=0", "the table has 9 rows and no row 0"),
        (f"{TAB}&row=10", "the table has 9 rows and no row 10"),
        (f"{TAB}&row=1", "row 1 stands under no header, so its cells cannot be named"),
    ],
)
def test_a_place_that_is_not_there_is_refused_with_the_reason(fragment: str, told: str) -> None:
    with pytest.raises(NothingThereError) as caught:
        cited_place(BOOK, fragment, [])

    assert told == str(caught.value)


def test_a_row_of_a_csv_is_shown_under_its_first_line() -> None:
    place = cited_place(LIST, "row=2", ["Town"])

    assert place == Place(
        rows=4, cells=(("URN", "SC900001"), ("Name", "Larkmoor"), ("Town", "(masked)"))
    )


def test_a_row_of_a_csv_is_counted_with_its_blank_lines() -> None:
    place = cited_place(LIST, "row=4", [])

    assert place.cells == (("URN", "SC900002"), ("Name", "Fernhollow"))


def test_the_first_line_of_a_csv_stands_under_no_header() -> None:
    with pytest.raises(NothingThereError, match="row 1 stands under no header"):
        cited_place(LIST, "row=1", [])


def test_a_row_of_a_csv_that_is_longer_than_its_header_cannot_be_named() -> None:
    with pytest.raises(NothingThereError, match="row 2 stands under no header"):
        cited_place(document(b"URN\nSC900001,Larkmoor\n"), "row=2", [])
