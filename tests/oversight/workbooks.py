"""The planted market's workbooks, damaged on purpose, and what an installation holds."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

import sqlalchemy as sa
from sqlalchemy import Engine
from sqlmodel import SQLModel, col

from crawlers.sources.ofsted_annual import SOURCE
from db import tables
from db.loading import load_snapshot
from db.records import KINDS, Document, Record
from db.spreadsheet import Cell, Sheet, write_ods, write_xlsx
from db.store import running, save_subject
from oversight.installation import Installation
from tests.planted_market.workbooks import sheets

Tabs = dict[str, list[list[Cell]]]
Rows = list[tuple[Any, ...]]

REGISTER = "Providers+places_at_31_Mar_2026"
PREMISES = "SA_Premises_at_31_Mar_2026"
FIRST_ROW = 4
"""Where the first row below the headings stands, counted from 0."""


def tabs(year: int) -> Tabs:
    """An issue's tabs by name, to be changed and written."""
    return {sheet.name: [list(row) for row in sheet.rows] for sheet in sheets(year)}


def ods(workbook: Mapping[str, Sequence[Sequence[Cell]]]) -> bytes:
    file = BytesIO()
    write_ods(file, (Sheet(name=name, rows=rows) for name, rows in workbook.items()))
    return file.getvalue()


def xlsx(workbook: Mapping[str, Sequence[Sequence[Cell]]]) -> bytes:
    file = BytesIO()
    write_xlsx(file, (Sheet(name=name, rows=rows) for name, rows in workbook.items()))
    return file.getvalue()


def without_tab(name: str) -> bytes:
    changed = tabs(2026)
    del changed[name]
    return ods(changed)


def with_cell(tab: str, heading: str, value: Cell, year: int = 2026) -> bytes:
    """An issue with one cell changed: the one below a heading, in the table's first row."""
    changed = tabs(year)
    changed[tab][FIRST_ROW][changed[tab][FIRST_ROW - 1].index(heading)] = value
    return ods(changed)


def with_new_column(tab: str, heading: str) -> bytes:
    """An issue with one more heading in one table."""
    changed = tabs(2026)
    changed[tab][FIRST_ROW - 1].append(heading)
    return ods(changed)


def passed_off_as_real(workbook: Tabs) -> bytes:
    """A workbook whose cover does not say that it is invented."""
    cover = [
        [cell.replace("ehearsal", "elease") if isinstance(cell, str) else cell for cell in row]
        for row in workbook["Cover"]
    ]
    return ods(workbook | {"Cover": cover})


def zipped(members: Mapping[str, bytes]) -> bytes:
    file = BytesIO()
    with ZipFile(file, "w", ZIP_DEFLATED) as container:
        for name, content in members.items():
            container.writestr(name, content)
    return file.getvalue()


def with_member(workbook: bytes, name: str, before: bytes, after: bytes) -> bytes:
    """A workbook with a piece of one member's markup changed, once."""
    with ZipFile(BytesIO(workbook)) as container:
        members = {each: container.read(each) for each in container.namelist()}
    assert before in members[name]
    return zipped(members | {name: members[name].replace(before, after, 1)})


def leave_unfinished(place: Installation, path: Path) -> None:
    """Take in a workbook as a run does that is killed before it can close."""
    document = Document(url=f"file:{path.name}", fetched_at=place.now, body=path.read_bytes())
    found = [record for record in SOURCE.parse(document) if isinstance(record, Record)]
    with running(place.engine, SOURCE.key, place.now) as run:
        place.archive.put(document.body)
        save_subject(
            place.engine, run, SOURCE.subject(found), document, found, version=SOURCE.version
        )


def held(engine: Engine) -> dict[str, Rows]:
    """Every row of every table that a snapshot can see."""
    ledger = [SQLModel.metadata.tables[name] for name in ("fetch", "reading", "profile", "stamp")]
    seen = {
        table.name: sa.select(table).order_by(table.c.id)
        for table in (*tables.TABLE_FOR.values(), *ledger)
    }
    seen["closed runs"] = (
        sa.select(col(tables.Run.id), col(tables.Run.source), col(tables.Run.drift))
        .where(col(tables.Run.closed_at).is_not(None))
        .order_by(col(tables.Run.id))
    )
    with engine.connect() as connection:
        return {
            name: [tuple(row) for row in connection.execute(query)] for name, query in seen.items()
        }


def records(engine: Engine) -> dict[str, int]:
    """How many rows each table of records has."""
    with engine.connect() as connection:
        return {
            kind.__name__: connection.execute(
                sa.select(sa.func.count()).select_from(table)
            ).scalar_one()
            for kind, table in tables.TABLE_FOR.items()
        }


def visible(
    engine: Engine, as_of: date, known_at: datetime, *, seen: bool = False
) -> dict[str, tuple[Record, ...]]:
    """All that a snapshot shows: every record in force, kind by kind."""
    snapshot = load_snapshot(engine, as_of, known_at, seen=seen)
    return {kind.__name__: snapshot.current(kind) for kind in KINDS}
