"""The last part of making: books, accounts, and the signs that they give of what happened."""

from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date, timedelta

from crawlers.rehearsal.making.accounts import Filer
from crawlers.rehearsal.making.beforehand import signs_on_record
from crawlers.rehearsal.making.bookkeeping import Bookkeeper
from crawlers.rehearsal.making.leases import lease_changes, on_the_balance_sheet
from crawlers.rehearsal.making.mortgages import mortgages
from crawlers.rehearsal.making.streams import weekday
from crawlers.rehearsal.making.workbench import Workbench
from crawlers.rehearsal.world.books import Accounts, Books, Scope, Uncertainty
from crawlers.rehearsal.world.happenings import Happening, Kind, Sign, SignKind

_BEFORE = timedelta(days=900)
"""How long before a failure accounts can announce it."""


def reporting(bench: Workbench) -> None:
    """Keep everybody's books and let everybody file."""
    keeper = Bookkeeper.of(bench)
    mortgages(bench, keeper.businesses)
    bench.books.extend(on_the_balance_sheet(bench, keeper.books()))
    by_period = {(one.company, one.scope, one.end): one for one in bench.books}
    bench.accounts.extend(Filer(bench=bench, books=by_period).every())
    for company, on in sorted(keeper.reductions.items()):
        bench.happenings.append(_reduction(company, weekday(on)))
    weak = {(one.company, one.end) for one in _weak(bench.books)}
    filed: dict[str, list[Accounts]] = {}
    for one in bench.accounts:
        filed.setdefault(one.company, []).append(one)
    bench.happenings.extend(lease_changes(bench.books, filed))
    for at, one in enumerate(bench.happenings):
        if one.kind is Kind.FAILURE and not one.is_hidden:
            bench.happenings[at] = replace(one, signs=(*one.signs, *_signs(one, filed, weak)))
    signs_on_record(bench)


def _weak(books: Iterable[Books]) -> Iterator[Books]:
    """Yield books that show distress: profit and cash both below those of the period before."""
    before: dict[str, Books] = {}
    for one in books:
        if one.scope is Scope.COMPANY:
            last = before.get(one.company)
            before[one.company] = one
            if last is not None and one.income.turnover:
                worse = one.income.operating_profit < last.income.operating_profit
                if worse and one.position.cash < last.position.cash:
                    yield one


def _signs(
    failure: Happening, filed: Mapping[str, list[Accounts]], weak: Container[tuple[str, date]]
) -> Iterator[Sign]:
    """Yield what the accounts of the companies that failed said before, beside coming late."""
    for company in failure.bodies:
        for one in filed.get(company, ()):
            if not timedelta(0) < failure.on - one.filed_on < _BEFORE:
                continue
            if one.uncertainty is Uncertainty.TRUE:
                yield Sign(
                    kind=SignKind.GOING_CONCERN,
                    subject=company,
                    happened_on=one.end,
                    public_on=one.filed_on,
                )
            if failure.on - one.end < timedelta(days=700) and (company, one.end) in weak:
                yield Sign(
                    kind=SignKind.WEAK_ACCOUNTS,
                    subject=company,
                    happened_on=one.end,
                    public_on=one.filed_on,
                )


def _reduction(company: str, on: date) -> Happening:
    """Keep a reduction of capital: a statement and a resolution on file, and no other trace."""
    sign = Sign(kind=SignKind.CAPITAL_STATED, subject=company, happened_on=on, public_on=on)
    return Happening(
        key=f"reduction-{company}",
        kind=Kind.CAPITAL_REDUCTION,
        on=on,
        bodies=(company,),
        settings=(),
        from_head=None,
        to_head=None,
        signs=(sign,),
    )
