"""Who stands above a body because a person decided so, and what decisions leave of other links.

No register here shows who is above a body abroad; somebody who reads an extract of its own may
know. A decision is certain where the control register shows no undertaking above the body, though
it name a person; where it shows another one, the decided parent is possible and the question is
open again: registers and people are never set against each other in silence.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date

from oversight.decisions import (
    NUMBERED_OR_NAMED,
    PARENT,
    Decision,
    Decisions,
    Kind,
    Verdict,
    kind_of,
)
from oversight.graph import ControlGraph
from oversight.holders import is_company, name_of
from oversight.links import Right, Told

_COMPANY = f"{Kind.COMPANY}:"


def body_of(node: str) -> str:
    """An undertaking of the graph as decisions name it."""
    return f"{_COMPANY}{node}" if is_company(node) else node


def decided_parents(
    graph: ControlGraph, decisions: Decisions, day: date, cites: Mapping[str, str]
) -> tuple[Told, ...]:
    """The links of a day that people decided, by body; `graph` is of the registers alone.

    `cites` says by number where a company is told of that no register names.
    """
    bodies = [body.removeprefix(_COMPANY) for body in decisions.bodies]
    entered = {one.parent: one.cite for one in graph.holdings} if bodies else {}
    return tuple(
        link
        for node in bodies
        if node in graph.certain
        and (link := _link(graph, decisions, day, node, {**cites, **entered})) is not None
    )


def as_ruled(told: Iterable[Told], decisions: Decisions, day: date) -> Iterator[Told]:
    """Yield the links that are told elsewhere, as far as people's decisions of a day leave them.

    A body of which somebody decided who is above it, or that nobody is, has no other parent; a
    parent that it is decided not to have is none; what was left open is possible alone.
    """
    for link in told:
        ruling = decisions.parent_of(body_of(link.subsidiary), day)
        if ruling.same is None and body_of(link.parent) not in ruling.refused:
            is_open = ruling.undecided or ruling.reopened
            yield replace(link, certain=False) if is_open else link


def is_against_the_register(graph: ControlGraph, decision: Decision) -> bool:
    """True of a decision about a parent that the graph's registers contradict."""
    node = (decision.parent_of or "").removeprefix(_COMPANY)
    parent = decision.subject.removeprefix(_COMPANY)
    if node not in graph.certain:
        return False
    entered = [one.parent for one in graph.above(node) if not isinstance(one, Told)]
    if decision.verdict is Verdict.SAME:
        is_another = bool(entered) and not graph.is_above(parent, node)
        return is_another or graph.is_above(node, parent)
    return decision.verdict is Verdict.NOT_THE_SAME and parent in entered


def _link(
    graph: ControlGraph, decisions: Decisions, day: date, node: str, cites: Mapping[str, str]
) -> Told | None:
    """The link above one body; None where none is decided, or registers show the parent already."""
    body = body_of(node)
    ruling = decisions.parent_of(body, day)
    if ruling.same is None or kind_of(ruling.same) not in NUMBERED_OR_NAMED:
        return None
    parent = ruling.same.removeprefix(_COMPANY)
    said = next(
        one for one in ruling.evidence if one.about == PARENT + body and one.verdict is Verdict.SAME
    )
    cite = said.cite if said.cite and said.cite.startswith("sha256:") else cites.get(node)
    if graph.is_above(parent, node) or cite is None:
        return None
    return Told(
        parent=parent,
        parent_name=parent if is_company(parent) else name_of(parent).upper(),
        subsidiary=node,
        certain=not graph.above(node) and not graph.is_above(node, parent),
        right=Right.DECIDED,
        words=f"stands above {{}}, as a person decided on {_day(said)}: {_plain(said)}",
        cite=cite,
        since=said.valid_from,
        until=said.valid_to,
    )


def _day(said: Decision) -> str:
    return f"{said.decided_at.day} {said.decided_at:%B %Y}"


def _plain(said: Decision) -> str:
    """The reason and where it can be looked up, in a text into which names are put."""
    reason = said.reason.strip().rstrip(".")
    address = f" ({said.cite})" if said.cite and not said.cite.startswith("sha256:") else ""
    return f"{reason}{address}".replace("{", "{{").replace("}", "}}")
