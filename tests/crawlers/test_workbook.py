"""A workbook opens whole, or says in one line what is wrong with it."""

from collections.abc import Callable

import pytest

from crawlers.cells import text
from crawlers.reading import SourceChangedError
from crawlers.workbook import (
    Workbook,
    is_zip_of_files,
    open_workbook,
    refuse_what_is_no_table,
    tab_names,
    unzip,
)
from tests.crawlers.workbooks import Tabs, document, ods, ods_of, unzipped, xlsx, xlsx_of, zipped

TABS: Tabs = {
    "Cover": [["A list"], [], [None, "of settings"]],
    "Settings at 50%": [["Prose"], ["URN", "Name"], ["SC900001", "Larkmoor"]],
}
BOTH = pytest.mark.parametrize("write", [ods, xlsx])
FILLED = b'<table:table-cell office:value-type="string"><text:p>x</text:p></table:table-cell>'

Write = Callable[[Tabs], bytes]


def refusal(body: bytes) -> str:
    with pytest.raises(SourceChangedError) as caught:
        open_workbook(document(body))
    return caught.value.problem


@BOTH
def test_the_tabs_are_those_of_the_workbook(write: Write) -> None:
    assert tab_names(document(write(TABS))) == ("Cover", "Settings at 50%")


@BOTH
def test_the_lines_of_a_tab_begin_with_its_first_and_keep_the_blank_ones(write: Write) -> None:
    lines = open_workbook(document(write(TABS))).lines("Cover")

    assert lines == [["A list", ""], ["", ""], ["", "of settings"]]


@BOTH
def test_the_rows_of_a_table_cite_their_tab_percent_encoded(write: Write) -> None:
    book = document(write(TABS))
    rows = open_workbook(book).table("Settings at 50%", marks=("URN",), ignore=("Name",))

    assert [(row.read(("URN",), text), row.cite) for row in rows] == [
        ("SC900001", f"sha256:{book.sha256}#sheet=Settings%20at%2050%25&row=3")
    ]


def test_a_tab_is_found_by_any_of_its_patterns() -> None:
    book = open_workbook(document(ods(TABS)))

    assert book.only("Register*", "Settings*") == "Settings at 50%"
    assert book.find("Register*") is None
    assert Workbook.matches("Cover", ["C?ver"]) is True
    assert Workbook.matches("Cover", ["cover"]) is False


def test_a_missing_tab_stops_and_the_tabs_there_are_are_told() -> None:
    book = open_workbook(document(ods(TABS)))

    with pytest.raises(SourceChangedError) as caught:
        book.only("Register*", "List*")
    assert caught.value.problem == (
        "no tab called Register* or List*; its tabs are ['Cover', 'Settings at 50%']. If the"
        " publisher renamed it, name it in the source's file"
    )


def test_several_tabs_of_one_pattern_stop() -> None:
    book = open_workbook(document(ods(TABS)))

    with pytest.raises(SourceChangedError) as caught:
        book.find("*e*")
    assert caught.value.problem == (
        "tabs ['Cover', 'Settings at 50%'] all match '*e*'; the source's file must say which it"
        " means"
    )


def test_an_open_workbook_is_not_opened_a_second_time() -> None:
    assert open_workbook(document(ods(TABS))) is open_workbook(document(ods(TABS)))


@pytest.mark.parametrize(
    ("body", "told"),
    [
        (b"", "the file is empty (0 bytes); download it again"),
        (
            b"<!DOCTYPE html><html><body>Page not found</body></html>",
            "this is a web page, not a workbook; download the file that the page links to",
        ),
        (
            b'\xef\xbb\xbf\r\n <?xml version="1.0"?><office:document/>',
            "this is a web page, not a workbook; download the file that the page links to",
        ),
        (
            b"URN,Name\nSC900001,Larkmoor\n",
            (
                "this is no ODS or XLSX workbook: it begins with b'URN,Name'; download the workbook"
                " itself, or open the file in a spreadsheet and save it as one"
            ),
        ),
        (
            b"PK",
            "the file is damaged or cut short (File is not a zip file); download it again",
        ),
        (
            zipped({"content.xml": b"<a/>", "xl/workbook.xml": b"<a/>"}),
            "this zip is no ODS or XLSX workbook; save its tables as one",
        ),
        (
            zipped({"content.xml": b"<a/>"}),
            (
                "the workbook cannot be read: Cannot detect file format; download it again, or"
                " open it in a spreadsheet and save it anew"
            ),
        ),
    ],
    ids=lambda value: value[:8] if isinstance(value, bytes) else "",
)
def test_what_is_no_workbook_is_refused_with_what_it_is_and_what_to_do(
    body: bytes, told: str
) -> None:
    assert told == refusal(body)
    assert tab_names(document(body)) == ()


