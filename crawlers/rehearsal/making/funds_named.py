"""Which fund vehicles the public can know of: those entered, or named by tagged accounts below."""

from collections import defaultdict
from collections.abc import Iterator

from crawlers.rehearsal.making.workbench import Workbench
from crawlers.rehearsal.world.bodies import Nature
from crawlers.rehearsal.world.books import Accounts, Medium
from crawlers.rehearsal.world.control import Stake

_SHORTEST = frozenset({"micro-entity", "dormant"})
"""Kinds of accounts that say nothing of who is above."""
_HALF = 0.5


def funds_named(bench: Workbench) -> frozenset[str]:
    """The keys of stakes of funds that somebody can read of by the last day.

    A vehicle that no register enters is named as the ultimate parent by the accounts of whoever is
    below it. Where none were filed since, nobody can know of it.
    """
    held: dict[str, list[Stake]] = defaultdict(list)
    for one in bench.stakes.values():
        held[one.company].append(one)
    entered = {one.key for one in bench.stakes.values() if one.filed_on is not None}
    return frozenset(entered | {key for one in bench.accounts for key in _named(bench, held, one)})


def _named(bench: Workbench, held: dict[str, list[Stake]], one: Accounts) -> Iterator[str]:
    """Yield the stake at the top of a company's chain where tagged accounts name a fund there."""
    is_told = one.medium is Medium.TAGGED and one.kind not in _SHORTEST
    if not is_told or one.reporting != one.company:
        return
    way, last = {one.company}, None
    at: str | None = one.company
    while at is not None:
        stakes = (each for each in held.get(at, ()) if each.holds(one.end) and _is_majority(each))
        above = next((each for each in stakes if each.holder in bench.bodies), None)
        at = above.holder if above is not None and above.holder not in way else None
        if at is not None:
            way.add(at)
            last = above
    if last is not None and bench.bodies[last.holder].nature is Nature.FUND:
        yield last.key


def _is_majority(stake: Stake) -> bool:
    return max(stake.shares, stake.votes) > _HALF
