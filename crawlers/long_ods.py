"""Read an ODS workbook row by row, however long its sheets are: none of them is ever held.

A sheet of six million cells takes gigabytes once it is laid out, so that `crawlers.workbook`
refuses it. Here each row is let go of once it is read. Rows are counted from 1 as a spreadsheet
shows them; rows in which nothing stands are passed over.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import IO

from lxml import etree

from crawlers.container import DAMAGE, opened
from crawlers.reading import Cell, SourceChangedError, is_blank
from db.records import Document

LARGEST_UNZIPPED = 4_000_000_000
"""Bytes. The Care Quality Commission's directory unzips to some 400 million."""
WIDEST = 1_000
"""Columns: what repeats a cell beyond this is no table."""
MOST_REPEATED = 1_000
"""How often a filled row may stand in a run."""
CONTENT = "content.xml"
Element = etree._Element  # noqa: SLF001 # pyright: ignore[reportPrivateUsage] its only name
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_ROW, _SHEET = f"{_TABLE}table-row", f"{_TABLE}table"
_CELLS = frozenset({f"{_TABLE}table-cell", f"{_TABLE}covered-table-cell"})


@dataclass(frozen=True, kw_only=True)
class Line:
    """One row of a sheet."""

    tab: str
    number: int
    cells: list[Cell]


def ods_lines(document: Document) -> Iterator[Line]:
    """Yield each filled row of each sheet, in their order.

    Raises SourceChangedError for what is no ODS workbook, and where it is damaged.
    """
    refuse = partial(SourceChangedError, document, "")
    with opened(document, largest=LARGEST_UNZIPPED) as container:
        if CONTENT not in container.namelist():
            raise refuse("this zip is no ODS workbook; download the workbook itself")
        with container.open(CONTENT) as content:
            try:
                yield from _lines(document, content)
            except (etree.XMLSyntaxError, *DAMAGE) as error:
                raise refuse(f"the workbook is damaged ({error}); download it again") from None


def begins_with_sheets(document: Document, *names: str) -> bool:
    """True for an ODS workbook whose first sheets have these names. Reads little, never raises."""
    if not document.body.startswith(b"PK"):
        return False
    try:
        with opened(document, largest=LARGEST_UNZIPPED) as container:
            if CONTENT not in container.namelist():
                return False
            with container.open(CONTENT) as content:
                head = content.read(1 << 22)
    except (SourceChangedError, *DAMAGE):
        return False
    places = [head.find(f'table:name="{name}"'.encode()) for name in names]
    return all(place > 0 for place in places) and places == sorted(places)


def is_long(document: Document, more_than: int) -> bool:
    """True for an ODS workbook whose content unzips to more bytes than that."""
    if not document.body.startswith(b"PK"):
        return False
    try:
        with opened(document, largest=LARGEST_UNZIPPED) as container:
            return any(
                one.filename == CONTENT and one.file_size > more_than
                for one in container.infolist()
            )
    except SourceChangedError:
        return False


def _lines(document: Document, content: IO[bytes]) -> Iterator[Line]:
    tab, number = "", 0
    reading = etree.iterparse(
        content,
        events=("start", "end"),
        tag=(_SHEET, _ROW),
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
    )
    for event, found in reading:
        if found.tag == _SHEET:
            if event == "start":
                tab, number = found.get(f"{_TABLE}name") or "", 0
            else:
                found.clear()
        elif event == "end":
            times = _times(found, "rows")
            cells = _row(document, tab, number + 1, found)
            _let_go(found)
            if not is_blank(cells):
                if times > MOST_REPEATED:
                    raise SourceChangedError(
                        document,
                        f"sheet={tab}&row={number + 1}",
                        f"a filled row stands {times:,} times in a run; download it again",
                    )
                for again in range(times):
                    yield Line(tab=tab, number=number + 1 + again, cells=cells)
            number += times


def _row(document: Document, tab: str, number: int, row: Element) -> list[Cell]:
    """The cells of a row, without the blank ones at its end."""
    cells: list[Cell] = []
    blank = 0
    for found in row:
        if found.tag not in _CELLS:
            continue
        times = _times(found, "columns")
        value = _value(found)
        if value in (None, ""):
            blank += times
            continue
        if len(cells) + blank + times > WIDEST:
            raise SourceChangedError(
                document,
                f"sheet={tab}&row={number}",
                f"it has more than {WIDEST:,} columns; download it again",
            )
        cells += [None] * blank + [value] * times
        blank = 0
    return cells


def _times(found: Element, what: str) -> int:
    return int(found.get(f"{_TABLE}number-{what}-repeated") or 1)


def _value(cell: Element) -> Cell:
    """What a cell holds: a day, a number, yes or no, or its text, one line a paragraph."""
    kind = cell.get(f"{_OFFICE}value-type")
    if kind == "date":
        return date.fromisoformat((cell.get(f"{_OFFICE}date-value") or "")[:10])
    if kind in {"float", "percentage", "currency"}:
        return float(cell.get(f"{_OFFICE}value") or "")
    if kind == "boolean":
        return cell.get(f"{_OFFICE}boolean-value") == "true"
    return "\n".join(_text(part) for part in cell if part.tag == f"{_TEXT}p")


def _text(paragraph: Element) -> str:
    """The words of a paragraph; a run of spaces is written as an element of its own."""
    if not len(paragraph):
        return paragraph.text or ""
    pieces = [paragraph.text or ""]
    for part in paragraph:
        if part.tag == f"{_TEXT}s":
            pieces.append(" " * int(part.get(f"{_TEXT}c") or 1))
        elif part.tag == f"{_TEXT}line-break":
            pieces.append("\n")
        else:
            pieces.append(_text(part))
        pieces.append(part.tail or "")
    return "".join(pieces)


def _let_go(row: Element) -> None:
    """Free a row that is read, and those before it."""
    row.clear()
    above = row.getparent()
    while above is not None and row.getprevious() is not None:
        del above[0]
