"""What a rule says, and why anyone should believe it."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Severity(StrEnum):
    """How soon someone should read a finding, soonest first. Ours, and nobody's official scale."""

    HIGH = "high"
    MEDIUM = "medium"
    CONTEXT = "context"
    """True of many; nothing to act on by itself."""


class Confidence(StrEnum):
    """How sure we are that the settings belong to the subject that is named."""

    HIGH = "high"
    """The publisher writes the same owner, to the letter, for each of them."""
    MEDIUM = "medium"
    """The owner's text varies in case, punctuation or legal suffix."""
    LOW = "low"
    """The number in the owner's text is that of a company of another name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """One published fact that a finding rests on."""

    claim: str
    cite: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One condition, met by one subject, on one day. Cannot exist without evidence.

    `since` is the day from which the facts in the evidence meet the condition, a visit counted
    from its own day; None when the publisher does not say, and `since_why` then says what is not
    published.
    """

    rule: str
    policy: str
    subject: str
    subject_name: str
    as_of: date
    headline: str
    measure: float
    unit: str
    severity: Severity
    confidence: Confidence
    certain: bool
    since: date | None
    since_why: str | None
    evidence: tuple[Evidence, ...]
    explanations: tuple[str, ...]
    ask: str

    def __post_init__(self) -> None:
        """Refuse a finding that rests on nothing, or that hides why it lacks a day."""
        if not self.evidence:
            raise ValueError(f"{self.rule} on {self.subject}: a finding needs evidence")
        if (self.since is None) != (self.since_why is not None):
            raise ValueError(f"{self.rule} on {self.subject}: give `since`, or why there is none")

    @property
    def key(self) -> str:
        """What makes this the same finding tomorrow: the policy, the rule and the subject."""
        return f"{self.policy}/{self.rule}/{self.subject}"
