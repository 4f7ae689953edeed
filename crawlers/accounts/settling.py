"""One value for each line of one scope and one period, of all that readers gave for it."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from crawlers.accounts.amounts import sentence, spoken, told
from crawlers.accounts.candidates import TAG_FIRST, Candidate, candidates, ruling
from crawlers.accounts.figure import Figure
from crawlers.accounts.identities import IDENTITIES, Figures, Verdict, judged
from crawlers.accounts.note import Note
from db.records.accounts_words import Measure, Scope

DISPUTED = 0.6
"""What is left of confidence where another reader gives another value and nothing proves either:
one of two is wrong, and the one that rules is right somewhat more often than not."""
SIGNED = frozenset(
    {
        Measure.GROSS_PROFIT,
        Measure.OPERATING_PROFIT,
        Measure.PROFIT_BEFORE_TAX,
        Measure.PROFIT_FOR_YEAR,
        Measure.NET_CURRENT_ASSETS,
        Measure.TOTAL_ASSETS_LESS_CURRENT_LIABILITIES,
        Measure.NET_ASSETS,
        Measure.EQUITY,
        Measure.CHARITY_NET_INCOME,
        Measure.CHARITY_FUNDS,
    }
)
"""Totals in which brackets mean less than nothing, and not something that is taken off."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Settled:
    """The values of one scope and one period, at most one for each line."""

    figures: Mapping[Measure, Figure]
    contradictory: frozenset[Measure]
    """Lines for which the document gives several values and nothing says which is right."""
    notes: tuple[Note, ...]


def settled(figures: Sequence[Figure], scope: Scope) -> Settled:
    """One value for each line of a scope, from its figures of one period.

    Where all agree, that value. Where they differ, the one that what must add up proves; else the
    ruling reader's, or of a total that differs in sign the negative one; and none where the ruling
    reader contradicts itself and no other backs either value.
    """
    lines: defaultdict[Measure, list[Figure]] = defaultdict(list)
    for figure in figures:
        if figure.scope is scope:
            lines[figure.measure].append(figure)
    offered = {measure: candidates(lines[measure]) for measure in Measure if measure in lines}
    chosen = {measure: each[0].figure for measure, each in offered.items() if len(each) == 1}
    disputed = {measure: each for measure, each in offered.items() if len(each) > 1}
    proven = _prove(disputed, chosen)
    for measure, each in disputed.items():
        if measure not in proven and (ruled := _ruled(each)) is not None:
            chosen[measure] = replace(ruled, confidence=ruled.confidence * DISPUTED)
    return Settled(
        figures=chosen,
        contradictory=frozenset(disputed.keys() - chosen.keys()),
        notes=tuple(
            _note(each, chosen.get(measure), is_proven=measure in proven)
            for measure, each in disputed.items()
        ),
    )


def _prove(
    disputed: Mapping[Measure, Sequence[Candidate]], chosen: dict[Measure, Figure]
) -> frozenset[Measure]:
    """The disputed lines that what must add up decides; their values are put among the chosen.

    One proven line may prove the next: net current assets the total assets, these the net assets.
    """
    proven: set[Measure] = set()
    while True:
        found = {
            measure: figure
            for measure, each in disputed.items()
            if measure not in proven and (figure := _only_fitting(each, chosen)) is not None
        }
        if not found:
            return frozenset(proven)
        first = next(iter(found))
        chosen[first] = found[first]
        proven.add(first)


def _only_fitting(each: Sequence[Candidate], chosen: Figures) -> Figure | None:
    """The one value with which something adds up and nothing fails; None of none or several."""
    fitting: list[Figure] = []
    for candidate in each:
        measure = candidate.figure.measure
        trial = {**chosen, measure: candidate.figure}
        verdicts = {
            judged(identity, trial) for identity in IDENTITIES if measure in identity.measures
        }
        if Verdict.HOLDS in verdicts:
            if verdicts & {Verdict.FAILS, Verdict.MIRRORED}:
                return None
            fitting.append(candidate.figure)
    return fitting[0] if len(fitting) == 1 else None


def _ruled(each: Sequence[Candidate]) -> Figure | None:
    """The value of the ruling reader; None where it gives several, all or none of them backed.

    Of two readers that differ in the sign of a total, the one that has it: brackets and signs get
    lost, in tags as in print, and are not made up.
    """
    figure = each[0].figure
    order = ruling(figure.scope, figure.measure)
    if _differ_in_sign_only(each) and each[0].readers.isdisjoint(each[1].readers):
        if figure.measure in SIGNED:
            return min((one.figure for one in each), key=lambda one: one.value)
        order = TAG_FIRST
    first = next(read for read in order if any(read in one.readers for one in each))
    own = [one for one in each if first in one.readers]
    backed = [one for one in own if len(one.readers) > 1]
    for several in (own, backed):
        if len(several) == 1:
            return several[0].figure
    return None


def _differ_in_sign_only(each: Sequence[Candidate]) -> bool:
    """True of two opposite values."""
    first, *others = each
    return all(other.figure.value == -first.figure.value for other in others)


def _note(each: Sequence[Candidate], chosen: Figure | None, *, is_proven: bool) -> Note:
    """What the values are, where they stand, and which is taken."""
    figure = each[0].figure
    values = ", ".join(
        f"{' and '.join(sorted(one.readers))} {told(one.figure.measure, one.figure.value)}"
        for one in each
    )
    sign = "; they differ in sign only" if _differ_in_sign_only(each) else ""
    taken = "none is taken"
    if chosen is not None:
        taken = f"{told(chosen.measure, chosen.value)} is taken"
        taken += ", with which the statement adds up" if is_proven else ""
    words = f"{spoken(figure.measure)} of the {figure.scope}: {values}{sign}; {taken}"
    return Note(
        words=sentence(words),
        scope=figure.scope,
        measure=figure.measure,
        fragments=tuple(fragment for one in each for fragment in one.fragments),
    )
