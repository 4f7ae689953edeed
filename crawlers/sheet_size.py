"""How large a workbook's sheets are, told from their markup before anything lays them out.

A few bytes of markup can ask for a million columns, or for one text a million times. What asks
for more than a published table could need is refused while it is still small.
"""

import re
from collections.abc import Iterator
from functools import cache
from string import ascii_letters, digits
from xml.parsers import expat

from crawlers.container import LARGEST_UNZIPPED, Refuse

WIDEST = 1_000
"""Columns. Ofsted's widest tab has 38."""
LARGEST_AREA = 5_000_000
"""Cells, the widest row times all rows. Ofsted's 2025 workbook has 0.8 million."""


def check_sheet(name: str, body: bytes, refuse: Refuse) -> None:
    """Refuse a workbook's member whose sheets would not fit in memory; pass what is no sheet."""
    try:
        if name == "content.xml":
            width, height, laid_out = _ods_size(body, refuse)
        elif b"sheetData" in body:
            (width, height), laid_out = _xlsx_size(body), 0
        else:
            return
    except (expat.ExpatError, ValueError) as error:
        raise refuse(f"its member {name!r} is damaged ({error}); download it again") from None
    if width > WIDEST or width * height > LARGEST_AREA:
        raise refuse(
            f"its sheets span {width:,} columns and {height:,} rows, where no published table"
            f" passes {WIDEST:,} columns or {LARGEST_AREA:,} cells; download it again, or delete"
            " what stands beyond its data and save it anew"
        )
    if laid_out > LARGEST_UNZIPPED:
        raise refuse(
            f"its cells, repeats written out, come to {laid_out:,} bytes, more than"
            f" {LARGEST_UNZIPPED:,}; no published table repeats itself so: download it again"
        )


def _ods_size(content: bytes, refuse: Refuse) -> tuple[int, int, int]:
    """The widest row, the rows of all sheets, and the bytes that their cells come to.

    Repeats count in full. Blank rows and cells count only when something filled follows them.
    """
    if any(_other_markup(content)):
        raise refuse(
            "its content has comments or CDATA, in which readers lose text; open it in a"
            " spreadsheet and save it anew"
        )
    width = height = blank = laid_out = 0
    for start, following in _ods_rows(content):
        end = max(content.rfind(b"</table:table-row", start, following), start)
        times = _times(_ODS_ROWS.search(content, start, content.find(b"<", start + 1)))
        filled = content.rfind(b"office:", start, end)
        filled = max(filled, content.rfind(b"table:formula", max(filled, start), end))
        if filled >= 0:
            cells, size = _ods_row(content, start, content.find(b"<", filled), following)
            width, height, blank = max(width, cells), height + blank + times, 0
            laid_out += times * size
        else:
            blank += times
        if content.find(b"</table:table>", end, following) >= 0:
            blank = 0
    return width, height, laid_out


def _other_markup(content: bytes) -> Iterator[bool]:
    """Yield True for each comment, CDATA section or instruction below the first line's."""
    for sign in (b"!", b"?"):  # rare signs, so that finding them costs nothing
        for found in re.finditer(re.escape(sign), content):
            yield content[found.start() - 1 : found.start()] == b"<" and found.start() > 1


def _ods_rows(content: bytes) -> Iterator[tuple[int, int]]:
    """Yield where each row begins and where the next one does, or the content ends."""
    start = content.find(b"<table:table-row")
    while start >= 0:
        following = content.find(b"<table:table-row", start + 1)
        yield start, following if following >= 0 else len(content)
        start = following


def _ods_row(content: bytes, start: int, end: int, following: int) -> tuple[int, int]:
    """Columns and bytes of a row up to its last filled cell, repeats written out."""
    cells, size = content.count(b"<table:", start + 1, end), following - start
    for repeat in _ODS_COLUMNS.finditer(content, start, end):
        more, after = _times(repeat) - 1, content.find(b"<table:", repeat.end(), following)
        cells += more
        size += more * ((after if after >= 0 else following) - repeat.start())
    return cells, size


def _times(repeat: re.Match[bytes] | None) -> int:
    """How often something is repeated; ValueError when that is not written in digits."""
    return int(repeat[1]) if repeat else 1


def _xlsx_size(content: bytes) -> tuple[int, int]:
    """The furthest column and the lowest row with a filled cell, placed by name or by order."""
    row = column = 0
    place = ""
    widths, heights = {0}, {0}

    def start(name: str, attributes: dict[str, str]) -> None:
        nonlocal row, column, place
        kind = _local(name)
        if kind == "c":
            place = attributes.get("r", "")
            column = _column(place.rstrip(digits)) if place else column + 1
        elif kind == "row":
            row, column = int(attributes.get("r", row + 1)), 0
        elif kind in _FILLED:
            widths.add(column)
            heights.add(int(place.lstrip(ascii_letters)) if place else row)

    parser = expat.ParserCreate()
    parser.StartElementHandler = start
    parser.Parse(content, True)
    return max(widths), max(heights)


@cache
def _local(name: str) -> str:
    return name.rpartition(":")[2]


@cache
def _column(letters: str) -> int:
    """A column's number: 1 for A, 27 for AA."""
    number = 0
    for letter in letters.upper():
        number = number * 26 + ord(letter) - ord("A") + 1
    return number


_FILLED = frozenset({"v", "is", "f"})
_ODS_COLUMNS = re.compile(rb"number-columns-repeated\s*=\s*[\"']([^\"']*)")
_ODS_ROWS = re.compile(rb"number-rows-repeated\s*=\s*[\"']([^\"']*)")
