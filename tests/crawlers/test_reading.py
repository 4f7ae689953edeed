"""Tables are read strictly: every column is read, ignored by name, or an error."""

from collections.abc import Iterator

import pytest

from crawlers.cells import optional_text, text, whole_number
from crawlers.reading import Cell, Row, SourceChangedError, Table, csv_table, is_blank, plain
from crawlers.reading import rows_below as below
from tests.crawlers.workbooks import document

CSV = document(b"URN,Name,Places\nSC900001,Larkmoor,4\n", "https://example.org/list.csv")


def rows_below(*lines: list[Cell], ignore: tuple[str, ...] = ()) -> Iterator[Row]:
    return below(CSV, "", enumerate(lines, start=1), marks=("URN", "Name"), ignore=ignore)


def read_all(rows: Iterator[Row]) -> list[tuple[str, str, int]]:
    return [
        (row.read(("URN",), text), row.read(("Name",), text), row.read(("Places",), whole_number))
        for row in rows
    ]


def refusal(rows: Iterator[Row]) -> str:
    with pytest.raises(SourceChangedError) as caught:
        read_all(rows)
    return str(caught.value)


@pytest.mark.parametrize(
    ("written", "heading"),
    [
        ("\nLatest Full inspection date", "latest full inspection date"),
        ("  Short\N{RIGHT SINGLE QUOTATION MARK}s  \n\t break ", "short's break"),
        ("Registration\N{NO-BREAK SPACE}date", "registration date"),
        (3.13, "3.13"),
    ],
)
def test_a_heading_is_compared_without_breaks_spaces_curls_and_capitals(
    written: object, heading: str
) -> None:
    assert heading == plain(written)


@pytest.mark.parametrize(
    ("cells", "blank"),
    [
        ([], True),
        (["", None, " \n"], True),
        (["", 0.0], False),
        ([False], False),
        ([" x"], False),
    ],
)
def test_space_is_blank_and_zero_is_not(cells: list[Cell], blank: bool) -> None:
    assert blank is is_blank(cells)


def test_an_error_says_what_is_wrong_where_and_which_copy_of_ours() -> None:
    error = SourceChangedError(CSV, "row=2", "the places are gone")

    assert str(error) == (
        "the places are gone\n"
        "  at https://example.org/list.csv#row=2\n"
        "  fetched 2026-09-01, kept as 07501cd0d1af"
    )
    assert error.problem == "the places are gone"


def test_an_error_about_a_whole_document_points_at_no_row() -> None:
    error = SourceChangedError(CSV, "", "it is empty")

    assert str(error).splitlines()[1] == "  at https://example.org/list.csv"


def test_a_row_is_read_by_name_and_cites_its_place() -> None:
    row = next(csv_table(CSV, marks=("URN",)))
    read = (row.read(("URN",), text), row.read(("Name",), text), row.read(("Places",), text))

    assert read == ("SC900001", "Larkmoor", "4")
    assert row.cite == f"sha256:{CSV.sha256}#row=2"
    assert row.number == 2


def test_the_header_is_the_first_line_that_holds_every_mark() -> None:
    lines: list[list[Cell]] = [
        ["A list of every setting"],
        [],
        ["URN and Name", "Name"],
        [7.0, "\nName ", "urn", "Places"],
        ["", "Larkmoor", "SC900001", 4.0],
    ]
    lines[3][0] = "Note"

    rows = rows_below(*lines, ignore=("Note",))

    assert read_all(rows) == [("SC900001", "Larkmoor", 4)]


def test_blank_lines_are_passed_over_and_still_counted() -> None:
    rows = rows_below(
        ["URN", "Name"], ["", None], ["SC900001", "Larkmoor"], [" "], ["SC900002", "Fernhollow"]
    )
    read = [(row.number, row.read(("URN",), text), row.read(("Name",), text)) for row in rows]

    assert read == [(3, "SC900001", "Larkmoor"), (5, "SC900002", "Fernhollow")]


def test_a_document_without_the_header_is_refused_and_the_marks_are_named() -> None:
    told = refusal(rows_below(["Unique number", "Name"], ["SC900001", "Larkmoor"]))

    assert told.startswith(
        "no header row with the columns ['URN', 'Name']; if the publisher renamed them, name them"
        " in the source's file\n  at https://example.org/list.csv\n"
    )


def test_a_header_without_a_row_below_it_stops() -> None:
    told = refusal(rows_below(["URN", "Name", "Places"], ["", None, " "]))

    assert told.startswith(
        "no row below the header: the file is cut short; download it again\n"
        "  at https://example.org/list.csv#row=1\n"
    )


def test_a_column_that_nobody_reads_stops_and_is_named_with_the_header_row() -> None:
    told = refusal(
        rows_below(["Prose"], ["URN", "Name", "Places", "Phase"], ["SC900001", "Larkmoor", 4, ""])
    )

    assert told.startswith(
        "new columns ['phase']; read them or ignore them by name in the source's file\n"
        "  at https://example.org/list.csv#row=2\n"
    )


def test_a_column_ignored_by_name_or_by_pattern_is_no_surprise() -> None:
    rows = rows_below(
        ["URN", "Name", "Places", "Note (2)", "Web link"],
        ["SC900001", "Larkmoor", 4.0, "x", "y"],
        ignore=("Note*", "WEB LINK", "Not there"),
    )

    assert read_all(rows) == [("SC900001", "Larkmoor", 4)]


def test_a_lost_column_stops_and_says_which_columns_are_left() -> None:
    told = refusal(rows_below(["URN", "Name", "Beds"], ["SC900001", "Larkmoor", 4]))

    assert told.startswith(
        "no column 'Places'; left are ['beds']. If the publisher renamed it, name it in the"
        " source's file\n  at https://example.org/list.csv#row=1\n"
    )


