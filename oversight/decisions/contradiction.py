"""Where people's decisions cannot all be true: found, told, and never settled here."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import combinations

import networkx as nx

from oversight.decisions.day_graph import (
    DayGraph,
    Node,
    between,
    is_subject,
    joined,
    on_day,
    subject_node,
)
from oversight.decisions.decision import OWNER, Decision, Verdict
from oversight.decisions.subjects import MAY_BE_ONE_BODY, kind_of

ALWAYS = date.min
"""The first day there is: on it holds whatever has no first day."""


@dataclass(frozen=True, kw_only=True)
class Contradiction:
    """Decisions that cannot all be true. None of them is applied until a person decides again."""

    decisions: tuple[Decision, ...]
    why: str
    """A sentence that names what they say."""


def contradictions(decisions: Iterable[Decision]) -> tuple[Contradiction, ...]:
    """Every contradiction among decisions of which none has been replaced, in a fixed order."""
    found: dict[tuple[str, frozenset[Decision]], None] = {}
    for together in _together(list(decisions)):
        for day in _days(together):
            found |= dict.fromkeys(_on(on_day(together, day)))
    return tuple(
        Contradiction(decisions=tuple(sorted(involved, key=in_order)), why=why)
        for why, involved in sorted(found, key=lambda one: (one[0], _orders(one[1])))
    )


def in_order(decision: Decision) -> tuple[str, str, list[str], date, date]:
    """A key that puts decisions of different questions in a fixed order."""
    question = decision.question
    return (
        question.one,
        question.other,
        sorted(question.urns),
        question.valid_from or date.min,
        question.valid_to or date.max,
    )


def _orders(involved: frozenset[Decision]) -> list[tuple[str, str, list[str], date, date]]:
    return sorted(map(in_order, involved))


def _together(decisions: list[Decision]) -> Iterator[list[Decision]]:
    """Decisions that bear on one another on some day, where any of them could be contradicted.

    Most of what people decide touches nothing else: only the rest is looked at day by day.
    """
    graph: nx.Graph[Node] = nx.Graph()
    for one in decisions:
        graph.add_edge(Node(one.about), subject_node(one))
    gathered: dict[Node, list[Decision]] = {}
    part_of = {
        node: min(part) for part in map(sorted, nx.connected_components(graph)) for node in part
    }
    for one in decisions:
        gathered.setdefault(part_of[Node(one.about)], []).append(one)
    for part in gathered.values():
        subjects = {subject_node(one) for one in part if one.verdict is Verdict.SAME}
        if len(subjects) > 1 or any(one.verdict is Verdict.NOT_THE_SAME for one in part):
            yield part


def _days(decisions: Iterable[Decision]) -> list[date]:
    """One day of each stretch of days in which the same decisions hold."""
    days = {ALWAYS}
    for one in decisions:
        days |= {day for day in (one.valid_from, one.valid_to) if day is not None}
    return sorted(days)


def _on(day: DayGraph) -> Iterator[tuple[str, frozenset[Decision]]]:
    same = day.that(Verdict.SAME)
    graph = joined(same)
    for barrier in day.that(Verdict.NOT_THE_SAME):
        way = between(graph, barrier.one, barrier.other)
        if way:
            who, what = told(barrier.one), told(barrier.other)
            yield f"{who} is decided to be {what}, and not to be", way | {barrier.decision}
    declared = joined(link for link in same if is_subject(link.one))
    yield from _of_two_subjects(graph, declared)


def _of_two_subjects(
    graph: "nx.Graph[Node]", declared: "nx.Graph[Node]"
) -> Iterator[tuple[str, frozenset[Decision]]]:
    """Two subjects that owners' texts make one, and that nobody decided to be one."""
    first = {node: min(part) for part in nx.connected_components(declared) for node in part}
    as_one: nx.Graph[Node] = nx.Graph()
    for one, other in graph.edges:
        ends = first.get(one, one), first.get(other, other)
        if ends[0] != ends[1]:
            held: set[Decision] = as_one.get_edge_data(*ends, default={}).get("decisions", set())
            as_one.add_edge(*ends, decisions=held | graph.edges[one, other]["decisions"])
    for part in nx.connected_components(as_one):
        for one, other in combinations(sorted(filter(is_subject, part), key=_by_name), 2):
            if not _may_be_one(one, other):
                why = f"the same owner is decided to be {told(one)} and {told(other)}"
                yield why, between(as_one, one, other)


def _may_be_one(one: Node, other: Node) -> bool:
    kinds = {kind_of(one.name), kind_of(other.name)}
    return len(kinds) > 1 and kinds <= MAY_BE_ONE_BODY


def _by_name(node: Node) -> tuple[str, str]:
    return node.name, node.of or ""


def told(node: Node) -> str:
    """A node as a person reads it."""
    name = node.name.removeprefix(OWNER)
    named = name if name == node.name else repr(name)
    return named if node.urn is None else f"{named} (setting {node.urn})"
