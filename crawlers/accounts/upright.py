"""Costs made positive as their convention is, and what no company can have left out."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from crawlers.accounts.amounts import sentence, spoken, told
from crawlers.accounts.figure import Figure
from crawlers.accounts.note import Note
from db.records.accounts_words import Measure

MAY_BE_NEGATIVE = frozenset({Measure.IMPAIRMENT, Measure.PROVISIONS})
"""Costs and debts that can be the opposite: an impairment reversed, a deferred tax asset."""
MOST_EMPLOYEES = 500_000
"""No company on the register reports more in this country: more is an amount of money."""
LARGEST = Decimal(10) ** 13
"""Pounds. The largest balance sheets on the register, those of banks, are a quarter of it."""


def upright(figures: Sequence[Figure]) -> tuple[tuple[Figure, ...], tuple[Note, ...]]:
    """The figures with every cost positive, without those that cannot be; and what was done.

    Of 521 real creditors 4 were tagged negative, of 52 dividends 10: the brackets of a printed
    cost, taken for a sign. A number of employees with pence is kept: averages have them.
    """
    kept: list[Figure] = []
    notes: list[Note] = []
    for figure in figures:
        if not _is_possible(figure):
            notes.append(_note(figure, "more than any company has, and not taken"))
        elif figure.value < 0 and figure.measure.is_a_cost and _only_positive(figure.measure):
            notes.append(_note(figure, "a cost or a debt, read as negative and taken as positive"))
            words = figure.note or "sign reversed: read as negative, where this line is positive"
            kept.append(replace(figure, value=-figure.value, note=words))
        else:
            kept.append(figure)
    return tuple(kept), tuple(notes)


def _only_positive(measure: Measure) -> bool:
    """True for a cost or debt that is never the opposite."""
    return measure not in MAY_BE_NEGATIVE


def _is_possible(figure: Figure) -> bool:
    """False for a number that cannot be of its line, whoever read it."""
    if figure.measure is Measure.EMPLOYEES:
        return abs(figure.value) <= MOST_EMPLOYEES
    return abs(figure.value) <= LARGEST


def _note(figure: Figure, words: str) -> Note:
    """A note on one value as it was read."""
    amount = told(figure.measure, figure.value)
    return Note(
        words=sentence(f"{spoken(figure.measure)} of the {figure.scope}, {amount}: {words}"),
        scope=figure.scope,
        measure=figure.measure,
        fragments=(figure.fragment,),
    )
