"""The yearly workbook read, checked and stored, beside a bare read of the same sheets.

The promise: the 2025 workbook (5,600 settings, 8,119 premises, 4,921 inspections, 1,529
movements) is read, checked and stored in at most 4 times the bare python-calamine read of the
same sheets plus 1 s for the store; peak memory stays under 600 MB.
"""

import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from tests.bench.measuring import asked, offered, promise, say, seconds, step

TIMES_THE_FLOOR = 4
STORE_S = 1.0
MOST_MB = 600


def main(arguments: list[str]) -> int:
    """Measure floor and ours in turn; exit 1 when a promise is missed."""
    options = asked(arguments)
    floor: list[dict[str, Any]] = []
    ours: list[dict[str, Any]] = []
    with TemporaryDirectory() as folder:
        book = offered(folder, options)
        for number in range(options.repeats):
            floor.append(step("bare_read", book["path"], *book["sheets"]))
            fresh = Path(folder) / f"store-{number}"
            fresh.mkdir()
            ours.append(step("full_read", book["path"], str(fresh)))
    say(f"  records: {', '.join(f'{n:,} {kind}' for kind, n in ours[0]['records'].items())}")
    bare = seconds("bare calamine read (floor)", [one["read_s"] for one in floor])
    seconds("ours: read and checked", [one["read_s"] for one in ours])
    seconds("ours: stored", [one["stored_s"] for one in ours])
    whole = seconds("ours: both", [one["read_s"] + one["stored_s"] for one in ours])
    say(f"  {'ratio, both to floor':<28} {whole / bare:6.2f}")
    say(f"  {'peak memory, floor':<28} {max(one['peak_mb'] for one in floor):6.0f} MB")
    peak = max(one["peak_mb"] for one in ours)
    say(f"  {'peak memory, ours':<28} {peak:6.0f} MB")
    kept = (
        promise("time", whole, TIMES_THE_FLOOR * bare + STORE_S, "s"),
        promise("memory", peak, MOST_MB, "MB"),
    )
    return 0 if all(kept) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
