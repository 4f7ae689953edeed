"""Totals that do not follow from their parts, and parts that are larger than their whole."""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from crawlers.accounts.amounts import agree, sentence, spoken, told
from crawlers.accounts.identities import IDENTITIES, Figures, Identity, Verdict, expected, judged
from crawlers.accounts.note import Note
from db.records.accounts_words import Measure

WITHIN = (
    (Measure.CASH, Measure.CURRENT_ASSETS),
    (Measure.TANGIBLE_ASSETS, Measure.FIXED_ASSETS),
    (Measure.BORROWINGS_WITHIN_ONE_YEAR, Measure.CREDITORS_WITHIN_ONE_YEAR),
    (Measure.BORROWINGS_AFTER_ONE_YEAR, Measure.CREDITORS_AFTER_ONE_YEAR),
)
"""Lines that are part of another in every format, their fellows never negative: no part is larger.
Intangible assets are left out, as negative goodwill stands among them, and so are debtors, which
may stand apart from current assets."""
SCALES = (Decimal(1000), Decimal("0.001"))
"""What parts pounds from a column headed £000: a heading that was missed, or applied twice."""
SEVERAL_DIGITS = 100
"""Pounds that a line must come to in another unit: less of it fits any total but for rounding."""


def totals(figures: Figures) -> Iterator[Note]:
    """A note for each total of one scope that does not follow, with what would explain it."""
    for identity in IDENTITIES:
        verdict = judged(identity, figures)
        if verdict is Verdict.MIRRORED:
            yield _total(identity, figures, "has the opposite sign of what")
        elif verdict is Verdict.FAILS and identity.is_told:
            yield _total(identity, figures, "does not follow from the lines read:")


def parts(figures: Figures) -> Iterator[Note]:
    """A note for each line of one scope that is larger than what it is part of."""
    for measure, whole_measure in WITHIN:
        part, whole = figures.get(measure), figures.get(whole_measure)
        if part is None or whole is None or part.value <= whole.value or agree(part, whole):
            continue
        words = (
            f"{spoken(measure)} of the {part.scope}, {told(measure, part.value)}, is more than "
            f"{spoken(whole_measure)}, {told(whole_measure, whole.value)}, of which it is part"
        )
        yield Note(
            words=sentence(words),
            scope=part.scope,
            measure=measure,
            fragments=(part.fragment, whole.fragment),
        )


def _total(identity: Identity, figures: Figures, verdict: str) -> Note:
    """What the total is, and what its parts make."""
    total = figures[identity.total]
    read = [figures[part] for part in identity.parts if part in figures]
    names = ", ".join(spoken(part.measure) for part in read)
    words = (
        f"{spoken(total.measure)} of the {total.scope}, {told(total.measure, total.value)}, "
        f"{verdict} {names} make: {told(total.measure, expected(identity, figures) or Decimal(0))}"
    )
    return Note(
        words=sentence(words + _explained(identity, figures)),
        scope=total.scope,
        measure=total.measure,
        fragments=(total.fragment, *(part.fragment for part in read)),
    )


def _explained(identity: Identity, figures: Figures) -> str:
    """What would explain it: one line in the wrong unit, or lines that are not read."""
    for measure in identity.measures:
        for scale in SCALES:
            if measure in figures and _holds_scaled(identity, figures, measure, scale):
                return f"; {spoken(measure)} may be in the wrong unit, pounds for thousands"
    return f"; {identity.unread} would explain it" if identity.unread else ""


def _holds_scaled(identity: Identity, figures: Figures, measure: Measure, scale: Decimal) -> bool:
    """True where the total follows once that line is so many times larger, and not by rounding."""
    scaled = replace(figures[measure], value=figures[measure].value * scale)
    if abs(scaled.value) < SEVERAL_DIGITS:
        return False
    return judged(identity, {**figures, measure: scaled}) is Verdict.HOLDS
