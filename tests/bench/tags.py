"""Tagged accounts read, beside two published readers and a bare parse of the same bytes.

The promises, in processor time on one core over the same documents: at least 3 times as quick as
stream-read-xbrl and 20 times as quick as ixbrlparse; and of the speed of a bare lxml parse at
least 40% on small documents (under 200 kB) and 60% on large ones. All that is read of a filing,
with print and wording, takes no longer than stream-read-xbrl. What a second process gains is
printed beside it; `bench-history` holds memory to its promise over a product of any size.
"""

import sys
from statistics import median
from typing import Any

from tests.bench.measuring import Asked, asked, promise_of_at_least, say, seconds, step

STREAM_READ_XBRL, IXBRLPARSE = 3, 20
SMALL_SHARE, LARGE_SHARE = 40, 60
ALL_OF_IT = 1


def main(arguments: list[str]) -> int:
    """Measure every reader in turns; exit 1 when a promise is missed."""
    options = asked(arguments)
    measured = step("time_tags", str(options.repeats), str(options.seed))
    kept = [_kept(group) for group in measured["groups"]]
    _say_gain(options)
    return 0 if all(kept) else 1


def _kept(group: dict[str, Any]) -> bool:
    """Print what a group of documents took, and whether its promises are kept."""
    say(
        f"{group['which']}: {group['documents']} documents, {group['bytes'] / 1e6:.1f} MB, "
        f"{group['tags']:,} tags, {group['bytes'] / group['tags']:,.0f} bytes a tag"
    )
    for name, taken in group["seconds"].items():
        middle = median(taken)
        rates = (
            f"{group['documents'] / middle:8,.0f} documents/s {group['bytes'] / middle / 1e6:7.1f}"
        )
        say(f"  {name:<18} {rates} MB/s   min {min(taken):.3f} s   max {max(taken):.3f} s")
    took = {name: min(taken) for name, taken in group["seconds"].items()}
    share = LARGE_SHARE if group["is_large"] else SMALL_SHARE
    ours = took["ours"]
    kept = (
        promise_of_at_least(
            "beside stream-read-xbrl", took["stream-read-xbrl"] / ours, STREAM_READ_XBRL, "times"
        ),
        promise_of_at_least("beside ixbrlparse", took["ixbrlparse"] / ours, IXBRLPARSE, "times"),
        promise_of_at_least(
            "of a bare parse's speed", 100 * took["bare lxml parse"] / ours, share, "%"
        ),
        promise_of_at_least(
            "all of it, beside stream-read-xbrl",
            took["stream-read-xbrl"] / took["ours, all of it"],
            ALL_OF_IT,
            "times",
        ),
    )
    return all(kept)


def _say_gain(options: Asked) -> None:
    """Print how much quicker two processes read the tags of the same documents."""
    taken: dict[int, list[float]] = {1: [], 2: []}
    for _ in range(options.repeats):
        for workers, times in taken.items():
            read = step("read_tags_apart", str(workers), str(options.seed))
            times.append(read["seconds"])
    seconds("tags, one process", taken[1])
    seconds("tags, two processes", taken[2])
    gain = median(one / two for one, two in zip(taken[1], taken[2], strict=True))
    say(f"  gain of a second process: {gain:.2f} times")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
