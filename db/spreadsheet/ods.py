"""OpenDocument spreadsheets (ODS, OASIS OpenDocument 1.3)."""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime
from itertools import groupby

from db.spreadsheet.sheet import (
    XML,
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


def write_ods(target: Target, sheets: Iterable[Sheet]) -> None:
    """Write an OpenDocument spreadsheet, its sheets in the order given."""
    every = named(sheets)
    with packaged(target) as package:
        put(package, "mimetype", [_TYPE], stored=True)
        put(package, "META-INF/manifest.xml", [_MANIFEST])
        put(package, "content.xml", _content(every))


def _content(sheets: Iterable[Sheet]) -> Iterator[str]:
    yield _HEAD
    for sheet in sheets:
        yield f'<table:table table:name="{quoted(sheet.name)}">{_COLUMNS}'
        empty = True
        for row in rendered(sheet, _row):
            empty = False
            yield row
        yield f"{_EMPTY_ROW if empty else ''}</table:table>"
    yield "</office:spreadsheet></office:body></office:document-content>"


def _row(_: int, row: Sequence[Cell]) -> Iterator[str]:
    if not row:
        yield _EMPTY_ROW
        return
    yield "<table:table-row>"
    for blank, cells in groupby(row, key=lambda cell: cell is None):
        if blank:
            count = sum(1 for _ in cells)
            repeated = f' table:number-columns-repeated="{count}"' if count > 1 else ""
            yield f"<table:table-cell{repeated}/>"
        else:
            yield from map(_cell, cells)
    yield "</table:table-row>"


def _cell(cell: Cell) -> str:
    match cell:
        case bool():
            text = "true" if cell else "false"
            return _typed("boolean", "boolean-value", text, shown=text.upper())
        case int() | float():
            text = number_text(cell)
            return _typed("float", "value", text, shown=text)
        case datetime():
            text = whole_second(cell).isoformat()
            return _typed("date", "date-value", text, shown=text.replace("T", " "), style="at")
        case date():
            text = cell.isoformat()
            return _typed("date", "date-value", text, shown=text, style="on")
        case str():
            return _text(clean_text(cell))
        case None:
            return "<table:table-cell/>"


def _typed(kind: str, attribute: str, value: str, *, shown: str, style: str = "") -> str:
    styled = f' table:style-name="{style}"' if style else ""
    return (
        f'<table:table-cell{styled} office:value-type="{kind}" office:{attribute}="{value}">'
        f"<text:p>{shown}</text:p></table:table-cell>"
    )


def _text(text: str) -> str:
    paragraphs = "".join(f"<text:p>{_spaced(line)}</text:p>" for line in text.split("\n"))
    # Calc and calamine both pass over <text:tab/>; the attribute tells it to them.
    whole = f' office:string-value="{quoted(text)}"' if "\t" in text else ""
    return f'<table:table-cell office:value-type="string"{whole}>{paragraphs}</table:table-cell>'


def _spaced(line: str) -> str:
    """Return a line whose every space survives: plain ones collapse, or vanish at either end."""
    return _COLLAPSING.sub(_spaces, escaped(line)).replace("\t", "<text:tab/>")


def _spaces(found: re.Match[str]) -> str:
    count = len(found[0])
    return f'<text:s text:c="{count}"/>' if count > 1 else "<text:s/>"


_COLLAPSING = re.compile(r"^ +|(?<=\t) +| +(?=\t)| {2,}| +$")

_TYPE = "application/vnd.oasis.opendocument.spreadsheet"
_OASIS = "urn:oasis:names:tc:opendocument:xmlns"
_MANIFEST = (
    f'{XML}<manifest:manifest xmlns:manifest="{_OASIS}:manifest:1.0" manifest:version="1.3">'
    f'<manifest:file-entry manifest:full-path="/" manifest:version="1.3"'
    f' manifest:media-type="{_TYPE}"/>'
    '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>'
    "</manifest:manifest>"
)
_DAY = "<number:text>-</number:text>".join(
    f'<number:{part} number:style="long"/>' for part in ("year", "month", "day")
)
_TIME = "<number:text>:</number:text>".join(
    f'<number:{part} number:style="long"/>' for part in ("hours", "minutes", "seconds")
)
_HEAD = (
    f'{XML}<office:document-content xmlns:office="{_OASIS}:office:1.0"'
    f' xmlns:style="{_OASIS}:style:1.0" xmlns:number="{_OASIS}:datastyle:1.0"'
    f' xmlns:table="{_OASIS}:table:1.0" xmlns:text="{_OASIS}:text:1.0" office:version="1.3">'
    "<office:automatic-styles>"
    '<style:style style:name="wide" style:family="table-column">'
    '<style:table-column-properties style:column-width="4.5cm"/></style:style>'
    f'<number:date-style style:name="day">{_DAY}</number:date-style>'
    f'<number:date-style style:name="second">{_DAY}<number:text> </number:text>{_TIME}'
    "</number:date-style>"
    '<style:style style:name="on" style:family="table-cell" style:data-style-name="day"/>'
    '<style:style style:name="at" style:family="table-cell" style:data-style-name="second"/>'
    "</office:automatic-styles><office:body><office:spreadsheet>"
)
_COLUMNS = '<table:table-column table:style-name="wide" table:number-columns-repeated="16384"/>'
_EMPTY_ROW = "<table:table-row><table:table-cell/></table:table-row>"
