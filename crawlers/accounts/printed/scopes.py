"""Whose a printed statement is, and of which period its columns are."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from crawlers.accounts.figure import Period
from crawlers.accounts.note import Note
from crawlers.accounts.periods import WEEK
from crawlers.accounts.printed.days import When, year_before
from crawlers.accounts.printed.heads import Column
from crawlers.accounts.printed.labels import Kind
from crawlers.accounts.printed.sheet import Sheet
from crawlers.accounts.said import About
from crawlers.accounts.wording.identity import may_be_misread
from db.records.accounts_words import Scope

PRIMARY = frozenset({Kind.INCOME, Kind.BALANCE, Kind.CASH, Kind.FUNDS})
ANOTHER_NAME = 0.6
"""Below this likeness, 0 to 1, two names are of two entities and not one name written twice."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Whose:
    """Whose a column of a statement is."""

    scope: Scope | None
    """None where it is nobody's: another entity's, or not told."""
    is_said: bool = True
    """False where it is concluded from the other statements of the document."""
    why: str = ""


class Owners:
    """Whose statements a document has, as their headings and columns say."""

    def __init__(self, sheets: Sequence[Sheet]) -> None:
        """Ask every statement once."""
        self._scopes: defaultdict[Kind, set[Scope]] = defaultdict(set)
        self.has_group = False
        """True where a primary statement, or a column of one, is headed as the group's."""
        for sheet in sheets:
            scopes = _said_scopes(sheet)
            self._scopes[sheet.heading.kind] |= scopes
            if Scope.GROUP in scopes and _is_primary(sheet):
                self.has_group = True

    def of(self, kind: Kind) -> set[Scope]:
        """Those that the statements of one kind say."""
        return self._scopes[kind]


def whose(sheet: Sheet, column: Column, owners: Owners, about: About) -> Whose:
    """Whose a column is: by its own head, the statement's heading, or the other statements.

    A plain heading is the company's where the group has a statement of the same kind, or where
    there is no group. A plain profit and loss account or cash flow beside a group's balance sheet
    is the group's: a parent leaves its own out (s.408). All else is nobody's.
    """
    if other := _other_entity(sheet, about):
        return Whose(scope=None, why=f"it is headed by another entity, {other}")
    if column.scope is not None:
        return Whose(scope=column.scope)
    if len(sheet.heading.scopes) == 1:
        return Whose(scope=next(iter(sheet.heading.scopes)))
    if sheet.heading.scopes:
        return Whose(
            scope=None, why="it shows both group and company and does not say which is here"
        )
    return _plain(sheet.heading.kind, owners)


def period_of(time: When, about: About, sheet: Sheet, place: int) -> Period | None:
    """The period that a column's year or day means; None where it cannot be told.

    A day within a week of the document's own is that day. `place` is the column's among those of
    periods, from 0: of two periods that end in one year the current one is printed first.
    """
    known = known_periods(about, sheet)
    if time.end is not None:
        near = [period for period in known if abs(period.end - time.end) <= WEEK]
        if near:
            return near[0]
        if sheet.heading.kind is Kind.BALANCE or time.start is not None:
            return Period(end=time.end, start=time.start)
        return None
    meant = [p for p in known if time.year in {p.end.year, (p.end - WEEK).year}]
    return meant[min(place, len(meant) - 1)] if meant else None


def known_periods(about: About, sheet: Sheet) -> list[Period]:
    """The current and the previous period, from the document or else from the heading.

    Empty where neither says of when it is.
    """
    now, before = about.period, about.previous
    over = sheet.heading.time
    if now is None and over is not None and over.end is not None:
        now = Period(end=over.end, start=over.start)
    if now is None:
        return []
    return [now, before or year_before(now)]


def left_out(sheet: Sheet, why: str) -> Note:
    """What to say of a statement that is left out."""
    return Note(
        words=f"The statement “{sheet.heading.text}” is left out: {why}.",
        fragments=(sheet.heading.fragment,),
    )


def _plain(kind: Kind, owners: Owners) -> Whose:
    if not owners.has_group:
        return Whose(scope=Scope.COMPANY)
    if kind is Kind.NOTES:
        return Whose(scope=Scope.GROUP, is_said=False)
    alike = owners.of(kind)
    if Scope.GROUP in alike:
        return Whose(scope=Scope.COMPANY)
    if Scope.COMPANY in alike or kind is not Kind.BALANCE:
        return Whose(scope=Scope.GROUP, is_said=False)
    return Whose(scope=None, why="it does not say whether it is the group's or the company's")


def _said_scopes(sheet: Sheet) -> set[Scope]:
    by_column = {v.column.scope for row in sheet.rows for v in row.values}
    return {scope for scope in by_column if scope is not None} | set(sheet.heading.scopes)


def _is_primary(sheet: Sheet) -> bool:
    return sheet.heading.kind in PRIMARY and any(row.values for row in sheet.rows)


def _other_entity(sheet: Sheet, about: About) -> str | None:
    """The number or name of another entity at the head of a statement's page."""
    if sheet.number is not None and about.entity_number is not None:
        if sheet.number == about.entity_number:
            return None
        if not (sheet.is_recognised and may_be_misread(sheet.number, about.entity_number)):
            return sheet.number
    if sheet.name is None or about.entity_name is None:
        return None
    return sheet.name if _are_two(_bare(sheet.name), _bare(about.entity_name)) else None


def _are_two(name: str, other: str) -> bool:
    """True for the names of two entities."""
    return name != other and SequenceMatcher(None, name, other).ratio() < ANOTHER_NAME


def _bare(name: str) -> str:
    words = name.lower().replace("limited", "ltd").replace("&", "and").split()
    return " ".join(word.strip("().,") for word in words if word != "the")
