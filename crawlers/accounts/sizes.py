"""Sizes that are unlikely: beyond any company, or far from what they were the year before."""

from collections.abc import Iterator
from decimal import Decimal

from crawlers.accounts.amounts import sentence, spoken, told
from crawlers.accounts.figure import Figure
from crawlers.accounts.identities import Figures
from crawlers.accounts.note import Note
from db.records.accounts_words import Measure

HUGE = Decimal(10) ** 12
"""Pounds: a million million. Banks alone have balance sheets of this size."""
JUMP = 10
"""How many times larger or smaller than the year before is worth a look: growth of this size is
an acquisition, a start or an end of trade, or a value misread."""
FLOOR = 100_000
"""Pounds. The larger of the two must be this much: small lines come and go."""
FLOOR_OF_HEADS = 50
"""The same for employees."""
THOUSANDFOLD = range(900, 1101)
"""Ratios that one year in pounds beside another in thousands gives, if all else grew by a tenth."""


def sizes(figures: Figures, before: Figures) -> Iterator[Note]:
    """A note for each line of one scope that is huge, or that leapt since the period before.

    A line that changed its sign is no leap, and neither is one that was, or is, nothing. A
    thousandfold leap of one line among many is trade; of most lines, a unit misread.
    """
    in_thousands = _is_in_thousands(figures, before)
    for measure, figure in figures.items():
        if measure is not Measure.EMPLOYEES and abs(figure.value) > HUGE:
            words = "is more than a million million pounds: its unit may be misread"
            yield _note(figure, words, figure.fragment)
        last = before.get(measure)
        if last is not None and (ratio := _ratio(figure, last)) >= JUMP:
            words = f"against {told(measure, last.value)} in the period before, "
            if in_thousands and round(ratio) in THOUSANDFOLD:
                words += "is like most lines some 1,000 times as much or as little: one of the two "
                words += "periods may be in thousands"
            else:
                words += f"is more than {JUMP} times as much or as little"
            yield _note(figure, words, figure.fragment, last.fragment)


def _is_in_thousands(figures: Figures, before: Figures) -> bool:
    """True where most lines of money leapt by a thousand: a unit is of a column, never a line."""
    ratios = [
        _ratio(figure, before[measure])
        for measure, figure in figures.items()
        if measure in before and measure is not Measure.EMPLOYEES
    ]
    comparable = [ratio for ratio in ratios if ratio]
    thousandfold = [ratio for ratio in comparable if round(ratio) in THOUSANDFOLD]
    return 2 * len(thousandfold) > len(comparable)


def _ratio(figure: Figure, last: Figure) -> Decimal:
    """How many times the smaller the larger is; 0 where they do not compare."""
    small, large = sorted((abs(figure.value), abs(last.value)))
    floor = FLOOR_OF_HEADS if figure.measure is Measure.EMPLOYEES else FLOOR
    if figure.value * last.value <= 0 or large < floor:
        return Decimal(0)
    return large / small


def _note(figure: Figure, words: str, *fragments: str) -> Note:
    """A note on one line."""
    amount = told(figure.measure, figure.value)
    return Note(
        words=sentence(f"{spoken(figure.measure)} of the {figure.scope}, {amount}, {words}"),
        scope=figure.scope,
        measure=figure.measure,
        fragments=fragments,
    )
