"""What waits for a person: owners and parents, each with whom it may be; and what is decided."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date

from oversight.decisions import Decision, Verdict
from oversight.decisions.decision import OWNER
from oversight.market import Market
from oversight.matching import OwnerMatch
from oversight.organisations import Organisation
from oversight.parent_questions import parent_rows
from oversight.review_row import ReviewRow

COMPANY = "company:"
"""How the subject that a company is begins."""


def review_rows(market: Market) -> tuple[ReviewRow, ...]:
    """Every open question and every decision in force: by places, settings, then name."""
    return tuple(sorted(_rows(market), key=_in_order))


def waiting(rows: Iterable[ReviewRow]) -> list[ReviewRow]:
    """The rows that a person has to decide about, in the same order."""
    return [row for row in rows if row.waits]


def _rows(market: Market) -> Iterator[ReviewRow]:
    of_text: dict[str, list[Organisation]] = {}
    for one in market.organisations:
        of_text.setdefault(OWNER + one.text_key, []).append(one)
    names = {c.company_number: c.name for named in market.names.values() for c in named}
    answers = _answers(market)
    for about, parts in of_text.items():
        for part in parts:
            match = market.matches[part.key]
            for candidate in _candidates(match) if match.needs_review else ():
                if {(about, candidate, urn) for urn in _whom(part.excepted)} - answers:
                    yield _row(part, match, candidate, names)
    yield from parent_rows(market)
    for one in market.decisions.in_force:
        if one.parent_of is None:
            yield _answered(one, market, of_text.get(one.about, ()), names)


def _answers(market: Market) -> set[tuple[str, str | None, str | None]]:
    """What people answered for the day: about whom, which candidate, and which setting alone."""
    return {
        (one.about, one.subject, urn)
        for one in market.decisions.in_force
        if one.holds_on(market.day)
        for urn in _whom(one.urns)
    }


def _whom(urns: frozenset[str]) -> Iterable[str | None]:
    """Each of the settings that are decided about by themselves; None for the rest of a text."""
    return urns or (None,)


def _candidates(match: OwnerMatch) -> list[str] | list[None]:
    """The subjects that an owner may be; None alone where nobody knows one."""
    return [COMPANY + number for number in match.candidates] or [None]


def _row(
    organisation: Organisation, match: OwnerMatch, candidate: str | None, names: Mapping[str, str]
) -> ReviewRow:
    """A question about an owner on the register."""
    number = (candidate or "").removeprefix(COMPANY)
    looked_at = next((one for one in match.considered if one.company_number == number), None)
    return ReviewRow(
        owner_text=organisation.name,
        urns=organisation.excepted,
        settings=len(organisation.settings),
        places=organisation.places,
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
    parts: Iterable[Organisation],
    names: Mapping[str, str],
) -> ReviewRow:
    """A question that a person answered, about an owner on the register or about nobody there."""
    is_open = decision.verdict is Verdict.UNDECIDED or decision in market.decisions.reopened
    asked = _asked_about(decision, parts)
    if asked is not None:
        row = _row(asked, market.matches[asked.key], decision.subject, names)
        return replace(
            row,
            owner_text=decision.owner_text,
            urns=decision.urns,
            decision=decision,
            waits=is_open,
        )
    return ReviewRow(
        owner_text=decision.owner_text,
        urns=decision.urns,
        settings=0,
        places=None,
        candidate=decision.subject,
        candidate_name=names.get(decision.subject.removeprefix(COMPANY)),
        method=None,
        decision=decision,
        waits=is_open,
    )


def _asked_about(decision: Decision, parts: Iterable[Organisation]) -> Organisation | None:
    """The settings of an owner that an answer is about, as they are matched; None without any."""
    if not decision.urns:
        return next((one for one in parts if not one.excepted), None)
    found = [
        (one, setting) for one in parts for setting in one.settings if setting.urn in decision.urns
    ]
    if not found:
        return None
    return replace(found[0][0], settings=tuple(setting for _, setting in found))


def _in_order(row: ReviewRow) -> tuple[int, int, str, str, list[str], date, date]:
    said = row.decision
    return (
        -(row.places or 0),
        -row.settings,
        row.owner_text.casefold(),
        row.candidate or "",
        sorted(row.urns),
        (said.valid_from if said else None) or date.min,
        (said.valid_to if said else None) or date.max,
    )
