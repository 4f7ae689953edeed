"""The statement of changes in equity: how each part of it came from last year's to this year's."""

from dataclasses import dataclass

from crawlers.rehearsal.forms.accounts.balance_sheet import RETAINED, SHARE_CAPITAL, SHARE_PREMIUM
from crawlers.rehearsal.forms.accounts.printed import (
    At,
    Fact,
    Figure,
    Members,
    Part,
    Row,
    Table,
    Weight,
    When,
)
from crawlers.rehearsal.forms.accounts.told import Told
from crawlers.rehearsal.forms.accounts.wording import long_date, period_word, unit, wording
from crawlers.rehearsal.world.books import Books, Position, Scope

_PARTS: tuple[Members, ...] = (SHARE_CAPITAL, SHARE_PREMIUM, RETAINED, ())
_NOTHING = (0, 0, 0, 0)

_Amounts = tuple[int, int, int, int]
"""Share capital, premium, retained earnings, and all of them."""


@dataclass(frozen=True, kw_only=True)
class _Change:
    """One row of movements."""

    label: str
    amounts: _Amounts
    concept: str | None = None
    is_cost: bool = False


def changes_table(told: Told, scope: Scope) -> Table | None:
    """The movements of each year for which the year before is known; None for a first period."""
    books = told.books[scope]
    years = [year for year in (1, 0) if len(books) > year + 1 and year < len(told.years)]
    if not years:
        return None
    rows = [row for year in years for row in _rows(told, scope, year)]
    words = wording(told)
    names = ("Called up share capital", words.premium, words.retained, "Total equity")
    return Table(headings=tuple((name, unit(told)) for name in names), rows=tuple(rows))


def _rows(told: Told, scope: Scope, year: int) -> list[Row]:
    now, before = told.books[scope][year], told.books[scope][year + 1]
    opening, closing = _amounts(before.position), _amounts(now.position)
    first = _row(
        told,
        _Change(label=f"At {long_date(now.start)}", amounts=opening, concept="core:Equity"),
        (scope, When(year, At.START)),
    )
    middle = [
        _row(told, one, (scope, When(year, At.DURING))) for one in _changes(told, now, before)
    ]
    last = _row(
        told,
        _Change(label=f"At {long_date(now.end)}", amounts=closing, concept="core:Equity"),
        (scope, When(year, At.END)),
    )
    return [first, *middle, last]


def _changes(told: Told, now: Books, before: Books) -> list[_Change]:
    profit, paid = now.income.profit, now.income.dividends_paid
    moved = _minus(_amounts(now.position), _amounts(before.position))
    other = _minus(moved, (0, 0, profit - paid, profit - paid))
    found = [
        _Change(
            label=f"{'Profit' if profit >= 0 else 'Loss'} for the {period_word(told)}",
            amounts=(0, 0, profit, profit),
            concept="core:ProfitLoss",
        )
    ]
    if paid:
        found.append(
            _Change(
                label="Dividends paid",
                amounts=(0, 0, paid, paid),
                concept="core:DividendsPaid",
                is_cost=True,
            )
        )
    if other != _NOTHING:
        found.append(_Change(label=_other_label(other), amounts=other))
    return found


def _other_label(other: _Amounts) -> str:
    """What moved equity besides profit and dividends."""
    capital, premium, retained, total = other
    if total == 0 and capital + premium < 0:
        return "Reduction of capital"
    if retained == 0 and total > 0:
        return "Issue of shares"
    return "Other movements"


def _amounts(of: Position) -> _Amounts:
    return (of.share_capital, of.share_premium, of.retained_earnings, of.equity)


def _minus(one: _Amounts, other: _Amounts) -> _Amounts:
    return (one[0] - other[0], one[1] - other[1], one[2] - other[2], one[3] - other[3])


def _row(told: Told, change: _Change, about: tuple[Scope, When]) -> Row:
    scope, when = about
    is_balance = change.concept == "core:Equity"
    cells: list[Figure | str] = []
    for amount, members in zip(change.amounts, _PARTS, strict=True):
        fact = change.concept and Fact(
            concept=change.concept,
            scope=scope,
            when=when,
            part=Part.EQUITY,
            members=members,
            is_opposite=told.accounts.equity_sign_wrong and is_balance and not members,
        )
        said = amount or is_balance
        cells.append(
            Figure(amount=amount, fact=fact or None, is_taken_off=change.is_cost) if said else "-"
        )
    weight = Weight.TOTAL if is_balance else Weight.PLAIN
    return Row(label=(change.label,), cells=tuple(cells), weight=weight)
