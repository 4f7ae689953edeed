"""One decision of one person about an owner or a parent: what was asked, and the answer."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from functools import cached_property
from typing import NamedTuple

from db.owner_text import owner_key
from oversight.decisions.subjects import (
    NAMELESS,
    PARENT,
    Kind,
    NoSubjectError,
    kind_of,
    read_subject,
    stands_for,
)

OWNER = "owner:"
"""How an owner's text is told from a subject, once its key is taken."""
URN = re.compile(r"SC\d{6}|\d{6,7}")
"""How Ofsted numbers a registration."""
CITE = re.compile(r"sha256:[0-9a-f]{64}#\S*|https?://\S+")
"""Where a reason can be looked up."""


class Verdict(StrEnum):
    """A person's answer to whether an owner is a subject."""

    SAME = "Same"
    NOT_THE_SAME = "Not the same"
    UNDECIDED = "Undecided"
    """Looked at and left open: no rule decides it either, until a person does."""


class ImpossibleDecisionError(ValueError):
    """A decision that says nothing, or contradicts itself; each field with what is wrong."""

    def __init__(self, problems: tuple[tuple[str, str], ...]) -> None:
        """Take the fields, each with its problem."""
        super().__init__("; ".join(f"{field}: {problem}" for field, problem in problems))
        self.problems = problems


class Question(NamedTuple):
    """What a decision answers. A later answer to the very same question replaces an earlier one."""

    one: str
    other: str
    urns: frozenset[str]
    valid_from: date | None
    valid_to: date | None


@dataclass(frozen=True, kw_only=True)
class Decision:
    """That an owner's text is, is not, or may be a subject, in some days, for some settings.

    Raises ImpossibleDecisionError for one that says nothing: no day, no reason, nobody.
    """

    owner_text: str
    """As written; or a subject, where two subjects are decided to be one organisation or two; or
    `parent of` and a body, where it is decided who stands above that."""
    subject: str
    """As `read_subject` gives it."""
    verdict: Verdict
    valid_from: date | None = None
    """First day in the world on which it holds; None where it always did."""
    valid_to: date | None = None
    """First day on which it no longer holds; None while it does."""
    urns: frozenset[str] = frozenset()
    """The settings of the text for which alone it holds; empty for all of them."""
    decided_by: str
    decided_at: datetime
    """The moment, with its zone."""
    reason: str
    """A sentence."""
    cite: str | None = None
    """A citation, or the address of a page, that bears the reason out; None where none does."""

    def __post_init__(self) -> None:
        """Refuse a decision that says nothing."""
        problems = tuple(_problems(self))
        if problems:
            raise ImpossibleDecisionError(problems)

    @cached_property
    def about(self) -> str:
        """Whom it is about: `owner:` and the text's key, or the subject or parent there."""
        return stands_for(self.owner_text) or f"{OWNER}{owner_key(self.owner_text)}"

    @property
    def is_about_a_text(self) -> bool:
        """False where two subjects are decided about, or a parent is."""
        return self.about.startswith(OWNER)

    @property
    def parent_of(self) -> str | None:
        """The body, as a subject, whose parent undertaking is decided about; None of all others."""
        return self.about.removeprefix(PARENT) if self.about.startswith(PARENT) else None

    @cached_property
    def question(self) -> Question:
        """What it answers. Of two subjects it is the same question either way round."""
        ends = (self.about, self.subject)
        is_of_two = not self.is_about_a_text and self.parent_of is None
        one, other = sorted(ends) if is_of_two else ends
        return Question(one, other, self.urns, self.valid_from, self.valid_to)

    def holds_on(self, day: date) -> bool:
        """True on the days that it is about."""
        begun = self.valid_from is None or self.valid_from <= day
        return begun and (self.valid_to is None or day < self.valid_to)


def _problems(decision: Decision) -> Iterator[tuple[str, str]]:
    """Each field that says nothing, with why."""
    if decision.about == OWNER:
        yield "owner_text", "is blank: a blank owner is nobody"
    yield from _problems_of_subject(decision)
    if any(URN.fullmatch(urn) is None for urn in decision.urns):
        yield "urns", "holds what is no URN; one looks like SC123456 or 1234567"
    if decision.urns and not decision.is_about_a_text:
        yield "urns", "must be blank where the owner's text is not what is decided about"
    if decision.valid_from and decision.valid_to and decision.valid_from >= decision.valid_to:
        yield "valid_to", "is no later than valid_from: it would hold on no day"
    for field in ("decided_by", "reason"):
        if not getattr(decision, field).strip():
            yield field, "is blank"
    if decision.cite is not None and not CITE.fullmatch(decision.cite):
        yield "cite", "is neither a citation (sha256:HASH#PLACE) nor an address (https://…)"
    if decision.decided_at.tzinfo is None:
        yield "decided_at", "has no time zone"


def _problems_of_subject(decision: Decision) -> Iterator[tuple[str, str]]:
    try:
        if read_subject(decision.subject) != decision.subject:
            yield "subject", f"is written {read_subject(decision.subject)!r}"
            return
    except NoSubjectError as error:
        yield "subject", str(error)
        return
    kind = kind_of(decision.subject)
    if decision.parent_of is not None:
        yield from _problems_of_parent(decision, kind)
    elif decision.subject == decision.about:
        yield "subject", "is what stands in owner_text"
    elif kind in NAMELESS and not decision.is_about_a_text:
        yield "subject", f"is {decision.subject!r}, which only an owner's text can be"
    elif Kind.UNDERTAKING in {kind, decision.about.partition(":")[0]}:
        yield "subject", f"is about a body abroad: write '{PARENT}…' in owner_text for who is above"


def _problems_of_parent(decision: Decision, kind: Kind) -> Iterator[tuple[str, str]]:
    if decision.subject == decision.parent_of:
        yield "subject", "is the very body whose parent is asked about"
    elif kind is Kind.CHARITY:
        yield "subject", "is a charity's number; write its company's, or undertaking:NAME/COUNTRY"
