import tracemalloc
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import UTC, date, datetime
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_STORED, ZipFile

import pytest
from hypothesis import given
from hypothesis import strategies as st
from odf import table, teletype
from odf.opendocument import load
from openpyxl import load_workbook
from python_calamine import CalamineWorkbook

from db.spreadsheet import CannotWriteError, Cell, Sheet, write_ods, write_xlsx

Write = Callable[[BytesIO, Iterable[Sheet]], None]

FORMATS = pytest.mark.parametrize("write", [write_ods, write_xlsx])


moment = datetime.fromisoformat


def written(write: Write, *rows: list[Cell]) -> BytesIO:
    file = BytesIO()
    write(file, [Sheet(name="Table", rows=rows)])
    file.seek(0)
    return file


def read(file: BytesIO) -> Sequence[Sequence[object]]:
    workbook = CalamineWorkbook.from_filelike(file)
    return workbook.get_sheet_by_index(0).to_python(skip_empty_area=False)


@FORMATS
def test_every_kind_of_cell_reads_back_as_it_was_written(write: Write) -> None:
    row = ["text", 7, 2.5, True, date(2025, 3, 31), moment("2025-03-31 10:11:12"), None, "end"]

    assert [*row[:6], "", "end"] == read(written(write, row))[0]


@FORMATS
def test_rows_stay_where_they_were_when_rows_before_them_are_empty(write: Write) -> None:
    assert read(written(write, [], [None], [None, "x"])) == [["", ""], ["", ""], ["", "x"]]


@FORMATS
@pytest.mark.parametrize(
    "text",
    [
        "Zone & Larch <Limited> \"quoted\" 'too'",
        " a space before",
        "a space after ",
        "two  spaces and   three",
        "a\ttab and \t spaces round a tab",
        "\nLatest full inspection date",
        "one\n\nthree ",
        "Children’s homes – 2025",
        "_x000D_ is five letters and no return",
    ],
)
def test_text_keeps_its_spaces_lines_and_signs(write: Write, text: str) -> None:
    assert text == read(written(write, [text]))[0][0]


@FORMATS
def test_a_windows_line_ending_becomes_one_newline(write: Write) -> None:
    assert read(written(write, ["one\r\ntwo\rthree"]))[0][0] == "one\ntwo\nthree"


@FORMATS
@pytest.mark.parametrize(
    "instant",
    [moment("1900-01-03 03:07:12"), moment("1900-02-28 01:00:00"), moment("1900-03-01 01:00:00")],
)
def test_the_first_days_of_1900_are_the_days_that_excel_shows(
    write: Write, instant: datetime
) -> None:
    assert instant == read(written(write, [instant]))[0][0]


@FORMATS
def test_the_same_rows_give_the_same_bytes(write: Write) -> None:
    rows: list[list[Cell]] = [["a", 1, date(2025, 3, 31)], [None, 2.5, "b\nc"]]

    assert written(write, *rows).getvalue() == written(write, *rows).getvalue()


@FORMATS
@given(
    rows=st.lists(
        st.lists(
            st.one_of(
                st.text(
                    st.characters(exclude_categories=["Cs"], include_characters="\t\n &<_x"),
                ).filter(lambda text: not any(is_refused(sign) for sign in text)),
                st.floats(allow_nan=False, allow_infinity=False),
                st.booleans(),
                st.dates(min_value=date(1900, 1, 1)),
            ),
            min_size=1,
            max_size=4,
        ),
        max_size=4,
    )
)
def test_any_table_reads_back_as_it_was_written(write: Write, rows: list[list[Cell]]) -> None:
    marked = [[*row, *[""] * (4 - len(row)), "end"] for row in rows]

    assert marked == read(written(write, *marked))


@FORMATS
@given(
    instant=st.datetimes(min_value=moment("1900-01-01")).map(lambda at: at.replace(microsecond=0))
)
def test_any_moment_reads_back_to_the_second(write: Write, instant: datetime) -> None:
    row = read(written(write, [instant]))[0]

    assert instant.isoformat() == f"{row[0]:%Y-%m-%dT%H:%M:%S}".zfill(19)


def is_refused(sign: str) -> bool:
    return (sign < " " and sign not in "\t\n") or sign in "\r\ufffe\uffff"


def test_openpyxl_reads_the_workbook_with_the_same_values() -> None:
    file = BytesIO()
    write_xlsx(
        file,
        [
            Sheet(name="One", rows=[["a\nb", 1, None, True], [2.5, " c "]]),
            Sheet(name="Dates", rows=[[date(2025, 3, 31), moment("2025-03-31 10:11:12")]]),
        ],
    )

    workbook = load_workbook(file)
    assert workbook.sheetnames == ["One", "Dates"]
    assert list(workbook["One"].values) == [("a\nb", 1, None, True), (2.5, " c ", None, None)]
    assert workbook["Dates"]["A1"].number_format == "yyyy\\-mm\\-dd"
    assert [(moment("2025-03-31"), moment("2025-03-31 10:11:12"))] == list(workbook["Dates"].values)


