"""The values that several readers give for one line: those that agree made one."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import reduce

from crawlers.accounts.amounts import agree, finer
from crawlers.accounts.figure import Figure
from db.records.accounts_words import HowRead, Measure, Scope

TAG_FIRST = (HowRead.KEYED, HowRead.TAGGED, HowRead.PRINTED, HowRead.SCANNED)
"""Whose value is taken where two differ. What two people read stands above any reader, and a
company's own tags are checked by its software."""
PRINT_FIRST = (HowRead.KEYED, HowRead.PRINTED, HowRead.TAGGED, HowRead.SCANNED)
"""The same for a group's statements: of 11 real group documents only 3 tag them."""
OF_NOTES = frozenset(
    {
        Measure.DEPRECIATION,
        Measure.AMORTISATION,
        Measure.IMPAIRMENT,
        Measure.STAFF_COSTS,
        Measure.EMPLOYEES,
        Measure.DIRECTORS_PAY,
        Measure.OPERATING_LEASE_RENT,
        Measure.BORROWINGS_WITHIN_ONE_YEAR,
        Measure.BORROWINGS_AFTER_ONE_YEAR,
        Measure.BORROWINGS,
        Measure.OWED_TO_GROUP,
        Measure.FINANCE_LEASES,
    }
)
"""Lines that stand in notes, under names of each company's choosing ("depreciation charges" of a
cash flow take in amortisation): there the tag says better what is meant, of a group too."""


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


def ruling(scope: Scope, measure: Measure) -> tuple[HowRead, ...]:
    """The readers in the order in which their values are taken where they differ."""
    is_printed_first = scope is Scope.GROUP and measure not in OF_NOTES
    return PRINT_FIRST if is_printed_first else TAG_FIRST


def _rank(figure: Figure) -> int:
    """How early its reader comes in the order of its line."""
    return ruling(figure.scope, figure.measure).index(figure.read)


def _candidate(group: list[Figure]) -> Candidate:
    """The figures of one value as one."""
    if len(group) == 1:
        (figure,) = group
        return Candidate(
            figure=figure, readers=frozenset({figure.read}), fragments=(figure.fragment,)
        )
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
