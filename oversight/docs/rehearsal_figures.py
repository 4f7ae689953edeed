"""What a rehearsal's market measures on 31 March 2025, beside what was published of the real one.

`make rehearsal-figures` makes the national market of three seeds and keeps its figures, from which
`make docs` writes the page: a market takes too long to make whenever somebody checks the pages.
Beside them stands a fingerprint of the small market; a test makes that one again, so that nobody
changes the making and forgets the figures.
"""

import json
import sys
from collections.abc import Callable, Mapping
from datetime import date
from hashlib import sha256
from importlib.resources import files
from pathlib import Path
from typing import TypedDict

from crawlers.rehearsal.calibration import SIZES
from crawlers.rehearsal.likeness import lived, marked_up, registered, reported, written
from crawlers.rehearsal.making.market import make_world
from crawlers.rehearsal.world.world import World

SEEDS = (1, 2, 3)
DAY = date(2025, 3, 31)
KEPT = "rehearsal_figures.json"
Figures = Mapping[str, Mapping[str, float]]
"""Measured numbers by section and by what is measured; shares are 0 to 1."""


class _Kept(TypedDict):
    fingerprint: str
    figures: list[Figures]


_PARTS: tuple[Callable[[World, date], Figures], ...] = (
    registered,
    written,
    reported,
    marked_up,
    lived,
)


def measured(world: World) -> dict[str, dict[str, float]]:
    """Every figure of a market, shares to four digits."""
    return {
        section: {what: round(number, 4) for what, number in sorted(found.items())}
        for part in _PARTS
        for section, found in part(world, DAY).items()
    }


def fingerprint(small: World) -> str:
    """What differs as soon as the small market of the first seed does, or any size of market."""
    return sha256(f"{SIZES}{small}".encode()).hexdigest()


def kept() -> tuple[Figures, ...]:
    """The figures that were kept, of the national market of each seed."""
    return tuple(_kept()["figures"])


def kept_fingerprint() -> str:
    """The fingerprint of the market whose figures were kept."""
    return _kept()["fingerprint"]


def _kept() -> _Kept:
    return json.loads(files("oversight.docs").joinpath(KEPT).read_text(encoding="utf-8"))


def main() -> int:
    """Make the national market of each seed, and keep its figures."""
    found = {
        "fingerprint": fingerprint(make_world(SEEDS[0], SIZES["small"])),
        "figures": [measured(make_world(seed, SIZES["national"])) for seed in SEEDS],
    }
    text = json.dumps(found, indent=1, ensure_ascii=False) + "\n"
    Path(__file__).with_name(KEPT).write_text(text, encoding="utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
