"""Certain control, that of several together included: what subsidiaries hold is their parent's.

The rights of its subsidiary undertakings are a parent's own (Companies Act 2006 s.1162 with Sch 7
para 9), so that two of them with more than a quarter each give it more than half. Stakes are added
only where they are surely apart, in a register that nothing contradicts; holders that stand above
each other, or may, have one stake between them. Control found so may bring more stakes together,
until nothing more is found.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import cast

import networkx as nx

from oversight.bands import added
from oversight.contradictions import (
    Registers,
    is_beyond_the_whole,
    separate,
    uncontradicted,
)
from oversight.control import Stake
from oversight.drawing import drawn, way_down
from oversight.holders import OTHER
from oversight.links import Holding, Joint, Link, Right

Pair = tuple[str, str]
"""A parent and its subsidiary."""
BANDS = frozenset({Right.VOTES, Right.SHARES})
"""Rights that are bands; a right to appoint the board is none."""


def certain_control(holdings: Sequence[Holding], stakes: Iterable[Stake]) -> tuple[Link, ...]:
    """Every certain link: majorities that nothing contradicts, and those of several together.

    The latter runs from the lowest parent of all the holders; whoever is above that is above the
    company too.
    """
    registers: dict[str, list[Stake]] = {}
    for stake in stakes:
        registers.setdefault(stake.company, []).append(stake)
    adding = _Adding(holdings=holdings, registers=registers, perhaps=drawn(holdings))
    sure, joint = adding.up()
    if joint:
        # Each that was found may place one holder above another: then they have one stake.
        perhaps = drawn((*holdings, *joint.values()))
        sure, joint = replace(adding, perhaps=perhaps).up()
    return (*sure, *_lowest(sure, joint))


@dataclass(frozen=True, kw_only=True)
class _Adding:
    """Adds up stakes that are surely apart."""

    holdings: Sequence[Holding]
    registers: Registers
    perhaps: "nx.DiGraph[str]"
    """Who is above whom, or may be."""

    def up(self) -> tuple[list[Holding], dict[Pair, Joint]]:
        """What is certain once nothing more can be added: each round rests on those before."""
        joint: dict[Pair, Joint] = {}
        while True:
            sure = uncontradicted(self.holdings, self.registers, joint.values())
            above = drawn((*sure, *joint.values()))
            found = {
                (parent, company): _joint(parent, counted, above)
                for company in self._in_order(sure, above)
                for parent, counted in self._parents(company, above)
                if (parent, company) not in joint
            }
            if not found:
                return sure, joint
            joint |= found

    def _in_order(self, sure: Iterable[Holding], above: "nx.DiGraph[str]") -> Iterator[str]:
        """The companies whose registers nothing contradicts, and of which minorities add up."""
        kept = {(one.parent, one.subsidiary) for one in sure}
        contradicted = {
            one.subsidiary
            for one in self.holdings
            if one.certain and one.right in BANDS and (one.parent, one.subsidiary) not in kept
        }
        for company, register in self.registers.items():
            is_enough = added(one.least for one in _minorities(register)).is_majority
            if company in contradicted or not is_enough:
                continue
            if not is_beyond_the_whole(register, above):
                yield company

    def _parents(
        self, company: str, above: "nx.DiGraph[str]"
    ) -> Iterator[tuple[str, Sequence[Stake]]]:
        """Each undertaking above several holders of a company, and not above one with a majority.

        With each, the stakes that are its own together.
        """
        register = self.registers[company]
        parents = {
            one.holder: _at_or_above(above, one.holder, company)
            for one in register
            if one.holder in above and one.holder != company
        }
        majorities = {one.holder for one in register if one.band.is_majority}
        apart = separate(_minorities(register), self.perhaps)
        for parent in sorted(set[str]().union(*parents.values())):
            held = {holder for holder, above_it in parents.items() if parent in above_it}
            mine = [[one for one in group if one.holder in held] for group in apart]
            counted = [max(group, key=lambda one: one.least) for group in mine if group]
            if not held & majorities and added(one.least for one in counted).is_majority:
                yield parent, counted


def _minorities(register: Iterable[Stake]) -> list[Stake]:
    """The stakes of undertakings, the company itself apart, that are no majority alone."""
    return [
        one
        for one in register
        if not one.holder.startswith(OTHER)
        and one.holder != one.company
        and not one.band.is_majority
    ]


def _joint(parent: str, counted: Sequence[Stake], above: "nx.DiGraph[str]") -> Joint:
    company = counted[0].company
    elsewhere = _without(above, company)
    return Joint(
        parent=parent,
        subsidiary=company,
        kind=counted[0].right,
        least=added(one.least for one in counted),
        ways=tuple(
            (*way_down(elsewhere, parent, one.holder), one.as_holding)
            for one in sorted(counted, key=lambda one: one.holder)
        ),
    )


def _lowest(sure: Sequence[Holding], joint: Mapping[Pair, Joint]) -> list[Joint]:
    """The joint links of those parents below whom no other parent of the company stands.

    Of parents that stand above each other in a circle, the first in order has it.
    """
    graph = drawn((*sure, *joint.values()))
    own = {(one.parent, one.subsidiary): one.right for one in sure}
    lowest: list[Joint] = []
    for company in sorted({company for _, company in joint}):
        several = sorted(parent for parent, below in joint if below == company)
        alone = sorted(p for (p, c), right in own.items() if c == company and right in BANDS)
        rank = {parent: place for place, parent in enumerate((*alone, *several))}
        elsewhere = _without(graph, company)
        for parent in several:
            if any(_is_lower(other, parent, rank, elsewhere) for other in rank):
                graph.remove_edge(parent, company)
            elif (parent, company) not in own:
                lowest.append(joint[parent, company])
    return lowest


def _is_lower(one: str, parent: str, rank: Mapping[str, int], graph: "nx.DiGraph[str]") -> bool:
    if not nx.has_path(graph, parent, one):
        return False
    return rank[one] < rank[parent] or not nx.has_path(graph, one, parent)


def _without(graph: "nx.DiGraph[str]", company: str) -> "nx.DiGraph[str]":
    """The graph but for one company: nobody holds a company by way of the company itself."""
    view = nx.restricted_view(graph, [company], [])  # pyright: ignore[reportUnknownMemberType, reportUnknownVariableType] - partly typed
    return cast("nx.DiGraph[str]", view)


def _at_or_above(graph: "nx.DiGraph[str]", holder: str, company: str) -> set[str]:
    """A holder and everybody above it, but for those above it only by way of the company."""
    found, todo = {holder}, [holder]
    while todo:
        new = set(graph.pred[todo.pop()]) - found - {company}
        found |= new
        todo += sorted(new)
    return found
