"""Rows written to a Parquet file, whole or not at all, and the same bytes for the same rows."""

import os
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from uuid import uuid4

import duckdb

Cell = str | int | float | bool | None
"""What stands in one column; a day is written as a text and stored as a day."""


def write_rows(path: Path, columns: Mapping[str, str], rows: Sequence[Sequence[Cell]]) -> None:
    """Write rows in their order; `columns` gives each column's SQL type by its name.

    The file appears under its name only when it is whole on disk. Who writes the same rows again,
    or at the same time elsewhere, leaves the same bytes: one thread writes, and nothing of the
    moment or the machine is noted.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    half = path.with_name(f".half-written-{uuid4().hex}")
    try:
        _write(half, columns, rows)
        with half.open("rb") as file:
            os.fsync(file.fileno())
        half.replace(path)
    finally:
        half.unlink(missing_ok=True)


def _write(path: Path, columns: Mapping[str, str], rows: Sequence[Sequence[Cell]]) -> None:
    by_column = list(zip(*rows, strict=True)) or [() for _ in columns]
    chosen = ", ".join(
        f'unnest($c{number}::varchar[])::{kind} as "{name}"'
        if kind == "date"
        else f'unnest($c{number}::{kind}[]) as "{name}"'
        for number, (name, kind) in enumerate(columns.items())
    )
    quoted = str(path).replace("'", "''")
    with _writer(os.getpid()).cursor() as cursor:
        cursor.execute(
            f"copy (select {chosen}) to '{quoted}' (format parquet, compression zstd)",
            {f"c{number}": list(values) for number, values in enumerate(by_column)},
        )


@cache
def _writer(process: int) -> duckdb.DuckDBPyConnection:  # noqa: ARG001 - no process writes with another's
    """A DuckDB that holds nothing, opened once: to open it costs ten times what a part does."""
    return duckdb.connect(config={"threads": 1, "autoinstall_known_extensions": False})
