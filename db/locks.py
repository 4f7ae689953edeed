"""One writer a source at a time, and no lock that outlives its process."""

import fcntl
from collections.abc import Generator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path

import sqlalchemy as sa
from sqlalchemy import Connection, Engine


class BusyError(Exception):
    """Another process is bringing the same source up to date."""


@contextmanager
def held(engine: Engine, source: str) -> Generator[None]:
    """Hold one source of one database; raise BusyError at once when someone else does.

    The operating system (SQLite) or the server (PostgreSQL) frees the lock when its holder
    dies, however it dies, so there is no lease to wait for.
    """
    busy = f"another process is taking in {source} for this database"
    if engine.dialect.name == "postgresql":
        # No transaction: servers end sessions that stay idle in one, and a crawl takes hours.
        with engine.execution_options(isolation_level="AUTOCOMMIT").connect() as connection:
            number = _number(source)
            if not connection.execute(sa.select(sa.func.pg_try_advisory_lock(number))).scalar():
                raise BusyError(f"{busy}; wait until it is done")
            try:
                yield
            finally:
                connection.execute(sa.select(sa.func.pg_advisory_unlock(number)))
        return
    database = engine.url.database
    if not database or database == ":memory:":
        yield
        return
    with alone(Path(f"{database}.{source}.lock"), busy):
        yield


@contextmanager
def alone(lock: Path, busy: str) -> Generator[None]:
    """Hold a lock file; raise BusyError, saying who is `busy`, when another process holds it.

    The file stays: one that is removed could be held twice, by its old and its new name.
    """
    with lock.open("w") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise BusyError(f"{busy}; wait until it is done") from None
        yield


@contextmanager
def opening(database: str) -> Generator[None]:
    """Wait until nobody else is preparing the SQLite file, and hold it meanwhile.

    SQLite answers "locked" at once, whatever its time limit, to a change of the kind of log
    while another connection is open, so processes that meet at a new file would fail.
    """
    with Path(f"{database}.opening.lock").open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield


def take_turns(connection: Connection, matter: str) -> None:
    """Wait until no other transaction has taken its turn in this matter; a commit ends the turn.

    SQLite's writers take turns in everything, so there is nothing to wait for.
    """
    if connection.dialect.name == "postgresql":
        connection.execute(sa.select(sa.func.pg_advisory_xact_lock(_number(matter))))


def _number(name: str) -> int:
    return int.from_bytes(sha256(name.encode()).digest()[:8], signed=True)
