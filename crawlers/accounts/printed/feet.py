"""The feet of statements: the lines with which they end."""

from crawlers.accounts.printed.labels import Kind, label_of
from crawlers.accounts.printed.sheet import Row, Sheet, joined_labels
from db.records.accounts_words import Measure

_FEET = {
    Kind.INCOME: frozenset({Measure.PROFIT_FOR_YEAR}),
    Kind.BALANCE: frozenset({Measure.NET_ASSETS, Measure.EQUITY, Measure.CHARITY_FUNDS}),
    Kind.FUNDS: frozenset({Measure.CHARITY_FUNDS}),
}


def has_foot(sheet: Sheet) -> bool:
    """True where a statement names, with a value, a line with which its kind can end."""
    feet = _FEET.get(sheet.heading.kind, frozenset[Measure]())
    return not feet.isdisjoint(named_lines(sheet))


def is_whole(sheet: Sheet) -> bool:
    """True where nothing of a statement can come after it, as far as it is read here.

    Below the net assets of a balance sheet stands what they are represented by, which may be on
    the next page; an unnamed total ends it.
    """
    lines = named_lines(sheet)
    if sheet.heading.kind is not Kind.BALANCE or Measure.NET_ASSETS not in lines:
        return has_foot(sheet)
    below = sheet.rows[sheet.rows.index(lines[Measure.NET_ASSETS]) + 1 :]
    is_named = not _FEET[Kind.BALANCE].isdisjoint(lines.keys() - {Measure.NET_ASSETS})
    return is_named or any(row.values and not row.label for row in below)


def named_lines(sheet: Sheet) -> dict[Measure, Row]:
    """The first row with values for each line that a statement names."""
    lines: dict[Measure, Row] = {}
    for index, row in enumerate(sheet.rows):
        if row.values:
            named = (
                label_of(word, sheet.heading.kind) for word in joined_labels(sheet.rows, index)
            )
            label = next((one for one in named if one is not None), None)
            if label is not None:
                lines.setdefault(label.measure, row)
    return lines
