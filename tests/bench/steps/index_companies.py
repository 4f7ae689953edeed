"""Ours: check the company data, write the index, and look up owners' texts and slips in it."""

import json
import sys
from pathlib import Path
from time import perf_counter, process_time

from crawlers.bulk import BulkFile
from crawlers.sources.companies_house_company_data import read
from db.company_index import CompanyIndex
from oversight.clock import now
from tests.bench.steps.memory import peak_mb


def main(path: str, folder: str, asked: str) -> None:
    """Print how long each step took, what was found, and how much memory was held."""
    part = Path(folder) / "part.parquet"
    file = BulkFile(url="file:companies.zip", fetched_at=now(), sha256="0" * 64, path=Path(path))
    texts = json.loads(Path(asked).read_text())
    started = perf_counter()
    (count,) = read(file, part).counts
    indexed = perf_counter()
    index = CompanyIndex(part=part, sha256=file.sha256)
    named = index.named(texts["texts"])
    looked_up, cpu = perf_counter(), process_time()
    alike = index.alike(texts["slips"])
    slips_s = process_time() - cpu
    part.unlink()
    found = {
        "index_s": indexed - started,
        "look_up_s": looked_up - indexed,
        "rows": count.rows,
        "slips_cpu_s": slips_s,
        "slips": len(texts["slips"]),
        "slips_found": len(alike),
        "most_alike": max(map(len, alike.values())),
        "asked": len(texts["texts"]),
        "found": len(named),
        "peak_mb": peak_mb(),
    }
    sys.stdout.write(json.dumps(found))


if __name__ == "__main__":
    main(*sys.argv[1:])
