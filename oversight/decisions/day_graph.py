"""Decisions as links of one day: between texts, their excepted settings, and subjects."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

import networkx as nx

from oversight.decisions.decision import Decision, Verdict
from oversight.decisions.subjects import NAMELESS, Kind, kind_of


class Node(NamedTuple):
    """An owner's text, one of its settings that is decided about by itself, or a subject."""

    name: str
    urn: str | None = None
    """The setting; None for a subject, and for a text as a whole."""
    of: str | None = None
    """Whose, of `person` and `none`: two owners that are persons are two owners. Else None."""


class Link(NamedTuple):
    """One decision as it bears on two nodes on one day."""

    one: Node
    other: Node
    decision: Decision


@dataclass(frozen=True, kw_only=True)
class DayGraph:
    """What people's decisions say on one day."""

    links: tuple[Link, ...]

    def that(self, verdict: Verdict, *, but: frozenset[Decision] = frozenset()) -> list[Link]:
        """The links of one verdict, those of some decisions left out."""
        return [
            link
            for link in self.links
            if link.decision.verdict is verdict and link.decision not in but
        ]


def on_day(decisions: Iterable[Decision], day: date) -> DayGraph:
    """The links of a day, each text apart from those of its settings that are excepted."""
    of: dict[str, list[Decision]] = {}
    settings: dict[str, set[str]] = {}
    for decision in decisions:
        settings.setdefault(decision.about, set()).update(decision.urns)
        if decision.holds_on(day):
            of.setdefault(decision.about, []).append(decision)
    return DayGraph(
        links=tuple(
            Link(Node(about, urn), subject_node(decision), decision)
            for about, said in of.items()
            for urn in (None, *sorted(settings[about]))
            for decision in _bearing_on(said, urn)
        )
    )


def subject_node(decision: Decision) -> Node:
    """The node of a decision's subject: that of a person or none is the owner's own."""
    own = decision.about if kind_of(decision.subject) in NAMELESS else None
    return Node(decision.subject, of=own)


def joined(links: Iterable[Link]) -> "nx.Graph[Node]":
    """The graph of what is decided to be the same; an edge knows every decision that made it."""
    graph: nx.Graph[Node] = nx.Graph()
    for link in links:
        if not graph.has_edge(link.one, link.other):
            graph.add_edge(link.one, link.other, decisions=set[Decision]())
        graph.edges[link.one, link.other]["decisions"].add(link.decision)
    return graph


def between(graph: "nx.Graph[Node]", one: Node, other: Node) -> frozenset[Decision]:
    """Every decision on any way from one node to another; empty where no way leads there."""
    if one not in graph or other not in graph or not nx.has_path(graph, one, other):
        return frozenset()
    part = nx.Graph(graph.subgraph(nx.node_connected_component(graph, one)))
    part.add_edge(one, other)
    # With the two ends joined, every way between them closes a circle through that edge, and the
    # edges that lie on a circle with it are those of its biconnected component.
    block = next(
        edges
        for edges in map(list, nx.biconnected_component_edges(part))
        if any({*edge} == {one, other} for edge in edges)
    )
    return frozenset(
        decision
        for edge in block
        if graph.has_edge(*edge)
        for decision in graph.edges[edge]["decisions"]
    )


def is_subject(node: Node) -> bool:
    """True for what an owner may be decided to be."""
    return node.name.partition(":")[0] in {*Kind}


def _bearing_on(said: Iterable[Decision], urn: str | None) -> Iterator[Decision]:
    """The decisions on a text as a whole, or on one of its settings.

    What is decided about a setting by itself takes it out of what is decided about the whole text
    and the same subject; decided to be one subject, it is no other by the whole text's decision.
    That holds though the exception is undecided or reopened: then the setting waits for a person.
    """
    said = list(said)
    excepted = [one for one in said if urn is not None and urn in one.urns]
    subjects = {one.subject for one in excepted}
    is_somebody = any(one.verdict is Verdict.SAME for one in excepted)
    yield from excepted
    for one in said:
        if one.urns or one.subject in subjects:
            continue
        if not (is_somebody and one.verdict is Verdict.SAME):
            yield one
