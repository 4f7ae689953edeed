"""One writer a source at a time, and no lock that outlives its process."""

import fcntl
from collections.abc import Generator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path

import sqlalchemy as sa
from sqlalchemy import Engine


class BusyError(Exception):
    """Another process is bringing the same source up to date."""


@contextmanager
def held(engine: Engine, source: str) -> Generator[None]:
    """Hold one source of one database; raise BusyError at once when someone else does.

    The operating system (SQLite) or the server (PostgreSQL) frees the lock when its holder
    dies, however it dies, so there is no lease to wait for.
    """
    if engine.dialect.name == "postgresql":
        with engine.connect() as connection:
            number = int.from_bytes(sha256(source.encode()).digest()[:8], signed=True)
            if not connection.execute(sa.select(sa.func.pg_try_advisory_lock(number))).scalar():
                raise _busy(source)
            try:
                yield
            finally:
                connection.execute(sa.select(sa.func.pg_advisory_unlock(number)))
        return
    database = engine.url.database
    if not database or database == ":memory:":
        yield
        return
    with Path(f"{database}.{source}.lock").open("w") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise _busy(source) from None
        yield


def _busy(source: str) -> BusyError:
    return BusyError(
        f"another process is taking in {source} for this database; wait until it is done"
    )
