"""A cited place is shown as heading and value: what its source reads, and no more."""

from collections.abc import Iterator
from datetime import datetime

import pytest

from crawlers.noting import columns_of
from crawlers.reading import Cell, Row, csv_table
from crawlers.showing import NothingThereError, Place, cited_place
from crawlers.source import Follow
from crawlers.workbook import open_workbook, place
from db.records import Document, Record
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
LIST = document(b"Towns\nURN,Name,Town\nSC900001,Larkmoor,Preston\n\nSC900002,Fernhollow,\n")


def as_it_is(cell: Cell) -> Cell:
    return cell


def settings(document: Document) -> Iterator[Record | Follow]:
    """A source that reads a table of settings, all but the price, and a table of totals."""
    tab = "A+B at 50%"
    book = open_workbook(document)
    columns_of(place(tab), 8).add(0)
    for row in book.table(tab, marks=("URN",), ignore=("Price",)):
        if row.number == 6:
            break
        yield from read_all(row, "URN", "Name", "Places", "Opened", "Is open")


def places(document: Document) -> Iterator[Record | Follow]:
    """A source that reads a list, all but the towns."""
    for row in csv_table(document, marks=("URN", "Name"), ignore=("Town",)):
        yield from read_all(row, "URN", "Name")


def read_all(row: Row, *names: str) -> Iterator[Record | Follow]:
    for name in names:
        row.read((name,), as_it_is)
    yield from ()


def test_a_row_of_a_workbook_is_shown_under_its_headings() -> None:
    found = cited_place(BOOK, f"{TAB}&row=4", settings)

    assert found == Place(
        rows=9,
        cells=(
            ("URN", "9000001"),
            ("Name", "Larkmoor"),
            ("Places", "4"),
            ("Opened", "2019-09-02"),
            ("Is open", "True"),
        ),
        not_shown=("Price",),
    )


def test_blank_cells_are_left_out() -> None:
    found = cited_place(BOOK, f"{TAB}&row=5", settings)

    assert found.cells == (("URN", "SC900002"), ("Opened", "2019-09-02"))
    assert found.not_shown == ()


def test_a_row_of_a_second_table_is_shown_under_that_tables_headings() -> None:
    found = cited_place(BOOK, f"{TAB}&row=9", settings)

    assert (found.cells, found.not_shown) == ((("Date", "2019-09-02"),), ("All",))


def test_masked_cells_show_only_that_they_are_filled() -> None:
    found = cited_place(BOOK, f"{TAB}&row=4", settings, ("NAME", "Is*"))

    assert dict(found.cells)["Name"] == "(masked)"
    assert dict(found.cells)["Is open"] == "(masked)"
    assert dict(found.cells)["Places"] == "4"


def test_a_tab_cited_without_a_row_is_counted() -> None:
    assert cited_place(BOOK, TAB, settings) == Place(rows=9, cells=())


@pytest.mark.parametrize(
    ("fragment", "told"),
    [
        ("sheet=Cover&row=1", "the workbook has no tab 'Cover'"),
        (f"{TAB}&row=0", "the table has 9 rows and no row 0"),
        (f"{TAB}&row=10", "the table has 9 rows and no row 10"),
        (
            f"{TAB}&row=1",
            "row 1 stands under no header that the source reads; nothing of it is shown",
        ),
        (
            "sheet=Words&row=3",
            "row 3 stands under no header that the source reads; nothing of it is shown",
        ),
    ],
)
def test_a_place_that_is_not_there_or_not_read_is_refused_with_the_reason(
    fragment: str, told: str
) -> None:
    with pytest.raises(NothingThereError) as caught:
        cited_place(BOOK, fragment, settings)

    assert told == str(caught.value)


@pytest.mark.parametrize("found", [BOOK, LIST], ids=["workbook", "csv"])
def test_of_a_table_a_citation_must_name_a_place(found: Document) -> None:
    with pytest.raises(NothingThereError, match="names no place in the document; a row of a table"):
        cited_place(found, "", places)


def test_a_row_of_a_csv_is_shown_under_the_header_that_its_source_found() -> None:
    found = cited_place(LIST, "row=3", places)

    assert found == Place(
        rows=5, cells=(("URN", "SC900001"), ("Name", "Larkmoor")), not_shown=("Town",)
    )


def test_a_row_of_a_csv_is_counted_with_its_blank_lines() -> None:
    found = cited_place(LIST, "row=5", places)

    assert found.cells == (("URN", "SC900002"), ("Name", "Fernhollow"))


def test_a_new_column_that_stops_the_reading_is_not_shown() -> None:
    changed = document(b"URN,Name,Born\nSC900001,Ann Example,May 1990\n")
    found = cited_place(changed, "row=2", places, ("Name",))

    assert found.cells == (("URN", "SC900001"), ("Name", "(masked)"))
    assert found.not_shown == ("Born",)


def test_a_cell_beyond_the_header_is_not_shown() -> None:
    found = cited_place(document(b"URN,Name\nSC900001,Larkmoor,Preston\n"), "row=2", places)

    assert (found.cells, found.not_shown) == ((), ("URN", "Name", "column 3"))
