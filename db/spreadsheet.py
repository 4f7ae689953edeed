"""ODS and XLSX files, streamed row by row.

Neither writer holds more than one row, so a sheet may be as long as the format allows. The same
rows give the same bytes: nothing written depends on the clock or on the machine.
"""

import math
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import groupby
from os import PathLike
from pathlib import Path
from typing import BinaryIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

Cell = str | int | float | bool | date | datetime | None
"""What one cell may hold; None is an empty cell. An instant is kept to the whole second."""

Target = str | PathLike[str] | BinaryIO
"""Where a file goes: a path, written under another name until it is whole, or an open file."""


@dataclass(frozen=True, kw_only=True)
class Sheet:
    """One named table; its rows are asked for once, while they are written."""

    name: str
    rows: Iterable[Sequence[Cell]]


class CannotWriteError(ValueError):
    """A value that the format cannot hold, with the sheet, row and column where it stands."""


def write_ods(target: Target, sheets: Iterable[Sheet]) -> None:
    """Write an OpenDocument spreadsheet, its sheets in the order given."""
    every = _named(sheets)
    with _package(target) as package:
        _put(package, "mimetype", [_ODS_TYPE], method=ZIP_STORED)
        _put(package, "META-INF/manifest.xml", [_ODS_MANIFEST])
        _put(package, "content.xml", _ods_content(every))


def write_xlsx(target: Target, sheets: Iterable[Sheet]) -> None:
    """Write an Office Open XML workbook, its sheets in the order given."""
    every = _named(sheets)
    parts = [f"worksheets/sheet{number}.xml" for number in range(1, len(every) + 1)]
    with _package(target) as package:
        _put(package, "[Content_Types].xml", _xlsx_types(parts))
        _put(package, "_rels/.rels", [_XLSX_ROOT])
        _put(package, "xl/workbook.xml", _xlsx_workbook(every))
        _put(package, "xl/_rels/workbook.xml.rels", _xlsx_relations(parts))
        _put(package, "xl/styles.xml", [_XLSX_STYLES])
        for part, sheet in zip(parts, every, strict=True):
            _put(package, f"xl/{part}", _xlsx_sheet(sheet))


def _named(sheets: Iterable[Sheet]) -> tuple[Sheet, ...]:
    """Return the sheets, each with a name that both formats and their readers accept."""
    every = tuple(sheets)
    if not every:
        raise CannotWriteError("a spreadsheet needs at least one sheet")
    seen: set[str] = set()
    for sheet in every:
        if not _SHEET_NAME.fullmatch(sheet.name):
            rule = "a name has 1 to 31 characters, none of []:*?/\\, no quote at either end"
            raise CannotWriteError(f"sheet {sheet.name!r}: {rule}")
        if sheet.name.casefold() in seen:
            raise CannotWriteError(f"sheet {sheet.name!r}: another sheet has that name")
        seen.add(sheet.name.casefold())
    return every


@contextmanager
def _package(target: Target) -> Iterator[ZipFile]:
    if not isinstance(target, (str, PathLike)):
        with ZipFile(target, "w") as package:
            yield package
        return
    path = Path(target)
    partial = path.with_name(f"{path.name}.part")
    try:
        with ZipFile(partial, "w") as package:
            yield package
        partial.replace(path)
    finally:
        partial.unlink(missing_ok=True)


def _put(package: ZipFile, name: str, text: Iterable[str], *, method: int = ZIP_DEFLATED) -> None:
    entry = ZipInfo(name, date_time=(1980, 1, 1, 0, 0, 0))
    entry.compress_type = method
    entry.create_system = 3  # said outright, or each machine would say its own
    with package.open(entry, "w") as part:
        for piece in text:
            part.write(piece.encode())


