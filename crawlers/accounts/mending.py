"""Signs that what must add up shows to be reversed, put right; and lines left in doubt."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from crawlers.accounts.amounts import sentence, spoken, told
from crawlers.accounts.figure import Figure
from crawlers.accounts.identities import (
    IDENTITIES,
    Figures,
    Identity,
    Verdict,
    judged,
    tolerance,
)
from crawlers.accounts.note import Note
from db.records.accounts_words import Measure

TURNED = (
    Measure.NET_CURRENT_ASSETS,
    Measure.TOTAL_ASSETS_LESS_CURRENT_LIABILITIES,
    Measure.NET_ASSETS,
    Measure.EQUITY,
)
"""Totals whose sign is put right, in the order in which one proves the next: from current assets
and creditors, positive both, down the balance sheet to net assets; equity last, as 7 of 380 real
sheets state it as net assets with the sign reversed, all by a template."""
PROOF = 100
"""How many times its rounding a total must be, where lines that are not read may stand between,
before it cannot be the opposite of its parts by chance: small round amounts come about anyhow."""
DOUBTED = 0.7
"""What is left of confidence where a total that has nothing else in it does not follow."""
QUESTIONED = 0.9
"""The same where lines that are not read may stand between: most such totals are right."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mended:
    """The figures of one scope and period with signs put right and doubts weighed."""

    figures: Mapping[Measure, Figure]
    notes: tuple[Note, ...]


def mended(figures: Figures) -> Mended:
    """The same lines, a reversed total turned round and told, doubtful ones less sure.

    A total is turned only where it follows from its parts with the other sign alone, and nothing
    else adds up with the sign as it stands.
    """
    right = dict(figures)
    notes: list[Note] = []
    for measure in TURNED:
        identity = next(identity for identity in IDENTITIES if identity.total is measure)
        if judged(identity, right) is Verdict.MIRRORED and _is_proof(identity, right):
            before = right[measure]
            right[measure] = _turned(before)
            notes.append(_note(before, identity, right))
    return Mended(figures=_weighed(right), notes=tuple(notes))


def _is_proof(identity: Identity, figures: Figures) -> bool:
    """True where chance is ruled out, and nothing adds up with the sign as it stands."""
    measure = identity.total
    is_small = abs(figures[measure].value) < PROOF * tolerance(identity, figures)
    if identity.unread and is_small:
        return False
    others = [other for other in IDENTITIES if measure in other.parts]
    return all(judged(other, figures) is not Verdict.HOLDS for other in others)


def _turned(figure: Figure) -> Figure:
    """The figure with the other sign, less sure, since it is not what was read."""
    return replace(
        figure,
        value=-figure.value,
        confidence=figure.confidence * DOUBTED,
        note=figure.note or "sign reversed: what it is the total of adds up to the opposite",
    )


def _weighed(figures: Figures) -> dict[Measure, Figure]:
    """The figures, those of an identity that fails less sure than they were."""
    weighed = dict(figures)
    for identity in IDENTITIES:
        if not identity.is_told or judged(identity, figures) not in {
            Verdict.FAILS,
            Verdict.MIRRORED,
        }:
            continue
        left = QUESTIONED if identity.unread else DOUBTED
        for measure in identity.measures:
            if (figure := weighed.get(measure)) is not None:
                weighed[measure] = replace(figure, confidence=figure.confidence * left)
    return weighed


def _note(before: Figure, identity: Identity, figures: Figures) -> Note:
    """What stood there, and what it was made."""
    parts = [figures[part] for part in identity.parts if part in figures]
    values = ", ".join(f"{spoken(part.measure)} {told(part.measure, part.value)}" for part in parts)
    words = (
        f"{spoken(before.measure)} of the {before.scope} was read as "
        f"{told(before.measure, before.value)}, and follows from {values} with the other sign: "
        f"{told(before.measure, -before.value)} is taken"
    )
    return Note(
        words=sentence(words),
        scope=before.scope,
        measure=before.measure,
        fragments=(before.fragment, *(part.fragment for part in parts)),
    )
