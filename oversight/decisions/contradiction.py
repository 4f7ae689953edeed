"""Where people's decisions cannot all be true: found, told, and never settled here."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import combinations

import networkx as nx

from oversight.decisions.day_graph import (
    DayGraph,
    Link,
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
        if one.verdict is Verdict.SAME:
            graph.add_edge(Node(one.about), subject_node(one))
    part_of = {
        node: number for number, part in enumerate(nx.connected_components(graph)) for node in part
    }
    gathered: dict[int, list[Decision]] = {}
    for one in decisions:
        part = part_of.get(Node(one.about))
        if part is not None and part == part_of.get(subject_node(one)):
            gathered.setdefault(part, []).append(one)
    for together in gathered.values():
        subjects = {subject_node(one) for one in together}
        if len(subjects) > 1 or any(one.verdict is Verdict.NOT_THE_SAME for one in together):
            yield together


def _days(decisions: Iterable[Decision]) -> list[date]:
    """One day of each stretch of days in which the same decisions hold."""
    days = {ALWAYS}
    for one in decisions:
        days |= {day for day in (one.valid_from, one.valid_to) if day is not None}
    return sorted(days)


def _on(day: DayGraph) -> Iterator[tuple[str, frozenset[Decision]]]:
    """What is contradictory on one day, the nearest first.

    A text that is two bodies at once says nothing of any third: its decisions are set aside before
    ways through several texts are looked at, and those before barriers.
    """
    same = day.that(Verdict.SAME)
    found = list(_of_one_text(same))
    same = _but(same, found)
    found += _of_several_texts(same)
    graph = joined(_but(same, found))
    for barrier in day.that(Verdict.NOT_THE_SAME):
        way = between(graph, barrier.one, barrier.other)
        if way:
            who, what = told(barrier.one), told(barrier.other)
            found.append(
                (f"{who} is decided to be {what}, and not to be", way | {barrier.decision})
            )
    yield from found


def _but(links: list[Link], found: list[tuple[str, frozenset[Decision]]]) -> list[Link]:
    """The links that are in none of what was found."""
    out = frozenset[Decision]().union(*(involved for _, involved in found))
    return [link for link in links if link.decision not in out]


def _of_one_text(same: list[Link]) -> Iterator[tuple[str, frozenset[Decision]]]:
    """A text, or a setting of it, that is two subjects which nobody decided to be one."""
    first = _declared(same)
    of: dict[Node, list[Link]] = {}
    for link in same:
        if not is_subject(link.one):
            of.setdefault(link.one, []).append(link)
    for links in of.values():
        for one, other in combinations(sorted(links, key=lambda link: _by_name(link.other)), 2):
            if _are_two(one.other, other.other, first):
                who = f"the {one.one.name}" if one.decision.parent_of else "the same owner"
                why = f"{who} is decided to be {told(one.other)} and {told(other.other)}"
                yield why, frozenset({one.decision, other.decision})


def _of_several_texts(same: list[Link]) -> Iterator[tuple[str, frozenset[Decision]]]:
    """Two subjects that a way through several texts makes one: two companies of one charity."""
    first = _declared(same)
    as_one = joined(
        Link(link.one, first.get(link.other, link.other), link.decision)
        for link in same
        if not is_subject(link.one)
    )
    for part in nx.connected_components(as_one):
        for one, other in combinations(sorted(filter(is_subject, part), key=_by_name), 2):
            if _are_two(one, other, first):
                why = f"the same owner is decided to be {told(one)} and {told(other)}"
                yield why, between(as_one, one, other)


def _declared(same: Iterable[Link]) -> dict[Node, Node]:
    """The first of all subjects that people decided to be one with each."""
    graph = joined(link for link in same if is_subject(link.one))
    return {node: min(part) for part in nx.connected_components(graph) for node in part}


def _are_two(one: Node, other: Node, first: dict[Node, Node]) -> bool:
    """True where two subjects cannot be one organisation."""
    return first.get(one, one) != first.get(other, other) and not _may_be_one(one, other)


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
