"""A long workbook is read row by row; what is no workbook, or damaged, stops the reading."""

import zipfile
from collections.abc import Iterator
from datetime import UTC, date, datetime
from io import BytesIO

import pytest

from crawlers import long_ods, showing
from crawlers.cells import text
from crawlers.long_ods import Line, begins_with_sheets, is_long, ods_lines
from crawlers.reading import Cell, SourceChangedError, rows_below
from crawlers.source import Follow
from db.records import Document, Record

HEAD = (
    '<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"'
    ' xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"'
    ' xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0">'
)
ROWS = """<table:table table:name="First"><table:table-row>
<table:table-cell office:value-type="string"><text:p>a<text:s text:c="2"/>b<text:span>c</text:span
>d<text:line-break/>e</text:p><text:p>f</text:p></table:table-cell>
<table:covered-table-cell table:number-columns-repeated="2"/>
<table:table-cell office:value-type="float" office:value="3" table:number-columns-repeated="2"/>
<table:table-cell table:number-columns-repeated="16000"/></table:table-row>
<table:table-row table:number-rows-repeated="4"><table:table-cell/></table:table-row>
<table:table-row table:number-rows-repeated="2"><office:other/><table:table-cell
office:value-type="date" office:date-value="2026-09-01T00:00:00"/><table:table-cell
office:value-type="boolean" office:boolean-value="true"/></table:table-row></table:table>
<table:table table:name="Second"><table:table-row><table:table-cell><text:p>x</text:p>
</table:table-cell></table:table-row></table:table>"""


def workbook(rows: str, member: str = "content.xml") -> Document:
    target = BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr(member, f"{HEAD}{rows}</office:document-content>")
    return bare(target.getvalue())


def bare(body: bytes) -> Document:
    return Document(url="file:x.ods", fetched_at=datetime(2026, 9, 1, tzinfo=UTC), body=body)


def test_rows_come_with_their_tab_their_number_and_what_their_cells_are() -> None:
    days: list[Cell] = [date(2026, 9, 1), True]

    assert list(ods_lines(workbook(ROWS))) == [
        Line(tab="First", number=1, cells=["a  bcd\ne\nf", None, None, 3.0, 3.0]),
        Line(tab="First", number=6, cells=days),
        Line(tab="First", number=7, cells=days),
        Line(tab="Second", number=1, cells=["x"]),
    ]


@pytest.mark.parametrize(
    ("document", "problem"),
    [
        (workbook("<broken"), "the workbook is damaged"),
        (workbook(ROWS.replace('value="3"', 'value="three"')), "the workbook is damaged"),
        (workbook(ROWS, "xl/workbook.xml"), "this zip is no ODS workbook"),
        (bare(b"PK\x03\x04"), "damaged or cut short"),
        (workbook(ROWS.replace('repeated="2"/>', 'repeated="2000"/>')), "more than 1,000 columns"),
        (
            workbook(ROWS.replace('rows-repeated="2"', 'rows-repeated="1048576"')),
            "a filled row stands 1,048,576 times",
        ),
    ],
)
def test_what_is_no_workbook_or_a_trap_stops_the_reading(document: Document, problem: str) -> None:
    with pytest.raises(SourceChangedError, match=problem):
        list(ods_lines(document))


def test_a_workbook_is_known_by_its_first_sheets() -> None:
    assert begins_with_sheets(workbook(ROWS), "First", "Second")
    assert not begins_with_sheets(workbook(ROWS), "Second", "First")
    assert not begins_with_sheets(workbook(ROWS, "other.xml"), "First")
    assert not begins_with_sheets(bare(b"PK\x03\x04"), "First")
    assert not begins_with_sheets(bare(b"a,b"), "First")


def test_a_workbook_is_long_by_what_its_content_unzips_to() -> None:
    assert is_long(workbook(ROWS), 100)
    assert not is_long(workbook(ROWS), 1_000_000)
    assert not is_long(bare(b"PK\x03\x04"), 0)
    assert not is_long(bare(b"a,b"), 0)


def test_a_row_of_a_long_workbook_is_shown_like_any_other(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(showing, "LARGEST_UNZIPPED", 10)
    row = "<table:table-row><table:table-cell><text:p>{}</text:p></table:table-cell>{}"
    end = "</table:table-row>"
    blank = '<table:table-row table:number-rows-repeated="3"><table:table-cell/>' + end
    inside = row.format("Name", end) + blank + row.format("x", end)
    document = workbook(f'<table:table table:name="T">{inside}</table:table>')

    def parse(of: Document) -> Iterator[Record | Follow]:
        lines = ((line.number, line.cells) for line in ods_lines(of))
        for found in rows_below(of, "sheet=T&", lines, marks=("Name",)):
            found.read(("Name",), text)
        yield from ()

    found = showing.cited_place(document, "sheet=T&row=5", parse)

    assert found.cells == (("Name", "x"),)
    assert found.rows == 5
    with pytest.raises(showing.NothingThereError, match="no tab 'U'"):
        showing.cited_place(document, "sheet=U&row=5", parse)


def test_bytes_that_end_too_soon_stop_the_reading() -> None:
    body = bytearray(workbook(ROWS * 50).body)
    body[70:90] = b"x" * 20

    with pytest.raises(SourceChangedError, match="damaged"):
        list(ods_lines(bare(bytes(body))))
    assert not begins_with_sheets(bare(bytes(body)), "First")
    assert long_ods.is_long(bare(bytes(body)), 1)
