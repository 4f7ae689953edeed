"""The rehearsal's national market, made from its seed; the small one beside it.

The promise: a national market is made in less than 3 minutes and less than 2 GB on two cores. It
is made on one, and in a small part of that.
"""

import sys
from typing import Any

from tests.bench.measuring import asked, promise, say, seconds, step

MADE_WITHIN_S = 180
MOST_MB = 2_000


def main(arguments: list[str]) -> int:
    """Make both sizes; exit 1 when a promise is missed."""
    options = asked(arguments)
    seed = str(options.seed)
    small: list[dict[str, Any]] = []
    national: list[dict[str, Any]] = []
    for _ in range(options.repeats):
        small.append(step("make_market", seed, "small"))
        national.append(step("make_market", seed, "national"))
    last = national[-1]
    counted = ("settings", "companies", "books", "accounts", "filings", "happenings")
    say(f"national market of seed {seed}: {', '.join(f'{last[one]:,} {one}' for one in counted)}")
    seconds("small market", [one["make_s"] for one in small])
    made = seconds("national market", [one["make_s"] for one in national])
    seconds("of that, one core", [one["cpu_s"] for one in national])
    peak = max(one["peak_mb"] for one in national)
    kept = (
        promise("time", made, MADE_WITHIN_S, "s"),
        promise("memory", peak, MOST_MB, "MB"),
    )
    return 0 if all(kept) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
