"""Whether an answer is held already, or what decision follows those that are held."""

from dataclasses import replace
from datetime import datetime

from oversight.decisions import Decision, Decisions
from oversight.reviewing.answering import Answer
from oversight.reviewing.refusing import BadRow, BadRowsError


def follows(answer: Answer, held: Decisions, now: datetime, by: str | None) -> Decision | None:
    """The decision that an answer adds; None where it is held already. Raises BadRowsError.

    A row whose moment is that of the decision in force, and which says something else, was changed
    since it was written: it is decided now. One whose moment is that of a decision which another
    has followed is refused: whoever changed it had not seen the later one.
    """
    new, said_at = answer.decision, answer.decided_at
    same = [one for one in held.taken if one.question == new.question]
    current = next((one for one in held.in_force if one.question == new.question), None)
    if any(_say_the_same(one, new) and said_at == one.decided_at for one in same):
        return None
    if current is not None and _say_the_same(current, new):
        return None
    if said_at is None:
        return new
    if current is not None and said_at == current.decided_at:
        return replace(new, decided_at=now, decided_by=by or new.decided_by)
    problem = _amiss(said_at, new, held, now)
    if problem:
        raise BadRowsError((BadRow(answer.row, "decided_at", problem),))
    return new


def _amiss(said_at: datetime, new: Decision, held: Decisions, now: datetime) -> str | None:
    """What is wrong with the moment that a row names; None where nothing is."""
    if said_at > now:
        return f"{said_at.isoformat()} has not come yet; leave it blank for now"
    of_the_owner = [one for one in held.taken if one.about == new.about]
    if any(one.question == new.question and one.decided_at == said_at for one in of_the_owner):
        return "somebody has decided anew since this file was written; export it again"
    if any(one.decided_at == said_at for one in of_the_owner):
        return (
            "is that of a decision about other days, settings or another candidate; leave it blank"
            " to decide this anew, and write Undecided in the other's own row to take it back"
        )
    return None


def _say_the_same(one: Decision, other: Decision) -> bool:
    return _content(one) == _content(other)


def _content(decision: Decision) -> tuple[str, ...]:
    """What a decision says, whatever a spreadsheet did to the spaces in it."""
    said = (decision.verdict, decision.reason, decision.cite or "", decision.decided_by)
    return tuple(" ".join(text.split()) for text in said)
