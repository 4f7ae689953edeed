"""The graph of control: who is above whom for certain, and the groups that follow from it.

An edge runs from a parent undertaking to its subsidiary. A subsidiary's subsidiary is the
parent's too (Companies Act 2006 s.1162(5)). Companies that hold each other in a circle are kept
together rather than guessed apart.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise
from typing import TypeVar

import networkx as nx

from db.records import Control
from oversight.contradictions import uncontradicted
from oversight.control import Stake, holdings, stakes
from oversight.links import Holding, Right

N = TypeVar("N")


@dataclass(frozen=True, kw_only=True)
class ControlGraph:
    """Every control between undertakings on one day. Nodes are company numbers, or typed texts."""

    holdings: tuple[Holding, ...]
    stakes: tuple[Stake, ...]
    companies: frozenset[str] = frozenset()
    """Companies that stand in the graph even where nothing is known above or below them."""

    @classmethod
    def of(cls, controls: Iterable[Control], companies: Iterable[str] = ()) -> "ControlGraph":
        """The graph of the entries that are in force on a day."""
        entries = tuple(controls)
        return cls(
            holdings=holdings(entries), stakes=stakes(entries), companies=frozenset(companies)
        )

    @cached_property
    def certain(self) -> "nx.DiGraph[str]":
        """Control that is certain, from parent to subsidiary."""
        graph: nx.DiGraph[str] = nx.DiGraph()
        graph.add_nodes_from(sorted(self._nodes))
        for one in sorted(self._sure, key=lambda one: (one.parent, one.subsidiary)):
            graph.add_edge(one.parent, one.subsidiary, holding=one)
        return graph

    @cached_property
    def possible(self) -> tuple[Holding, ...]:
        """Control that may be, and no more: half of a joint venture, influence, a trust's stake."""
        sure = {(one.parent, one.subsidiary) for one in self._sure}
        return tuple(
            replace(one, certain=False, right=Right.OTHER)
            for one in sorted(self.holdings, key=lambda one: (one.parent, one.subsidiary))
            if (one.parent, one.subsidiary) not in sure
        )

    @cached_property
    def parents(self) -> tuple[str, ...]:
        """Every undertaking that certainly has a subsidiary, in order."""
        return tuple(node for node in sorted(self.certain) if self.certain.out_degree(node))

    def subsidiaries(self, parent: str) -> tuple[str, ...]:
        """Every undertaking certainly below another, at any depth; never itself."""
        return tuple(sorted(_below(self.certain, parent)))

    def is_above(self, parent: str, company: str) -> bool:
        """True when one undertaking is certainly above another, at any depth."""
        graph = self.certain
        return parent in graph and company in graph and nx.has_path(graph, parent, company)

    def link(self, parent: str, subsidiary: str) -> Holding:
        """The certain control by which one undertaking is directly below another."""
        found: Holding = self.certain.edges[parent, subsidiary]["holding"]
        return found

    def chain(self, parent: str, subsidiary: str) -> tuple[Holding, ...]:
        """The shortest way down from a parent to a subsidiary; empty from one to itself."""
        return _way_down(self.certain, parent, subsidiary)

    def chain_in_group(self, head: str, member: str) -> tuple[Holding, ...]:
        """The way down from the head of a group, each link from a company's one control parent."""
        links: list[Holding] = []
        while member != head:
            parent = self.control_parent(member)
            assert parent is not None, "a group is what is below its head"
            links.append(self.link(parent, member))
            member = parent
        return tuple(reversed(links))

    def possible_members(self, head: str) -> dict[str, tuple[Holding, ...]]:
        """What is outside a head's group and may be below it, each with its shortest chain.

        Among them is what another head has by a weightier right.
        """
        outside = _below(self._drawn, head) - set(self.groups[head])
        return {one: _way_down(self._drawn, head, one) for one in sorted(outside)}

    def control_parent(self, company: str) -> str | None:
        """The one parent whose group a company is in; None at the top.

        By votes or shares before the board; of several, the nearest, which the others are all
        above. In a circle the first in order.
        """
        above = [self.link(parent, company) for parent in self.certain.pred[company]]
        if not above:
            return None
        best = min(list(Right).index(one.right) for one in above)
        parents = sorted(one.parent for one in above if list(Right).index(one.right) == best)
        return next(p for p in parents if all(nx.has_path(self.certain, q, p) for q in parents))

    @cached_property
    def groups(self) -> dict[str, tuple[str, ...]]:
        """Every undertaking of the graph, once, by the head of its group; the head is one of them.

        The head of a circle is the first of it in order.
        """
        tree: nx.DiGraph[str] = nx.DiGraph()
        tree.add_nodes_from(sorted(self._nodes))
        for company in sorted(self._nodes):
            if (parent := self.control_parent(company)) is not None:
                tree.add_edge(parent, company)
        knots = nx.condensation(tree)
        found: dict[str, tuple[str, ...]] = {}
        for top in (knot for knot, above in knots.in_degree() if above == 0):
            below = {top} | _below(knots, top)
            members = {one for knot in below for one in knots.nodes[knot]["members"]}
            found[min(knots.nodes[top]["members"])] = tuple(sorted(members))
        return dict(sorted(found.items()))

    @cached_property
    def _drawn(self) -> "nx.DiGraph[str]":
        """Certain and possible control together."""
        graph = self.certain.copy()
        for one in self.possible:
            graph.add_edge(one.parent, one.subsidiary, holding=one)
        return graph

    @cached_property
    def _nodes(self) -> frozenset[str]:
        ends = (end for one in self.holdings for end in (one.parent, one.subsidiary))
        return self.companies.union(ends)

    @cached_property
    def _sure(self) -> tuple[Holding, ...]:
        """Certain holdings, less those that contradict another of the same register.

        Two undertakings may both be entered with a majority where one holds through the other;
        where no register places one above the other, neither is certain. Nor is any where all
        direct holders, persons among them, come to more than the whole. What rested on them falls
        with them.
        """
        registers: dict[str, list[Stake]] = {}
        for stake in self.stakes:
            registers.setdefault(stake.company, []).append(stake)
        return tuple(uncontradicted(self.holdings, registers))


def _below(graph: "nx.DiGraph[N]", node: N) -> set[N]:
    return set(nx.descendants(graph, node)) - {node}  # pyright: ignore[reportUnknownMemberType] - partly typed


def _way_down(graph: "nx.DiGraph[str]", above: str, below: str) -> tuple[Holding, ...]:
    path = nx.shortest_path(graph, above, below)  # pyright: ignore[reportUnknownMemberType] - partly typed
    return tuple(graph.edges[p, s]["holding"] for p, s in pairwise(path))
