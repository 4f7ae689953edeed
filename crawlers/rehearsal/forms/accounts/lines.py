"""Lines of statements and notes: each says what it shows of a set of books, for every column."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from crawlers.rehearsal.forms.accounts.printed import (
    At,
    Due,
    Fact,
    Figure,
    Members,
    Part,
    Row,
    Table,
    Tagged,
    Weight,
    When,
)
from crawlers.rehearsal.forms.accounts.told import Told
from crawlers.rehearsal.forms.accounts.wording import long_date, unit
from crawlers.rehearsal.world.books import Books, Scope

Label = str | Callable[[Sequence[int]], str]
"""A line's name, or what it is called for these amounts, newest first."""


@dataclass(frozen=True, kw_only=True)
class Column:
    """Whose figures of which period stand in a column; no books where there were none yet."""

    scope: Scope
    year: int
    books: Books | None


@dataclass(frozen=True, kw_only=True)
class Line:
    """One line: what it is called, what it shows, and what that means."""

    label: Label
    of: Callable[[Books], int] | None = None
    """None for a heading."""
    concept: str | None = None
    at: At = At.DURING
    due: Due | None = None
    members: Members = ()
    is_cost: bool = False
    is_taken_off: bool = False
    is_money: bool = True
    weight: Weight = Weight.PLAIN
    note: str = ""
    """Key of the note that says more."""
    is_always_shown: bool = False
    """Whether it stands there though it is nothing in every column."""


def columns(told: Told, *scopes: Scope) -> tuple[Column, ...]:
    """The period reported and, where there is one, the one before, of each scope in turn."""
    years = range(min(len(told.years), 2))
    return tuple(
        Column(scope=scope, year=year, books=next(iter(told.books[scope][year : year + 1]), None))
        for scope in scopes
        for year in years
    )


def rows(
    told: Told,
    lines: Iterable[Line],
    over: Sequence[Column],
    part: Part,
    notes: Sequence[str] = (),
) -> tuple[Row, ...]:
    """The rows of a statement: lines that are nothing in every column are left out."""
    found: list[Row] = []
    for line in lines:
        if line.of is None:
            assert isinstance(line.label, str)
            found.append(Row(label=(line.label,), weight=Weight.HEADING))
            continue
        amounts = [line.of(one.books) if one.books else 0 for one in over]
        if not any(amounts) and not line.is_always_shown:
            continue
        label = line.label if isinstance(line.label, str) else line.label(amounts)
        cells = tuple(_figure(told, line, one, part) for one in over)
        note = str(notes.index(line.note) + 1) if line.note in notes else ""
        found.append(Row(label=(label,), note=note, cells=cells, weight=line.weight))
    return tuple(found)


def headings(told: Told, over: Sequence[Column]) -> tuple[tuple[str, ...], ...]:
    """What stands over the columns: whose, which year, restated or not, which unit."""
    are_both = len({one.scope for one in over}) > 1
    ends = [end for _, end in told.years[:2]]
    is_one_year = len({end.year for end in ends}) < len(ends)
    found: list[tuple[str, ...]] = []
    for one in over:
        end = told.years[one.year][1]
        whose = (str(one.scope).capitalize(),) if are_both else ()
        restated = ("as restated",) if one.year and told.accounts.restates else ()
        found.append(
            (*whose, long_date(end) if is_one_year else str(end.year), *restated, unit(told))
        )
    return tuple(found)


def table(
    told: Told,
    lines: Iterable[Line],
    over: Sequence[Column],
    part: Part,
    notes: Sequence[str] = (),
) -> Table:
    """A table of lines under their column headings."""
    found = rows(told, lines, over, part, notes)
    return Table(headings=headings(told, over), rows=found, has_notes=bool(notes))


def profit_or_loss(words: str) -> Callable[[Sequence[int]], str]:
    """A label that says profit or loss, as the amounts are: `{}` stands for the word."""

    def label(amounts: Sequence[int]) -> str:
        if all(amount >= 0 for amount in amounts):
            word = "profit"
        elif all(amount <= 0 for amount in amounts):
            word = "loss"
        else:
            word = "profit/(loss)" if amounts[0] >= 0 else "(loss)/profit"
        text = words.format(word)
        at = 1 if text.startswith("(") else 0
        return text[:at] + text[at].upper() + text[at + 1 :]

    return label


def assets_or_liabilities(words: str) -> Callable[[Sequence[int]], str]:
    """The same of a balance that may be below nothing: `Net current assets/(liabilities)`."""

    def label(amounts: Sequence[int]) -> str:
        if all(amount >= 0 for amount in amounts):
            return f"{words} assets"
        if all(amount <= 0 for amount in amounts):
            return f"{words} liabilities"
        return f"{words} {'assets/(liabilities)' if amounts[0] >= 0 else '(liabilities)/assets'}"

    return label


def tagged(text: str, concept: str, members: Members = (), *, told: Told) -> Tagged:
    """Words about the period reported, of the group where the accounts are a group's."""
    return Tagged(text=text, concept=concept, members=members, is_about_group=told.is_group)


def _figure(told: Told, line: Line, one: Column, part: Part) -> Figure | str:
    assert line.of is not None
    if one.books is None:
        return "-"
    fact = line.concept and Fact(
        concept=line.concept,
        scope=one.scope,
        when=When(one.year, line.at),
        part=part,
        due=line.due,
        members=line.members,
        is_opposite=_is_opposite(told, line),
    )
    return Figure(
        amount=line.of(one.books),
        fact=fact or None,
        is_cost=line.is_cost,
        is_taken_off=line.is_taken_off,
        is_money=line.is_money,
    )


def _is_opposite(told: Told, line: Line) -> bool:
    """Whether a wrong template turns the sign: of equity as a whole, never of its parts."""
    return told.accounts.equity_sign_wrong and line.concept == "core:Equity" and not line.members
