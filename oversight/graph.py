"""The graph of control: who is above whom for certain, and the groups that follow from it.

An edge runs from a parent undertaking to its subsidiary. A subsidiary's subsidiary is the
parent's too (Companies Act 2006 s.1162(5)). Companies that hold each other in a circle are kept
together rather than guessed apart.
"""

from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TypeVar

import networkx as nx

from db.records import Control
from oversight.control import Stake, holdings, stakes
from oversight.drawing import drawn, way_down
from oversight.holders import OTHER, Holders
from oversight.joint_control import certain_control
from oversight.links import Direct, Holding, Joint, Link, Right, Told
from oversight.possible_control import PossibleControl

N = TypeVar("N")


@dataclass(frozen=True, kw_only=True)
class ControlGraph:
    """Every control between undertakings on one day. Nodes are company numbers, or typed texts."""

    holdings: tuple[Holding, ...]
    stakes: tuple[Stake, ...]
    companies: frozenset[str] = frozenset()
    """Companies that stand in the graph even where nothing is known above or below them."""
    told: tuple[Told, ...] = ()
    """Control that is said elsewhere than in control registers, as where these end."""

    @classmethod
    def of(
        cls,
        controls: Iterable[Control],
        companies: Iterable[str] = (),
        holders: Holders | None = None,
    ) -> "ControlGraph":
        """The graph of the entries that are in force on a day.

        `holders` says who holds by them; by the entries alone where it is left out.
        """
        entries = tuple(controls)
        who = holders or Holders.of(entries)
        return cls(
            holdings=holdings(entries, who),
            stakes=stakes(entries, who),
            companies=frozenset(companies),
        )

    @cached_property
    def certain(self) -> "nx.DiGraph[str]":
        """Control that is certain, from parent to subsidiary."""
        links = (*certain_control(self.holdings, self.stakes), *self._told(certain=True))
        every = (*self.holdings, *self.told, *links)
        ends = {end for one in every for end in (one.parent, one.subsidiary)}
        ends |= {end for one in self.stakes for end in (one.holder, one.company)}
        graph: nx.DiGraph[str] = nx.DiGraph()
        nodes = (end for end in self.companies | ends if not end.startswith(OTHER))
        graph.add_nodes_from(sorted(nodes))
        graph.add_edges_from(drawn(links).edges(data=True))
        return graph

    @cached_property
    def possible(self) -> tuple[Direct, ...]:
        """Control that may be, and no more: half of a joint venture, influence, a trust's stake."""
        each: tuple[Direct, ...] = (*self.holdings, *self._told(certain=False))
        return tuple(
            replace(one, certain=False, right=Right.OTHER)
            for one in sorted(each, key=lambda one: (one.parent, one.subsidiary))
            if not self.certain.has_edge(one.parent, one.subsidiary)
        )

    def _told(self, *, certain: bool) -> tuple[Told, ...]:
        return tuple(one for one in self.told if one.certain is certain)

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

    def link(self, parent: str, subsidiary: str) -> Link:
        """The certain control by which one undertaking is directly below another."""
        found: Link = self.certain.edges[parent, subsidiary]["link"]
        return found

    def chain(self, parent: str, subsidiary: str) -> tuple[Link, ...]:
        """The shortest way down from a parent to a subsidiary; empty from one to itself."""
        return way_down(self.certain, parent, subsidiary)

    def chain_in_group(self, head: str, member: str) -> tuple[Link, ...]:
        """The way down from the head of a group, each link from a company's one control parent."""
        links: list[Link] = []
        while member != head:
            parent = self.control_parents[member]
            links.append(self.link(parent, member))
            member = parent
        return tuple(reversed(links))

    def possible_members(self, head: str) -> dict[str, tuple[Link, ...]]:
        """What is outside a head's group and may be below it, each with its shortest chain.

        Among them is what another head has by a weightier right.
        """
        below = self._perhaps.below(head)
        own = set(self.groups[self.heads[head]])
        return {one: below[one] for one in sorted(below.keys() - own)}

    def possible_subsidiaries(self, parent: str) -> tuple[str, ...]:
        """Every undertaking certainly or possibly below another, at any depth; never itself."""
        return tuple(sorted(self._perhaps.below(parent)))

    def control_parent(self, company: str) -> str | None:
        """The one parent whose group a company is in; None at the top.

        By votes or shares before the board; of several, the nearest, which the others are all
        above. In a circle the first in order. None too where several hold it with others, none of
        them above the rest: it is then in no parent's group for certain.
        """
        above = self.above(company)
        best = min((one.right for one in above), key=list(Right).index, default=None)
        leading = [one for one in above if one.right is best]
        alone = [one for one in leading if not isinstance(one, Joint)]
        return next((p for p in (self._nearest(leading), self._nearest(alone)) if p), None)

    def above(self, company: str) -> tuple[Link, ...]:
        """The certain control directly above an undertaking, by parent."""
        return tuple(self.link(parent, company) for parent in sorted(self.certain.pred[company]))

    def _nearest(self, links: Iterable[Link]) -> str | None:
        """The first parent that every other is above."""
        parents = [one.parent for one in links]
        lowest = (p for p in parents if all(nx.has_path(self.certain, q, p) for q in parents))
        return next(lowest, None)

    @cached_property
    def control_parents(self) -> dict[str, str]:
        """The control parent of every undertaking that has one."""
        found = ((one, self.control_parent(one)) for one in sorted(self.certain))
        return {one: parent for one, parent in found if parent is not None}

    @cached_property
    def groups(self) -> dict[str, tuple[str, ...]]:
        """Every undertaking of the graph, once, by the head of its statutory group.

        The head is one of them; that of a circle is the first of it in order.
        """
        return gathered(sorted(self.certain), self.control_parents)

    @cached_property
    def heads(self) -> dict[str, str]:
        """The head of the statutory group that each undertaking is in."""
        return {one: head for head, members in self.groups.items() for one in members}

    def operating_groups(self, funds: Container[str]) -> dict[str, tuple[str, ...]]:
        """The same, each group stopping below a fund; funds stand in groups of their own."""
        below_funds = {
            one: parent
            for one, parent in self.control_parents.items()
            if parent not in funds or one in funds
        }
        return gathered(sorted(self.certain), below_funds)

    @cached_property
    def drawn(self) -> "nx.DiGraph[str]":
        """Certain and possible control together, from parent to subsidiary."""
        graph = self.certain.copy()
        for one in self.possible:
            graph.add_edge(one.parent, one.subsidiary, link=one)
        return graph

    @cached_property
    def _perhaps(self) -> PossibleControl:
        return PossibleControl.of(self.drawn, self.stakes)


def _below(graph: "nx.DiGraph[N]", node: N) -> set[N]:
    return set(nx.descendants(graph, node)) - {node}  # pyright: ignore[reportUnknownMemberType] - partly typed


def gathered(nodes: Iterable[str], parents: Mapping[str, str]) -> dict[str, tuple[str, ...]]:
    """Nodes, each once, by the topmost node above them; the first in order where that is a circle.

    `parents` gives the one parent of each node that has one.
    """
    tree: nx.DiGraph[str] = nx.DiGraph()
    tree.add_nodes_from(nodes)
    tree.add_edges_from((parent, one) for one, parent in parents.items())
    knots = nx.condensation(tree)
    found: dict[str, tuple[str, ...]] = {}
    for top in (knot for knot, above in knots.in_degree() if above == 0):
        below = {top} | _below(knots, top)
        members = {one for knot in below for one in knots.nodes[knot]["members"]}
        found[min(knots.nodes[top]["members"])] = tuple(sorted(members))
    return dict(sorted(found.items()))
