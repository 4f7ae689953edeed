"""Visits that an older release read keep their place: they are of their workbook's day."""

from datetime import UTC, date, datetime

import pytest
import sqlalchemy as sa
from alembic import command
from sqlalchemy import Engine
from sqlalchemy.exc import DBAPIError

from db.engine import writing
from db.migrating import migrations
from db.records import Document, Inspection, Population, Record, Setting
from db.store import close_run, running, save_subject
from tests.oversight.registers import inspection, setting

NOW = datetime(2026, 9, 1, 12, tzinfo=UTC)
MARCH_2025 = date(2025, 3, 31)
VISIT = inspection("SC100001", MARCH_2025)
REGISTERED = setting("SC100001", MARCH_2025, Population.FULL)


def move(engine: Engine, revision: str) -> None:
    config = migrations()
    with writing(engine).begin() as connection:
        config.attributes["connection"] = connection
        (command.downgrade if revision == "0001" else command.upgrade)(config, revision)


def take_in(engine: Engine, records: list[Record]) -> None:
    document = Document(url="file:a", fetched_at=NOW, body=b"a")
    with running(engine, "ofsted_annual", NOW) as run:
        save_subject(engine, run, "register at 2025-03-31", document, records, version=1)
        close_run(engine, run, {}, NOW)


def held(engine: Engine, kind: type[Record], column: str) -> list[object]:
    table = sa.table(kind.__name__.lower(), sa.column(column))
    with engine.connect() as connection:
        return list(connection.execute(sa.select(table.c[column])).scalars())


def test_a_visit_read_before_is_dated_by_its_workbooks_register(own_engine: Engine) -> None:
    take_in(own_engine, [REGISTERED, VISIT])
    move(own_engine, "0001")
    move(own_engine, "head")

    assert [str(day) for day in held(own_engine, Inspection, "listed_at")] == ["2025-03-31"]


def test_going_back_drops_only_what_the_older_tables_cannot_hold(own_engine: Engine) -> None:
    older = REGISTERED.model_copy(update={"urn": "SC100002", "registered_on": None})
    take_in(own_engine, [REGISTERED, older, VISIT])
    move(own_engine, "0001")

    assert held(own_engine, Setting, "urn") == ["SC100001"]
    with pytest.raises(DBAPIError):
        held(own_engine, Inspection, "listed_at")
