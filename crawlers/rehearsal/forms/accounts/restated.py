"""Comparatives that differ from what was filed for that year."""

from dataclasses import replace
from random import Random

from crawlers.rehearsal.world.books import Books


def as_restated(books: Books, seed: int) -> Books:
    """The books of a period as the next year's accounts restate them: profit and equity as before.

    Fees passed on to others, formerly shown net, are shown gross: turnover and other costs rise
    by two to six hundredths of turnover, debtors and creditors by a tenth of that.
    """
    purpose = f"{seed}/restated/{books.company}/{books.end}"
    share = Random(purpose).uniform(0.02, 0.06)  # noqa: S311 - an invented figure, not a secret
    gross = max(1, round(books.income.turnover * share))
    owed = max(1, gross // 10)
    return replace(
        books,
        income=replace(
            books.income,
            turnover=books.income.turnover + gross,
            other_costs=books.income.other_costs + gross,
        ),
        position=replace(
            books.position,
            trade_debtors=books.position.trade_debtors + owed,
            trade_creditors=books.position.trade_creditors + owed,
        ),
    )
