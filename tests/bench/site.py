"""The rehearsal's site answering small JSON, beside the same server answering a constant.

The promise: at least 1,000 answers a second on one core, with a key, a budget and a counted answer
each. The server is held to one core; whoever asks has the others.
"""

import sys
from typing import Any

from tests.bench.measuring import asked, promise, say, seconds, step

THOUSAND_WITHIN_S = 1.0
REQUESTS = "10000"


def main(arguments: list[str]) -> int:
    """Measure floor and ours in turn; exit 1 when the promise is missed."""
    options = asked(arguments)
    floor: list[dict[str, Any]] = []
    ours: list[dict[str, Any]] = []
    for _ in range(options.repeats):
        floor.append(step("ask_site", "constant", REQUESTS))
        ours.append(step("ask_site", "publisher", REQUESTS))
    say(f"site: {int(REQUESTS):,} answers of {ours[0]['bytes']:,} bytes, 8 connections")
    bare = seconds("1,000 constants (floor)", [one["thousand_s"] for one in floor])
    thousand = seconds("1,000 answers, ours", [one["thousand_s"] for one in ours])
    seconds("of that, the server's core", [one["server_s"] for one in ours])
    say(f"  {'answers a second, floor':<28} {1000 / bare:10,.0f}")
    say(f"  {'answers a second, ours':<28} {1000 / thousand:10,.0f}")
    say(f"  {'ratio, ours to floor':<28} {thousand / bare:6.2f}")
    say(f"  {'peak memory, ours':<28} {max(one['peak_mb'] for one in ours):6.0f} MB")
    return 0 if promise("1,000 answers", thousand, THOUSAND_WITHIN_S, "s") else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
