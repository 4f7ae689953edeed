"""Which concepts mean which line of accounts: the reviewed table `concepts.csv`, checked."""

import csv
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from crawlers.accounts.fact import Family
from db.records.accounts_words import Measure

Members = frozenset[tuple[str, str]]
"""Axes with their members, by local name."""

COLUMNS = (
    "family",
    "part",
    "name",
    "measure",
    "order",
    "needs_dimension",
    "unless_dimension",
    "note",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Concept:
    """One row: a name that means a line of accounts."""

    family: Family
    part: str
    name: str
    measure: Measure
    order: int
    """From 1: of the concepts of a line in a family, the first that a document has is taken."""
    needs: tuple[Members, ...]
    """Alternatives, of which a fact has exactly one beside whose figure it is; no dimension is
    one too."""
    unless: tuple[Members, ...]
    """Where the same concept stands with one of these as well, this row is only a part of it."""
    note: str
    """What a person should know of a figure from here; empty for nothing."""

    @property
    def is_from_a_note(self) -> bool:
        """Whether it stands in a note on the balance sheet, whose scope may be another's."""
        return self.note.startswith("from the note on")


class ConceptTableError(ValueError):
    """The table says something twice, or says it in words that nobody knows; it names the line."""


@cache
def concepts() -> Mapping[Measure, tuple[Concept, ...]]:
    """The table that is shipped, by line of accounts, first things first."""
    text = files("crawlers.accounts").joinpath("concepts.csv").read_text(encoding="utf-8")
    return table(text.splitlines())


def table(lines: Iterable[str]) -> Mapping[Measure, tuple[Concept, ...]]:
    """Read a table; raises ConceptTableError with the line that it cannot take."""
    rows = csv.reader(lines)
    if tuple(next(rows, ())) != COLUMNS:
        raise ConceptTableError(f"line 1: the columns are {', '.join(COLUMNS)}")
    found: dict[Measure, list[Concept]] = defaultdict(list)
    seen: dict[tuple[object, ...], int] = {}
    for line, row in enumerate(rows, 2):
        concept = _concept(row, line)
        for key in _keys(concept):
            if key in seen:
                raise ConceptTableError(f"line {line}: it says again what line {seen[key]} says")
            seen[key] = line
        found[concept.measure].append(concept)
    return {
        measure: tuple(sorted(those, key=lambda one: one.order)) for measure, those in found.items()
    }


def _concept(row: Sequence[str], line: int) -> Concept:
    if len(row) != len(COLUMNS):
        raise ConceptTableError(f"line {line}: {len(row)} cells instead of {len(COLUMNS)}")
    family, part, name, measure, order, needs, unless, note = row
    try:
        return Concept(
            family=Family(family),
            part=part,
            name=name,
            measure=Measure(measure),
            order=int(order),
            needs=_alternatives(needs) or (frozenset(),),
            unless=_alternatives(unless),
            note=note,
        )
    except ValueError as error:
        raise ConceptTableError(f"line {line}: {error}") from None


def _alternatives(text: str) -> tuple[Members, ...]:
    """`axis=member & axis=member | …`; raises ValueError where it is written otherwise."""
    return tuple(
        frozenset(_member(one) for one in alternative.split("&"))
        for alternative in text.split("|")
        if text
    )


def _member(text: str) -> tuple[str, str]:
    axis, equals, member = text.strip().partition("=")
    if not (axis and equals and member):
        raise ValueError(f"{text.strip()!r} is no axis=member")
    return axis, member


def _keys(concept: Concept) -> Iterable[tuple[object, ...]]:
    """What no two rows may both say: a place in the order, and a meaning."""
    yield concept.family, concept.measure, concept.order
    for needs in concept.needs:
        yield concept.family, concept.part, concept.name, concept.measure, needs
