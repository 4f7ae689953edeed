"""The rows that tell of events: what happened to a company of a group, and every sign of it."""

from collections.abc import Container, Iterable
from typing import Any

from oversight.events import Event
from oversight.group_about import told


def rows_of_events(
    events: Iterable[Event], companies: Container[str]
) -> dict[str, list[dict[str, Any]]]:
    """The events that concern each of some companies, by number, in the order of their days."""
    found: dict[str, list[dict[str, Any]]] = {}
    for event in events:
        for company in event.concerns:
            if company in companies:
                found.setdefault(company, []).append(row_of_event(event))
    return found


def row_of_event(event: Event) -> dict[str, Any]:
    """One event."""
    return {
        "id": event.id,
        "kind": str(event.kind),
        "on": event.on.isoformat(),
        "known_on": event.known_on.isoformat(),
        "sentence": event.sentence,
        "certain": event.certain,
        "doubt": event.doubt,
        "score": event.score,
        "evidence": told(event.evidence),
    }
