"""The floor of a closure: one bare pass of DuckDB over every column of the part."""

import json
import sys
from time import perf_counter

from db.parquet import opened
from tests.bench.steps.memory import peak_mb


def main(path: str) -> None:
    """Print how long it took, and how much memory was held."""
    began = perf_counter()
    with opened() as connection:
        connection.execute(
            """
select
    count(distinct company_number),
    max(registration_number),
    max(country_registered),
    max(place_registered)
from read_parquet($part)
""",
            {"part": path},
        ).fetchall()
    sys.stdout.write(json.dumps({"pass_s": perf_counter() - began, "peak_mb": peak_mb()}))


if __name__ == "__main__":
    main(*sys.argv[1:])
