"""Figures from printed statements: every named line, of both periods, group and company apart."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from crawlers.accounts.figure import Figure
from crawlers.accounts.line import Line
from crawlers.accounts.note import Note
from crawlers.accounts.printed.cut import cut_notes, doubted
from crawlers.accounts.printed.employed import employed
from crawlers.accounts.printed.found import Found
from crawlers.accounts.printed.heads import HEADS, Column
from crawlers.accounts.printed.labels import Kind
from crawlers.accounts.printed.notes import by_term, noted
from crawlers.accounts.printed.reading import CONCLUDED, SAID, Place, named
from crawlers.accounts.printed.scopes import Owners, known_periods, left_out, period_of, whose
from crawlers.accounts.printed.sheet import Sheet
from crawlers.accounts.printed.sheets import sheets
from crawlers.accounts.said import About
from db.records.accounts_words import HowRead

POUNDS_AND_HEADS = frozenset({"GBP", HEADS.currency})


@dataclass(frozen=True, slots=True, kw_only=True)
class Printed:
    """What the printed statements of a document say."""

    figures: tuple[Figure, ...]
    """In pounds, or heads; at most one of a scope, measure and period."""
    has_group: bool
    """True where a statement or a column is headed as the group's."""
    notes: tuple[Note, ...]
    foreign: tuple[Figure, ...] = ()
    """Figures printed in another currency: their values are whole units of it and no pounds."""
    currency: str | None = None
    """That of `foreign`: `USD`, `EUR`; None where there is none."""


def figures(
    lines: Sequence[Line],
    about: About,
    *,
    read: HowRead = HowRead.PRINTED,
    is_cut_short: bool = False,
) -> Printed:
    """The figures of the statements that lines print, and why a statement was left out.

    A statement without a unit gives none; one in another currency gives `foreign` ones. Where the
    document is cut short its last line is left out, since half a number is a number, and what the
    cut went through is less sure.
    """
    all_sheets = sheets(
        lines[:-1] if is_cut_short else lines, is_recognised=read is HowRead.SCANNED
    )
    owners = Owners(all_sheets)
    notes: list[Note] = []
    found = list(
        by_term([*_found(all_sheets, owners, about, notes, is_recognised=read is HowRead.SCANNED)])
    )
    if is_cut_short:
        notes += cut_notes(found, all_sheets)
        found = list(doubted(found, all_sheets))
    chosen, contradictions = _best(found)
    foreign = [each for each in chosen if each.money.currency not in POUNDS_AND_HEADS]
    return Printed(
        figures=tuple(each.figure(read) for each in chosen if each not in foreign),
        has_group=owners.has_group,
        notes=(*notes, *contradictions, *_foreign_notes(foreign)),
        foreign=tuple(each.figure(read) for each in foreign),
        currency=foreign[0].money.currency if foreign else None,
    )


def _found(
    all_sheets: Sequence[Sheet],
    owners: Owners,
    about: About,
    notes: list[Note],
    *,
    is_recognised: bool,
) -> Iterator[Found]:
    """Every value of every statement and of the notes; what is left out is added to the notes."""
    for sheet in all_sheets:
        kind = sheet.heading.kind
        if kind is Kind.OTHER or sheet.heading.is_part_of_income:
            continue
        if not is_recognised:
            yield from _employed(sheet, owners, about)
        reasons: list[str] = []
        places = _places(sheet, owners, about, reasons)
        if kind is Kind.NOTES:
            by_column = {place.column: place for place in places}
            yield from noted(sheet, by_column, has_group=owners.has_group)
            continue
        yield from named(sheet, places, is_recognised=is_recognised)
        if not places and kind is not Kind.CASH:  # the other days of its notes are no loss
            notes.extend(left_out(sheet, why) for why in dict.fromkeys(reasons))


def _employed(sheet: Sheet, owners: Owners, about: About) -> Iterator[Found]:
    """The number of employees that a sentence says: in the notes, or under a balance sheet.

    Not in recognised text: nothing there shows whether a digit was misread.
    """
    if sheet.heading.kind in {Kind.NOTES, Kind.BALANCE}:
        owner = whose(sheet, Column(left=0, right=0), owners, about)
        yield from employed(
            sheet,
            owner,
            known_periods(about, sheet),
            has_group=owners.has_group,
            sure=SAID if owner.is_said else CONCLUDED,
        )


def _places(sheet: Sheet, owners: Owners, about: About, reasons: list[str]) -> list[Place]:
    """The columns of a statement that can be read; why, for those that cannot, in `reasons`."""
    places: list[Place] = []
    for column, before in _columns(sheet):
        if column.time is None or column.is_part:
            continue
        of_year = sum(other.time == column.time and other.scope == column.scope for other in before)
        owner = whose(sheet, column, owners, about)
        period = period_of(column.time, about, sheet, of_year)
        if owner.scope is None:
            reasons.append(owner.why)
        elif column.money is None and sheet.heading.kind is not Kind.NOTES:
            reasons.append("it does not say in which unit its numbers are")
        elif period is None:
            reasons.append(f"the period of its column “{column.text}” cannot be told")
        else:
            sure = SAID if owner.is_said else CONCLUDED
            places.append(
                Place(
                    column=column,
                    scope=owner.scope,
                    period=period,
                    money=column.money or HEADS,  # a table of the notes without a unit counts
                    sure=sure,
                )
            )
    return places


def _columns(sheet: Sheet) -> Iterator[tuple[Column, Sequence[Column]]]:
    """Every column that a row of a statement has a value under, with those left of it in a row.

    The notes have many tables, each with columns of its own.
    """
    beside: dict[Column, dict[Column, None]] = {}
    for row in sheet.rows:
        columns = [value.column for value in row.values]
        for column in columns:
            beside.setdefault(column, {}).update(dict.fromkeys(columns))
    for column in sorted(beside, key=lambda column: column.left):
        yield column, [other for other in beside[column] if other.left < column.left]


def _best(found: Iterable[Found]) -> tuple[list[Found], list[Note]]:
    """One value for each scope, measure and period: of the best rank, printed first.

    Where two of the best rank differ the first is taken, less surely, and a note says so.
    """
    best: dict[object, list[Found]] = {}
    for each in found:
        best.setdefault((each.scope, each.measure, each.period), []).append(each)
    chosen: list[Found] = []
    notes: list[Note] = []
    for group in best.values():
        first = min(group, key=lambda each: each.rank)
        others = [e for e in group if e.rank == first.rank and e.value != first.value]
        if others:
            notes.append(_contradiction(first, others[0]))
            first = replace(first, sure=first.sure * 0.6)
        chosen.append(first)
    return chosen, notes


def _contradiction(first: Found, other: Found) -> Note:
    return Note(
        words=f"Printed as {first.shown} (“{first.label}”) and as {other.shown} (“{other.label}”).",
        scope=first.scope,
        measure=first.measure,
        fragments=(first.fragment, other.fragment),
    )


def _foreign_notes(foreign: Sequence[Found]) -> Iterator[Note]:
    if foreign:
        yield Note(
            words=f"The statements are printed in {foreign[0].money.currency}: none is in pounds.",
            fragments=(foreign[0].fragment,),
        )
