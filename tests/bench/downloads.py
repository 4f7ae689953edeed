"""A large file from a host on this machine to disk, beside a bare stream of httpx.

The promise: its bytes are on disk in at most 1.5 times the time that the bare stream takes; with
its hash taken and every member of the zip checked as well, at 20 MB a second or more, so that the
checks of the largest product, of 4 GB, take minutes; and in hardly more memory for all of it than
for a quarter.
"""

import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from tests.bench.measuring import asked, promise, say, seconds, step

TIMES_THE_FLOOR = 1.5
LEAST_MB_A_SECOND = 20
GROWTH = 1.1
"""Of peak memory, from a quarter of the bytes to all; 4 would be a download that holds them."""


def main(arguments: list[str]) -> int:
    """Measure floor and ours in turn; exit 1 when a promise is missed."""
    options = asked(arguments)
    floor: list[dict[str, Any]] = []
    ours: list[dict[str, Any]] = []
    with TemporaryDirectory() as folder:
        product, megabytes = _made(folder, options.megabytes)
        for _ in range(options.repeats):
            floor.append(step("download_product", "bare", product, folder))
            ours.append(step("download_product", "ours", product, folder))
    with TemporaryDirectory() as folder:
        quarter = step("download_product", "ours", _made(folder, options.megabytes // 4)[0], folder)
    bare = seconds("bare stream to disk (floor)", [one["written_s"] for one in floor])
    written = seconds("ours: bytes on disk", [one["written_s"] for one in ours])
    whole = seconds("ours: checked and named", [one["whole_s"] for one in ours])
    say(f"  {'MB a second, floor':<28} {megabytes / bare:6.0f}")
    say(f"  {'MB a second, ours, on disk':<28} {megabytes / written:6.0f}")
    say(f"  {'MB a second, ours, checked':<28} {megabytes / whole:6.0f}")
    peak = max(one["peak_mb"] for one in ours)
    say(f"  {'peak memory, floor':<28} {max(one['peak_mb'] for one in floor):6.0f} MB")
    say(f"  {'peak memory, ours':<28} {peak:6.0f} MB")
    say(f"  {'of a quarter of the bytes':<28} {quarter['peak_mb']:6.0f} MB")
    kept = (
        promise("bytes on disk", written, TIMES_THE_FLOOR * bare, "s"),
        promise("checked and named", whole, megabytes / LEAST_MB_A_SECOND, "s"),
        promise("memory beside a quarter's", peak, GROWTH * quarter["peak_mb"], "MB"),
    )
    return 0 if all(kept) else 1


def _made(folder: str, megabytes: int) -> tuple[str, float]:
    """The zip, and its size in millions of bytes."""
    path = str(Path(folder) / "product.zip")
    made = step("make_product", path, str(megabytes))
    say(f"product: invented, {made['bytes']:,} bytes, {made['unzipped']:,} unzipped")
    return path, made["bytes"] / 1_000_000


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
