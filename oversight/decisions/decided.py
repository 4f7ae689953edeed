"""All decisions of people, taken together: union, barrier, what is reopened, for any day."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property

import networkx as nx

from oversight.decisions.contradiction import Contradiction, contradictions, in_order
from oversight.decisions.day_graph import (
    DayGraph,
    Link,
    Node,
    between,
    is_subject,
    joined,
    on_day,
)
from oversight.decisions.decision import OWNER, Decision, Question, Verdict
from oversight.decisions.ruling import OwnerRuling
from oversight.decisions.subjects import PARENT, Kind, kind_of


@dataclass(frozen=True, kw_only=True)
class Decisions:
    """Everything that people decided about owners, by some moment."""

    taken: tuple[Decision, ...]
    """Every decision ever taken, replaced ones included; of one moment, in the order kept."""

    @classmethod
    def of(cls, decisions: Iterable[Decision], known_at: datetime | None = None) -> "Decisions":
        """These decisions, as known at a moment; all of them where none is given."""
        return cls(
            taken=tuple(one for one in decisions if known_at is None or one.decided_at <= known_at)
        )

    @cached_property
    def in_force(self) -> tuple[Decision, ...]:
        """The latest answer to each question, in a fixed order."""
        latest: dict[Question, Decision] = {}
        for one in sorted(self.taken, key=lambda one: one.decided_at):
            latest[one.question] = one
        return tuple(sorted(latest.values(), key=in_order))

    @cached_property
    def contradictions(self) -> tuple[Contradiction, ...]:
        """What cannot all be true. Every decision in one waits for a person, on all its days."""
        return contradictions(self.in_force)

    @cached_property
    def reopened(self) -> frozenset[Decision]:
        """Decisions that are not applied, because they contradict one another."""
        return frozenset(one for found in self.contradictions for one in found.decisions)

    @cached_property
    def companies(self) -> frozenset[str]:
        """Numbers of the companies that anybody decided about."""
        subjects = {
            subject.removeprefix(PARENT)
            for one in self.in_force
            for subject in (one.about, one.subject)
        }
        prefix = f"{Kind.COMPANY}:"
        return frozenset(one.removeprefix(prefix) for one in subjects if one.startswith(prefix))

    def about(self, owner_key: str, day: date, urn: str | None = None) -> OwnerRuling:
        """What is decided of an owner on a day, or of one of its settings.

        `owner_key` is the text's, as `db.owner_text.owner_key` gives it.
        """
        return self._ruling(OWNER + owner_key, day, urn)

    @cached_property
    def bodies(self) -> tuple[str, ...]:
        """The bodies, as subjects, of which anybody decided who is above them, in order."""
        return tuple(sorted({one.parent_of for one in self.in_force if one.parent_of}))

    def parent_of(self, body: str, day: date) -> OwnerRuling:
        """What is decided on a day of whoever stands above a body, as if that were an owner."""
        return self._ruling(PARENT + body, day)

    def _ruling(self, name: str, day: date, urn: str | None = None) -> OwnerRuling:
        if name not in self._settings:
            return OwnerRuling()
        node = Node(name, urn if urn in self._settings[name] else None)
        return self._days(day).ruling(node, self.contradictions)

    def excepted(self, owner_key: str, day: date) -> tuple[frozenset[str], ...]:
        """An owner's settings that are decided about by themselves on a day, those alike together.

        Alike are settings of which people said the same about the same subjects, in however many
        decisions, of which none or each contradicts something.
        """
        said = [one for one in self._exceptions.get(OWNER + owner_key, ()) if one.holds_on(day)]
        alike: dict[frozenset[tuple[str, str, bool]], set[str]] = {}
        for urn in sorted(frozenset[str]().union(*(one.urns for one in said))):
            bearing = frozenset(
                (one.subject, str(one.verdict), one in self.reopened)
                for one in said
                if urn in one.urns
            )
            alike.setdefault(bearing, set()).add(urn)
        return tuple(frozenset(urns) for urns in alike.values())

    @cached_property
    def _exceptions(self) -> dict[str, list[Decision]]:
        """The decisions about some settings of a text alone, by the text."""
        found: dict[str, list[Decision]] = {}
        for one in self.in_force:
            if one.urns:
                found.setdefault(one.about, []).append(one)
        return found

    @cached_property
    def _settings(self) -> dict[str, set[str]]:
        """The settings of each text that are decided about by themselves."""
        found: dict[str, set[str]] = {}
        for one in self.in_force:
            found.setdefault(one.about, set()).update(one.urns)
        return found

    def _days(self, day: date) -> "_Day":
        if day not in self._drawn:
            self._drawn[day] = _Day(
                graph=on_day(self.in_force, day),
                reopened=self.reopened,
            )
        return self._drawn[day]

    @cached_property
    def _drawn(self) -> "dict[date, _Day]":
        return {}


NO_DECISIONS = Decisions(taken=())
"""Nobody decided anything."""
_ORDER = tuple(Kind)


@dataclass(frozen=True, kw_only=True)
class _Day:
    """What is applied on one day."""

    graph: DayGraph
    reopened: frozenset[Decision]

    @cached_property
    def same(self) -> "nx.Graph[Node]":
        return joined(self.graph.that(Verdict.SAME, but=self.reopened))

    @cached_property
    def parts(self) -> dict[Node, frozenset[Node]]:
        """Everything that is one with each node, itself included."""
        return {
            node: frozenset(part) for part in nx.connected_components(self.same) for node in part
        }

    @cached_property
    def links(self) -> dict[Node, list[Link]]:
        """Every decision on each text, or on one of its settings."""
        found: dict[Node, list[Link]] = {}
        for link in self.graph.links:
            found.setdefault(link.one, []).append(link)
        return found

    @cached_property
    def barriers(self) -> dict[Node, list[tuple[Node, Decision]]]:
        """What each node is decided not to be, from either end, and by which decision."""
        found: dict[Node, list[tuple[Node, Decision]]] = {}
        for link in self.graph.that(Verdict.NOT_THE_SAME, but=self.reopened):
            for near, far in ((link.one, link.other), (link.other, link.one)):
                found.setdefault(near, []).append((far, link.decision))
        return found

    def part(self, node: Node) -> frozenset[Node]:
        return self.parts.get(node, frozenset({node}))

    def ruling(self, node: Node, found: Iterable[Contradiction]) -> OwnerRuling:
        own = self.links.get(node, [])
        part = self.part(node)
        subjects = sorted(filter(is_subject, part), key=lambda one: self._rank(node, one))
        barred, barriers = self._barred(part)
        waiting = [
            link
            for link in own
            if link.decision.verdict is Verdict.UNDECIDED or link.decision in self.reopened
        ]
        decided = {link.decision for link in own} & self.reopened
        resting = {*barriers, *(link.decision for link in waiting)}
        if subjects:
            resting |= between(self.same, node, subjects[0])
        refused = frozenset(one.name for one in barred if is_subject(one))
        settled = refused | {one.name for one in subjects}
        return OwnerRuling(
            same=subjects[0].name if subjects else None,
            also=frozenset(one.name for one in subjects[1:]),
            refused=refused,
            apart=frozenset(
                one.name.removeprefix(OWNER)
                for one in barred
                if one.urn is None and one.name.startswith(OWNER)
            ),
            undecided=frozenset(link.other.name for link in waiting) - settled,
            reopened=tuple(one for one in found if decided and decided.intersection(one.decisions)),
            evidence=tuple(sorted(resting, key=in_order)),
        )

    def _barred(self, part: frozenset[Node]) -> tuple[set[Node], set[Decision]]:
        """Everything that is decided not to be one with any of a part, and by which decisions."""
        barred: set[Node] = set()
        by: set[Decision] = set()
        for near in part:
            for far, decision in self.barriers.get(near, ()):
                barred |= self.part(far)
                by.add(decision)
        return barred, by

    def _rank(self, node: Node, subject: Node) -> tuple[int, bool, str]:
        """A company first; of two, the one that is decided about the owner itself."""
        is_indirect = not self.same.has_edge(node, subject)
        return _ORDER.index(kind_of(subject.name)), is_indirect, subject.name
