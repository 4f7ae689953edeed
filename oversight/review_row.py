"""One question of the review queue, with the answer where a person gave one."""

from dataclasses import dataclass

from oversight.decisions import Decision
from oversight.finding import Evidence


@dataclass(frozen=True, kw_only=True)
class ReviewRow:
    """One question: is this owner, or whoever is above a body, this candidate? With any answer.

    An owner of which nothing is registered today is there for what was decided about it.
    """

    owner_text: str
    """The publisher's most frequent text; of a decision, as whoever decided wrote it. Of a parent
    that is asked about `parent of` and the body."""
    urns: frozenset[str] = frozenset()
    """The settings about which alone is asked; empty for all of them."""
    settings: int
    """Those of the owner; of a parent those of the body's group."""
    places: int | None
    """Registered places of all these settings; None where none is published."""
    candidate: str | None
    """The subject that the owner may be; None where nobody knows one."""
    candidate_name: str | None
    """The candidate's name in the register of companies; None where that is not held."""
    method: str | None
    """How the owner is matched, or why it is not; None where nothing of it is registered."""
    score: float | None = None
    """How alike the names are, 0 to 1; None where no rule measures it."""
    weighed: str | None = None
    """What speaks for the candidate or against it; None where no rule looked at it."""
    evidence: tuple[Evidence, ...] = ()
    decision: Decision | None = None
    """The answer in force; None where nobody gave one."""
    waits: bool
    """True where a person has to decide, for the first time or again."""
