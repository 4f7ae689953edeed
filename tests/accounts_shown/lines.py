"""The lines that one set of accounts of the rehearsal shows, with what its books say of each."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from crawlers.rehearsal.forms.accounts.printed import (
    At,
    Fact,
    Figure,
    Part,
    Report,
    Row,
    Table,
    When,
)
from crawlers.rehearsal.forms.accounts.told import Told
from crawlers.rehearsal.world.books import Scope as ScopeOfBooks
from db.records.accounts_words import Measure, Scope
from tests.accounts_shown.meanings import DUE, Meaning, lent, meaning, untagged

THOUSAND = 1_000


@dataclass(frozen=True, kw_only=True)
class Place:
    """Of whom a line is, which one, and of which period: 0 is the one reported."""

    scope: Scope
    measure: Measure
    year: int


@dataclass(frozen=True, kw_only=True)
class Amount:
    """What is shown of a line: to the pound, or as near as parts in thousands add up."""

    pounds: int
    off: int = 0
    is_of_a_note: bool = False
    """Whether it stands in the notes alone."""

    def is_said_by(self, value: int) -> bool:
        """True of a value that is read from it."""
        return abs(value - self.pounds) <= self.off


Lines = Mapping[Place, Amount]
"""What is shown; of accounts in thousands, what their rounded figures come to."""


@dataclass(frozen=True, kw_only=True)
class _Standing:
    """A figure somewhere in a set of accounts, and what stands beside it."""

    figure: Figure
    scope: ScopeOfBooks
    when: When
    label: str = ""

    @property
    def meaning(self) -> Meaning | None:
        fact = self.figure.fact
        return untagged(self.label) if fact is None else meaning(*_concept(fact))

    @property
    def name(self) -> str:
        """Its concept's; its label's where it has none."""
        return self.label if self.figure.fact is None else _concept(self.figure.fact)[0]

    @property
    def lent(self) -> Measure | None:
        """Of which sum of borrowings it is a part."""
        fact = self.figure.fact
        return None if fact is None else lent(*_concept(fact))

    @property
    def is_of_a_note(self) -> bool:
        fact = self.figure.fact
        return fact is not None and fact.part in {Part.INCOME_NOTE, Part.BALANCE_NOTE}

    def of(self, measure: Measure) -> Place:
        return Place(scope=Scope(self.scope.value), measure=measure, year=self.when.year)


def shown_lines(tells: Told, laid_out: Report) -> Lines:
    """Every line that stands on a page or behind it, of the period reported and the one before.

    What several pages tell, the first one says. Borrowings are the sums of the loans that stand
    among the creditors. Raises AssertionError where a page says other than the books.
    """
    lines: dict[Place, Amount] = {}
    loans: defaultdict[Place, dict[str, int]] = defaultdict(dict)
    for one in _standing(tells, laid_out):
        if one.when.at is At.START or one.when.year > 1:
            continue
        pounds = _pounds(laid_out, one.figure)
        if one.lent is not None:
            loans[one.of(one.lent)].setdefault(one.name, pounds)
        elif (means := one.meaning) is not None:
            _hold_beside_the_books(tells, one, means)
            shown = Amount(pounds=pounds, is_of_a_note=one.is_of_a_note)
            lines.setdefault(one.of(means.measure), shown)
    rounding = THOUSAND if laid_out.in_thousands else 0
    sums = _borrowings(loans, rounding)
    off = {place: one.off for place, one in sums.items()}
    said = {place: replace(one, off=off.get(place, 0)) for place, one in lines.items()}
    return {**sums, **said}


def _hold_beside_the_books(tells: Told, one: _Standing, means: Meaning) -> None:
    books = tells.books[one.scope][one.when.year]
    is_as_in_the_books = means.of is None or means.of(books) == one.figure.amount
    assert is_as_in_the_books, f"{tells.accounts.key}: {means.measure} is not as in the books"


def _borrowings(loans: Mapping[Place, Mapping[str, int]], rounding: int) -> dict[Place, Amount]:
    """Loans of each term and, where loans of both terms are shown, of both together."""
    terms: dict[Place, list[int]] = {}
    for place, parts in loans.items():
        terms[place] = [*parts.values()]
    for place in loans:
        if place.measure is Measure.BORROWINGS_AFTER_ONE_YEAR:
            within = replace(place, measure=Measure.BORROWINGS_WITHIN_ONE_YEAR)
            if within in loans:
                whole = replace(place, measure=Measure.BORROWINGS)
                terms[whole] = [*terms[within], *terms[place]]
    return {
        place: Amount(pounds=sum(parts), off=(len(parts) - 1) * rounding)
        for place, parts in terms.items()
    }


def _pounds(laid_out: Report, figure: Figure) -> int:
    """What a figure comes to as it is printed."""
    if not (laid_out.in_thousands and figure.is_money):
        return figure.amount
    return laid_out.rounded(figure.amount) * THOUSAND


def _standing(tells: Told, laid_out: Report) -> Iterator[_Standing]:
    """Every figure, wherever it stands; one without a meaning stands in its column's year."""
    for row in _rows(laid_out):
        label = "".join(part for part in row.label if isinstance(part, str))
        for column, cell in enumerate(row.cells):
            if not isinstance(cell, Figure):
                continue
            if cell.fact is None:
                when = When(column, At.DURING)
                yield _Standing(figure=cell, scope=tells.head, when=when, label=label)
            else:
                yield _Standing(figure=cell, scope=cell.fact.scope, when=cell.fact.when)
    for figure in laid_out.hidden_figures:
        assert figure.fact is not None
        yield _Standing(figure=figure, scope=figure.fact.scope, when=figure.fact.when)


def _rows(laid_out: Report) -> Iterator[Row]:
    for page in laid_out.pages:
        for block in page.blocks:
            if isinstance(block, Table):
                yield from block.rows


def _concept(fact: Fact) -> tuple[str, frozenset[str]]:
    """The name of a figure's concept, and its members, when it falls due among them."""
    due = frozenset[str]() if fact.due is None else DUE[fact.due]
    members = frozenset(member.rpartition(":")[2] for _, member in fact.members)
    return fact.concept.rpartition(":")[2], members | due
