"""How long tagged documents take in one process, and in several that share them."""

import gc
import json
import sys
from collections.abc import Sequence
from multiprocessing import get_context
from time import perf_counter

from crawlers.accounts.tags.reading import read_tags
from tests.bench.steps.time_tags import generated, real

LEAST = 600
"""Documents of the work: a second or more of it, beside which starting a process is nothing."""


def main(workers: str, seed: str) -> None:
    """Print the seconds until the last process has read its share."""
    bodies = [*generated(int(seed)), *real()]
    number = len(bodies) * -(-LEAST // len(bodies))
    gc.freeze()
    # Forked, so that each has the documents and nothing of them is handed over.
    apart = get_context("fork").Process
    sharing = [
        apart(target=_read, args=(bodies, range(share, number, int(workers))))
        for share in range(int(workers))
    ]
    began = perf_counter()
    for one in sharing:
        one.start()
    for one in sharing:
        one.join()
    took = perf_counter() - began
    if any(one.exitcode for one in sharing):
        raise SystemExit("a process that reads documents failed")
    sys.stdout.write(json.dumps({"seconds": took, "documents": number}))


def _read(bodies: Sequence[bytes], numbers: range) -> None:
    """Read some of the documents, again and again."""
    for number in numbers:
        read_tags(bodies[number % len(bodies)])


if __name__ == "__main__":
    main(*sys.argv[1:])
