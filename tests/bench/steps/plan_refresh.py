"""Plan a crawl of every company of a store."""

import json
import sys
from pathlib import Path
from time import perf_counter

from crawlers.due.planning import plan
from oversight.crawl_plan import known_companies
from oversight.installation import open_installation
from tests.bench.steps.make_companies_store import NOW, NUMBERS
from tests.bench.steps.memory import peak_mb


def main(folder: str) -> None:
    """Print how long it took to know the companies and to plan, and how much memory was held."""
    place = open_installation(Path(folder), None, NOW)
    began = perf_counter()
    known = known_companies(place, NUMBERS, NOW.date())
    knew = perf_counter()
    made = plan(known, NOW.date())
    found = {
        "known_s": knew - began,
        "plan_s": perf_counter() - began,
        "asks": len(made.asks),
        "peak_mb": peak_mb(),
    }
    sys.stdout.write(json.dumps(found))


if __name__ == "__main__":
    main(*sys.argv[1:])
