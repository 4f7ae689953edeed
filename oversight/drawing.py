"""Links drawn as a graph, and the ways down in it."""

from collections.abc import Iterable
from itertools import pairwise

import networkx as nx

from oversight.links import Joint, Link


def drawn(links: Iterable[Link]) -> "nx.DiGraph[str]":
    """Links as a graph, in an order of its own; of two between the same ends a holder's own."""
    graph: nx.DiGraph[str] = nx.DiGraph()
    for one in sorted(
        links, key=lambda one: (one.parent, one.subsidiary, not isinstance(one, Joint))
    ):
        graph.add_edge(one.parent, one.subsidiary, link=one)
    return graph


def way_down(graph: "nx.DiGraph[str]", above: str, below: str) -> tuple[Link, ...]:
    """The shortest way down, link by link; empty from one to itself."""
    path = nx.shortest_path(graph, above, below)  # pyright: ignore[reportUnknownMemberType] - partly typed
    return tuple(graph.edges[p, s]["link"] for p, s in pairwise(path))
