"""What a rule is: a pure question about a market, with its authority and its examples."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Protocol

from oversight.finding import Finding
from oversight.market import Market


class Check(Protocol):
    """A pure function of a market. The same market always gives the same findings."""

    def __call__(self, market: Market, /) -> Iterator[Finding]:
        """Yield one finding per subject that meets the condition."""
        ...


class CouldMeet(Protocol):
    """A pure function of a market: what a count of findings is to be read beside."""

    def __call__(self, market: Market, /) -> Iterable[str]:
        """Give each subject that the condition could be true of, once."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Basis:
    """The authority a rule stands on."""

    citation: str
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """A small market and the subjects that the rule must flag in it, no more and no fewer."""

    title: str
    market: Market
    flags: frozenset[str]
    of: int | None = None
    """How many subjects could have met it; None where the example is not about that."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One condition that the monitor watches for."""

    code: str
    title: str
    basis: Basis
    speaks_of: str
    """Whom its findings are about: the registered organisation, or which kind of group."""
    thresholds: tuple[str, ...]
    """What it asks of the policy, by name."""
    explanations: tuple[str, ...]
    """Innocent reasons why the condition may be met. Each finding carries them."""
    ask: str
    """The question to put next."""
    check: Check
    could_meet: CouldMeet
    of_whom: str
    """Who those are that could meet it, in words."""
    examples: tuple[Example, ...]
