"""What a rehearsal's market measures on 31 March 2025, beside what was published of the real one.

`make rehearsal-figures` makes the national market of seed 1 and keeps its figures, from which
`make docs` writes the page: a market takes too long to make whenever somebody checks the pages.
The small market's figures are kept beside them; a test makes that one again, so that nobody
changes the making and forgets the figures.
"""

import json
import sys
from collections.abc import Callable, Mapping
from datetime import date
from importlib.resources import files
from pathlib import Path

from crawlers.rehearsal.calibration import SIZES
from crawlers.rehearsal.likeness import registered, reported, written
from crawlers.rehearsal.making.market import make_world
from crawlers.rehearsal.world.world import World

SEED = 1
DAY = date(2025, 3, 31)
KEPT = "rehearsal_figures.json"
Figures = Mapping[str, Mapping[str, float]]
"""Measured numbers by section and by what is measured; shares are 0 to 1."""
_PARTS: tuple[Callable[[World, date], Figures], ...] = (registered, written, reported)


def measured(world: World) -> dict[str, dict[str, float]]:
    """Every figure of a market, shares to four digits."""
    return {
        section: {what: round(number, 4) for what, number in found.items()}
        for part in _PARTS
        for section, found in part(world, DAY).items()
    }


def kept(size: str) -> Figures:
    """The figures of one size that were kept."""
    text = files("oversight.docs").joinpath(KEPT).read_text(encoding="utf-8")
    return json.loads(text)[size]


def main() -> int:
    """Make the small and the national market, and keep their figures."""
    found = {size: measured(make_world(SEED, SIZES[size])) for size in ("small", "national")}
    text = json.dumps(found, indent=1, ensure_ascii=False) + "\n"
    Path(__file__).with_name(KEPT).write_text(text, encoding="utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
