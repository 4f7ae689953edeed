"""One value of several tags that state the same thing."""

from collections.abc import Sequence
from decimal import Decimal

from crawlers.accounts.fact import Fact


class ContradictionError(ValueError):
    """Tags of one thing state values that no rounding brings together."""


def agreed(facts: Sequence[tuple[Fact, Decimal]]) -> Fact:
    """The tag to take of several of one line, period and scope, each with its value.

    Identical values agree; so does a coarser one that a finer one rounds, or is cut, to. The
    finest is taken, of equals the first that a reader sees. Raises ContradictionError otherwise.
    """
    best, value = min(
        facts, key=lambda one: (-_fineness(one[0]), one[0].is_hidden, _position(one[0]))
    )
    for fact, other in facts:
        if other == value:
            continue
        if fact.decimals is None or _fineness(fact) >= _fineness(best):
            raise ContradictionError
        if abs(other - value) >= Decimal(10) ** -fact.decimals:
            raise ContradictionError
    return best


def _fineness(fact: Fact) -> int:
    """How exact a tag says it is; one that does not say is coarser than any."""
    return -100 if fact.decimals is None else fact.decimals


def _position(fact: Fact) -> int:
    return int(fact.fragment.rpartition("=")[2])