def test_odfpy_reads_the_spreadsheet_with_the_same_values() -> None:
    file = written(write_ods, ["a  b", "one\ntwo", 7, date(2025, 3, 31)])

    cells = load(file).getElementsByType(table.TableCell)
    assert teletype.extractText(cells[0]) == "a  b"
    assert [str(line) for line in cells[1].childNodes] == ["one", "two"]
    assert (
        cells[2].getAttribute("valuetype"),
        cells[2].getAttribute("value"),
    ) == ("float", "7")
    assert (
        cells[3].getAttribute("valuetype"),
        cells[3].getAttribute("datevalue"),
    ) == ("date", "2025-03-31")


def test_an_ods_says_what_it_is_first_and_uncompressed() -> None:
    first = ZipFile(written(write_ods, ["a"])).infolist()[0]

    assert (first.filename, first.compress_type) == ("mimetype", ZIP_STORED)


@FORMATS
@pytest.mark.parametrize(
    ("value", "reason"),
    [
        ("a\x00b", r"control character '\\x00'"),
        ("a\ud800b", r"control character '\\ud800'"),
        (float("nan"), "nan is not a number that a cell can hold; write None"),
        (2**53 + 1, "more digits than a cell keeps; write it as text"),
        (datetime(2025, 3, 31, tzinfo=UTC), "has a time zone"),
    ],
)
def test_a_value_that_cannot_be_kept_is_refused_with_its_place(
    write: Write, value: Cell, reason: str
) -> None:
    with pytest.raises(CannotWriteError, match=f"sheet 'Table', row 2, column 3: .*{reason}"):
        written(write, ["fine"], ["fine", None, value])


@pytest.mark.parametrize(
    ("value", "reason"),
    [
        (date(1899, 12, 31), "before 1900, where XLSX dates begin; write it as text"),
        ("x" * 32_768, "32,768 characters; an XLSX cell holds 32,767"),
    ],
)
def test_a_value_that_only_xlsx_cannot_keep_is_refused_with_its_place(
    value: Cell, reason: str
) -> None:
    with pytest.raises(CannotWriteError, match=f"sheet 'Table', row 1, column 1: .*{reason}"):
        written(write_xlsx, [value])


@FORMATS
def test_a_row_wider_than_a_sheet_is_refused(write: Write) -> None:
    with pytest.raises(CannotWriteError, match="sheet 'Table', row 1: a sheet holds 1,048,576 row"):
        written(write, [1] * 16_385)


@FORMATS
@pytest.mark.parametrize("name", ["", "a/b", "x" * 32, "'a", "a[1]"])
def test_a_sheet_name_that_no_program_accepts_is_refused(write: Write, name: str) -> None:
    with pytest.raises(CannotWriteError, match="a name has 1 to 31 characters"):
        write(BytesIO(), [Sheet(name=name, rows=[])])


@FORMATS
def test_two_sheets_cannot_have_one_name(write: Write) -> None:
    with pytest.raises(CannotWriteError, match="another sheet has that name"):
        write(BytesIO(), [Sheet(name="Homes", rows=[]), Sheet(name="homes", rows=[])])


@FORMATS
def test_a_spreadsheet_without_a_sheet_is_refused(write: Write) -> None:
    with pytest.raises(CannotWriteError, match="at least one sheet"):
        write(BytesIO(), [])


@FORMATS
def test_an_empty_sheet_opens(write: Write) -> None:
    assert read(written(write)) == []


@pytest.mark.parametrize("write", [write_ods, write_xlsx])
def test_a_file_that_could_not_be_finished_leaves_the_one_before_it(
    write: Callable[[Path, Iterable[Sheet]], None], tmp_path: Path
) -> None:
    path = tmp_path / "table"
    write(path, [Sheet(name="Table", rows=[["before"]])])

    with pytest.raises(CannotWriteError):
        write(path, [Sheet(name="Table", rows=[["after"], ["\x00"]])])

    assert read(BytesIO(path.read_bytes())) == [["before"]]
    assert [path] == list(tmp_path.iterdir())


@pytest.mark.parametrize("write", [write_ods, write_xlsx])
def test_a_long_sheet_takes_no_more_memory_than_a_short_one(
    write: Callable[[Path, Iterable[Sheet]], None], tmp_path: Path
) -> None:
    def rows() -> Iterator[list[Cell]]:
        for number in range(20_000):
            yield [f"row {number}", number, None, date(2025, 3, 31)]

    tracemalloc.start()
    write(tmp_path / "table", [Sheet(name="Table", rows=rows())])
    _, peak_bytes = tracemalloc.get_traced_memory()
    tracemalloc.stop()

    assert peak_bytes < 1_000_000
