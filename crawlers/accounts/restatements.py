"""Where a later filing states an earlier year otherwise than the filing of that year did."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from crawlers.accounts.amounts import agree, sentence, spoken, told
from crawlers.accounts.figure import Figure
from crawlers.accounts.periods import same
from db.records.accounts_words import Measure, Scope

RESTATED = Decimal("0.01")
"""Share of the earlier amount from which a difference is a restatement: below it stand
reclassified pounds and rounding, of which every year's comparatives have some."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Restatement:
    """One line of one year as two filings state it; both are kept, neither overwrites the other."""

    earlier: Figure
    """As the year's own filing states it."""
    later: Figure
    """As the next filing's comparatives do."""
    share: Decimal | None
    """The change as a share of the earlier amount, signed as the change is; None where that was
    nothing."""
    words: str


def restatements(
    *, comparatives: Sequence[Figure], own: Sequence[Figure]
) -> tuple[Restatement, ...]:
    """The lines that a later filing's comparatives state otherwise than the earlier filing itself.

    Only lines of one scope and one period, within a week, are compared, and only where the
    difference is beyond rounding and above a hundredth. What only one of the two states is no
    restatement.
    """
    earlier: dict[tuple[Scope, Measure], Figure] = {
        (figure.scope, figure.measure): figure for figure in own
    }
    found: list[Restatement] = []
    for later in comparatives:
        figure = earlier.get((later.scope, later.measure))
        if figure is None or not same(figure.period, later.period) or agree(figure, later):
            continue
        change = later.value - figure.value
        if abs(change) > RESTATED * abs(figure.value):
            found.append(_restatement(figure, later, change))
    return tuple(found)


def _restatement(earlier: Figure, later: Figure, change: Decimal) -> Restatement:
    """Both amounts and what parts them."""
    share = change / abs(earlier.value) if earlier.value else None
    words = (
        f"{spoken(earlier.measure)} of the {earlier.scope} for the period to "
        f"{earlier.period.end} was filed as {told(earlier.measure, earlier.value)} and is "
        f"{told(later.measure, later.value)} in the comparatives of the next accounts"
    )
    if share is not None:
        words += f" ({share:+.1%})"
    return Restatement(earlier=earlier, later=later, share=share, words=sentence(words))
