"""A crawl of the register of companies: within its real limit, and without one.

The promises: of a site that enforces the real limit, its time scaled 60 to 1, at least 97% of what
it allows is asked, from the first answer to the last, and nothing is refused (a stall of this
machine counts for sixty times as much as it would in life); and with no limit at least 300 answers
a second are fetched, archived, read and committed on two cores. The site that answers runs beside
the crawl, on the same cores: what it costs is told apart, and so is what a bare client takes that
asks for the same addresses and throws the answers away, and what reading alone takes.
"""

import sys
from tempfile import TemporaryDirectory
from typing import Any

from tests.bench.measuring import asked, promise, promise_of_at_least, say, seconds, step

FASTER = 60
ALLOWED_A_SECOND = 600 / 300 * FASTER
USED_PERCENT = 97.0
ANSWERS_A_SECOND = 300.0
COMPANIES = "100000"
"""No more than these: all that there are."""


def main(arguments: list[str]) -> int:
    """Crawl in turn with and without a limit, and barely; exit 1 when a promise is missed."""
    options = asked(arguments)
    seed = str(options.seed)
    limited: list[dict[str, Any]] = []
    free: list[dict[str, Any]] = []
    bare: list[dict[str, Any]] = []
    for _ in range(options.repeats):
        with TemporaryDirectory() as folder:
            limited.append(step("crawl_market", folder, seed, COMPANIES, str(FASTER)))
        with TemporaryDirectory() as folder:
            free.append(step("crawl_market", folder, seed, COMPANIES, "1"))
            bare.append(step("bare_answers", folder, seed))
    answers = free[0]["answers"]
    say(f"{answers:,} answers of the rehearsal's small market; the site is on the same two cores")
    asking = seconds("600 per 5 s: first to last", [one["asked_s"] for one in limited])
    refused = sum(one["refused"] for one in limited)
    say(f"  {'refused with 429':<28} {refused:6,}")
    taken = seconds("no limit: all committed", [one["taken_s"] for one in free])
    cpu = seconds("  CPU: asking", [one["crawl_cpu_s"] for one in free])
    cpu += seconds("  CPU: taking in", [one["intake_cpu_s"] for one in free])
    cpu += seconds("  CPU: the site itself", [one["server_s"] for one in free])
    fetched = seconds("thrown away (floor)", [one["fetched_s"] for one in bare])
    seconds("  CPU: asking", [one["fetch_cpu_s"] for one in bare])
    seconds("  CPU: the site itself", [one["server_s"] for one in bare])
    seconds("CPU: reading alone (floor)", [one["read_s"] for one in bare])
    say(f"  {'answers a second, floor':<28} {answers / fetched:6.0f}")
    say(f"  {'two idle cores would allow':<28} {2 * answers / cpu:6.0f}")
    used = 100 * (answers - 1) / asking / ALLOWED_A_SECOND
    kept = (
        promise_of_at_least("of the budget used", used, USED_PERCENT, "%"),
        promise("refused", refused, 0, "requests"),
        promise_of_at_least("taken in", answers / taken, ANSWERS_A_SECOND, "answers a second"),
    )
    return 0 if all(kept) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
