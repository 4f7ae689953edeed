"""What filed accounts show, told without any reader of ours: the truth that readers are held to.

Of real documents it is the facts of `golden_values.csv`, each checked when the file was made; of
generated ones it is what stands on the pages, before any software wrote or tagged them
(`tests.accounts_shown`).
"""

import csv
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from crawlers.rehearsal.calibration import SIZES
from crawlers.rehearsal.forms.accounts.composition import report
from crawlers.rehearsal.forms.accounts.document import XHTML, document_body
from crawlers.rehearsal.forms.accounts.told import told
from crawlers.rehearsal.making.market import make_world
from crawlers.rehearsal.world.books import Accounts, Medium
from crawlers.rehearsal.world.world import World
from db.records.accounts_words import Measure, Scope
from tests.accounts_shown.lines import shown_lines
from tests.accounts_shown.meanings import meaning

GOLDEN = Path(__file__).parents[3] / "shared" / "data" / "companies_house" / "accounts"
GENERATED = 400
"""How many generated filings are read: enough for every kind, few enough for a minute or two."""
GROUPS_FLOWS = ("03694027", "04184222")
"""Real groups whose software tags the group's flows without a dimension, but for the profit for
the year: read on their pages, where the company has no profit and loss account of its own."""
CHARGE = "IncreaseFrom"
"""What a note on assets adds to depreciation: it does not say whether the group's or the company's
assets are meant, and the facts that were checked are of neither alone."""

Lines = Mapping[tuple[Measure, date], Mapping[Scope, int]]
"""What is shown of a line at the end of a period, of whom."""


@dataclass(frozen=True, kw_only=True)
class Shown:
    """One document and what it shows."""

    name: str
    """Such as the register's products give it."""
    body: bytes
    lines: Lines
    ends: tuple[date, ...]
    """The last day of the period reported, and of the one before."""
    is_whole: bool
    """Whether all that the document shows is known, so that anything else is spurious."""
    rounding: int = 1
    """Pounds: what is printed in thousands is right to a thousand."""


def real() -> Iterator[Shown]:
    """The real documents whose facts were checked; none where they are not at hand."""
    path = GOLDEN / "golden_values.csv"
    if not path.exists():
        return
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    for name in dict.fromkeys(row["file"] for row in rows):
        lines: dict[tuple[Measure, date], dict[Scope, int]] = {}
        for row in rows:
            members = {part.rpartition("=")[2] for part in row["dimensions"].split(";")}
            means = meaning(row["concept"], frozenset(members - {"Consolidated", ""}))
            if row["file"] == name and means is not None and CHARGE not in row["concept"]:
                measure = means.measure
                value = abs(int(row["value"])) if measure.is_a_cost else int(row["value"])
                shown = lines.setdefault((measure, date.fromisoformat(row["end"])), {})
                shown[_scope(name, measure, members)] = value
        yield Shown(
            name=name,
            body=(GOLDEN / name).read_bytes(),
            lines=lines,
            ends=_latest_two(lines),
            is_whole=False,
        )


def generated(seed: int) -> Iterator[Shown]:
    """Tagged filings of every kind that a small market of the rehearsal has, evenly picked."""
    world = make_world(seed, SIZES["small"])
    tagged = [one for one in world.accounts if one.medium is Medium.TAGGED]
    step = max(len(tagged) // GENERATED, 1)
    for number, accounts in enumerate(tagged[::step]):
        yield _generated(world, accounts, number)


def _scope(name: str, measure: Measure, members: set[str]) -> Scope:
    """Whose a real fact is."""
    is_a_flow = not measure.is_of_a_day and measure is not Measure.PROFIT_FOR_YEAR
    if "Consolidated" in members or (is_a_flow and name.split("_")[2] in GROUPS_FLOWS):
        return Scope.GROUP
    return Scope.COMPANY


def _generated(world: World, accounts: Accounts, number: int) -> Shown:
    """One filing as it is served, and what stands on its pages."""
    tells = told(world, accounts)
    laid_out = report(tells)
    lines: dict[tuple[Measure, date], dict[Scope, int]] = {}
    for place, amount in shown_lines(tells, laid_out).items():
        _, end = laid_out.years[place.year]
        lines.setdefault((place.measure, end), {})[place.scope] = amount.pounds
    return Shown(
        name=f"Prod224_{number:04d}_{accounts.company}_{accounts.end:%Y%m%d}.html",
        body=document_body(world, accounts, XHTML),
        lines=lines,
        ends=tuple(end for _, end in laid_out.years[:2]),
        is_whole=True,
        rounding=1000 if laid_out.in_thousands else 1,
    )


def _latest_two(lines: Lines) -> tuple[date, ...]:
    """The last day of the period reported, and the last one about a year before."""
    ends = sorted({end for _, end in lines}, reverse=True)
    before = [end for end in ends if end <= ends[0] - timedelta(days=300)]
    return (ends[0], *before[:1])
