"""Office Open XML workbooks (XLSX, ECMA-376), with the text kept in its own cell."""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime, time, timedelta

from db.spreadsheet.sheet import (
    XML,
    CannotWriteError,
    Cell,
    Sheet,
    Target,
    clean_text,
    escaped,
    named,
    number_text,
    packaged,
    put,
    quoted,
    rendered,
    whole_second,
)


def write_xlsx(target: Target, sheets: Iterable[Sheet]) -> None:
    """Write an Office Open XML workbook, its sheets in the order given."""
    every = named(sheets)
    parts = [f"worksheets/sheet{number}.xml" for number in range(1, len(every) + 1)]
    with packaged(target) as package:
        put(package, "[Content_Types].xml", _types(parts))
        put(package, "_rels/.rels", [_ROOT])
        put(package, "xl/workbook.xml", _workbook(every))
        put(package, "xl/_rels/workbook.xml.rels", _relations(parts))
        put(package, "xl/styles.xml", [_STYLES])
        for part, sheet in zip(parts, every, strict=True):
            put(package, f"xl/{part}", _worksheet(sheet))


def _types(parts: Iterable[str]) -> Iterator[str]:
    yield _TYPES
    for part in parts:
        yield f'<Override PartName="/xl/{part}" ContentType="{_TYPE}worksheet+xml"/>'
    yield "</Types>"


def _workbook(sheets: Iterable[Sheet]) -> Iterator[str]:
    yield f'{XML}<workbook xmlns="{_MAIN}" xmlns:r="{_RELATION}"><sheets>'
    for number, sheet in enumerate(sheets, start=1):
        yield f'<sheet name="{quoted(sheet.name)}" sheetId="{number}" r:id="rId{number}"/>'
    yield "</sheets></workbook>"


def _relations(parts: Sequence[str]) -> Iterator[str]:
    yield f'{XML}<Relationships xmlns="{_PACKAGE}/relationships">'
    for number, part in enumerate(parts, start=1):
        yield f'<Relationship Id="rId{number}" Type="{_RELATION}/worksheet" Target="{part}"/>'
    number = len(parts) + 1
    yield f'<Relationship Id="rId{number}" Type="{_RELATION}/styles" Target="styles.xml"/>'
    yield "</Relationships>"


def _worksheet(sheet: Sheet) -> Iterator[str]:
    yield f'{XML}<worksheet xmlns="{_MAIN}">'
    yield '<sheetFormatPr defaultColWidth="20" defaultRowHeight="15"/><sheetData>'
    yield from rendered(sheet, _row)
    yield "</sheetData></worksheet>"


def _row(number: int, row: Sequence[Cell]) -> Iterator[str]:
    yield f'<row r="{number}">'
    for column, cell in enumerate(row):
        if cell is not None:
            yield _cell(f"{_letters(column)}{number}", cell)
    yield "</row>"


def _cell(place: str, cell: str | float | date) -> str:
    match cell:
        case bool():
            return f'<c r="{place}" t="b"><v>{cell:d}</v></c>'
        case int() | float():
            return f'<c r="{place}"><v>{number_text(cell)}</v></c>'
        case datetime():
            return f'<c r="{place}" s="2"><v>{_serial(whole_second(cell))}</v></c>'
        case date():
            return f'<c r="{place}" s="1"><v>{_serial(datetime.combine(cell, time()))}</v></c>'
        case str():
            text = _text(clean_text(cell))
            return f'<c r="{place}" t="inlineStr"><is><t xml:space="preserve">{text}</t></is></c>'


def _letters(column: int) -> str:
    """Return a column's letters: A for 0, Z for 25, AA for 26."""
    before, letter = divmod(column, 26)
    return (_letters(before - 1) if before else "") + chr(ord("A") + letter)


def _serial(moment: datetime) -> str:
    """Return the days since 1900 began, counting 29 February 1900, in which Excel believes."""
    since = moment - datetime.fromisoformat("1899-12-31")
    if since < timedelta(days=1):
        raise CannotWriteError(f"{moment} is before 1900, where XLSX dates begin; write it as text")
    days = since.days if since.days < _LEAP_DAY_THAT_NEVER_WAS else since.days + 1
    return repr(days + since.seconds / 86_400) if since.seconds else str(days)


def _text(text: str) -> str:
    if len(text) > _MOST_CHARACTERS:
        raise CannotWriteError(f"{len(text):,} characters; an XLSX cell holds {_MOST_CHARACTERS:,}")
    return escaped(_LOOKS_ESCAPED.sub("_x005F_", text))


_MOST_CHARACTERS = 32_767
_LEAP_DAY_THAT_NEVER_WAS = 60
_LOOKS_ESCAPED = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")

_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml."
_TYPES = (
    f'{XML}<Types xmlns="{_PACKAGE}/content-types">'
    '<Default Extension="xml" ContentType="application/xml"/><Default Extension="rels"'
    ' ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    f'<Override PartName="/xl/workbook.xml" ContentType="{_TYPE}sheet.main+xml"/>'
    f'<Override PartName="/xl/styles.xml" ContentType="{_TYPE}styles+xml"/>'
)
_ROOT = (
    f'{XML}<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="rId1"'
    f' Type="{_RELATION}/officeDocument" Target="xl/workbook.xml"/></Relationships>'
)
_PLAIN = 'fontId="0" fillId="0" borderId="0"'
_STYLES = (
    f'{XML}<styleSheet xmlns="{_MAIN}"><numFmts count="2">'
    '<numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/>'
    '<numFmt numFmtId="165" formatCode="yyyy\\-mm\\-dd hh:mm:ss"/></numFmts>'
    '<fonts count="1"><font><sz val="11"/><name val="Arial"/></font></fonts>'
    '<fills count="2"><fill><patternFill patternType="none"/></fill>'
    '<fill><patternFill patternType="gray125"/></fill></fills>'
    '<borders count="1"><border/></borders>'
    f'<cellStyleXfs count="1"><xf numFmtId="0" {_PLAIN}/></cellStyleXfs>'
    f'<cellXfs count="3"><xf numFmtId="0" {_PLAIN} xfId="0"/>'
    f'<xf numFmtId="164" {_PLAIN} xfId="0" applyNumberFormat="1"/>'
    f'<xf numFmtId="165" {_PLAIN} xfId="0" applyNumberFormat="1"/></cellXfs>'
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>'
    "</styleSheet>"
)
