"""What people decided about owners: taken together, with contradictions reopened, for any day."""

from oversight.decisions.contradiction import Contradiction
from oversight.decisions.decided import NO_DECISIONS, Decisions
from oversight.decisions.decision import Decision, ImpossibleDecisionError, Question, Verdict
from oversight.decisions.ruling import OwnerRuling
from oversight.decisions.subjects import (
    NUMBERED_OR_NAMED,
    PARENT,
    Kind,
    NoSubjectError,
    kind_of,
    read_subject,
)

__all__ = [
    "NO_DECISIONS",
    "NUMBERED_OR_NAMED",
    "PARENT",
    "Contradiction",
    "Decision",
    "Decisions",
    "ImpossibleDecisionError",
    "Kind",
    "NoSubjectError",
    "OwnerRuling",
    "Question",
    "Verdict",
    "kind_of",
    "read_subject",
]
