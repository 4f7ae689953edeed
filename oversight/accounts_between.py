"""What several filed documents say together: the same operations twice, a year stated anew."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from crawlers.accounts.choosing import Chosen
from crawlers.accounts.levels import Level, SameOperations, same_operations
from crawlers.accounts.periods import same
from crawlers.accounts.restatements import Restatement, restatements
from db.records.accounts_words import Measure, Scope
from oversight.accounts_reading import ReadDocument, cited


@dataclass(frozen=True, slots=True, kw_only=True)
class Restated:
    """One line of one year as its own filing has it, and as the next one does."""

    company_number: str
    restatement: Restatement
    earlier_cite: str
    later_cite: str


@dataclass(frozen=True, slots=True, kw_only=True)
class _Year:
    """What one document reports of a company."""

    sha256: str
    chosen: Chosen

    def cite(self, fragment: str) -> str:
        """How one of its places is cited."""
        return cited(self.sha256, fragment)


@dataclass(slots=True)
class Between:
    """What is kept of each document while more are read: figures, and no text."""

    _levels: dict[Decimal, list[Level]] = field(
        default_factory=lambda: defaultdict[Decimal, list[Level]](list)
    )
    """By heads: only levels with as many are held beside each other, so that a product of
    thousands takes no longer than its reading."""
    _years: dict[str, list[_Year]] = field(
        default_factory=lambda: defaultdict[str, list[_Year]](list)
    )
    """By company number. None of a product's members, however many: a company has one in it."""

    def add(self, document: ReadDocument) -> None:
        """Take in what a document reports."""
        for filing in document.filing.sets:
            number = filing.about.entity_number or filing.filed_for
            if number is None or filing.chosen.period is None:
                continue
            if not document.is_of_a_product:
                year = _Year(sha256=document.sha256, chosen=filing.chosen)
                self._years[number].append(year)
            for level in _levels(number, filing.about.entity_name or "", filing.chosen):
                self._levels[level.figures[Measure.EMPLOYEES].value].append(level)

    def same_operations(self) -> list[SameOperations]:
        """Every two levels that report the same operations."""
        return [pair for alike in self._levels.values() for pair in same_operations(alike)]

    def restated(self) -> Iterator[Restated]:
        """Every line of a year that the same company's next accounts state otherwise."""
        for number, years in self._years.items():
            for earlier in years:
                for later in years:
                    yield from _restated(number, earlier, later)


def _levels(number: str, name: str, chosen: Chosen) -> Iterator[Level]:
    """The scopes that may report the same operations as another company's."""
    for scope in Scope:
        figures = chosen.of(scope)
        if chosen.period and Measure.EMPLOYEES in figures and Measure.TURNOVER in figures:
            yield Level(company_number=number, name=name, period=chosen.period, figures=figures)


def _restated(number: str, earlier: _Year, later: _Year) -> Iterator[Restated]:
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
