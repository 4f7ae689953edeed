"""How an event is told: one sentence of plain words, which names no person."""

from oversight.events.event import EventKind, Head, Heads
from oversight.events.passing import Passing


def told(kind: EventKind, passing: Passing, before: Heads, after: Heads) -> str:
    """What became of companies that passed, on which day, from whom to whom."""
    return f"{_what(kind, passing, before, after)} on {passing.on.isoformat()}."


def _what(kind: EventKind, passing: Passing, before: Heads, after: Heads) -> str:
    seen = passing.seen
    first, *others = passing.companies
    companies = seen.named(first)
    if others:
        companies += (
            f", with {len(others):,} {'company' if len(others) == 1 else 'companies'} below,"
        )
    above = seen.named(passing.parent) if passing.parent else ""
    if kind is EventKind.ACQUISITION:
        group = _of_group(after.statutory, passing.parent)
        return f"{companies} passed{_from(before.statutory, first)} to {above}{group}"
    if kind is EventKind.RESTRUCTURE and above:
        return f"{companies} came directly under {above}; whoever controls it in the end stayed,"
    if kind is EventKind.RESTRUCTURE:
        return f"{companies} came directly under the people who were at the head before,"
    if kind is EventKind.JOINT_VENTURE:
        return f"{companies} came to be held by two groups, of which neither has more than half,"
    left = _from(before.statutory, first)
    return f"Control of {companies} passed{left} to others, of whom none is a company,"


def _from(head: Head | None, company: str) -> str:
    return f" from the group of {head.name}" if head and head.id != company else ""


def _of_group(head: Head | None, parent: str | None) -> str:
    return f", of the group of {head.name}," if head and head.id != parent else ""
