"""The rehearsal's site answering JSON as a crawl asks it, beside the same server with a constant.

The promise: at least 1,000 answers a second on one core, with a key, a budget and a counted answer
each, in the mix of resources that a crawl asks of each company, none of which was asked before. The
server is held to one core; whoever asks has the others.
"""

import sys
from typing import Any

from tests.bench.measuring import asked, promise, say, seconds, step

THOUSAND_WITHIN_S = 1.0
SIZES = ("small", "national")


def main(arguments: list[str]) -> int:
    """Measure floor and ours in turn; exit 1 when the promise is missed."""
    options = asked(arguments)
    kept = [_measured(size, options.repeats) for size in SIZES]
    return 0 if all(kept) else 1


def _measured(size: str, repeats: int) -> bool:
    floor: list[dict[str, Any]] = []
    ours: list[dict[str, Any]] = []
    for _ in range(repeats):
        floor.append(step("ask_site", "constant"))
        ours.append(step("ask_site", size))
    one = ours[0]
    say(f"{size} site: {one['requests']:,} answers of {one['bytes']:,} bytes, 8 connections")
    bare = seconds("1,000 constants (floor)", [one["thousand_s"] for one in floor])
    thousand = seconds("1,000 answers, ours", [one["thousand_s"] for one in ours])
    seconds("the same asked again", [one["warm_s"] for one in ours])
    seconds("the server's core, of both", [one["server_s"] for one in ours])
    say(f"  {'answers a second, floor':<28} {1000 / bare:10,.0f}")
    say(f"  {'answers a second, ours':<28} {1000 / thousand:10,.0f}")
    say(f"  {'ratio, ours to floor':<28} {thousand / bare:6.2f}")
    say(f"  {'peak memory, ours':<28} {max(one['peak_mb'] for one in ours):6.0f} MB")
    return promise(f"1,000 answers, {size}", thousand, THOUSAND_WITHIN_S, "s")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
