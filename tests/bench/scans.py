"""Scanned accounts read, beside what a person read on the same pages and what was drawn.

The promise: of the named lines at least 70% are marked sure, and of those at least 95% are right.
Both are printed for the real scans, where they are at hand, and for generated ones, with the
seconds that a page takes on this machine's cores.
"""

import csv
import os
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from pathlib import Path
from time import perf_counter

from crawlers.accounts.figure import Figure
from crawlers.accounts.scans import telling
from crawlers.accounts.scans.dating import dated
from crawlers.accounts.scans.reading import read_scan
from crawlers.accounts.scans.settling import SURE
from crawlers.accounts.wording.about import about
from crawlers.recognising import Tesseract, tesseract
from crawlers.rehearsal.forms.accounts.document import PDF, document_body
from crawlers.rehearsal.world.books import Accounts, Medium
from tests.bench.measuring import ROOT, promise_of_at_least, say
from tests.bench.scans_drawn import drawn_lines
from tests.crawlers.rehearsal.accounts_world import (
    CHARITY,
    FULL_FILING,
    GROUP_FILING,
    SMALL_FILING,
    of,
    world,
)

LEAST_SURE = 0.7
LEAST_RIGHT = 0.95
REAL = ROOT.parent / "shared" / "data" / "companies_house" / "scans"
READ_BY_EYE = ROOT / "tests" / "crawlers" / "accounts" / "scans" / "read_by_eye.csv"
DRAWN = (
    GROUP_FILING,
    FULL_FILING,
    SMALL_FILING,
    of(CHARITY, FULL_FILING, key="MzAwMDAwMDAxNGFkaXF6a2N4"),
)
Line = tuple[str, str, str]
"""Scope, measure and last day of the period."""


@dataclass
class Score:
    """How many named lines there are, and what became of them."""

    lines: int = 0
    right: int = 0
    sure: int = 0
    sure_and_right: int = 0
    pages: int = 0
    seconds: float = 0.0

    def tell(self, of_what: str) -> None:
        """Print it, in shares."""
        say(f"{of_what}: {self.lines} named lines on {self.pages} pages")
        say(f"  right                        {self.right:4} {self.right / self.lines:7.1%}")
        say(f"  marked sure                  {self.sure:4} {self.sure / self.lines:7.1%}")
        right = self.sure_and_right / max(self.sure, 1)
        say(f"  of the sure ones right       {self.sure_and_right:4} {right:7.1%}")
        cores = len(os.sched_getaffinity(0))
        say(f"  seconds a page on {cores} cores   {self.seconds / max(self.pages, 1):12.2f}")


def main(arguments: list[str]) -> int:
    """Read every scan; exit 1 when a promise is missed."""
    recognise = tesseract()
    if recognise is None:
        say("tesseract is not installed: nothing can be measured")
        return 1
    say(recognise.version)
    scores: list[Score] = []
    if REAL.exists():
        scores.append(Score())
        for number, lines in by_eye().items():
            score_one(scores[-1], (REAL / f"{number}.pdf").read_bytes(), lines, recognise)
        scores[-1].tell("real scans")
    scores.append(Score())
    for filing, body in drawn():
        score_one(scores[-1], body, drawn_lines(world(filing), filing), recognise)
    scores[-1].tell("generated scans")
    kept = [
        promise_of_at_least(name, share, least, "of the lines")
        for one in scores
        for name, share, least in (
            ("marked sure", one.sure / one.lines, LEAST_SURE),
            ("sure and right", one.sure_and_right / max(one.sure, 1), LEAST_RIGHT),
        )
    ]
    return 0 if all(kept) else 1


def score_one(
    score: Score, body: bytes, lines: Mapping[Line, Decimal], recognise: Tesseract
) -> None:
    """Read one document and add what became of its lines."""
    started = perf_counter()
    scanned = read_scan(body, recognise)
    read = telling.figures(
        scanned.lines,
        scanned.second,
        own_text=scanned.own_text,
        about=dated(about(None, scanned.lines), scanned.lines),
    )
    score.seconds += perf_counter() - started
    score.pages += scanned.pages
    found = best(read.figures)
    for line, value in lines.items():
        figure = found.get(line)
        is_right = figure is not None and figure.value == value
        is_sure = figure is not None and figure.confidence >= SURE
        score.lines += 1
        score.right += is_right
        score.sure += is_sure
        score.sure_and_right += is_right and is_sure
        if not is_right:
            got = "nothing" if figure is None else f"{figure.value:,} ({figure.confidence})"
            say(f"    {' '.join(line)}: {value:,}, read {got}")


def best(figures: tuple[Figure, ...]) -> dict[Line, Figure]:
    """The surest figure of each line."""
    found: dict[Line, Figure] = {}
    for one in sorted(figures, key=lambda figure: -figure.confidence):
        found.setdefault((one.scope.value, one.measure.value, str(one.period.end)), one)
    return found


def by_eye(path: Path = READ_BY_EYE) -> dict[str, dict[Line, Decimal]]:
    """What a person read on the pages of each document."""
    documents: dict[str, dict[Line, Decimal]] = {}
    with path.open(newline="") as file:
        for row in csv.DictReader(file):
            line = (row["scope"], row["measure"], row["period_end"])
            documents.setdefault(row["document"], {})[line] = Decimal(row["value"])
    return documents


def drawn() -> Iterator[tuple[Accounts, bytes]]:
    """Filings of the rehearsal as they come out of a scanner."""
    for one in DRAWN:
        filing = replace(one, medium=Medium.SCANNED, vendor=None)
        yield filing, document_body(world(filing), filing, PDF)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
