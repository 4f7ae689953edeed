"""What software has marked in a document: facts, by what they mean and never by their prefix."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple

from crawlers.accounts.figure import Period


class Family(StrEnum):
    """A line of taxonomies in which a name keeps its meaning from year to year."""

    PT_2004 = "pt2004"
    UK_GAAP_2009 = "ukgaap2009"
    FRC = "frc"
    IFRS = "ifrs"
    OTHER = "other"


class Fact(NamedTuple):
    """One tagged value, keyed by (family, name, dimensions, period, unit).

    A named tuple, for a document has hundreds of them and a product a hundred million: a frozen
    dataclass takes three times as long to make.
    """

    family: Family
    part: str
    """Which of the family's taxonomies: `core`, `business`, `direp`, `aurep`, `char`, …"""
    name: str
    value: Decimal | str | None
    """A number with scale and sign applied, or a text; None where the tag says nil, or is broken
    (then `problem` says how)."""
    fragment: str
    """`tag=N`, N counting the facts of the document from 1 in its order; `member=M&tag=N` in a
    package, M counting its members with accounts from 1."""
    dimensions: tuple[tuple[str, str], ...] = ()
    """Local names of axis and member, sorted; a typed member gives its text."""
    period: Period | None = None
    unit: str | None = None
    """`GBP`, `pure`, `shares`, …; None for a text."""
    decimals: int | None = None
    shown: str = ""
    """The text inside the tag, as it stands on the page."""
    is_hidden: bool = False
    """True in the header that no reader sees."""
    problem: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tagged:
    """All that is marked in one document."""

    facts: tuple[Fact, ...]
    entity: str | None
    """The one company number that every context names; None where there are others, or none."""
    software: str | None = None
    entry_points: tuple[str, ...] = ()
    """File names of the schemas it refers to: `FRS-102-2023-01-01.xsd`."""
    problems: tuple[str, ...] = ()
    """What was broken, each in one sentence; the rest was read."""
    by_name: Mapping[str, tuple[Fact, ...]] = field(default_factory=dict[str, tuple[Fact, ...]])
    """The facts by local name, in document order."""


def by_name(facts: Iterable[Fact]) -> Mapping[str, tuple[Fact, ...]]:
    """Facts by local name, those of one name in their order."""
    found: dict[str, list[Fact]] = {}
    for fact in facts:
        found.setdefault(fact.name, []).append(fact)
    return {name: tuple(those) for name, those in found.items()}
