"""The floor: DuckDB alone writes every column of the CSV to Parquet."""

import json
import sys
from pathlib import Path
from time import perf_counter

import duckdb

from tests.bench.steps.memory import peak_mb


def main(path: str, folder: str) -> None:
    """Print how long it took and how much memory was held."""
    part = Path(folder) / "bare.parquet"
    started = perf_counter()
    with duckdb.connect(config={"threads": 2}) as connection:
        connection.read_csv(path, header=True, all_varchar=True).write_parquet(
            str(part), compression="zstd"
        )
    written = perf_counter()
    part.unlink()
    sys.stdout.write(json.dumps({"write_s": written - started, "peak_mb": peak_mb()}))


if __name__ == "__main__":
    main(*sys.argv[1:])