def _rendered(sheet: Sheet, render: Callable[[int, Sequence[Cell]], Iterable[str]]) -> Iterator[str]:
    """Yield each row's markup; a value that cannot be written says where it stands."""
    for number, row in enumerate(sheet.rows, start=1):
        if number > _MOST_ROWS or len(row) > _MOST_COLUMNS:
            limit = f"a sheet holds {_MOST_ROWS:,} rows of {_MOST_COLUMNS:,} cells"
            raise CannotWriteError(f"sheet {sheet.name!r}, row {number}: {limit}; split the table")
        try:
            yield "".join(render(number, row))
        except CannotWriteError as refusal:
            place = next(at for at, cell in enumerate(row, start=1) if _refused(cell, render))
            message = f"sheet {sheet.name!r}, row {number}, column {place}: {refusal}"
            raise CannotWriteError(message) from None


def _refused(cell: Cell, render: Callable[[int, Sequence[Cell]], Iterable[str]]) -> bool:
    try:
        "".join(render(1, [cell]))
    except CannotWriteError:
        return True
    return False


def _ods_content(sheets: Iterable[Sheet]) -> Iterator[str]:
    yield _ODS_HEAD
    for sheet in sheets:
        yield f'<table:table table:name="{_attribute(sheet.name)}"><table:table-column/>'
        empty = True
        for row in _rendered(sheet, _ods_row):
            empty = False
            yield row
        yield f"{_ODS_EMPTY_ROW if empty else ''}</table:table>"
    yield _ODS_FOOT


def _ods_row(_: int, row: Sequence[Cell]) -> Iterator[str]:
    if not row:
        yield _ODS_EMPTY_ROW
        return
    yield "<table:table-row>"
    for blank, cells in groupby(row, key=lambda cell: cell is None):
        if blank:
            count = sum(1 for _ in cells)
            repeated = f' table:number-columns-repeated="{count}"' if count > 1 else ""
            yield f"<table:table-cell{repeated}/>"
        else:
            yield from map(_ods_cell, cells)
    yield "</table:table-row>"


def _ods_cell(cell: Cell) -> str:
    match cell:
        case bool():
            text = "true" if cell else "false"
            return _ods_typed("boolean", "boolean-value", text, shown=text.upper())
        case int() | float():
            text = _number(cell)
            return _ods_typed("float", "value", text, shown=text)
        case datetime():
            text = _naive(cell).isoformat(timespec="seconds")
            return _ods_typed("date", "date-value", text, shown=text.replace("T", " "), style="at")
        case date():
            text = cell.isoformat()
            return _ods_typed("date", "date-value", text, shown=text, style="on")
        case str():
            return _ods_text(_text(cell))
        case None:
            return "<table:table-cell/>"


def _ods_typed(kind: str, attribute: str, value: str, *, shown: str, style: str = "") -> str:
    styled = f' table:style-name="{style}"' if style else ""
    return (
        f'<table:table-cell{styled} office:value-type="{kind}" office:{attribute}="{value}">'
        f"<text:p>{shown}</text:p></table:table-cell>"
    )


def _ods_text(text: str) -> str:
    paragraphs = "".join(f"<text:p>{_ods_spaced(line)}</text:p>" for line in text.split("\n"))
    # Calc and calamine both pass over <text:tab/>; the attribute says it to them.
    whole = f' office:string-value="{_attribute(text)}"' if "\t" in text else ""
    return f'<table:table-cell office:value-type="string"{whole}>{paragraphs}</table:table-cell>'


def _ods_spaced(line: str) -> str:
    """Return a line whose every space survives: plain ones collapse, or vanish at either end."""
    return _COLLAPSING.sub(_ods_spaces, _escape(line)).replace("\t", "<text:tab/>")


def _ods_spaces(spaces: re.Match[str]) -> str:
    count = len(spaces[0])
    return f'<text:s text:c="{count}"/>' if count > 1 else "<text:s/>"


def _xlsx_types(parts: Iterable[str]) -> Iterator[str]:
    yield _XLSX_TYPES
    for part in parts:
        yield f'<Override PartName="/xl/{part}" ContentType="{_XLSX_TYPE}worksheet+xml"/>'
    yield "</Types>"


