"""A workbook that would lay out more than a published table needs is refused while it is small."""

import subprocess
import sys
from functools import partial
from pathlib import Path

import pytest

from crawlers.reading import SourceChangedError
from crawlers.sheet_size import check_sheet
from crawlers.workbook import open_workbook
from tests.apart import APART
from tests.crawlers.workbooks import document, ods, ods_of, unzipped, xlsx_of, zipped

ROOT = Path(__file__).parents[2]
FILLED = b'<table:table-cell office:value-type="string"><text:p>x</text:p></table:table-cell>'
BLANK = b"<table:table-cell/>"
WIDE = (
    "its sheets span {} columns and {} rows, where no published table passes 1,000 columns or"
    " 5,000,000 cells; download it again, or delete what stands beyond its data and save it anew"
)
LONG = "its cells, repeats written out, come to 60"
COMMENTS = (
    "its content has comments or CDATA, in which readers lose text; open it in a spreadsheet and"
    " save it anew"
)


def row(cells: bytes, times: int = 1) -> bytes:
    repeated = b' table:number-rows-repeated="%d"' % times if times > 1 else b""
    return b"<table:table-row%b>%b</table:table-row>" % (repeated, cells)


def holding(text: bytes) -> bytes:
    return FILLED.replace(b">x<", b">%b<" % text)


def filled(times: int) -> bytes:
    return FILLED.replace(b" office", b' table:number-columns-repeated="%d" office' % times)


def blank(times: int) -> bytes:
    return b'<table:table-cell table:number-columns-repeated="%d"/>' % times


def repeated(attributes: bytes) -> bytes:
    """A row of one cell with these attributes, a million times."""
    return row(b'<table:table-cell %b table:number-columns-repeated="1000000"/>' % attributes)


