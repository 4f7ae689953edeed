"""Owners that wait for a person, with the companies that they may be, and what is decided."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from db.owner_text import owner_key
from oversight.decisions import Decision, Verdict
from oversight.decisions.decision import OWNER
from oversight.finding import Evidence
from oversight.market import Market
from oversight.matching import OwnerMatch
from oversight.organisations import Organisation

COMPANY = "company:"
"""How the subject that a company is begins."""


@dataclass(frozen=True, kw_only=True)
class ReviewRow:
    """One question about one owner: is it this candidate? With the answer, where a person gave one.

    An owner of which nothing is registered today is there for what was decided about it.
    """

    owner_text: str
    """The publisher's most frequent text; of a decision, as whoever decided wrote it."""
    settings: int
    places: int | None
    """Registered places of all its settings; None where none is published."""
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


def review_rows(market: Market) -> tuple[ReviewRow, ...]:
    """Every open question and every decision in force: most places first, then by name."""
    return tuple(sorted(_rows(market), key=_in_order))


def waiting(rows: Iterable[ReviewRow]) -> list[ReviewRow]:
    """The rows that a person has to decide about, in the same order."""
    return [row for row in rows if row.waits]


def _rows(market: Market) -> Iterator[ReviewRow]:
    answers: dict[tuple[str, str], list[Decision]] = {}
    for one in market.decisions.in_force:
        answers.setdefault((one.about, one.subject), []).append(one)
    names = {c.company_number: c.name for named in market.names.values() for c in named}
    asked = {one.key: one for one in market.organisations}
    for key, organisation in asked.items():
        match = market.matches[key]
        if not match.needs_review:
            continue
        for candidate in [COMPANY + number for number in match.candidates] or [None]:
            if (OWNER + key, candidate) not in answers:
                yield _row(organisation, match, candidate, names)
    for one in market.decisions.in_force:
        organisation = asked.get(owner_key(one.owner_text)) if one.is_about_a_text else None
        yield _answered(one, market, organisation, names)


def _row(
    organisation: Organisation, match: OwnerMatch, candidate: str | None, names: Mapping[str, str]
) -> ReviewRow:
    """An open question about an owner on the register."""
    number = (candidate or "").removeprefix(COMPANY)
    looked_at = next((one for one in match.considered if one.company_number == number), None)
    return ReviewRow(
        owner_text=organisation.name,
        settings=len(organisation.settings),
        places=_places(organisation),
        candidate=candidate,
        candidate_name=names.get(number),
        method=str(match.method),
        score=looked_at.score if looked_at else None,
        weighed=looked_at.reason if looked_at else None,
        evidence=match.evidence,
        waits=True,
    )


def _answered(
    decision: Decision,
    market: Market,
    organisation: Organisation | None,
    names: Mapping[str, str],
) -> ReviewRow:
    """A question that a person answered, about an owner on the register or about nobody there."""
    is_open = decision.verdict is Verdict.UNDECIDED or decision in market.decisions.reopened
    if organisation is not None:
        row = _row(organisation, market.matches[organisation.key], decision.subject, names)
        return replace(row, owner_text=decision.owner_text, decision=decision, waits=is_open)
    return ReviewRow(
        owner_text=decision.owner_text,
        settings=0,
        places=None,
        candidate=decision.subject,
        candidate_name=names.get(decision.subject.removeprefix(COMPANY)),
        method=None,
        decision=decision,
        waits=is_open,
    )


def _places(organisation: Organisation) -> int | None:
    published = [s.places for s in organisation.settings if s.places is not None]
    return sum(published) if published else None


def _in_order(row: ReviewRow) -> tuple[int, str, str, list[str], date, date]:
    said = row.decision
    return (
        -(row.places or 0),
        row.owner_text.casefold(),
        row.candidate or "",
        sorted(said.urns) if said else [],
        (said.valid_from if said else None) or date.min,
        (said.valid_to if said else None) or date.max,
    )
