"""Totals without a name of their own, taken only where the rows above prove what they are."""

from collections.abc import Iterator, Sequence
from itertools import takewhile

from crawlers.accounts.printed.capital import capital, owed_by_members
from crawlers.accounts.printed.labels import Kind, Label, label_of, plain
from crawlers.accounts.printed.proofs import ROUNDING, Total, each, is_equal, is_sum, row_of, under
from crawlers.accounts.printed.sheet import Row, Sheet
from crawlers.accounts.printed.signs import total
from db.records.accounts_words import Measure

_SECTIONS = frozenset(
    {Measure.FIXED_ASSETS, Measure.CURRENT_ASSETS, Measure.PROVISIONS, Measure.EQUITY}
)
_FIXED = frozenset({Measure.INTANGIBLE_ASSETS, Measure.TANGIBLE_ASSETS, Measure.INVESTMENTS})
_CLOSING = frozenset(
    {
        Measure.NET_CURRENT_ASSETS,
        Measure.TOTAL_ASSETS_LESS_CURRENT_LIABILITIES,
        Measure.NET_ASSETS,
    }
)


def totals(sheet: Sheet, labels: Sequence[Label | None]) -> Iterator[Total]:
    """The unnamed totals of a balance sheet's sections, and of a gross profit.

    A section's total is the sum of its rows in every column; equity may also equal the net assets.
    Where no net assets are named, total equity is them if assets less all creditors say so too.
    """
    if sheet.heading.kind is Kind.BALANCE:
        yield from _sections(sheet, labels)
        yield from _lone_fixed_assets(sheet, labels)
        yield from capital(sheet, labels)
    elif sheet.heading.kind is Kind.INCOME:
        yield from _gross_profit(sheet, labels)


def _sections(sheet: Sheet, labels: Sequence[Label | None]) -> Iterator[Total]:
    section: tuple[Measure, str] | None = None
    above: list[Row] = []
    for row, label in zip(sheet.rows, labels, strict=True):
        if not row.values:
            measure = _section(row)
            if measure is not None:
                section, above = (measure, row.label), []
        elif label is not None and label.measure in _CLOSING:
            section = None
        elif row.label:
            above.append(row)
        elif section is not None:
            is_less = section[0] is Measure.EQUITY and any(map(owed_by_members, above))
            is_proved = is_sum(row, above) and not is_less
            if is_proved or _is_net_assets(section[0], row, sheet, labels):
                why = "the sum of the rows above it, without a name of its own"
                yield from each(section[0], row._replace(label=section[1]), why)
            section = None


def _section(row: Row) -> Measure | None:
    label = label_of(row.label, Kind.BALANCE)
    if label is None or label.measure not in _SECTIONS:
        return None
    return label.measure


def _is_net_assets(
    measure: Measure, row: Row, sheet: Sheet, labels: Sequence[Label | None]
) -> bool:
    if measure is not Measure.EQUITY:
        return False
    net = row_of(Measure.NET_ASSETS, sheet, labels)
    return net is not None and is_equal(row, net)


def _gross_profit(sheet: Sheet, labels: Sequence[Label | None]) -> Iterator[Total]:
    """The unnamed row after turnover and cost of sales that is their difference."""
    turnover = row_of(Measure.TURNOVER, sheet, labels)
    cost = row_of(Measure.COST_OF_SALES, sheet, labels)
    if turnover is None or cost is None or row_of(Measure.GROSS_PROFIT, sheet, labels):
        return
    after = sheet.rows[sheet.rows.index(cost) + 1 :]
    for row in after[:1]:
        if not row.label and row.values and _is_difference(row, turnover, cost):
            why = "turnover less cost of sales, without a name of its own"
            yield from each(Measure.GROSS_PROFIT, row, why)


def _is_difference(row: Row, turnover: Row, cost: Row) -> bool:
    return all(
        abs(
            total([v.value for v in under(turnover, value.column)])
            - total([abs(v.value) for v in under(cost, value.column)])
            - value.value
        )
        <= ROUNDING
        for value in row.values
    )


def _lone_fixed_assets(sheet: Sheet, labels: Sequence[Label | None]) -> Iterator[Total]:
    """The only row of the fixed assets as all of them, where what adds up proves that it is.

    With net current assets it makes total assets less current liabilities in every column; a sheet
    of one kind of fixed assets prints no total of them.
    """
    current = row_of(Measure.NET_CURRENT_ASSETS, sheet, labels)
    less = row_of(Measure.TOTAL_ASSETS_LESS_CURRENT_LIABILITIES, sheet, labels)
    if current is None or less is None or row_of(Measure.FIXED_ASSETS, sheet, labels):
        return
    rows = _fixed(sheet)
    if len(rows) == 1 and all(
        value.value
        == total([v.value for v in under(less, value.column)])
        - total([v.value for v in under(current, value.column)])
        for value in rows[0].values
    ):
        why = "the only fixed assets: with net current assets they make the total below"
        yield from each(Measure.FIXED_ASSETS, rows[0], why)
        if plain(rows[0].label) in {"goodwill", "purchased goodwill"}:
            yield from each(Measure.INTANGIBLE_ASSETS, rows[0], why)


def _fixed(sheet: Sheet) -> list[Row]:
    """The rows with values above the current assets, from their heading where there is one."""
    above = [*takewhile(lambda row: _section(row) in {None, Measure.FIXED_ASSETS}, sheet.rows)]
    heads = [index for index, row in enumerate(above) if _section(row) is not None]
    if heads:
        return [row for row in above[heads[0] :] if row.values]
    return [row for row in above if row.values and _is_fixed(row)]


def _is_fixed(row: Row) -> bool:
    label = label_of(row.label, Kind.BALANCE)
    return label is not None and label.measure in _FIXED
