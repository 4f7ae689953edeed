"""Ours: everything above the seeds, by number."""

import json
import sys
from pathlib import Path
from time import perf_counter, process_time

from db.control_owners import ControlOwners
from tests.bench.steps.memory import peak_mb


def main(path: str, seeds: str) -> None:
    """Print how long it took, how many companies were reached, and how much memory was held."""
    asked = json.loads(Path(seeds).read_text())
    began, worked = perf_counter(), process_time()
    reached = ControlOwners(part=Path(path)).watch_list(asked)
    found = {
        "close_s": perf_counter() - began,
        "cpu_s": process_time() - worked,
        "reached": len(reached),
        "peak_mb": peak_mb(),
    }
    sys.stdout.write(json.dumps(found))


if __name__ == "__main__":
    main(*sys.argv[1:])
