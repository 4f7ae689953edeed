"""Groups of settings found by control, beside the truth of three national rehearsals on three days.

Who runs each setting is told from the truth, so that this measures the groups alone; matching is
measured by itself. The promises are of certain groups: B-cubed precision of at least 99.5% and
recall of at least 94%, over settings and over places. `--small` measures the small market instead.
"""

import sys
from typing import Any

from tests.bench.measuring import promise_of_at_least, say, step

SEEDS = ("1", "2", "3")
PRECISION, RECALL = 99.5, 94.0
KINDS = ("statutory", "operating")
OVER = {"settings": "", "places": "_of_places"}


def main(arguments: list[str]) -> int:
    """Measure each seed's market in a process of its own; exit 1 when a promise is missed."""
    size = "small" if "--small" in arguments else "national"
    found = {seed: step("group_market", size, seed) for seed in SEEDS}
    say(f"groups: the {size} rehearsal's truth, seeds {', '.join(SEEDS)}")
    for line in table(found):
        say(line)
    return 0 if all(_kept(found)) else 1


def table(found: dict[str, dict[str, Any]]) -> list[str]:
    """How right groups are, by seed, day and kind, as a page shows it."""
    lines = [
        "| Seed | Day | Kind | Settings | Precision | Recall | of places | of places | Rand |",
        "|---|---|---|---|---|---|---|---|---|",
    ]
    for seed, one in found.items():
        for day, told in one["days"].items():
            lines += [_line(seed, day, kind, told) for kind in KINDS]
    return lines


def _line(seed: str, day: str, kind: str, told: dict[str, float]) -> str:
    measured = [
        f"{told[f'{kind}_{measure}{over}']:.2%}"
        for over in OVER.values()
        for measure in ("precision", "recall")
    ]
    rand = f"{told[f'{kind}_adjusted_rand']:.4f}"
    return f"| {seed} | {day} | {kind} | {told['settings']:,} | {' | '.join(measured)} | {rand} |"


def _kept(found: dict[str, dict[str, Any]]) -> list[bool]:
    """Whether each promise is kept by the worst of the markets and days."""
    days = [told for one in found.values() for told in one["days"].values()]
    least = {"precision": PRECISION, "recall": RECALL}
    return [
        promise_of_at_least(
            f"{kind} groups, {measure} over {over}",
            100 * min(told[f"{kind}_{measure}{end}"] for told in days),
            percent,
            "%",
        )
        for kind in KINDS
        for over, end in OVER.items()
        for measure, percent in least.items()
    ]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
