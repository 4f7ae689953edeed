"""What stands on the pages of a set of accounts, before anybody's software writes it down."""

from dataclasses import dataclass, field
from datetime import date
from enum import Enum, auto

from crawlers.rehearsal.world.books import Scope, Vendor


class At(Enum):
    """Which moment of a period a figure is about."""

    DURING = auto()
    END = auto()
    START = auto()
    """The last moment of the day before: the same instant as the end of the period before."""


@dataclass(frozen=True)
class When:
    """A moment or a duration, counted back: 0 is the period reported, 1 the one before."""

    year: int
    at: At


class Part(Enum):
    """Where in the accounts a figure stands, on which it depends whether a vendor tags it."""

    INCOME_STATEMENT = auto()
    BALANCE_SHEET = auto()
    EQUITY = auto()
    CASH_FLOW = auto()
    INCOME_NOTE = auto()
    BALANCE_NOTE = auto()


class Due(Enum):
    """When a debt falls due."""

    WITHIN_A_YEAR = auto()
    AFTER = auto()


Members = tuple[tuple[str, str], ...]
"""Dimensions and their members, as families and names: `(("core:…Dimension", "core:…"),)`."""


@dataclass(frozen=True, kw_only=True)
class Fact:
    """What a figure means, in the taxonomy's words."""

    concept: str
    """Family and name: `core:TurnoverRevenue`."""
    scope: Scope
    when: When
    part: Part
    due: Due | None = None
    members: Members = ()
    is_opposite: bool = False
    """Whether a wrong template tags it with the opposite sign."""


@dataclass(frozen=True, kw_only=True)
class Figure:
    """One number on a page."""

    amount: int
    """In the taxonomy's sense: a cost is positive."""
    fact: Fact | None = None
    is_cost: bool = False
    """Whether most vendors print it in brackets, as it is taken off; one does not."""
    is_taken_off: bool = False
    """Whether every vendor prints it in brackets."""
    is_money: bool = True


@dataclass(frozen=True, kw_only=True)
class Tagged:
    """Words that carry a meaning of their own."""

    text: str
    concept: str
    when: When = When(0, At.DURING)
    members: Members = ()
    is_about_group: bool = False


Words = tuple[str | Tagged, ...]
"""A paragraph: plain words and tagged ones, in order."""


class Weight(Enum):
    """How a row is set."""

    PLAIN = auto()
    TOTAL = auto()
    HEADING = auto()


@dataclass(frozen=True, kw_only=True)
class Row:
    """One row of a table."""

    label: Words
    note: str = ""
    cells: tuple[Figure | str, ...] = ()
    weight: Weight = Weight.PLAIN


@dataclass(frozen=True, kw_only=True)
class Table:
    """Rows under column headings; each heading may have several lines."""

    headings: tuple[tuple[str, ...], ...]
    rows: tuple[Row, ...]
    has_notes: bool = False
    """Whether a narrow column of note numbers stands before the figures."""


@dataclass(frozen=True)
class Heading:
    """A heading inside a page; `number` for a numbered note."""

    text: str
    number: str = ""


@dataclass(frozen=True)
class Paragraph:
    """A paragraph."""

    words: Words


Block = Heading | Paragraph | Table


@dataclass(frozen=True, kw_only=True)
class Page:
    """One page: what stands at its head, and what below."""

    title: tuple[str, ...]
    blocks: tuple[Block, ...]
    is_cover: bool = False


@dataclass(frozen=True, kw_only=True)
class Report:
    """A whole set of accounts, laid out."""

    name: str
    number: str | None
    """The company number; None for a body that has none here."""
    identifier: str
    """What the tags call the body: its number, or whatever it has instead."""
    vendor: Vendor | None
    is_group: bool
    is_charity: bool
    in_thousands: bool
    years: tuple[tuple[date, date], ...]
    """First and last day of the period reported, of the one before, and so on."""
    filed_on: date
    pages: tuple[Page, ...]
    hidden: tuple[Tagged, ...] = ()
    """What is said of the whole document, on no page."""
    hidden_figures: tuple[Figure, ...] = field(default=())

    def rounded(self, amount: int) -> int:
        """An amount in the unit printed: pounds, or thousands rounded half away from zero."""
        if not self.in_thousands:
            return amount
        return (abs(amount) + 500) // 1000 * (1 if amount >= 0 else -1)
