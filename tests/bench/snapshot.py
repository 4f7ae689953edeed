"""The watch list from a control snapshot, beside unzipping it and one bare scan of it.

The promise: from the zip to the lines about 3,000 companies and everything above them in at most
4 times the time that it takes to unzip it to disk and have DuckDB count its lines; in less than
700 MB; and in hardly more for all of the lines than for a quarter of them.
"""

import json
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from tests.bench.measuring import asked, promise, say, seconds, step

TIMES_THE_FLOOR = 4
MOST_MB = 700
GROWTH = 1.5
"""Of peak memory, from a quarter of the lines to all; 4 would be a reader that holds them."""


def main(arguments: list[str]) -> int:
    """Measure floor and ours in turn; exit 1 when a promise is missed."""
    options = asked(arguments)
    floor: list[dict[str, Any]] = []
    ours: list[dict[str, Any]] = []
    with TemporaryDirectory() as folder:
        path, matched = _made(folder, options.lines)
        for _ in range(options.repeats):
            floor.append(step("bare_snapshot", path, folder))
            ours.append(step("watch_snapshot", path, folder, matched))
    with TemporaryDirectory() as folder:
        path, matched = _made(folder, options.lines // 4)
        quarter = step("watch_snapshot", path, folder, matched)["peak_mb"]
    rows, watched = ours[0]["rows"], ours[0]["watched"]
    say(f"  read: {rows['Line']:,} lines, {rows['Holder']:,} holders; watched: {watched:,}")
    bare = seconds("bare unzip and scan (floor)", [one["unzip_s"] + one["scan_s"] for one in floor])
    seconds("of that, the unzip", [one["unzip_s"] for one in floor])
    seconds("ours: unzipped and checked", [one["read_s"] for one in ours])
    seconds("ours: watch list", [one["list_s"] for one in ours])
    seconds("ours: unzipped, lines out", [one["extracts_s"] for one in ours])
    whole = seconds("ours: all", [_all(one) for one in ours])
    say(f"  {'ratio, all to floor':<28} {whole / bare:6.2f}")
    say(f"  {'peak memory, floor':<28} {max(one['peak_mb'] for one in floor):6.0f} MB")
    peak = max(one["peak_mb"] for one in ours)
    say(f"  {'peak memory, ours':<28} {peak:6.0f} MB")
    say(f"  {'of a quarter of the lines':<28} {quarter:6.0f} MB")
    kept = (
        promise("time", whole, TIMES_THE_FLOOR * bare, "s"),
        promise("memory", peak, MOST_MB, "MB"),
        promise("memory beside a quarter's", peak, GROWTH * quarter, "MB"),
    )
    return 0 if all(kept) else 1


def _made(folder: str, lines: int) -> tuple[str, str]:
    """The zip, and the file that lists the matched companies."""
    path = Path(folder) / "persons-with-significant-control-snapshot-2026-11-02.zip"
    matched = Path(folder) / "matched.json"
    made = step("make_snapshot", str(path), str(lines))
    matched.write_text(json.dumps(made["matched"]))
    say(
        f"snapshot: invented, {lines:,} lines, {made['bytes']:,} bytes,"
        f" {path.stat().st_size:,} zipped"
    )
    return str(path), str(matched)


def _all(one: dict[str, Any]) -> float:
    return one["read_s"] + one["list_s"] + one["extracts_s"]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
