"""Owners matched to companies, beside the truth of three national rehearsals.

The promises: at least 99.5% of what is decided without a person is right, and 99% at the lower end
of Wilson's interval; 85% of owners and 95% of places are decided so; 99% of places once a person
has looked at the first 200 that wait; and a national market is matched in 2 s of one core.
`--small` measures the small market instead.
"""

import sys
from collections import Counter
from typing import Any

from oversight.matching import Method, OwnerKind
from tests.bench import embedded_numbers
from tests.bench.measuring import promise, promise_of_at_least, say, seconds, step
from tests.bench.wilson import wilson

SEEDS = ("1", "2", "3")
RIGHT, RIGHT_AT_LEAST = 99.5, 99.0
OWNERS, PLACES, PLACES_REVIEWED = 85, 95, 99
MATCH_S = 2
Counts = dict[str, Counter[str]]


def main(arguments: list[str]) -> int:
    """Match each seed's market in a process of its own; exit 1 when a promise is missed."""
    size = "small" if "--small" in arguments else "national"
    found = [step("match_market", size, seed) for seed in SEEDS]
    say(f"matching: the {size} rehearsal's truth, seeds {', '.join(SEEDS)}")
    for line in table(found):
        say(line)
    embedded_numbers.tell(say)
    took = seconds("match", [one["match_s"] for one in found])
    say(f"  {'peak memory':<28} {max(one['peak_mb'] for one in found):6.0f} MB")
    return 0 if all(_kept(found, took)) else 1


def table(found: list[dict[str, Any]]) -> list[str]:
    """What is decided by each method and of each class, over all seeds, as a page shows it."""
    methods, classes = _together(found, "methods"), _together(found, "classes")
    return [
        "| Method, in the order of trial | Decided | Right | Precision, 95% |",
        "|---|---|---|---|",
        *(_precision(str(one), methods[str(one)]) for one in Method if str(one) in methods),
        "",
        "| Class of owner | Owners | Decided rightly | Recall, 95% |",
        "|---|---|---|---|",
        *(_recall(str(one), classes[str(one)]) for one in OwnerKind if str(one) in classes),
        "",
    ]


def _precision(name: str, counts: Counter[str]) -> str:
    if not counts["decided"]:
        return f"| {name} | {counts['all']:,} wait for a person | – | – |"
    return f"| {name} | {counts['decided']:,} | {counts['right']:,} | {_share(counts, 'decided')} |"


def _recall(name: str, counts: Counter[str]) -> str:
    return f"| {name} | {counts['all']:,} | {counts['right']:,} | {_share(counts, 'all')} |"


def _share(counts: Counter[str], of: str) -> str:
    low, high = wilson(counts["right"], counts[of])
    share = counts["right"] / counts[of]
    return f"{share:.2%} ({low:.2%} to {high:.2%})"


def _together(found: list[dict[str, Any]], what: str) -> Counts:
    """Counts of all seeds, added up."""
    every: Counts = {}
    for one in found:
        for name, counts in one[what].items():
            every.setdefault(name, Counter()).update(counts)
    return every


def _kept(found: list[dict[str, Any]], took: float) -> tuple[bool, ...]:
    methods = _together(found, "methods").values()
    decided, right = (sum(one[what] for one in methods) for what in ("decided", "right"))
    owners, places = (sum(one[what] for one in found) for what in ("owners", "places"))
    low, _ = wilson(right, decided)
    told = 100 * sum(one["places_decided"] for one in found) / places
    after = 100 * sum(one["places_after_review"] for one in found) / places
    say(f"  decided alone: {decided:,} of {owners:,} owners, {right:,} of them rightly")
    return (
        promise_of_at_least("right, of those decided alone", 100 * right / decided, RIGHT, "%"),
        promise_of_at_least("the same, lower end of 95%", 100 * low, RIGHT_AT_LEAST, "%"),
        promise_of_at_least("owners decided alone", 100 * decided / owners, OWNERS, "%"),
        promise_of_at_least("places decided alone", told, PLACES, "%"),
        promise_of_at_least("places after 200 reviews", after, PLACES_REVIEWED, "%"),
        promise("match, a national market, one core", took, MATCH_S, "s"),
    )


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
