"""Owners matched, the graph drawn, groups told, effective ownership found, from a loaded snapshot.

The promise, of the rehearsal's national market: less than 6 s on one core, with less than 1 GB
held, the snapshot included; and at ten times the size no more than ten times the time, times what
`n log n` adds. The market of several times the size is the same one that often, under other names.
"""

import sys
from math import log
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from tests.bench.measuring import asked, promise, say, seconds, step

WITHIN_S = 6
MOST_MB = 1_000
TIMES = (1, 2, 5, 10)
STEPS = {
    "match_s": "owners matched",
    "graph_s": "graph drawn",
    "groups_s": "groups told",
    "effective_s": "effective ownership",
}
NOISE = 1.25
"""What two runs of the same on a machine that others use may differ by."""


def main(arguments: list[str]) -> int:
    """Measure each size; exit 1 when a promise is missed."""
    options = asked(arguments)
    found: dict[int, float] = {}
    kept: list[bool] = []
    sizes: dict[int, int] = {}
    for times in TIMES:
        with TemporaryDirectory() as folder:
            path = Path(folder) / "snapshot.pickle"
            made = step("make_snapshot_held", str(path), str(options.seed), "national", str(times))
            ours = [step("group_owners", str(path)) for _ in range(options.repeats)]
        sizes[times] = made["Control"]
        say(f"{times} times national: {', '.join(f'{n:,} {kind}' for kind, n in made.items())}")
        found[times], peak = _told(ours)
        if times == 1:
            kept += (
                promise("time", found[1], WITHIN_S, "s"),
                promise("memory", peak, MOST_MB, "MB"),
            )
    for times in TIMES[1:]:
        grown = times * log(sizes[times]) / log(sizes[1])
        name = f"growth to {times} times the size"
        kept.append(promise(name, found[times] / found[1], grown * NOISE, "times"))
    return 0 if all(kept) else 1


def _told(ours: list[dict[str, Any]]) -> tuple[float, float]:
    """Print what one size costs, and give its time in all and the most memory."""
    first = ours[0]
    counted = {name: first[name] for name in first if name not in STEPS and name != "peak_mb"}
    say(f"  {', '.join(f'{count:,} {name}' for name, count in counted.items())}")
    for name, words in STEPS.items():
        seconds(words, [one[name] for one in ours])
    taken = seconds("all, on one core", [sum(one[name] for name in STEPS) for one in ours])
    peak = max(one["peak_mb"] for one in ours)
    say(f"  {'peak memory':<28} {peak:6.0f} MB")
    return taken, peak


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
