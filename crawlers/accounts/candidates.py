"""The values that several readers give for one line: those that agree made one."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import reduce

from crawlers.accounts.amounts import agree, finer
from crawlers.accounts.figure import Figure
from db.records.accounts_words import HowRead, Scope

RULING = {
    Scope.COMPANY: (HowRead.KEYED, HowRead.TAGGED, HowRead.PRINTED, HowRead.SCANNED),
    Scope.GROUP: (HowRead.KEYED, HowRead.PRINTED, HowRead.TAGGED, HowRead.SCANNED),
}
"""Whose value is taken where two differ. What two people read stands above any reader; a company's
own tags are checked by its software, while of 11 real group documents only 3 tag the group's."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """One value of a line, and all who read it so."""

    figure: Figure
    """The finest of them, with the confidence of all together."""
    readers: frozenset[HowRead]
    fragments: tuple[str, ...]


def candidates(figures: Sequence[Figure]) -> tuple[Candidate, ...]:
    """The different values of one line of one scope, the ruling reader's first.

    Values agree where each, rounded as it is shown, can be the other: £12,000 in thousands and
    £12,345 to the pound are one value, the finer. Readers that agree make each other surer, as
    each would have had to misread the same digits by itself.
    """
    found: list[list[Figure]] = []
    for figure in sorted(figures, key=_rank):
        group = next((group for group in found if agree(_finest(group), figure)), None)
        if group is None:
            found.append([figure])
        else:
            group.append(figure)
    return tuple(_candidate(group) for group in found)


def _rank(figure: Figure) -> int:
    """How early its reader comes in the order of its scope."""
    return RULING[figure.scope].index(figure.read)


def _candidate(group: list[Figure]) -> Candidate:
    """The figures of one value as one."""
    surest: dict[HowRead, float] = {}
    for figure in group:
        surest[figure.read] = max(figure.confidence, surest.get(figure.read, 0.0))
    return Candidate(
        figure=replace(_finest(group), confidence=_together(list(surest.values()))),
        readers=frozenset(surest),
        fragments=tuple(dict.fromkeys(figure.fragment for figure in group)),
    )


def _finest(group: list[Figure]) -> Figure:
    """The one with the most exact digits, the first of equals."""
    return reduce(finer, group)


def _together(sure: list[float]) -> float:
    """How sure several independent readers are of one value: all of them would have to be wrong."""
    if len(sure) == 1:
        return sure[0]
    return 1 - reduce(lambda wrong, one: wrong * (1 - one), sure, 1.0)
