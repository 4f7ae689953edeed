"""The lines of one filing: one value each, group and company apart, this period and the last."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from crawlers.accounts.figure import Figure, Period
from crawlers.accounts.identities import Figures
from crawlers.accounts.mending import mended
from crawlers.accounts.note import Note
from crawlers.accounts.periods import columns, of_period
from crawlers.accounts.said import About
from crawlers.accounts.settling import settled
from crawlers.accounts.upright import upright
from db.records.accounts_words import Measure, Scope


@dataclass(frozen=True, slots=True, kw_only=True)
class Chosen:
    """What a filing reports, at most one figure for each scope and line of each period."""

    figures: tuple[Figure, ...]
    """Of the report's own period: the company's in the order of `Measure`, then the group's."""
    comparatives: tuple[Figure, ...]
    """Of the period before, as this filing states it: it may restate an earlier filing's."""
    notes: tuple[Note, ...]
    """Where readers differ, and what was put right."""
    period: Period | None
    """The report's own; None where nothing says of when it is, and then no figure is chosen."""
    previous: Period | None
    """That of the comparatives, which may be of another length."""
    contradictory: frozenset[tuple[Scope, Measure]] = frozenset()
    """Lines of the own period with several values, nothing saying which is right."""

    def of(self, scope: Scope) -> Figures:
        """The own period's figures of one scope, by line."""
        return {figure.measure: figure for figure in self.figures if figure.scope is scope}

    def before(self, scope: Scope) -> Figures:
        """The comparative figures of one scope, by line."""
        return {figure.measure: figure for figure in self.comparatives if figure.scope is scope}


def choose(
    *,
    tagged: Sequence[Figure] = (),
    printed: Sequence[Figure] = (),
    scanned: Sequence[Figure] = (),
    keyed: Sequence[Figure] = (),
    about: About,
) -> Chosen:
    """One value for each line, of all that was read of one document by whatever reader.

    Never fills a line by guessing: where a reader contradicts itself and nothing decides, the line
    is among the contradictory ones. Figures of other periods than the two are left out.
    """
    figures = (*tagged, *printed, *scanned, *keyed)
    found = columns(figures, about)
    own = _Column.of(figures, found.current)
    last = _Column.of(figures, found.previous)
    return Chosen(
        figures=own.figures,
        comparatives=last.figures,
        notes=(
            *own.notes,
            *(replace(note, words=f"For the period before: {note.words}") for note in last.notes),
        ),
        period=found.current,
        previous=found.previous,
        contradictory=own.contradictory,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Column:
    """Both scopes of one period."""

    figures: tuple[Figure, ...]
    contradictory: frozenset[tuple[Scope, Measure]]
    notes: tuple[Note, ...]

    @classmethod
    def of(cls, figures: Sequence[Figure], period: Period | None) -> "_Column":
        """One value for each scope and line of a period; nothing where there is no period."""
        standing, turned = upright(of_period(figures, period))
        notes: list[Note] = [*turned]
        chosen: list[Figure] = []
        contradictory: set[tuple[Scope, Measure]] = set()
        for scope in Scope:
            if all(figure.scope is not scope for figure in standing):
                continue
            first = settled(standing, scope)
            second = mended(first.figures)
            chosen += [second.figures[line] for line in Measure if line in second.figures]
            contradictory |= {(scope, measure) for measure in first.contradictory}
            notes += (*first.notes, *second.notes)
        return cls(
            figures=tuple(chosen), contradictory=frozenset(contradictory), notes=tuple(notes)
        )
