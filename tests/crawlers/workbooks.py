"""Small workbooks and zips for tests: whole ones, and ones with something wrong inside."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

from db.records import Document
from db.spreadsheet import Cell, Sheet, write_ods, write_xlsx

Tabs = dict[str, list[list[Cell]]]
"""Rows by the name of their tab."""

ROW = b"<table:table-row><table:table-cell/></table:table-row>"
"""The one row of a blank sheet as our own writer puts it."""


def document(body: bytes, url: str = "file:issue.ods") -> Document:
    return Document(url=url, fetched_at=datetime(2026, 9, 1, 12, tzinfo=UTC), body=body)


def ods(tabs: Mapping[str, Iterable[Sequence[Cell]]]) -> bytes:
    file = BytesIO()
    write_ods(file, [Sheet(name=name, rows=rows) for name, rows in tabs.items()])
    return file.getvalue()


def xlsx(tabs: Mapping[str, Iterable[Sequence[Cell]]]) -> bytes:
    file = BytesIO()
    write_xlsx(file, [Sheet(name=name, rows=rows) for name, rows in tabs.items()])
    return file.getvalue()


def zipped(members: Mapping[str, bytes]) -> bytes:
    file = BytesIO()
    with ZipFile(file, "w", ZIP_DEFLATED) as container:
        for name, body in members.items():
            container.writestr(name, body)
    return file.getvalue()


def unzipped(body: bytes) -> dict[str, bytes]:
    with ZipFile(BytesIO(body)) as container:
        return {name: container.read(name) for name in container.namelist()}


def ods_of(rows: bytes) -> bytes:
    """An ODS with one tab, T, whose rows are this markup."""
    members = unzipped(ods({"T": []}))
    return zipped(members | {"content.xml": members["content.xml"].replace(ROW, rows)})


def xlsx_of(rows: bytes) -> bytes:
    """An XLSX with one tab, T, whose rows are this markup."""
    members = unzipped(xlsx({"T": []}))
    sheet = members["xl/worksheets/sheet1.xml"]
    filled = sheet.replace(b"<sheetData></sheetData>", b"<sheetData>" + rows + b"</sheetData>")
    return zipped(members | {"xl/worksheets/sheet1.xml": filled})
