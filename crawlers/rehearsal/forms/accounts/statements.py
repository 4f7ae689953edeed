"""The pages of the primary statements."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from crawlers.rehearsal.forms.accounts import lines as of_lines
from crawlers.rehearsal.forms.accounts.balance_sheet import (
    asset_lines,
    balance_lines,
    debt_lines,
    micro_balance_lines,
)
from crawlers.rehearsal.forms.accounts.cash_flow import cash_flow_table
from crawlers.rehearsal.forms.accounts.changes_in_equity import changes_table
from crawlers.rehearsal.forms.accounts.charity_statements import activities_table, funds_rows
from crawlers.rehearsal.forms.accounts.exemptions import parents_own_profit, signature, statements
from crawlers.rehearsal.forms.accounts.income_statement import income_lines, micro_lines
from crawlers.rehearsal.forms.accounts.lines import Line, columns
from crawlers.rehearsal.forms.accounts.printed import Block, Heading, Page, Part, Table, Weight
from crawlers.rehearsal.forms.accounts.told import Told
from crawlers.rehearsal.forms.accounts.wording import for_period, long_date, wording
from crawlers.rehearsal.world.books import Scope, Withheld


def statement_pages(told: Told, notes: Sequence[str]) -> Iterator[Page]:
    """Income, balance sheets, changes in equity: the group's first, then the company's."""
    if told.shows_income:
        yield _income_page(told, notes)
    for scope in _scopes(told):
        yield _balance_page(told, scope, notes)
    yield from _more_pages(told)


def statement_count(told: Told) -> int:
    """How many pages they take: what is one page in any case is counted, and not made."""
    more = _more_pages(told)
    return told.shows_income + len(_scopes(told)) + sum(1 for _ in more)


def _more_pages(told: Told) -> Iterator[Page]:
    if not _has_changes_in_equity(told):
        return
    yield from _changes_page(told)
    if told.is_group:
        yield from _cash_flow_page(told)


def _income_page(told: Told, notes: Sequence[str]) -> Page:
    if told.is_charity:
        title = ("Statement of financial activities", for_period(told))
        return Page(title=title, blocks=(activities_table(told),))
    lines = micro_lines(told) if told.is_micro else income_lines(told)
    table = _table(told, lines, told.head, Part.INCOME_STATEMENT, notes)
    title = f"{_whose(told, told.head)}{wording(told).income}"
    return Page(title=(title, for_period(told)), blocks=(table,))


def _balance_page(told: Told, scope: Scope, notes: Sequence[str]) -> Page:
    table = _balance_table(told, scope, notes)
    is_last = scope is _scopes(told)[-1]
    return Page(
        title=(_balance_title(told, scope), f"as at {long_date(told.now.end)}"),
        blocks=(
            table,
            *(parents_own_profit(told) if scope is Scope.COMPANY else ()),
            *(statements(told) if is_last else ()),
            *signature(told),
        ),
    )


def _balance_table(told: Told, scope: Scope, notes: Sequence[str]) -> Table:
    part = Part.BALANCE_SHEET
    if told.is_charity:
        lines = (*asset_lines(), *debt_lines(told))
        table = _table(told, lines, scope, part, notes)
        return replace(table, rows=(*table.rows, *funds_rows(told)))
    if told.is_micro or told.is_dormant:
        short = micro_balance_lines(told) if told.is_micro else balance_lines(told)
        return _table(told, short, scope, part, ())
    return _table(told, balance_lines(told), scope, part, notes)


def _changes_page(told: Told) -> Iterator[Page]:
    """The changes in equity of the group and, below, the company; no page for a first period."""
    found = [(scope, changes_table(told, scope)) for scope in _scopes(told)]
    titled = [(f"{_whose(told, scope)}{wording(told).equity}", table) for scope, table in found]
    shown = [(title, table) for title, table in titled if table]
    if not shown:
        return
    blocks: list[Block] = [shown[0][1]]
    for title, table in shown[1:]:
        blocks += [Heading(title), table]
    yield Page(title=(shown[0][0], for_period(told)), blocks=tuple(blocks))


def _cash_flow_page(told: Told) -> Iterator[Page]:
    table = cash_flow_table(told)
    if table:
        title = ("Consolidated Cash Flow Statement", for_period(told))
        yield Page(title=title, blocks=(table,))


def _table(
    told: Told, lines: Sequence[Line], scope: Scope, part: Part, notes: Sequence[str]
) -> Table:
    over = columns(told, scope)
    return of_lines.table(told, _without_empty_sections(told, lines, scope), over, part, notes)


def _without_empty_sections(told: Told, lines: Sequence[Line], scope: Scope) -> tuple[Line, ...]:
    """Leaves out a heading below which nothing is printed before the next one or a total."""
    over = [one.books for one in columns(told, scope) if one.books]
    kept: list[Line] = []
    for line in reversed(lines):
        if line.of is None and (not kept or kept[-1].weight is not Weight.PLAIN or not kept[-1].of):
            continue
        if line.of is None or line.is_always_shown or any(line.of(one) for one in over):
            kept.append(line)
    return tuple(reversed(kept))


def _scopes(told: Told) -> list[Scope]:
    return [scope for scope in (Scope.GROUP, Scope.COMPANY) if scope in told.books]


def _whose(told: Told, scope: Scope) -> str:
    if not told.is_group:
        return ""
    return "Consolidated " if scope is Scope.GROUP else "Company "


def _balance_title(told: Told, scope: Scope) -> str:
    if told.is_group and scope is Scope.COMPANY:
        return wording(told).company_balance
    return f"{_whose(told, scope)}{wording(told).balance}"


def _has_changes_in_equity(told: Told) -> bool:
    """Small companies, charities and partnerships do without."""
    is_spared = told.is_small or told.is_charity or told.is_llp
    return not is_spared and told.accounts.withheld is not Withheld.NOTHING and told.shows_income