def _xlsx_workbook(sheets: Iterable[Sheet]) -> Iterator[str]:
    yield f'{_XML}<workbook xmlns="{_XLSX_MAIN}" xmlns:r="{_XLSX_RELATION}"><sheets>'
    for number, sheet in enumerate(sheets, start=1):
        yield f'<sheet name="{_attribute(sheet.name)}" sheetId="{number}" r:id="rId{number}"/>'
    yield "</sheets></workbook>"


def _xlsx_relations(parts: Sequence[str]) -> Iterator[str]:
    yield f'{_XML}<Relationships xmlns="{_PACKAGE}/relationships">'
    for number, part in enumerate(parts, start=1):
        yield f'<Relationship Id="rId{number}" Type="{_XLSX_RELATION}/worksheet" Target="{part}"/>'
    number = len(parts) + 1
    yield f'<Relationship Id="rId{number}" Type="{_XLSX_RELATION}/styles" Target="styles.xml"/>'
    yield "</Relationships>"


def _xlsx_sheet(sheet: Sheet) -> Iterator[str]:
    yield f'{_XML}<worksheet xmlns="{_XLSX_MAIN}"><sheetData>'
    yield from _rendered(sheet, _xlsx_row)
    yield "</sheetData></worksheet>"


def _xlsx_row(number: int, row: Sequence[Cell]) -> Iterator[str]:
    yield f'<row r="{number}">'
    for column, cell in enumerate(row):
        if cell is not None:
            yield _xlsx_cell(f"{_column(column)}{number}", cell)
    yield "</row>"


def _xlsx_cell(place: str, cell: str | float | date) -> str:
    match cell:
        case bool():
            return f'<c r="{place}" t="b"><v>{cell:d}</v></c>'
        case int() | float():
            return f'<c r="{place}"><v>{_number(cell)}</v></c>'
        case datetime():
            return f'<c r="{place}" s="2"><v>{_serial(_naive(cell))}</v></c>'
        case date():
            midnight = datetime(cell.year, cell.month, cell.day)  # noqa: DTZ001 - a day, no zone
            return f'<c r="{place}" s="1"><v>{_serial(midnight)}</v></c>'
        case str():
            text = _text(cell)
            if len(text) > _MOST_XLSX_CHARACTERS:
                raise CannotWriteError(f"{len(text):,} characters; XLSX holds 32,767 in a cell")
            kept = _escape(_LOOKS_ESCAPED.sub("_x005F_", text))
            return f'<c r="{place}" t="inlineStr"><is><t xml:space="preserve">{kept}</t></is></c>'


def _column(index: int) -> str:
    letters = ""
    while index >= 0:
        index, letter = divmod(index, 26)
        letters = chr(ord("A") + letter) + letters
        index -= 1
    return letters


def _serial(moment: datetime) -> str:
    """Return the days since 1900 began, counting 29 February 1900, which Excel believes in."""
    since = moment - datetime(1899, 12, 31)  # noqa: DTZ001 - a workbook's times have no zone
    if since < timedelta(days=1):
        raise CannotWriteError(f"{moment} is before 1900, where XLSX dates begin; write it as text")
    days = since.days + (1 if since.days >= 60 else 0)  # noqa: PLR2004 - 60 is that 29 February
    return repr(days + since.seconds / 86_400) if since.seconds else str(days)


def _naive(moment: datetime) -> datetime:
    if moment.tzinfo is not None:
        raise CannotWriteError(f"{moment} has a time zone, which a cell cannot keep; remove it")
    return moment.replace(microsecond=0)


def _number(number: float) -> str:
    if not math.isfinite(number):
        raise CannotWriteError(f"{number} is not a number that a cell can hold; write None")
    if isinstance(number, int) and abs(number) > _MOST_EXACT:
        raise CannotWriteError(f"{number} has more digits than a cell keeps; write it as text")
    return str(int(number)) if isinstance(number, int) else repr(float(number))


