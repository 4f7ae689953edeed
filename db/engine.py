"""The one place that opens a database: SQLite by default, PostgreSQL by URL."""

import sqlite3
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine, create_engine, event, inspect

from db import tables
from db.locks import opening, take_turns

MIGRATIONS = Path(__file__).parent / "migrations"
WAIT_FOR_A_WRITER_S = 30


class DatabaseTooNewError(Exception):
    """The database was made by a newer release than this one."""


def open_database(url: str) -> Engine:
    """Open the database at `url`, bring its tables up to date, and give its engine.

    SQLite runs in WAL mode with foreign keys enforced, and its transactions are real ones
    (Python's driver would otherwise commit before each change of a table). Raises
    DatabaseTooNewError when the database knows a migration that this release does not.
    """
    if url.startswith("postgresql://"):
        url = url.replace("postgresql://", "postgresql+psycopg://", 1)
    engine = create_engine(url)
    if engine.dialect.name == "sqlite":
        _keep_a_write_ahead_log(engine)
        event.listen(engine, "connect", _prepare_sqlite)
        event.listen(engine, "begin", _begin_sqlite)
    try:
        _migrate(engine)
    except BaseException:
        engine.dispose()
        raise
    return engine


def writing(engine: Engine) -> Engine:
    """The same engine for a transaction that will write: on SQLite it takes its turn at once."""
    return engine.execution_options(writes=True)


def _keep_a_write_ahead_log(engine: Engine) -> None:
    """Say so in the file itself, once for all connections; a database in memory has no log."""
    database = engine.url.database
    if not database or database == ":memory:":
        return
    with opening(database), engine.connect() as connection:
        connection.exec_driver_sql(f"pragma busy_timeout = {WAIT_FOR_A_WRITER_S * 1000}")
        connection.exec_driver_sql("pragma journal_mode = wal")
    engine.dispose()


def _prepare_sqlite(connection: sqlite3.Connection, _: object) -> None:
    connection.isolation_level = None
    connection.execute(f"pragma busy_timeout = {WAIT_FOR_A_WRITER_S * 1000}")
    connection.execute("pragma foreign_keys = on")


def _begin_sqlite(connection: Connection) -> None:
    writes = connection.get_execution_options().get("writes")
    connection.exec_driver_sql("begin immediate" if writes else "begin")


def migrations() -> Config:
    """Alembic's view of our migrations."""
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    return config


def _migrate(engine: Engine) -> None:
    config = migrations()
    script = ScriptDirectory.from_config(config)
    with engine.connect() as connection:
        held = MigrationContext.configure(connection).get_current_revision()
    if held == script.get_current_head():
        return
    if held is not None and held not in {revision.revision for revision in script.walk_revisions()}:
        raise DatabaseTooNewError(
            f"the database at {engine.url.render_as_string()} was written by a newer release"
            f" (migration {held}); install that release, or point --db at another database"
        )
    with writing(engine).begin() as connection:
        take_turns(connection, "migrations")
        config.attributes["connection"] = connection
        if set(inspect(connection).get_table_names()) <= {"alembic_version"}:
            # What all migrations make together, in a tenth of their time.
            tables.SQLModel.metadata.create_all(connection)
            command.stamp(config, "head")
        else:
            command.upgrade(config, "head")
