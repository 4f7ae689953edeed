"""Tags that say pounds in a document that prints another currency: they are not taken."""

from collections.abc import Sequence
from dataclasses import dataclass

from crawlers.accounts.figure import Figure
from crawlers.accounts.note import Note
from crawlers.accounts.printed.statements import Printed
from db.records.accounts_words import Measure


@dataclass(frozen=True, slots=True, kw_only=True)
class InPounds:
    """What of the tags of a document can be pounds."""

    figures: tuple[Figure, ...]
    currency: str | None = None
    """The one that its statements are printed in, where that is another; then nothing is given but
    heads."""
    notes: tuple[Note, ...] = ()


def in_pounds(tagged: Sequence[Figure], printed: Printed) -> InPounds:
    """The tagged figures, those of money only where the statements are not printed otherwise.

    Software tags in pounds whatever the page says: where every printed amount is in another
    currency, no tag of it is a pound. Amounts printed in both (for convenience) are left alone.
    """
    has_pounds = any(figure.measure is not Measure.EMPLOYEES for figure in printed.figures)
    if printed.currency is None or has_pounds:
        return InPounds(figures=tuple(tagged))
    heads = tuple(figure for figure in tagged if figure.measure is Measure.EMPLOYEES)
    notes: tuple[Note, ...] = ()
    if len(heads) < len(tagged):
        money = [figure for figure in tagged if figure.measure is not Measure.EMPLOYEES]
        words = (
            f"Amounts tagged in pounds are not taken (tags: {len(money)}): the statements are"
            f" printed in {printed.currency}."
        )
        fragments = (printed.foreign[0].fragment, money[0].fragment)
        notes = (Note(words=words, fragments=fragments),)
    return InPounds(figures=heads, currency=printed.currency, notes=notes)