def _text(text: str) -> str:
    """Return the text with every line ending as one newline; refuse what XML cannot hold."""
    found = _NOT_XML.search(text)
    if found:
        message = f"control character {found[0]!r} cannot be in a spreadsheet; take it out"
        raise CannotWriteError(message)
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _escape(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _attribute(text: str) -> str:
    whole = _escape(text).replace('"', "&quot;")
    return whole.replace("\t", "&#9;").replace("\n", "&#10;")


_MOST_ROWS = 1_048_576
_MOST_COLUMNS = 16_384
_MOST_XLSX_CHARACTERS = 32_767
_MOST_EXACT = 2**53
_SHEET_NAME = re.compile(r"(?!')[^\x00-\x1f\[\]:*?/\\\ud800-\udfff\ufffe\uffff]{1,31}(?<!')")
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_COLLAPSING = re.compile(r"^ +|(?<=\t) +| +(?=\t)| {2,}| +$")
_LOOKS_ESCAPED = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")

_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_OASIS = "urn:oasis:names:tc:opendocument:xmlns"
_ODS_TYPE = "application/vnd.oasis.opendocument.spreadsheet"
_ODS_MANIFEST = (
    f'{_XML}<manifest:manifest xmlns:manifest="{_OASIS}:manifest:1.0" manifest:version="1.3">'
    f'<manifest:file-entry manifest:full-path="/" manifest:version="1.3"'
    f' manifest:media-type="{_ODS_TYPE}"/>'
    '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>'
    "</manifest:manifest>"
)
_ODS_DAY = '<number:year number:style="long"/>' + "".join(
    f'<number:text>-</number:text><number:{part} number:style="long"/>' for part in ("month", "day")
)
_ODS_TIME = "<number:text> </number:text>" + "<number:text>:</number:text>".join(
    f'<number:{part} number:style="long"/>' for part in ("hours", "minutes", "seconds")
)
_ODS_HEAD = (
    f'{_XML}<office:document-content xmlns:office="{_OASIS}:office:1.0"'
    f' xmlns:style="{_OASIS}:style:1.0" xmlns:number="{_OASIS}:datastyle:1.0"'
    f' xmlns:table="{_OASIS}:table:1.0" xmlns:text="{_OASIS}:text:1.0" office:version="1.3">'
    "<office:automatic-styles>"
    f'<number:date-style style:name="day">{_ODS_DAY}</number:date-style>'
    f'<number:date-style style:name="second">{_ODS_DAY}{_ODS_TIME}</number:date-style>'
    '<style:style style:name="on" style:family="table-cell" style:data-style-name="day"/>'
    '<style:style style:name="at" style:family="table-cell" style:data-style-name="second"/>'
    "</office:automatic-styles><office:body><office:spreadsheet>"
)
_ODS_FOOT = "</office:spreadsheet></office:body></office:document-content>"
_ODS_EMPTY_ROW = "<table:table-row><table:table-cell/></table:table-row>"

_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_XLSX_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_XLSX_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_XLSX_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml."
_XLSX_TYPES = (
    f'{_XML}<Types xmlns="{_PACKAGE}/content-types"><Default Extension="xml"'
    ' ContentType="application/xml"/><Default Extension="rels"'
    ' ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    f'<Override PartName="/xl/workbook.xml" ContentType="{_XLSX_TYPE}sheet.main+xml"/>'
    f'<Override PartName="/xl/styles.xml" ContentType="{_XLSX_TYPE}styles+xml"/>'
)
_XLSX_ROOT = (
    f'{_XML}<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="rId1"'
    f' Type="{_XLSX_RELATION}/officeDocument" Target="xl/workbook.xml"/></Relationships>'
)
_XLSX_STYLES = (
    f'{_XML}<styleSheet xmlns="{_XLSX_MAIN}"><numFmts count="2">'
    '<numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/>'
    '<numFmt numFmtId="165" formatCode="yyyy\\-mm\\-dd hh:mm:ss"/></numFmts>'
    "<fonts><font/></fonts><fills><fill/></fills><borders><border/></borders>"
    "<cellStyleXfs><xf/></cellStyleXfs><cellXfs><xf/>"
    '<xf numFmtId="164" applyNumberFormat="1"/><xf numFmtId="165" applyNumberFormat="1"/>'
    "</cellXfs></styleSheet>"
)
