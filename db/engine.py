"""The one place that opens a database: SQLite by default, PostgreSQL by URL."""

import sqlite3
from pathlib import Path

import sqlalchemy as sa
from sqlalchemy import Connection, Engine, create_engine, event, inspect

from db import tables
from db.locks import opening, take_turns

STEPS = tuple(
    sorted(one.name[:4] for one in Path(__file__).parent.glob("migrations/versions/[0-9]*.py"))
)
"""Every migration's number, oldest first: each file's name begins with its own."""
STANDS_AT = sa.Table(
    "alembic_version",
    sa.MetaData(),
    sa.Column("version_num", sa.String(32), nullable=False),
    sa.PrimaryKeyConstraint("version_num", name="alembic_version_pkc"),
)
"""The newest migration that a database has been through, where Alembic looks for it."""
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


def _migrate(engine: Engine) -> None:
    with engine.connect() as connection:
        held = _stands_at(connection)
    if held == STEPS[-1]:
        return
    if held is not None and held not in STEPS:
        raise DatabaseTooNewError(
            f"the database at {engine.url.render_as_string()} was written by a newer release"
            f" (migration {held}); install that release, or point --db at another database"
        )
    with writing(engine).begin() as connection:
        take_turns(connection, "migrations")
        if set(inspect(connection).get_table_names()) <= {STANDS_AT.name}:
            # What all migrations make together, in a tenth of their time.
            tables.SQLModel.metadata.create_all(connection)
            STANDS_AT.create(connection, checkfirst=True)
            connection.execute(sa.insert(STANDS_AT).values(version_num=STEPS[-1]))
        elif _stands_at(connection) != STEPS[-1]:
            # Imported here: nearly every database is new or up to date, and Alembic loads slowly.
            from db.migrating import upgrade  # noqa: PLC0415

            upgrade(connection)


def _stands_at(connection: Connection) -> str | None:
    """The newest migration that a database has been through; None where it was through none."""
    if not inspect(connection).has_table(STANDS_AT.name):
        return None
    return connection.execute(sa.select(STANDS_AT.c.version_num)).scalar_one_or_none()
