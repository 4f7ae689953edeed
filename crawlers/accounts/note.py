"""What a person should know of what was read: notes on figures, and lines that are missing."""

from dataclasses import dataclass

from db.records.accounts_words import Gap, Measure, Scope


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """One thing that does not add up, or that changes how a figure is to be taken."""

    words: str
    """One sentence: what we saw, with both values where two differ."""
    scope: Scope | None = None
    measure: Measure | None = None
    fragments: tuple[str, ...] = ()
    """The places that it speaks of."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Missing:
    """A line that one would look for, and why it is not there."""

    scope: Scope
    measure: Measure
    gap: Gap
    fragment: str | None = None
    """Where the document says so; None where it is concluded."""
    parent: str | None = None
    """For an exempt intermediate parent: the parent whose group accounts it says include it."""
