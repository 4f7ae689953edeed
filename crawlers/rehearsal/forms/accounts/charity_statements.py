"""A charity's statement of financial activities and the funds on its balance sheet.

The books know no funds: a part of the net assets, the same share every year, is restricted.
"""

from collections.abc import Callable
from dataclasses import dataclass

from crawlers.rehearsal.forms.accounts.lines import Column, columns
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
from crawlers.rehearsal.forms.accounts.wording import unit
from crawlers.rehearsal.world.books import Books, Scope

_FUNDS = "char:CharityFundsDimension"
_UNRESTRICTED: Members = ((_FUNDS, "char:TotalUnrestrictedFunds"),)
_RESTRICTED: Members = ((_FUNDS, "char:TotalRestrictedIncomeFunds"),)


@dataclass(frozen=True, kw_only=True)
class _Activities:
    """One fund's year, or all funds' together."""

    income: int
    expenditure: int
    other: int
    """Movements of equity that are neither, such as gifts of capital."""
    opening: int

    @property
    def net(self) -> int:
        return self.income - self.expenditure

    @property
    def closing(self) -> int:
        return self.opening + self.net + self.other


@dataclass(frozen=True, kw_only=True)
class _Line:
    """One line of the statement."""

    label: str
    of: Callable[[_Activities], int]
    concept: str
    at: At = At.DURING


_LINES = (
    _Line(
        label="Charitable activities",
        of=lambda one: one.income,
        concept="IncomeFromCharitableActivity",
    ),
    _Line(label="Total income", of=lambda one: one.income, concept="IncomeEndowments"),
    _Line(
        label="Cost of charitable activities",
        of=lambda one: one.expenditure,
        concept="CostCharitableActivity",
    ),
    _Line(label="Total expenditure", of=lambda one: one.expenditure, concept="Expenditure"),
    _Line(
        label="Net income/(expenditure)",
        of=lambda one: one.net,
        concept="NetIncomeExpenditureBeforeTransfersBetweenFundsOtherRecognisedGainsLosses",
    ),
    _Line(
        label="Net movement in funds",
        of=lambda one: one.net + one.other,
        concept="NetIncreaseDecreaseInCharitableFunds",
    ),
    _Line(
        label="Total funds brought forward",
        of=lambda one: one.opening,
        concept="CharityFunds",
        at=At.START,
    ),
    _Line(
        label="Total funds carried forward",
        of=lambda one: one.closing,
        concept="CharityFunds",
        at=At.END,
    ),
)


def activities_table(told: Told) -> Table:
    """Income, expenditure and funds: unrestricted, restricted, all, and all of last year."""
    total, restricted = _total(told, 0), _restricted(told)
    free = _Activities(
        income=total.income - restricted.income,
        expenditure=total.expenditure - restricted.expenditure,
        other=total.other - restricted.other,
        opening=total.opening - restricted.opening,
    )
    shown: list[tuple[_Activities, Members, int]] = [
        (free, _UNRESTRICTED, 0),
        (restricted, _RESTRICTED, 0),
        (total, (), 0),
    ]
    names = ["Unrestricted funds", "Restricted funds", f"{told.now.end.year} Total funds"]
    if told.before:
        shown.append((_total(told, 1), (), 1))
        names.append(f"{told.before.end.year} Total funds")
    rows = tuple(_row(line, shown) for line in _LINES)
    return Table(headings=tuple((name, unit(told)) for name in names), rows=rows)


def funds_rows(told: Told) -> tuple[Row, ...]:
    """The lower half of the balance sheet: whose the net assets are."""
    over = columns(told, told.head)
    return (
        Row(label=("Funds",), weight=Weight.HEADING),
        _fund_row(told, over, "Unrestricted funds", _UNRESTRICTED),
        _fund_row(told, over, "Restricted funds", _RESTRICTED),
        _fund_row(told, over, "Total funds", ()),
    )


def restricted_funds(told: Told, books: Books) -> int:
    """How much of the net assets may only be spent as donors wish; 0 where there are none."""
    share = told.random("restricted funds").uniform(0.03, 0.15)
    return round(max(books.position.net_assets, 0) * share)


def _total(told: Told, year: int) -> _Activities:
    books = told.books[told.head]
    now = books[year]
    opening = books[year + 1].position.net_assets if len(books) > year + 1 else 0
    income = now.income.turnover + now.income.dividends_received
    expenditure = income - now.income.profit
    other = now.position.net_assets - opening - now.income.profit
    return _Activities(income=income, expenditure=expenditure, other=other, opening=opening)


def _restricted(told: Told) -> _Activities:
    opening = restricted_funds(told, told.before) if told.before else 0
    moved = restricted_funds(told, told.now) - opening
    spent = round(_total(told, 0).expenditure * 0.04)
    income = max(spent + moved, 0)
    return _Activities(income=income, expenditure=income - moved, other=0, opening=opening)


def _row(line: _Line, shown: list[tuple[_Activities, Members, int]]) -> Row:
    part = Part.INCOME_STATEMENT
    cells = tuple(
        Figure(
            amount=line.of(one),
            fact=_fact(f"char:{line.concept}", When(year, line.at), part, members),
        )
        for one, members, year in shown
    )
    is_total = line.label.startswith(("Total", "Net"))
    return Row(label=(line.label,), cells=cells, weight=Weight.TOTAL if is_total else Weight.PLAIN)


def _fund_row(told: Told, over: tuple[Column, ...], label: str, members: Members) -> Row:
    cells: list[Figure | str] = []
    for one in over:
        assert one.books is not None
        restricted, total = restricted_funds(told, one.books), one.books.position.net_assets
        amount = {_RESTRICTED: restricted, _UNRESTRICTED: total - restricted}.get(members, total)
        fact = _fact("char:CharityFunds", When(one.year, At.END), Part.BALANCE_SHEET, members)
        cells.append(Figure(amount=amount, fact=fact))
    return Row(label=(label,), cells=tuple(cells), weight=Weight.PLAIN if members else Weight.TOTAL)


def _fact(concept: str, when: When, part: Part, members: Members) -> Fact:
    return Fact(concept=concept, scope=Scope.COMPANY, when=when, part=part, members=members)