def test_a_lost_column_is_told_by_all_its_names() -> None:
    table = Table(CSV, "", ["URN"], 1)

    with pytest.raises(SourceChangedError, match="no column 'Places' or 'Beds'; left are"):
        table.column(("Places", "Beds"))


def test_a_column_that_not_every_issue_has_is_none_where_it_is_missing() -> None:
    row = next(rows_below(["URN", "Name"], ["SC900001", "Larkmoor"]))
    found = row.read_if_there(("Premises",), whole_number)

    assert found is None


def test_a_column_that_not_every_issue_has_is_read_where_it_stands() -> None:
    row = next(rows_below(["URN", "Name", "Premises"], ["SC900001", "Larkmoor", 3.0]))
    found = row.read_if_there(("Premises",), whole_number)

    assert found == 3


def test_two_columns_of_one_name_stop() -> None:
    told = refusal(rows_below(["URN", "Name", "\nname"], ["SC900001", "Larkmoor", ""]))

    assert told.startswith("two columns are called 'name'; the source's file must say which")


def test_two_columns_that_fit_one_pattern_stop() -> None:
    headings: list[Cell] = ["URN", "Name", "Overall", "Previous overall"]
    row = next(rows_below(headings, ["SC900001", "Larkmoor", "Good", "Good"]))

    with pytest.raises(
        SourceChangedError,
        match=r"columns \['overall', 'previous overall'\] all stand for '\*overall'",
    ):
        row.read(("*overall",), text)


def test_a_value_that_cannot_be_read_stops_with_its_column_and_row() -> None:
    told = refusal(rows_below(["URN", "Name", "Places"], ["SC900001", "Larkmoor", "four"]))

    assert told.startswith(
        "cannot read 'Places': 'four' is not a whole number; if the published file has it so, the"
        " source's file must learn to read it\n  at https://example.org/list.csv#row=2\n"
    )


def test_a_value_that_cannot_be_read_is_told_under_the_heading_that_the_file_has() -> None:
    row = next(rows_below(["URN", "Name", "Registered\n Places"], ["SC900001", "Larkmoor", "four"]))

    with pytest.raises(SourceChangedError, match="cannot read 'Registered Places': 'four' is not"):
        row.read(("Places", "*places"), whole_number)


def test_a_row_that_ends_early_is_blank_beyond_its_end() -> None:
    row = next(rows_below(["URN", "Name", "Places"], ["SC900001"]))
    places = row.read(("Places",), optional_text)

    assert places is None


@pytest.mark.parametrize(
    "lines",
    [
        [["URN", "", "Name", "Places"], ["SC900001", "", "Larkmoor", 4], ["9000002", 7, "x", 1]],
        [["URN", "Name", "Places"], ["SC900001", "Larkmoor", 4], ["9000002", "x", 1, 7]],
    ],
)
def test_a_cell_filled_under_no_heading_stops(lines: list[list[Cell]]) -> None:
    told = refusal(rows_below(*lines))

    assert told.partition("\n  fetched")[0] in {
        f"column {column} is filled here but has no heading; download the file again, or ignore"
        " the column in the source's file\n  at https://example.org/list.csv#row=3"
        for column in (2, 4)
    }


def test_columns_without_a_heading_may_stand_empty() -> None:
    rows = rows_below(
        ["URN", "Name", "Places", "", None], ["SC900001", "Larkmoor", 4.0, "", " ", ""]
    )

    assert read_all(rows) == [("SC900001", "Larkmoor", 4)]


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_a_csv_may_begin_with_a_byte_order_mark(mark: bytes) -> None:
    rows = csv_table(document(mark + CSV.body), marks=("URN",))

    assert read_all(rows) == [("SC900001", "Larkmoor", 4)]


def test_a_csv_cell_may_hold_commas_and_line_breaks() -> None:
    body = b'URN,Name,Places\r\nSC900001,"Lark, moor\r\nHouse",4\r\n'
    rows = csv_table(document(body), marks=("URN",))

    assert read_all(rows) == [("SC900001", "Lark, moor\r\nHouse", 4)]


def test_a_csv_may_be_windows_1252() -> None:
    rows = csv_table(document(b"URN,Name,Places\nSC900001,caf\xe9,4\n"), marks=("URN",))

    assert read_all(rows) == [("SC900001", "café", 4)]


def test_a_csv_that_is_neither_utf_8_nor_windows_1252_stops() -> None:
    told = refusal(csv_table(document(b"URN,Name\nSC900001,\xe9\x81\n"), marks=("URN",)))

    assert told.startswith("neither UTF-8 nor Windows-1252 text: byte 20 is 0x81; save it as UTF-8")


def test_a_csv_with_a_nul_in_it_stops() -> None:
    told = refusal(csv_table(document(b"URN,Name\nSC900001,\0\n"), marks=("URN",)))

    assert told.startswith("not text: it holds NUL bytes; download it again")


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        (b'URN,Name,Places\nSC900001,"Larkmoor,4\n', "unexpected end of data"),
        (b'URN,Name,Places\nSC900001,"Lark"moor,4\n', "',' expected after '\"'"),
        (b"URN,Name,Places\nSC900001," + b"x" * 200_000, "field larger than field limit (131072)"),
    ],
)
def test_a_csv_that_is_broken_stops(body: bytes, reason: str) -> None:
    told = refusal(csv_table(document(body), marks=("URN",)))

    assert told.startswith(f"not a CSV file: {reason}; download it again\n")


def test_an_empty_csv_has_no_header() -> None:
    told = refusal(csv_table(document(b""), marks=("URN",)))

    assert told.startswith("no header row with the columns ['URN']")
