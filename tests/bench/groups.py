"""Groups found with matching in the loop, beside the truth of three rehearsals on three days.

The promises are of certain groups, over settings and over places: B-cubed precision of at least
99.5%, and recall of at least 94% before a review of the queue and of 98.5% after it, answered from
the truth: owners, and who is above bodies abroad. Told is how many of each wait.
`tests.bench.grouping` measures the same without matching; `--small` measures the small market.
"""

import sys
from itertools import product
from typing import Any

from tests.bench.measuring import promise, promise_of_at_least, say, step

SEEDS = ("1", "2", "3")
PRECISION, BEFORE, AFTER = 99.5, 94.0, 98.5
GROUP_S = 6
KINDS = ("statutory", "operating")
OVER = {"settings": "", "places": "_of_places"}
REVIEWS = {"before": BEFORE, "after": AFTER}
"""Recall, in per cent, that every kind of group must reach before the review and after it."""
Told = dict[str, dict[str, Any]]
"""What is measured, by seed."""


def main(arguments: list[str]) -> int:
    """Measure each seed's market in a process of its own; exit 1 when a promise is missed."""
    size = "small" if "--small" in arguments else "national"
    found = {seed: step("match_and_group_market", size, seed) for seed in SEEDS}
    say(f"matched groups: the {size} rehearsal's truth, seeds {', '.join(SEEDS)}")
    for line in table(found):
        say(line)
    say(f"  {'peak memory':<28} {max(one['peak_mb'] for one in found.values()):6.0f} MB")
    return 0 if all(_kept(found)) else 1


def table(found: Told) -> list[str]:
    """How right groups are, by seed, day, review and kind, as a page shows it."""
    return [
        "| Seed | Day | Review | Kind | Wait | Precision | Recall | of places | of places | Rand |",
        "|---|---|---|---|---|---|---|---|---|---|",
        *(
            _line(f"{seed} | {day} | {review} | {kind}", kind, told)
            for seed, one in found.items()
            for day, reviews in one["days"].items()
            for review, told in reviews.items()
            for kind in KINDS
        ),
    ]


def _line(begins: str, kind: str, told: dict[str, float]) -> str:
    measured = [
        f"{told[f'{kind}_{measure}{end}']:.2%}"
        for end in OVER.values()
        for measure in ("precision", "recall")
    ]
    rand = f"{told[f'{kind}_adjusted_rand']:.4f}"
    waits = f"{told['waiting']:,}, {told['parents_waiting']:,}"
    return f"| {begins} | {waits} | {' | '.join(measured)} | {rand} |"


def _kept(found: Told) -> list[bool]:
    """Whether each promise is kept by the worst of the markets and days."""
    kept: list[bool] = []
    for kind, (review, least) in product(KINDS, REVIEWS.items()):
        days = [told[review] for one in found.values() for told in one["days"].values()]
        for over, end in OVER.items():
            for measure, percent in (("precision", PRECISION), ("recall", least)):
                worst = 100 * min(told[f"{kind}_{measure}{end}"] for told in days)
                name = f"{kind}, {review} review: {measure} over {over}"
                kept.append(promise_of_at_least(name, worst, percent, "%"))
    took = max(
        told["group_s"]
        for one in found.values()
        for days in one["days"].values()
        for told in days.values()
    )
    return [*kept, promise("match and group, one core, the longest", took, GROUP_S, "s")]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
