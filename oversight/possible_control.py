"""Possible control: whom an undertaking may be above, by upper ends as certain control by lower.

Whoever may be above several holders of a company may have what they hold together. What is found
so may bring more stakes together, until nothing more is found (the joint fixpoint on upper ends).
Stakes of 25% or less are published nowhere and are left out.
"""

from collections import deque
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import networkx as nx

from oversight.bands import added, together
from oversight.control import Stake
from oversight.links import Link, MayHold


@dataclass(frozen=True, kw_only=True)
class PossibleControl:
    """Who may be above whom: by one link at a time, or by what several hold together."""

    drawn: "nx.DiGraph[str]"
    """Every link, certain and possible, from parent to subsidiary."""
    registers: Mapping[str, tuple[Stake, ...]]
    """What every direct holder has of a company that more than one holds, by company number."""
    held: Mapping[str, tuple[str, ...]]
    """Those companies, by each holder."""

    @classmethod
    def of(cls, drawn: "nx.DiGraph[str]", stakes: Iterable[Stake]) -> "PossibleControl":
        """What may be by these links and these stakes."""
        registers: dict[str, list[Stake]] = {}
        for one in stakes:
            registers.setdefault(one.company, []).append(one)
        several = {c: tuple(register) for c, register in registers.items() if register[1:]}
        held: dict[str, list[str]] = {}
        for company, register in several.items():
            for one in register:
                held.setdefault(one.holder, []).append(company)
        return cls(
            drawn=drawn,
            registers=several,
            held={holder: tuple(sorted(held[holder])) for holder in sorted(held)},
        )

    def below(self, head: str) -> dict[str, tuple[Link, ...]]:
        """Each undertaking that is or may be below a head, with the shortest way down to it."""
        ways: dict[str, tuple[Link, ...]] = {head: ()}
        todo, shared = deque([head]), set[str]()
        while todo:
            while todo:
                node = todo.popleft()
                shared.update(self.held.get(node, ()))
                for one in sorted(self.drawn.succ[node]):
                    if one not in ways:
                        ways[one] = (*ways[node], self.drawn.edges[node, one]["link"])
                        todo.append(one)
            for company in sorted(shared - ways.keys()):
                if (link := self._may_hold(head, company, ways)) is not None:
                    ways[company] = (link,)
                    todo.append(company)
        return {one: way for one, way in ways.items() if one != head}

    def _may_hold(
        self, head: str, company: str, ways: Mapping[str, tuple[Link, ...]]
    ) -> MayHold | None:
        """How several that may be a head's may have half of a company; None where they cannot."""
        register = self.registers[company]
        ours = [one for one in register if one.holder in ways]
        others = added(one.least for one in register if one.holder not in ways)
        most = together((one.band for one in ours), others)
        if not ours[1:] or not most.reaches_half:
            return None
        return MayHold(
            parent=head,
            subsidiary=company,
            kind=ours[0].right,
            least=most.least,
            most=most,
            ways=tuple((*ways[one.holder], one.as_holding) for one in ours),
        )