def test_a_refusal_says_where_the_file_came_from() -> None:
    with pytest.raises(SourceChangedError) as caught:
        open_workbook(document(b"", "https://example.org/issue.ods"))
    assert str(caught.value) == (
        "the file is empty (0 bytes); download it again\n"
        "  at https://example.org/issue.ods\n"
        "  fetched 2026-09-01, kept as e3b0c44298fc"
    )


@pytest.mark.parametrize("cut", range(1, 10))
@BOTH
def test_a_workbook_cut_short_is_refused_wherever_it_is_cut(write: Write, cut: int) -> None:
    whole = write(TABS)
    part = whole[: len(whole) * cut // 10]

    assert refusal(part) == (
        "the file is damaged or cut short (File is not a zip file); download it again"
    )


@BOTH
def test_a_workbook_that_lacks_its_last_byte_is_refused(write: Write) -> None:
    assert "cut short" in refusal(write(TABS)[:-1])


def test_a_workbook_whose_markup_breaks_off_is_refused() -> None:
    assert refusal(ods_of(b"<table:table-row>" + FILLED)).startswith(
        "the workbook cannot be read: "
    )


def test_a_workbook_with_a_password_is_refused() -> None:
    members = unzipped(ods(TABS))
    manifest = members["META-INF/manifest.xml"].replace(
        b'manifest:media-type="text/xml"/>',
        b'manifest:media-type="text/xml"><manifest:encryption-data/></manifest:file-entry>',
    )

    assert refusal(zipped(members | {"META-INF/manifest.xml": manifest})).startswith(
        "the workbook cannot be read: "
    )


def test_an_xlsx_whose_sheet_cannot_be_read_is_refused_when_that_tab_is_asked_for() -> None:
    book = open_workbook(document(xlsx_of(b'<row r="1"><c r="A1" t="s"><v>7</v></c></row>')))

    with pytest.raises(SourceChangedError) as caught:
        book.lines("T")
    assert caught.value.problem.startswith("the workbook cannot be read: ")
    assert "  at file:issue.ods#sheet=T\n" in str(caught.value)


@pytest.mark.parametrize(
    "body", [b"", b" <html></html>", b"PK\x03\x04", ods(TABS)[:-1], b"%PDF-1.7\n"]
)
def test_what_cannot_be_any_table_is_refused(body: bytes) -> None:
    with pytest.raises(SourceChangedError):
        refuse_what_is_no_table(document(body))


@pytest.mark.parametrize("body", [b"URN,Name\n", b"{}", ods(TABS), xlsx(TABS)])
def test_what_may_be_a_table_is_not_refused_yet(body: bytes) -> None:
    refuse_what_is_no_table(document(body))


@pytest.mark.parametrize(
    ("body", "is_zip"),
    [
        (zipped({"a.ods": ods(TABS), "b.csv": b"URN\n"}), True),
        (zipped({}), True),
        (ods(TABS), False),
        (xlsx(TABS), False),
        (zipped({"xl/workbook.bin": b""}), False),
        (zipped({"word/document.xml": b"<w/>"}), False),
        (b"PK\x03\x04", False),
        (b"", False),
    ],
    ids=["zip", "empty zip", "ods", "xlsx", "xlsb", "docx", "damaged", "empty"],
)
def test_a_zip_of_files_is_told_from_a_workbook(body: bytes, is_zip: bool) -> None:
    assert is_zip is is_zip_of_files(document(body))


def test_the_files_in_a_zip_are_given_by_name_and_folders_are_not() -> None:
    members = {"2025/": b"", "2025/issue.ods": ods(TABS), "list.csv": b"URN\n"}

    assert unzip(document(zipped(members))) == [
        ("2025/issue.ods", ods(TABS)),
        ("list.csv", b"URN\n"),
    ]


def test_what_an_operating_system_hides_in_a_zip_is_passed_over() -> None:
    members = {"__MACOSX/._list.csv": b"x", ".DS_Store": b"x", "list.csv": b"URN\n"}

    assert unzip(document(zipped(members))) == [("list.csv", b"URN\n")]


def test_a_zip_in_a_zip_is_refused() -> None:
    inner = zipped({"issue.ods": ods(TABS)})

    with pytest.raises(SourceChangedError) as caught:
        unzip(document(zipped({"inner.zip": inner})))
    assert caught.value.problem == "its member 'inner.zip' is another zip; unzip it first"


def test_a_damaged_zip_is_refused() -> None:
    with pytest.raises(SourceChangedError, match="the file is damaged or cut short"):
        unzip(document(zipped({"list.csv": b"URN\n"})[:-4]))
