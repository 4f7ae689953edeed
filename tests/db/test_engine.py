"""One place opens a database, the same way for SQLite and PostgreSQL."""

import sqlite3
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
import sqlalchemy as sa
from sqlalchemy import Engine
from sqlalchemy.exc import IntegrityError

from db import tables
from db.engine import DatabaseTooNewError, open_database, writing
from db.locks import opening, take_turns
from db.records import KINDS
from db.store import refuse
from tests.db.samples import document, held_rows, one_of_each, raw, setting, take_in, visible

FOUR_AT_ONCE = """
import os, sys
from db.engine import open_database

def opener():
    child = os.fork()
    if child == 0:
        os.read(ready, 1)
        open_database(sys.argv[1])
        os._exit(0)
    return child

ready, go = os.pipe()
children = [opener() for _ in range(4)]
os.write(go, b"1234")
sys.exit(sum(os.waitpid(child, 0)[1] for child in children) > 0)
"""


def file_of(engine: Engine) -> str:
    assert engine.url.database is not None
    return engine.url.database


@pytest.fixture
def sqlite(tmp_path: Path):
    engine = open_database(f"sqlite:///{tmp_path / 'oversight.sqlite'}")
    yield engine
    engine.dispose()


def test_sqlite_keeps_a_write_ahead_log_and_enforces_foreign_keys(sqlite: Engine) -> None:
    with sqlite.connect() as connection:
        log = raw(connection, "pragma journal_mode")
        keys = raw(connection, "pragma foreign_keys")

    assert log == [("wal",)]
    assert keys == [(1,)]


@pytest.mark.parametrize("record", one_of_each(), ids=lambda record: type(record).__name__)
def test_a_record_without_a_reading_is_refused(engine: Engine, record: tables.Setting) -> None:
    orphan = sa.insert(tables.TABLE_FOR[type(record)]).values(**record.__dict__, reading_id=404)

    with pytest.raises(IntegrityError), writing(engine).begin() as connection:
        connection.execute(orphan)

    assert held_rows(engine) == {}


def test_a_fetch_without_a_run_is_refused(engine: Engine) -> None:
    orphan = sa.insert(tables.Fetch).values(
        run_id=404, source="", subject="", url="", fetched_at=document("").fetched_at, sha256=""
    )

    with pytest.raises(IntegrityError), writing(engine).begin() as connection:
        connection.execute(orphan)

    assert held_rows(engine) == {}


def test_a_writer_takes_its_turn_before_its_first_statement(sqlite: Engine) -> None:
    other = sqlite3.connect(file_of(sqlite), timeout=0, isolation_level=None)

    with writing(sqlite).begin(), pytest.raises(sqlite3.OperationalError, match="locked"):
        other.execute("begin immediate")
    other.close()


def test_a_reader_takes_no_turn(sqlite: Engine) -> None:
    other = sqlite3.connect(file_of(sqlite), timeout=0, isolation_level=None)

    with sqlite.begin() as reader:
        before = raw(reader, "select count(*) from run")
        other.execute("insert into run (source, opened_at) values ('x', '2026-03-01')")
        after = raw(reader, "select count(*) from run")
    other.close()

    assert [(0,)] == before == after


def test_readers_go_on_while_a_writer_writes(engine: Engine) -> None:
    take_in(engine, [setting()])
    before = visible(engine)

    with writing(engine).begin() as connection:
        connection.execute(sa.delete(tables.TABLE_FOR[KINDS[3]]))
        during = visible(engine)
        connection.rollback()

    assert before == during


def test_eight_writers_at_once_all_get_their_turn(engine: Engine) -> None:
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda n: refuse(engine, "s", document(f"{n}"), "unreadable"), range(8)))

    assert held_rows(engine) == {"quarantine": 8}


def test_a_change_of_a_table_is_undone_with_its_transaction(own_engine: Engine) -> None:
    with own_engine.connect() as connection:
        connection.execute(sa.text("create table half (id integer)"))
        connection.rollback()

    assert "half" not in sa.inspect(own_engine).get_table_names()


def test_opening_again_changes_nothing(own_engine: Engine, database_url: str) -> None:
    take_in(own_engine, one_of_each())
    before = (visible(own_engine), held_rows(own_engine))
    open_database(database_url).dispose()

    assert before == (visible(own_engine), held_rows(own_engine))


def test_a_database_of_a_newer_release_is_refused_and_left_alone(
    own_engine: Engine, database_url: str
) -> None:
    with writing(own_engine).begin() as connection:
        connection.execute(sa.text("update alembic_version set version_num = '9999'"))

    with pytest.raises(
        DatabaseTooNewError,
        match=r"written by a newer release \(migration 9999\); install that release, or point --db",
    ):
        open_database(database_url)

    with own_engine.connect() as connection:
        assert raw(connection, "select version_num from alembic_version") == [("9999",)]


@pytest.mark.parametrize(
    "database_url", [pytest.param("postgresql", marks=pytest.mark.postgres)], indirect=True
)
def test_the_refusal_of_a_newer_database_prints_no_password(
    own_engine: Engine, database_url: str
) -> None:
    with writing(own_engine).begin() as connection:
        connection.execute(sa.text("update alembic_version set version_num = '9999'"))

    with pytest.raises(DatabaseTooNewError) as refusal:
        open_database(database_url.replace("postgres:@", "postgres:sesame@", 1))

    assert "sesame" not in str(refusal.value)


def test_four_processes_may_open_an_empty_database_at_once(database_url: str) -> None:
    opened = subprocess.run(  # noqa: S603 - this interpreter, on a literal
        [sys.executable, "-c", FOUR_AT_ONCE, database_url],
        capture_output=True,
        check=False,
        text=True,
        timeout=30,
    )

    assert (opened.returncode, opened.stderr) == (0, "")


def test_opening_an_up_to_date_database_takes_no_turn(
    own_engine: Engine, database_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("db.engine.WAIT_FOR_A_WRITER_S", 0)
    impatient = database_url.replace("?", "?options=-clock_timeout%3D1&", 1)

    with writing(own_engine).begin() as connection:
        connection.execute(sa.insert(tables.Stamp).values(id=1, world=tables.World.REAL))
        take_turns(connection, "migrations")
        open_database(impatient).dispose()


def test_a_process_waits_for_another_that_is_preparing_the_file(tmp_path: Path) -> None:
    database = str(tmp_path / "oversight.sqlite")

    with ThreadPoolExecutor(1) as pool:
        with opening(database):
            opened = pool.submit(open_database, f"sqlite:///{database}")
            with pytest.raises(TimeoutError):
                opened.result(timeout=0.5)
        engine = opened.result()

    with engine.connect() as connection:
        assert raw(connection, "pragma journal_mode") == [("wal",)]
    engine.dispose()
