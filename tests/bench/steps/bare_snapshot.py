"""The floor: the zip unpacked to disk, and DuckDB alone counts its lines by kind."""

import json
import shutil
import sys
import zipfile
from pathlib import Path
from time import perf_counter

import duckdb

from tests.bench.steps.memory import peak_mb


def main(path: str, folder: str) -> None:
    """Print how long each of the two took and how much memory was held."""
    started = perf_counter()
    laid = Path(folder) / "bare"
    with zipfile.ZipFile(path) as container:
        (member,) = container.infolist()
        with container.open(member) as packed, laid.open("wb") as file:
            shutil.copyfileobj(packed, file, 1 << 20)
    unzipped = perf_counter()
    with duckdb.connect(config={"threads": 2}) as connection:
        kinds = connection.execute(
            """
select data.kind as kind, count(company_number) as lines
from read_json(
    $path, format = 'newline_delimited',
    columns = {company_number: 'varchar', data: 'struct(kind varchar)'}
)
group by kind
""",
            {"path": str(laid)},
        ).fetchall()
    scanned = perf_counter()
    laid.unlink()
    found = {
        "unzip_s": unzipped - started,
        "scan_s": scanned - unzipped,
        "lines": sum(lines for _, lines in kinds),
        "peak_mb": peak_mb(),
    }
    sys.stdout.write(json.dumps(found))


if __name__ == "__main__":
    main(*sys.argv[1:])
