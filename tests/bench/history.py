"""Years of filed accounts: what a second process gains, and memory over products of two sizes.

The promises: a process holds no more memory over ten times as many filings, and two processes read
at no less than one and a half times the speed of one, where the machine has two cores to give.
"""

import sys
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from tests.bench.measuring import asked, promise, promise_of_at_least, say, seconds, step

QUICK = 500
"""Filings of the product on which speed is measured: memory needs more of them."""
FEW = 2_000
"""Filings of the smaller product of the two on which memory is."""
GROWTH = 1.1
GAIN = 1.5


def main(arguments: list[str]) -> int:
    """Measure one process and two in turn; exit 1 when a promise is missed."""
    options = asked(arguments)
    taken: dict[int, list[float]] = {1: [], 2: []}
    with TemporaryDirectory() as folder:
        quick, few, many = (str(Path(folder) / f"{name}.zip") for name in ("quick", "few", "many"))
        made = step("make_accounts_product", quick, str(QUICK))
        step("make_accounts_product", few, str(FEW))
        step("make_accounts_product", many, str(options.filings))
        say(f"filed accounts: generated, {QUICK:,} filings, {made['bytes']:,} bytes unzipped")
        for repeat in range(options.repeats):
            for workers, times in taken.items():
                out = str(Path(folder) / f"history-{workers}-{repeat}")
                times.append(step("read_history", quick, out, str(workers))["seconds"])
        held = {path: step("read_accounts_product", path) for path in (few, many)}
    one = seconds("one process", taken[1])
    two = seconds("two processes", taken[2])
    say(f"  {'filings a second, one':<28} {QUICK / one:10,.0f}")
    say(f"  {'filings a second, two':<28} {QUICK / two:10,.0f}")
    for read in held.values():
        say(f"  {'peak memory':<28} {read['peak_mb']:6.0f} MB over {read['filings']:,} filings")
    gain = median(before / after for before, after in zip(taken[1], taken[2], strict=True))
    kept = (
        promise_of_at_least("gain of a second process", gain, GAIN, "times"),
        promise("memory", held[many]["peak_mb"], GROWTH * held[few]["peak_mb"], "MB"),
    )
    return 0 if all(kept) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