BOMBS = {
    "a filled cell repeated a million times": (
        ods_of(row(filled(1_000_000))),
        WIDE.format("1,000,000", "1"),
    ),
    "a million cells in a row": (ods_of(row(FILLED * 1_000_000)), WIDE.format("1,000,000", "1")),
    "a million blank cells one by one before a filled one": (
        ods_of(row(BLANK * 999_999 + FILLED)),
        WIDE.format("1,000,000", "1"),
    ),
    "one cell after 999,999 blank ones": (
        ods_of(row(blank(999_999) + FILLED)),
        WIDE.format("1,000,000", "1"),
    ),
    "a filled row repeated a million times": (
        ods_of(row(FILLED * 22, 1_000_000)),
        WIDE.format("22", "1,000,000"),
    ),
    "a million blank rows above a filled one": (
        ods_of(row(FILLED * 22) + row(BLANK, 999_998) + row(FILLED)),
        WIDE.format("22", "1,000,000"),
    ),
    "a number without its type": (
        ods_of(repeated(b'office:value="1"')),
        WIDE.format("1,000,000", "1"),
    ),
    "a formula without its value": (
        ods_of(repeated(b'table:formula="of:=1"')),
        WIDE.format("1,000,000", "1"),
    ),
    "a cell under a merged one": (
        ods_of(row(filled(1_000_000).replace(b":table-cell", b":covered-table-cell"))),
        WIDE.format("1,000,000", "1"),
    ),
    "a bracket inside an attribute": (
        ods_of(repeated(b'office:value-type="string" office:string-value="a>b"')),
        WIDE.format("1,000,000", "1"),
    ),
    "single quotes": (
        ods_of(row(filled(1_000_000).replace(b'"', b"'"))),
        WIDE.format("1,000,000", "1"),
    ),
    "spaces in the markup": (
        ods_of(
            row(filled(1_000_000).replace(b'repeated="', b'repeated = "')).replace(
                b"</table:table-row>", b"</table:table-row >"
            )
        ),
        WIDE.format("1,000,000", "1"),
    ),
    "a long text in many rows": (
        ods_of(row(holding(b"prose " * 10_000), 10_000)),
        LONG,
    ),
    "a long text in many columns": (
        ods_of(row(filled(1_000).replace(b">x<", b">%b<" % (b"prose " * 100_000)))),
        LONG,
    ),
    "a comment that hides a row's end": (
        ods_of(row(blank(999_999) + b"<!--</table:table-row>-->" + FILLED)),
        COMMENTS,
    ),
    "an instruction that hides a row's end": (
        ods_of(row(blank(999_999) + b"<?x </table:table-row>?>" + FILLED)),
        COMMENTS,
    ),
    "text in CDATA, which readers drop": (
        ods_of(row(holding(b"<![CDATA[x]]>"))),
        COMMENTS,
    ),
    "a count that is no number": (
        ods_of(row(filled(7).replace(b'"7"', b'"&#55;"'))),
        (
            "its member 'content.xml' is damaged (invalid literal for int() with base 10:"
            " b'&#55;'); download it again"
        ),
    ),
    "a far cell of an XLSX": (
        xlsx_of(b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'),
        WIDE.format("16,384", "1,048,576"),
    ),
    "16,384 columns of an XLSX": (
        xlsx_of(b'<row r="1">' + b"<c><v>1</v></c>" * 16_384 + b"</row>"),
        WIDE.format("16,384", "1"),
    ),
    "cells of an XLSX placed by their order": (
        xlsx_of(b'<row r="1048575"/><row>' + b"<c><v>1</v></c>" * 16_384 + b"</row>"),
        WIDE.format("16,384", "1,048,576"),
    ),
    "a cell after a far blank one of an XLSX": (
        xlsx_of(b'<row r="1"><c r="XFC1"/><c><f>1</f></c></row>'),
        WIDE.format("16,384", "1"),
    ),
    "small letters in an XLSX": (
        xlsx_of(b"<row r='1'><c r='xfd1048576'><v>1</v></c></row>"),
        WIDE.format("16,384", "1,048,576"),
    ),
    "a prefix in an XLSX": (
        xlsx_of(b'<x:row xmlns:x="x"><x:c r="XFD9"><x:is/></x:c></x:row>'),
        WIDE.format("16,384", "9"),
    ),
    "an XLSX sheet that breaks off": (
        xlsx_of(b'<row r="1"><c r="A1">'),
        ("its member 'xl/worksheets/sheet1.xml' is damaged (mismatched tag: line 2, column"),
    ),
    "an XLSX cell without a row": (
        xlsx_of(b'<row r="1"><c r="A"><v>1</v></c></row>'),
        (
            "its member 'xl/worksheets/sheet1.xml' is damaged (invalid literal for int() with base"
            " 10: ''); download it again"
        ),
    ),
}

ATTEMPT = """
import resource, sys
from datetime import UTC, datetime
from pathlib import Path
from crawlers.reading import SourceChangedError
from crawlers.workbook import open_workbook
from db.records import Document

resource.setrlimit(resource.RLIMIT_AS, (2_000_000_000, 2_000_000_000))
for file in sorted(Path(sys.argv[1]).iterdir()):
    body = file.read_bytes()
    try:
        open_workbook(Document(url="", fetched_at=datetime.now(UTC), body=body)).lines("T")
    except SourceChangedError:
        continue
    sys.exit(f"opened {file.name}")
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
"""
"""Give the most memory, in kB, that it takes to refuse them all."""


@pytest.mark.parametrize("name", BOMBS)
def test_a_workbook_that_asks_for_too_much_is_refused(name: str) -> None:
    body, told = BOMBS[name]

    with pytest.raises(SourceChangedError) as caught:
        open_workbook(document(body)).lines("T")
    assert caught.value.problem.startswith(told)


def test_every_bomb_is_refused_in_little_memory(tmp_path: Path) -> None:
    for name, (body, _) in BOMBS.items():
        (tmp_path / name).write_bytes(body)

    done = subprocess.run(  # noqa: S603 - our own code, in a process that may die of it
        [*APART, sys.executable, "-c", ATTEMPT, tmp_path],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 0, done.stderr
    assert int(done.stdout) < 600_000


@pytest.mark.parametrize(
    "rows",
    [
        row(FILLED + blank(16_383)),
        row(FILLED) + row(blank(16_384), 1_048_575),
        row(FILLED) + b'<table:table-row table:number-rows-repeated="1048575"/>',
        row(filled(1_000), 100),
        row(FILLED, 20_000) + row(BLANK, 80_000) + row(FILLED, 100_000),
        b"<table:table-header-rows>" + row(FILLED) + b"</table:table-header-rows>",
        row(holding(b"Is it? It is!")),
    ],
    ids=[
        "blank to the last column",
        "blank to the last row",
        "blank to the last row in short",
        "1,000 columns",
        "200,000 rows",
        "rows of a header",
        "question and exclamation marks",
    ],
)
def test_what_a_published_table_may_have_is_read(rows: bytes) -> None:
    lines = open_workbook(document(ods_of(rows))).lines("T")

    assert lines[0][0] in {"x", "Is it? It is!"}


def test_blank_rows_below_one_sheet_do_not_count_for_the_next() -> None:
    members = unzipped(ods({"T": [], "U": []}))
    rows = row(FILLED * 22) + row(BLANK, 1_000_000)
    content = members["content.xml"].replace(row(BLANK), rows)
    book = open_workbook(document(zipped(members | {"content.xml": content})))

    assert (len(book.lines("T")), len(book.lines("U"))) == (1, 1)


def test_far_cells_of_an_xlsx_that_hold_only_a_format_are_no_matter() -> None:
    rows = b'<row r="1"><c r="A1"><v>1</v></c><c r="XFD1" s="1"/></row><row r="1048576" s="1"/>'

    assert open_workbook(document(xlsx_of(rows))).lines("T") == [[1.0]]


def test_five_million_cells_are_the_limit() -> None:
    refuse = partial(SourceChangedError, document(b""), "")
    thousand_cells = FILLED + blank(998) + FILLED

    check_sheet("content.xml", row(thousand_cells, 5_000), refuse)
    with pytest.raises(SourceChangedError, match="span 1,000 columns and 5,001 rows"):
        check_sheet("content.xml", row(thousand_cells, 5_001), refuse)


def test_a_thousand_columns_are_the_limit() -> None:
    refuse = partial(SourceChangedError, document(b""), "")

    check_sheet("content.xml", row(filled(1_000)), refuse)
    with pytest.raises(SourceChangedError, match="span 1,001 columns and 1 rows"):
        check_sheet("content.xml", row(filled(1_001)), refuse)
