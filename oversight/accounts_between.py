"""What several filed documents say together: the same operations twice, a year stated anew."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from itertools import product
from typing import Self

from crawlers.accounts.levels import Level, SameOperations, same_operations
from crawlers.accounts.periods import same
from crawlers.accounts.read_filing import ReadFiling
from crawlers.accounts.restatements import Restatement, restatements
from db.records.accounts_words import Matter, Measure, Scope
from oversight.accounts_reading import ReadDocument
from oversight.company_years import CompanyYear, CompanyYears

ABOVE = frozenset(
    {
        Matter.IMMEDIATE_PARENT,
        Matter.ULTIMATE_PARENT,
        Matter.CONTROLLING_PARTY,
        Matter.CONSOLIDATING_PARENT,
    }
)
"""For what a sentence is cited that names an undertaking above the company."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Restated:
    """One line of one year as its own filing has it, and as the next one does."""

    company_number: str
    restatement: Restatement
    earlier_cite: str
    later_cite: str


@dataclass(slots=True)
class Between:
    """What is kept of each document while more are read: figures, and no text.

    Those of most documents lie on the disk, for as long as the block lasts that it is opened in.
    """

    _levels: dict[Decimal, list[Level]] = field(
        default_factory=lambda: defaultdict[Decimal, list[Level]](list)
    )
    """By heads: only levels with as many are held beside each other, so that a product of
    thousands takes no longer than its reading."""
    _years: CompanyYears = field(default_factory=CompanyYears)

    def __enter__(self) -> Self:
        """Documents are added and asked about inside the block."""
        return self

    def __exit__(self, *_: object) -> None:
        """What was kept of them is gone."""
        self._years.close()

    def add(self, document: ReadDocument) -> None:
        """Take in what a document reports."""
        for filing in document.filing.sets:
            number = filing.about.entity_number or filing.filed_for
            if number is None or filing.chosen.period is None:
                continue
            self._years.add(number, document.sha256, filing.member, filing.chosen)
            for level in _levels(number, filing):
                self._levels[level.figures[Measure.EMPLOYEES].value].append(level)

    def same_operations(self) -> list[SameOperations]:
        """Every two levels that report the same operations."""
        return [pair for alike in self._levels.values() for pair in same_operations(alike)]

    def restated(self) -> Iterator[Restated]:
        """Every line of a year that the same company's next accounts state otherwise, once.

        A parent's accounts lie beside those of each subsidiary that it guarantees.
        """
        for number, years in self._years.of_several():
            told: set[str] = set()
            for earlier, later in product(years, years):
                for one in _restated(number, earlier, later):
                    if one.restatement.words not in told:
                        told.add(one.restatement.words)
                        yield one


def _levels(number: str, filing: ReadFiling) -> Iterator[Level]:
    """The scopes that may report the same operations as another company's."""
    chosen = filing.chosen
    above = frozenset(one.name for one in filing.said if one.matter in ABOVE and one.name)
    for scope in Scope:
        figures = chosen.of(scope)
        if chosen.period and Measure.EMPLOYEES in figures and Measure.TURNOVER in figures:
            yield Level(
                company_number=number,
                name=filing.about.entity_name or "",
                parents=above,
                period=chosen.period,
                figures=figures,
            )


def _restated(number: str, earlier: CompanyYear, later: CompanyYear) -> Iterator[Restated]:
    own, stated_again = earlier.chosen.period, later.chosen.previous
    if own is None or stated_again is None or not same(own, stated_again):
        return
    found: Sequence[Restatement] = restatements(
        comparatives=later.chosen.comparatives, own=earlier.chosen.figures
    )
    for one in found:
        yield Restated(
            company_number=number,
            restatement=one,
            earlier_cite=earlier.cite(one.earlier.fragment),
            later_cite=later.cite(one.later.fragment),
        )
