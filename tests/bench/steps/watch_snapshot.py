"""Ours: check the snapshot, find everything above the matched companies, take out their lines."""

import json
import sys
from dataclasses import replace
from pathlib import Path
from time import perf_counter

from crawlers.bulk import BulkFile
from crawlers.bulk.unpacking import unpacked
from crawlers.sources.companies_house_control_snapshot import extracts, read
from db.control_owners import ControlOwners
from oversight.clock import now
from tests.bench.steps.memory import peak_mb


def main(path: str, folder: str, matched: str) -> None:
    """Print how long each step took, what was found, and how much memory was held."""
    part = Path(folder) / "part.parquet"
    zipped = Path(path)
    kept = BulkFile(url=f"file:{zipped.name}", fetched_at=now(), sha256="0" * 64, path=zipped)
    started = perf_counter()
    with unpacked(zipped, Path(folder), kept) as laid:
        product = read(replace(kept, path=laid), part)
    checked = perf_counter()
    watched = ControlOwners(part=part).watch_list(json.loads(Path(matched).read_text()))
    listed = perf_counter()
    with unpacked(zipped, Path(folder), kept) as laid:
        sizes = [len(extract.body) for extract in extracts(replace(kept, path=laid), watched)]
    taken = perf_counter()
    part.unlink()
    found = {
        "read_s": checked - started,
        "list_s": listed - checked,
        "extracts_s": taken - listed,
        "rows": {count.kind: count.rows for count in product.counts},
        "watched": len(watched),
        "extracted_bytes": sum(sizes),
        "peak_mb": peak_mb(),
    }
    sys.stdout.write(json.dumps(found))


if __name__ == "__main__":
    main(*sys.argv[1:])
