"""Databases that are opened once and emptied for each test: there are hundreds of tests here."""

from collections.abc import Iterator

import pytest
import sqlalchemy as sa
from sqlalchemy import Engine

from db.engine import open_database
from tests.db.samples import empty


@pytest.fixture(scope="session")
def sqlite_engine(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    """One SQLite database, open as long as the test session."""
    engine = open_database(f"sqlite:///{tmp_path_factory.mktemp('sqlite') / 'shared.sqlite'}")
    yield engine
    engine.dispose()


@pytest.fixture(scope="session")
def postgresql_engine(postgres: str) -> Iterator[Engine]:
    """One database of the PostgreSQL server, open as long as the test session."""
    admin = sa.create_engine(
        postgres.replace("postgresql://", "postgresql+psycopg://", 1), isolation_level="AUTOCOMMIT"
    )
    with admin.connect() as connection:
        connection.execute(sa.text("create database shared"))
    admin.dispose()
    engine = open_database(postgres.replace("/postgres?", "/shared?", 1))
    yield engine
    engine.dispose()


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgres)])
def engine(request: pytest.FixtureRequest) -> Engine:
    """An open, empty database: once SQLite, once PostgreSQL."""
    shared: Engine = request.getfixturevalue(f"{request.param}_engine")
    empty(shared)
    return shared


@pytest.fixture
def own_engine(database_url: str) -> Iterator[Engine]:
    """An open, empty database which no other test uses, at `database_url`."""
    engine = open_database(database_url)
    yield engine
    engine.dispose()
