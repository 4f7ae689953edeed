"""Net assets and what stands for them: shareholders' funds, and the interests of members."""

import re
from collections.abc import Iterator, Sequence

from crawlers.accounts.printed.labels import Label, plain
from crawlers.accounts.printed.proofs import ROUNDING, Total, each, is_equal, row_of, under
from crawlers.accounts.printed.sheet import Row, Sheet
from crawlers.accounts.printed.signs import total
from db.records.accounts_words import Measure

_OWED_BY_MEMBERS = re.compile(r"amounts? (?:due|owed|receivable) (?:from|by) members\b")


def capital(sheet: Sheet, labels: Sequence[Label | None]) -> Iterator[Total]:
    """Net assets or equity that a balance sheet proves by naming the other.

    Equity is all that stands for the net assets. Of a partnership that is what it owes its members
    together with their capital: its total members' interests, a memorandum, are less where members
    owe it something, and then are not taken.
    """
    net, equity = (row_of(line, sheet, labels) for line in (Measure.NET_ASSETS, Measure.EQUITY))
    if net is None:
        if equity is not None:
            yield from _net_assets(equity, sheet, labels)
    elif equity is None:
        yield from _only_row(net, sheet, labels)
    elif _is_less_owed_by_members(equity, net, sheet):
        why = "net assets: total members' interests are these less what members owe"
        yield from each(Measure.EQUITY, net, why, rank=0)


def owed_by_members(row: Row) -> bool:
    """True for what members owe their partnership, which total members' interests are less."""
    return _OWED_BY_MEMBERS.match(plain(row.label)) is not None


def _net_assets(equity: Row, sheet: Sheet, labels: Sequence[Label | None]) -> Iterator[Total]:
    """Total equity as the net assets of a sheet that does not name them."""
    less = row_of(Measure.TOTAL_ASSETS_LESS_CURRENT_LIABILITIES, sheet, labels)
    if less is None:
        return
    owed = [
        row_of(measure, sheet, labels)
        for measure in (Measure.CREDITORS_AFTER_ONE_YEAR, Measure.PROVISIONS)
    ]
    for value in equity.values:
        assets = total([v.value for v in under(less, value.column)])
        debts = total([abs(v.value) for r in owed if r for v in under(r, value.column)])
        if abs(assets - debts - value.value) > ROUNDING:
            return
    why = "total equity: the sheet names no net assets, and its rows prove that they are these"
    yield from each(Measure.NET_ASSETS, equity, why)


def _only_row(net: Row, sheet: Sheet, labels: Sequence[Label | None]) -> Iterator[Total]:
    """The row below the net assets that equals them: an unnamed total, or the only kind of capital.

    A company limited by guarantee has reserves and nothing else.
    """
    begin = sheet.rows.index(net) + 1
    below = [
        row
        for row, label in zip(sheet.rows[begin:], labels[begin:], strict=True)
        if row.values and label is None
    ]
    for row in below:
        if is_equal(row, net) and (not row.label or len(below) == 1):
            why = "all that stands below the net assets, and equal to them"
            yield from each(Measure.EQUITY, row, why)
            return


def _is_less_owed_by_members(equity: Row, net: Row, sheet: Sheet) -> bool:
    """True where what members owe parts a partnership's net assets from its members' interests."""
    due = next((row for row in sheet.rows if owed_by_members(row) and row.values), None)
    if due is None or is_equal(equity, net):
        return False
    return all(
        abs(
            value.value
            + total([abs(v.value) for v in under(due, value.column)])
            - total([v.value for v in under(net, value.column)])
        )
        <= ROUNDING
        for value in equity.values
    )
