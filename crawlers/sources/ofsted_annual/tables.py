"""One table of Ofsted's: the day it describes, whom it covers, and what it does without."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date
from fnmatch import fnmatchcase
from typing import TypeVar

from crawlers.reading import Cell, Row, plain
from crawlers.sources.ofsted_annual import words
from crawlers.sources.ofsted_annual.words import Names
from db.records import Population

T = TypeVar("T")

MARKS = ("URN", "Provision type")
"""The header is the first row that has both."""
NOT_EVERY_YEAR = (
    words.NAME,
    words.REGISTERED_ON,
    words.REGISTRATION_STATUS,
    words.OFSTED_REGION,
    words.GOVERNMENT_OFFICE_REGION,
    words.PLACES,
    words.OWNER,
    words.SHORT_BREAKS_ONLY,
    words.LINKED_EDUCATION_URN,
)
"""Columns of a setting that some year's table lacks. What only newer tables have is no lack."""


@dataclass(frozen=True, kw_only=True)
class Issue:
    """What holds for every row of one table."""

    as_at: date
    """The register date, or the last day of the year that the table covers."""
    public_on: date
    population: Population = Population.FULL
    lacks: frozenset[Names] = field(default_factory=frozenset[Names])
    """Columns known to be missing from this table. Any other that is missing stops the reading."""

    def read(self, row: Row, names: Names, how: Callable[[Cell], T]) -> T | None:
        """Read a column that must be there unless this table is known to lack it."""
        return None if names in self.lacks else row.read(names, how)


def missing(columns: Iterable[Names], headings: Iterable[str]) -> frozenset[Names]:
    """Those columns that none of the headings names."""
    there = tuple(headings)
    return frozenset(
        names
        for names in columns
        if not any(fnmatchcase(heading, plain(name)) for name in names for heading in there)
    )
