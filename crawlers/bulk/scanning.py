"""Scan a file of any size with DuckDB, in the memory and the folder it is given."""

import shutil
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

import duckdb

from crawlers.bulk import NoRoomError

MEMORY = "400MB"
"""What DuckDB may hold; beyond it, it writes to disk. Two threads read in half of it."""
THREADS = 2


@contextmanager
def scanner(folder: Path) -> Generator[duckdb.DuckDBPyConnection]:
    """An empty DuckDB that spills beside what it reads, and never reaches the network.

    Raises NoRoomError when the disk is full or the memory too small, which no product is to blame
    for; every other error of DuckDB's is about what is scanned.
    """
    spill = folder / "scan"
    try:
        with duckdb.connect(
            config={
                "memory_limit": MEMORY,
                "threads": THREADS,
                "temp_directory": str(spill),
                "autoinstall_known_extensions": False,
            }
        ) as connection:
            yield connection
    except duckdb.OperationalError as error:
        raise NoRoomError(
            f"there was not the disk or the memory to read it ({str(error).splitlines()[0]});"
            " free some, or name a larger disk with --data"
        ) from None
    finally:
        shutil.rmtree(spill, ignore_errors=True)


def quoted(text: object) -> str:
    """A text as SQL writes it: for file names and patterns, which take no parameter."""
    return "'" + str(text).replace("'", "''") + "'"
