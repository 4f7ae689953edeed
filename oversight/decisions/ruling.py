"""What people's decisions say of one owner on one day."""

from dataclasses import dataclass

from oversight.decisions.contradiction import Contradiction
from oversight.decisions.decision import Decision


@dataclass(frozen=True, kw_only=True)
class OwnerRuling:
    """What is decided of one owner on one day, or of one of its settings; nothing where nobody did.

    Whoever matches owners keeps to it: what is `same` is so, what is `refused` is never so, and
    what is `undecided` or `reopened` waits for a person, whatever a rule would say.
    """

    same: str | None = None
    """The subject that the owner is; None where nobody decided so. A company before others."""
    also: frozenset[str] = frozenset()
    """Other subjects that are the same organisation, by the same decisions."""
    refused: frozenset[str] = frozenset()
    """Subjects that the owner is not."""
    apart: frozenset[str] = frozenset()
    """Keys of owners' texts that, taken as a whole, are another organisation."""
    undecided: frozenset[str] = frozenset()
    """Subjects that people left open, or about which their decisions contradict one another, and
    about which no other decision of the day says either."""
    reopened: tuple[Contradiction, ...] = ()
    """Contradictions in which a decision about this owner stands. None of it is applied."""
    evidence: tuple[Decision, ...] = ()
    """The decisions on which all this rests, in a fixed order."""

    @property
    def says_nothing(self) -> bool:
        """True where nobody decided anything that bears on the owner."""
        return not (self.same or self.refused or self.apart or self.undecided)
