"""What the makers know of each group while a market is made: its companies, people and fortunes."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from crawlers.rehearsal.making.groups import Plan
from crawlers.rehearsal.world.happenings import Kind
from crawlers.rehearsal.world.settings import Council


@dataclass(frozen=True, kw_only=True)
class Fate:
    """How and when a group ends, and whether anything announces it."""

    kind: Kind
    on: date
    is_hidden: bool


@dataclass(frozen=True, kw_only=True)
class Purchase:
    """What somebody paid for: needed when the money is counted."""

    on: date
    buyer: str
    """Which company bought."""
    bought: str
    """The company that it holds directly from then on, with whatever is below."""
    stack: Sequence[str]
    """An investor's new holding companies from the top down; empty where a group bought."""


@dataclass(kw_only=True)
class Group:
    """One group: its companies and its people, and how it fares."""

    plan: Plan
    brand: str
    area: Council
    """Where its head office is and most of its settings are."""
    owners: list[str] = field(default_factory=list[str])
    """Companies, or whoever else, that run its settings."""
    stack: list[str] = field(default_factory=list[str])
    """Holding companies from the top down; the last holds the owners. Empty where none is."""
    landlord: str | None = None
    """Its property company."""
    beside: list[str] = field(default_factory=list[str])
    """Companies of its that run nothing: dormant ones, and links of a planted shape."""
    investor: str | None = None
    """The fund vehicle above the stack."""
    people: list[str] = field(default_factory=list[str])
    """Founders or executives, who sit on its boards."""
    absorbed: "list[Group]" = field(default_factory=list["Group"])
    """The groups that it bought."""
    absorbed_by: "Group | None" = None
    ended_on: date | None = None
    """When it failed, or withdrew."""
    fate: Fate | None = None
    is_planted: bool = False
    """Whether its shape is planted, so that chance leaves it alone."""

    @property
    def is_free(self) -> bool:
        """Whether chance may still do with it what it likes."""
        return self.absorbed_by is None and self.ended_on is None and not self.is_planted

    @property
    def head(self) -> str:
        """The top of the stack, or the owner that stands alone."""
        return self.stack[0] if self.stack else self.owners[0]

    @property
    def top(self) -> "Group":
        """The group that it belongs to in the end: its own, where nobody bought it."""
        return self if self.absorbed_by is None else self.absorbed_by.top

    @property
    def every_owner(self) -> tuple[str, ...]:
        """Whoever runs its settings, or those of a group that it bought."""
        bought = (key for one in self.absorbed for key in one.every_owner)
        return tuple(dict.fromkeys((*self.owners, *bought)))

    @property
    def bodies(self) -> tuple[str, ...]:
        """Every body that it ever has, from the top down, but for groups that it bought."""
        landlord = (self.landlord,) if self.landlord else ()
        return tuple(dict.fromkeys((*self.stack, *self.owners, *landlord, *self.beside)))
