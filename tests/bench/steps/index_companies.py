"""Ours: check the company data, write the index, and look up owners' texts in it."""

import json
import sys
from pathlib import Path
from time import perf_counter

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
    named = CompanyIndex(part=part, sha256=file.sha256).named(texts)
    looked_up = perf_counter()
    part.unlink()
    found = {
        "index_s": indexed - started,
        "look_up_s": looked_up - indexed,
        "rows": count.rows,
        "asked": len(texts),
        "found": len(named),
        "peak_mb": peak_mb(),
    }
    sys.stdout.write(json.dumps(found))


if __name__ == "__main__":
    main(*sys.argv[1:])
