"""A whole market of the rehearsal, made from its seed."""

import json
import sys
from time import perf_counter, process_time

from crawlers.rehearsal.calibration import SIZES
from crawlers.rehearsal.making.market import make_world
from tests.bench.steps.memory import peak_mb


def main(seed: str, size: str) -> None:
    """Print how long it took, how much memory was held, and how much there is of what."""
    began, worked = perf_counter(), process_time()
    world = make_world(int(seed), SIZES[size])
    found = {
        "make_s": perf_counter() - began,
        "cpu_s": process_time() - worked,
        "peak_mb": peak_mb(),
        "settings": len(world.settings),
        "companies": len(world.companies),
        "books": len(world.books),
        "accounts": len(world.accounts),
        "filings": len(world.filings),
        "happenings": len(world.happenings),
    }
    sys.stdout.write(json.dumps(found))


if __name__ == "__main__":
    main(*sys.argv[1:])
