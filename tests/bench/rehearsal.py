"""The rehearsal's national market, made from its seed, and then all its files.

The promises, on two cores: a national market is made in less than 3 minutes and less than 2 GB (it
is made on one, and in a small part of that); every file of every publisher, from first to last
vintage, in less than 10 minutes and less than 2 GB, by two processes that each make the market
first. Every link is followed from where a crawl begins, so that what is counted is what can be had;
bodies are thrown away. Nothing is served: `make bench-site` measures that.
"""

import sys
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from time import perf_counter
from typing import Any

from tests.bench.measuring import Asked, asked, promise, say, seconds, step

MADE_WITHIN_S = 180
FILES_WITHIN_S = 600
MOST_MB = 2_000
SHOWN = 5
"""Links that lead nowhere, of each publisher."""


def main(arguments: list[str]) -> int:
    """Make both sizes, then all files of the national one; exit 1 when a promise is missed."""
    options = asked(arguments)
    kept = (*_markets(options), *_files(options))
    return 0 if all(kept) else 1


def _markets(options: Asked) -> tuple[bool, ...]:
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
    return (
        promise("time", made, MADE_WITHIN_S, "s"),
        promise("memory", peak, MOST_MB, "MB"),
    )


def _files(options: Asked) -> tuple[bool, ...]:
    """Make all files once: it takes minutes."""
    began = perf_counter()
    with ThreadPoolExecutor() as pool:
        parts = [*pool.map(lambda part: _part(options, part), "01")]
    all_s = perf_counter() - began
    say(f"all files of the national market of seed {options.seed}, by two processes")
    taken = _together(parts)
    for key, one in taken.items():
        size, taking = one["bytes"] / 1e6, one["seconds"]
        say(f"  {key:<32} {one['files']:>8,} files {size:>9,.1f} MB {taking:>7.1f} s")
        for astray in one["astray"][:SHOWN]:
            say(f"    a link leads astray: {astray}")
    for one in parts:
        say(f"  of one process, of one core: {one['cpu_s']:.1f} s")
    files, size = sum(one["files"] for one in taken.values()), _total(taken, "bytes") / 1e6
    say(f"  {'all':<32} {files:>8,} files {size:>9,.1f} MB {_total(taken, 'seconds'):>7.1f} s")
    astray = sum(len(one["astray"]) for one in taken.values())
    return (
        promise("time of all files", all_s, FILES_WITHIN_S, "s"),
        promise("memory of both", sum(one["peak_mb"] for one in parts), MOST_MB, "MB"),
        promise("links that lead nowhere", astray, 0, "links"),
    )


def _part(options: Asked, part: str) -> dict[str, Any]:
    return step("make_files", str(options.seed), "national", part)


def _together(parts: Iterable[dict[str, Any]]) -> dict[str, dict[str, Any]]:
    """What each publisher answered in all parts."""
    found: dict[str, dict[str, Any]] = {}
    for part in parts:
        for key, one in part["taken"].items():
            before = found.setdefault(key, {"files": 0, "bytes": 0, "seconds": 0.0, "astray": []})
            found[key] = {name: before[name] + one[name] for name in before}
    return dict(sorted(found.items()))


def _total(taken: dict[str, dict[str, Any]], what: str) -> float:
    return sum(one[what] for one in taken.values())


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
