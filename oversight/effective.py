"""Effective ownership: what part of each company belongs in the end to each outside owner.

Followed are published shares and nothing else: a holder of a quarter or less is not entered in any
register, so that an owner may have that besides. An outside owner is one of whose own shares
nothing is published: a person, a body overseas, a company whose register ends there. Ends of bands
are carried through, open or not; no way of ownership is walked by itself.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

import networkx as nx

from oversight.bands import Low
from oversight.least_owned import is_closed, least_owned
from oversight.most_owned import most_owned
from oversight.share_parts import High, Part, parts
from oversight.shares_held import ShareStake


@dataclass(frozen=True, kw_only=True)
class EffectiveShare:
    """What part of a company belongs in the end to one owner, at least and at most."""

    owner: str
    """As `ShareStake.holder`."""
    company: str
    low: Low
    high: High


@dataclass(frozen=True, kw_only=True)
class Loop:
    """Companies that hold each other in a circle, of which nobody else is entered as an owner."""

    companies: tuple[str, ...]
    is_closed: bool
    """True when they surely have all of each other; else others may have what is not published."""

    @property
    def words(self) -> str:
        """What is said of it."""
        rest = "no outside owner" if self.is_closed else "no outside owner is published"
        return f"closed loop, {rest}"


@dataclass(frozen=True, kw_only=True)
class EffectiveOwnership:
    """Who owns what part of whom in the end, by the shares that registers publish on one day."""

    parts: tuple[Part, ...]
    contradicted: frozenset[str]
    """Companies whose holders have more than the whole between them: any of them may have all."""

    @classmethod
    def of(cls, stakes: Iterable[ShareStake]) -> "EffectiveOwnership":
        """Effective ownership by these stakes."""
        read = parts(stakes)
        return cls(parts=read.parts, contradicted=read.contradicted)

    def of_company(self, company: str) -> tuple[EffectiveShare, ...]:
        """What each outside owner has of a company, the largest first.

        Nobody, where no shares of it are published, or none outside a closed loop.
        """
        shares = self._solved.get(company, {}).values()
        return tuple(sorted(shares, key=lambda one: (-one.low.share, -one.high.share, one.owner)))

    def is_held(self, company: str) -> bool:
        """True when anybody is entered with shares of a company."""
        return company in self._above

    def under(self, holder: str) -> "EffectiveOwnership":
        """The same for what is below one holder, who counts as an outside owner itself.

        So what it has of a company is known wherever it stands, without what comes back to it.
        Whoever else holds what is below it is an outside owner beside it.
        """
        below: set[str] = set()
        todo = [holder]
        while todo:
            new = self._holds[todo.pop()] - below - {holder}
            below |= new
            todo += sorted(new)
        held = tuple(one for company in sorted(below) for one in self._above[company])
        return EffectiveOwnership(parts=held, contradicted=self.contradicted & below)

    @cached_property
    def loops(self) -> tuple[Loop, ...]:
        """Companies that hold each other in a circle, and that nobody else is entered for."""
        return tuple(
            Loop(companies=circle, is_closed=is_closed(circle, self._above))
            for circle in sorted(self._in_order)
            if all(one.holder in circle for company in circle for one in self._above[company])
        )

    @cached_property
    def _above(self) -> dict[str, list[Part]]:
        found: dict[str, list[Part]] = {}
        for one in self.parts:
            found.setdefault(one.company, []).append(one)
        return found

    @cached_property
    def _holds(self) -> defaultdict[str, set[str]]:
        found: defaultdict[str, set[str]] = defaultdict(set)
        for one in self.parts:
            found[one.holder].add(one.company)
        return found

    @cached_property
    def _in_order(self) -> tuple[tuple[str, ...], ...]:
        """Companies that are held, those that hold each other together, holders first."""
        graph: nx.DiGraph[str] = nx.DiGraph((one.holder, one.company) for one in self.parts)
        circles = nx.condensation(graph)
        members = (circles.nodes[circle]["members"] for circle in nx.topological_sort(circles))
        held = (tuple(sorted(one for one in several if one in self._above)) for several in members)
        return tuple(circle for circle in held if circle)

    @cached_property
    def _solved(self) -> dict[str, dict[str, EffectiveShare]]:
        outside = {one.holder for one in self.parts if one.holder not in self._above}
        least = {owner: {owner: Low(1, False)} for owner in outside}
        most = {owner: {owner: High(1, False)} for owner in outside}
        for circle in self._in_order:
            least |= least_owned(circle, self._above, least)
            most |= most_owned(circle, self._above, most, least)
        return {
            company: {
                owner: EffectiveShare(
                    owner=owner,
                    company=company,
                    low=least[company].get(owner, Low(0, False)),
                    high=high,
                )
                for owner, high in most[company].items()
            }
            for company in self._above
        }
