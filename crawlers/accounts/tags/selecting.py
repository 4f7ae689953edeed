"""Figures of the lines of accounts from the tags of one document, of both scopes and periods."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from crawlers.accounts.fact import Tagged
from crawlers.accounts.figure import Figure, Period
from crawlers.accounts.note import Note
from crawlers.accounts.said import About
from crawlers.accounts.tags.agreeing import ContradictionError, agreed
from crawlers.accounts.tags.concepts import concepts
from crawlers.accounts.tags.hits import Hit, hits, refusal
from crawlers.accounts.tags.periods import is_own_length, is_reported
from crawlers.accounts.tags.whose import Manner, manner, stated_scope, whose
from crawlers.accounts.tags.written import EXACT
from db.records.accounts_words import HowRead, Measure, Scope


@dataclass(frozen=True, slots=True, kw_only=True)
class Selected:
    """What the tags of a document give."""

    figures: tuple[Figure, ...]
    """At most one of each scope, line and period."""
    notes: tuple[Note, ...]


def figures(tagged: Tagged, about: About, *, has_group_pages: bool) -> Selected:
    """The figures that tags state, of the report's period and the one before it.

    Segments are never summed. Tags that contradict one another, that do not say whose they are,
    or that are in another currency or beyond any sum give a note and no figure. Where the report
    says no period of its own, figures of every period are given.
    """
    notes: list[Note] = []
    lines = {
        measure: those
        for measure, rows in concepts().items()
        if (those := tuple(_usable(hits(tagged, measure, rows), measure, about, notes)))
    }
    grouped = (
        measure
        for measure, those in lines.items()
        if any(stated_scope(hit.fact) is Scope.GROUP for hit in those)
    )
    how = manner(tagged, grouped, has_group_pages=has_group_pages)
    found: list[Figure] = []
    for measure, those in lines.items():
        for scope, group in _by_scope(measure, those, how, notes).items():
            for period, same in _by_period(group, about).items():
                figure = _figure(measure, scope, period, same, notes)
                found.extend(() if figure is None else (figure,))
    return Selected(figures=tuple(found), notes=tuple(notes))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Sure:
    """A hit whose scope is known, and how surely."""

    hit: Hit
    confidence: float


def _usable(
    those: Iterable[Hit], measure: Measure, about: About, notes: list[Note]
) -> Iterator[Hit]:
    """The hits of the report's periods whose unit and size are those of a figure."""
    refused: dict[str, list[str]] = defaultdict(list)
    for hit in those:
        if not is_reported(hit.fact.period, about):
            continue
        why = refusal(hit.fact, measure)
        if why is None:
            yield hit
        else:
            refused[why].append(hit.fact.fragment)
    for why, fragments in refused.items():
        words = f"{_said(measure)} is tagged with {why}; it is not taken."
        notes.append(Note(words=words, measure=measure, fragments=tuple(fragments)))


def _by_scope(
    measure: Measure, those: Sequence[Hit], how: Manner, notes: list[Note]
) -> Mapping[Scope, Sequence[_Sure]]:
    """Hits by whose they are; a note of those that do not say."""
    twins = {hit.fact.period for hit in those if stated_scope(hit.fact) is Scope.GROUP}
    by_scope: dict[Scope, list[_Sure]] = defaultdict(list)
    unsaid: list[Hit] = []
    for hit in those:
        of = whose(
            hit.fact,
            measure,
            how,
            has_twin=hit.fact.period in twins,
            is_from_a_note=hit.concept.is_from_a_note,
        )
        if of.scope is None:
            unsaid.append(hit)
        else:
            by_scope[of.scope].append(_Sure(hit=hit, confidence=of.confidence))
    if unsaid:
        words = (
            f"{_said(measure)} of {_values(unsaid)} is tagged without saying whether it is the"
            " company's or the group's; it is not taken."
        )
        fragments = tuple(hit.fact.fragment for hit in unsaid)
        notes.append(Note(words=words, measure=measure, fragments=fragments))
    return by_scope


def _by_period(group: Sequence[_Sure], about: About) -> Mapping[Period, Sequence[_Sure]]:
    periods = {one.hit.fact.period for one in group if one.hit.fact.period is not None}
    kept = (one for one in sorted(periods, key=_when) if is_own_length(one, about, periods))
    return {period: [one for one in group if one.hit.fact.period == period] for period in kept}


def _figure(
    measure: Measure, scope: Scope, period: Period, same: Sequence[_Sure], notes: list[Note]
) -> Figure | None:
    """The figure of one scope, line and period; None, and a note, where its tags contradict."""
    first = min(one.hit.rank for one in same)
    those = [one for one in same if one.hit.rank == first]
    try:
        fact = agreed([(one.hit.fact, one.hit.value) for one in those])
    except ContradictionError:
        values = _values([one.hit for one in those])
        words = f"{_said(measure)} to {period.end} is tagged as {values}; none is taken."
        fragments = tuple(one.hit.fact.fragment for one in those)
        notes.append(Note(words=words, scope=scope, measure=measure, fragments=fragments))
        return None
    taken = next(one for one in those if one.hit.fact is fact)
    return Figure(
        scope=scope,
        measure=measure,
        period=period,
        value=taken.hit.value,
        read=HowRead.TAGGED,
        confidence=taken.confidence,
        fragment=fact.fragment,
        shown=fact.shown,
        label=fact.name,
        precision=_precision(fact.decimals),
        note=taken.hit.note,
    )


def _values(those: Iterable[Hit]) -> str:
    return " and ".join(dict.fromkeys(f"{hit.value:,f}" for hit in those))


def _precision(decimals: int | None) -> int | None:
    """The power of ten that `Figure` says; an exact number is exact to the pound."""
    if decimals is None:
        return None
    return 0 if decimals == EXACT else -decimals


def _said(measure: Measure) -> str:
    return measure.value.replace("_", " ").capitalize()


def _when(period: Period) -> tuple[str, str]:
    return period.end.isoformat(), period.start.isoformat() if period.start else ""
