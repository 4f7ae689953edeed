"""Ask a Parquet file something, in little memory and without writing anywhere."""

import duckdb

MEMORY = "400MB"
"""What a question may hold; an index of all companies is never held whole."""


def opened() -> duckdb.DuckDBPyConnection:
    """An empty DuckDB that reads files, spills nowhere and never reaches the network."""
    return duckdb.connect(
        config={
            "memory_limit": MEMORY,
            "threads": 2,
            "temp_directory": "",
            "autoinstall_known_extensions": False,
        }
    )
