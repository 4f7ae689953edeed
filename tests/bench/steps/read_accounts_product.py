"""Ours: every filing of a product read in this one process, and let go."""

import json
import sys
from pathlib import Path
from time import perf_counter

from crawlers.accounts.products import filings
from oversight.accounts_history.reading import read
from tests.bench.steps.memory import peak_mb


def main(path: str) -> None:
    """Print how long it took, how many there were, and how much memory was held."""
    started = perf_counter()
    count = sum(bool(read(filing, product="")) for filing in filings(Path(path)))
    found = {"seconds": perf_counter() - started, "filings": count, "peak_mb": peak_mb()}
    sys.stdout.write(json.dumps(found))


if __name__ == "__main__":
    main(*sys.argv[1:])
