"""Ours: a product read into Parquet by so many processes."""

import json
import sys
from pathlib import Path

from oversight.accounts_history.running import run

SLICE = 25
"""Members of a slice: the product here is small, and no process is to wait for the other."""


def main(path: str, out: str, workers: str) -> None:
    """Print how long it took, the start of the processes left out, and what lies in the tables."""
    ran = run([Path(path)], Path(out), workers=int(workers), most=SLICE)
    sys.stdout.write(json.dumps({"seconds": ran.seconds, "filings": ran.counted.filings}))


if __name__ == "__main__":
    main(*sys.argv[1:])
