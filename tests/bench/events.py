"""Events told from public signs, beside what really happened in three national rehearsals.

The promise: acquisitions and internal restructures that left any public sign are told apart with
an F1 of at least 0.95, over at least 120 of them; told within 10 s of one core. Printed besides is
every other kind, and what was missed or told falsely, by its signs. `--small` measures the small
market instead.
"""

import sys
from collections import Counter
from collections.abc import Collection
from typing import Any

from oversight.events import EventKind
from tests.bench.measuring import promise, promise_of_at_least, say, seconds, step

SEEDS = ("1", "2", "3")
F1, LEAST, EVENTS_S = 0.95, 120, 10
APART = (EventKind.ACQUISITION, EventKind.RESTRUCTURE)
"""The kinds that are to be told apart."""
POSSIBLE = " (possible only)"
"""How a step marks the kind of an event that is not certain."""


def main(arguments: list[str]) -> int:
    """Measure each seed's market in a process of its own; exit 1 when a promise is missed."""
    size = "small" if "--small" in arguments else "national"
    found = {seed: step("tell_events", size, seed) for seed in SEEDS}
    say(f"events: the {size} rehearsal's truth, seeds {', '.join(SEEDS)}")
    for line in table(found):
        say(line)
    for what in ("missed", "false"):
        for name, count in sorted(_together(found, what).items()):
            say(f"  {what}: {count:3}  {name}")
    took = seconds("events", [one["events_s"] for one in found.values()])
    say(f"  {'peak memory':<28} {max(one['peak_mb'] for one in found.values()):6.0f} MB")
    return 0 if all(_kept(found, took, size)) else 1


def table(found: dict[str, dict[str, Any]]) -> list[str]:
    """How many of each kind are told rightly, as a page shows it, over all seeds."""
    lines = [
        "| Kind | In sight | Told | As another kind | False | Precision | Recall | F1 |",
        "|---|---|---|---|---|---|---|---|",
    ]
    for kind in EventKind:
        for certain in (False, True):
            right, true, said, other = counts(found, [kind], certain=certain)
            if true or said:
                shares = (_share(right, said), _share(right, true), _share(2 * right, true + said))
                name = f"{kind}, certain alone" if certain else kind
                figures = (true, right, other, said - right, *shares)
                lines.append(f"| {name} | {' | '.join(map(str, figures))} |")
    return lines


def counts(
    found: dict[str, dict[str, Any]], kinds: Collection[EventKind], *, certain: bool = False
) -> tuple[int, int, int, int]:
    """Told as the right one of some kinds; all that happened; all told so; told as another.

    With `certain` an event that is only possible counts as not told.
    """
    right = true = said = other = 0
    for pair, count in _together(found, "pairs").items():
        happened, told = pair.split(" / ")
        is_told = not (certain and told.endswith(POSSIBLE))
        is_right = happened == told.removesuffix(POSSIBLE)
        true += count * (happened in kinds)
        said += count * (is_told and told.removesuffix(POSSIBLE) in kinds)
        right += count * (is_told and is_right and happened in kinds)
        other += count * (is_told and not is_right and happened in kinds)
    for name, count in _together(found, "missed").items():
        true += count * (name.split(" / ")[0] in kinds)
    for name, count in _together(found, "false").items():
        told = name.split(" / ")[0]
        is_told = not (certain and told.endswith(POSSIBLE))
        said += count * (is_told and told.removesuffix(POSSIBLE) in kinds)
    return right, true, said, other


def _together(found: dict[str, dict[str, Any]], what: str) -> Counter[str]:
    every: Counter[str] = Counter()
    for one in found.values():
        every.update(one[what])
    return every


def _share(part: int, of: int) -> str:
    return f"{part / of:.3f}" if of else "–"


def _kept(found: dict[str, dict[str, Any]], took: float, size: str) -> tuple[bool, ...]:
    right, true, said, _ = counts(found, APART)
    least = LEAST if size == "national" else 1
    return (
        promise_of_at_least("told apart: happened in sight", true, least, ""),
        promise_of_at_least("told apart: F1", 2 * right / (true + said), F1, ""),
        promise("events of a national market, one core", took, EVENTS_S, "s"),
    )


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
