"""Figures from the notes: what was charged before operating profit, staff, directors, debts."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from crawlers.accounts.figure import Period
from crawlers.accounts.printed.found import Found
from crawlers.accounts.printed.heads import HEADS, Column
from crawlers.accounts.printed.labels import plain
from crawlers.accounts.printed.reading import Place
from crawlers.accounts.printed.sheet import Row, Sheet, Value
from crawlers.accounts.printed.signs import total
from crawlers.accounts.printed.tables import Table, tables
from db.records.accounts_words import Measure, Scope

FROM_NOTES = 0.88
"""How sure a figure of the notes is, beside one of a primary statement under the same heading."""
RANK = 3

_CHARGED = re.compile(r"after (?:charging|crediting)")
_AVERAGE = re.compile(r"\baverage\b.*\bnumber\b|\bnumber\b.*\baverage\b")
_STAFF = re.compile(r"\b(?:employees|persons|people|staff|employed)\b")
_DIRECTORS_PAY = re.compile(
    r"(?:total )?directors? (?:remuneration|emoluments)(?: and benefits)?(?: etc)?"
    r"|(?:total |aggregate )?(?:remuneration|emoluments) (?:of|paid to) (?:all )?(?:the )?directors"
)
_PAY = re.compile(r"(?:aggregate )?(?:remuneration|emoluments)(?: etc)?")
_CHARGES = (
    (Measure.DEPRECIATION, re.compile(r"(?!.*\bamortisation\b).*\bdepreciation\b.*")),
    (Measure.AMORTISATION, re.compile(r"(?!.*\bdepreciation\b).*\bamortisation\b.*")),
    (
        Measure.IMPAIRMENT,
        re.compile(r"(?!.*(?:debt|stock|inventor|receivable)).*\bimpairment\b.*"),
    ),
    (Measure.OPERATING_LEASE_RENT, re.compile(r".*\boperating leases?\b.*")),
)
_LENT = re.compile(
    r"(?:bank |other |short term |long term |secured |unsecured |debenture |directors? )*"
    r"(?:loans?|overdrafts?|borrowings|loan notes|debentures)(?: and (?:overdrafts?|borrowings))?"
    r"(?: see note)?"
)
_WHOLE = {
    Measure.BORROWINGS_WITHIN_ONE_YEAR: Measure.BORROWINGS,
    Measure.BORROWINGS_AFTER_ONE_YEAR: Measure.BORROWINGS,
}
_LEASED = re.compile(r".*\b(?:finance leases?|hire purchase)\b.*")
_OWED = re.compile(r"amounts? (?:owed|due) to (?:group|parent|subsidiary|fellow)\b.*")


def noted(sheet: Sheet, places: Mapping[Column, Place], *, has_group: bool) -> Iterator[Found]:
    """What the notes say of a few measures, each a row, a proved total, or a sum of named rows.

    Debts are read in group accounts only under heads that say whose they are: their notes show
    group and company in turn.
    """
    for table in tables(sheet.rows):
        yield from _charges(table, places)
        yield from _staff(table, places)
        yield from _directors(table, places)
        if not has_group or all(column.scope is not None for column in table.columns()):
            yield from _debts(table, places)


def by_term(found: Sequence[Found]) -> Iterator[Found]:
    """Debts of both terms as one: the sum of what falls due within a year and after it.

    What is not of a term goes on as it is. Borrowings are summed only where both terms are shown.
    """
    terms: dict[tuple[Scope, Measure, Period], dict[bool, Found]] = {}
    for each in found:
        if each.is_long is None:
            yield each
            continue
        measure = _WHOLE.get(each.measure, each.measure)
        terms.setdefault((each.scope, measure, each.period), {}).setdefault(each.is_long, each)
        if measure is not each.measure:
            yield each
    for (_, measure, _), parts in terms.items():
        whole = list(parts.values())
        if len(whole) > 1:
            yield replace(
                whole[0],
                measure=measure,
                value=total([each.value for each in whole]),
                shown=" + ".join(each.shown for each in whole),
                note="the sum of what falls due within one year and after it",
                is_long=None,
            )
        elif whole[0].measure is measure:
            yield whole[0]


def _charges(table: Table, places: Mapping[Column, Place]) -> Iterator[Found]:
    """What operating profit is stated after charging."""
    if _CHARGED.search(table.titles):
        for measure, words in _CHARGES:
            yield from _summed(table, places, measure, words)


def _staff(table: Table, places: Mapping[Column, Place]) -> Iterator[Found]:
    """The cost of staff with wages as its first row, and the average number of them."""
    is_cost = plain(table.rows[0].label).startswith(("wages", "salaries"))
    is_number = _counts_staff(table.titles) or _counts_staff(plain(table.rows[0].label))
    for column in table.columns():
        place = places.get(column)
        found = table.total(column)
        if place is None or found is None:
            continue
        if is_cost and place.money != HEADS and len(table.rows) > 1:
            yield _found(Measure.STAFF_COSTS, place, *found, found[1].value)
        elif is_number and not is_cost and (column.money is None or place.money == HEADS):
            yield _found(Measure.EMPLOYEES, place, *found, found[1].value)


def _counts_staff(words: str) -> bool:
    return _AVERAGE.search(words) is not None and _STAFF.search(words) is not None


def _directors(table: Table, places: Mapping[Column, Place]) -> Iterator[Found]:
    """The pay of all directors; never that of the one paid most."""
    is_theirs = "directors remuneration" in table.titles or "directors emoluments" in table.titles
    if "highest paid" in table.titles:
        return
    for row in table.rows:
        label = plain(row.label)
        if _DIRECTORS_PAY.fullmatch(label) or (is_theirs and _PAY.fullmatch(label)):
            for value in row.values:
                if (place := places.get(value.column)) is not None and place.money != HEADS:
                    yield _found(Measure.DIRECTORS_PAY, place, row, value, value.value)
            return


def _debts(table: Table, places: Mapping[Column, Place]) -> Iterator[Found]:
    """Loans and debts to the group among the creditors of one term."""
    if "creditors amounts falling due" not in table.titles:
        return
    is_long = "falling due after" in table.titles
    measure = Measure.BORROWINGS_AFTER_ONE_YEAR if is_long else Measure.BORROWINGS_WITHIN_ONE_YEAR
    kinds = ((measure, _LENT), (Measure.FINANCE_LEASES, _LEASED), (Measure.OWED_TO_GROUP, _OWED))
    for part, words in kinds:
        yield from _summed(table, places, part, words, is_long=is_long)


def _summed(
    table: Table,
    places: Mapping[Column, Place],
    measure: Measure,
    words: re.Pattern[str],
    *,
    is_long: bool | None = None,
) -> Iterator[Found]:
    """The sum of the rows of a table whose whole label the words match."""
    rows = [row for row in table.rows if row.label and words.fullmatch(plain(row.label))]
    for column in table.columns():
        place = places.get(column)
        parts = [(row, value) for row in rows for value in row.values if value.column == column]
        if place is None or place.money == HEADS or not parts:
            continue
        number = total([value.value for _, value in parts])
        yield _found(measure, place, *parts[0], number, parts=parts, is_long=is_long)


def _found(
    measure: Measure,
    place: Place,
    row: Row,
    value: Value,
    number: Decimal,
    *,
    parts: Sequence[tuple[Row, Value]] = (),
    is_long: bool | None = None,
) -> Found:
    shown = " + ".join(each.cell.text for _, each in parts) or value.cell.text
    return Found(
        scope=place.scope,
        measure=measure,
        period=place.of(measure),
        value=abs(number) if measure.is_a_cost else number,
        money=place.money,
        rank=RANK,
        sure=place.sure * FROM_NOTES * value.cell.sure,
        fragment=row.fragment,
        shown=shown,
        label=row.label,
        note=f"the sum of {len(parts)} rows" if len(parts) > 1 else "",
        is_long=is_long,
    )
