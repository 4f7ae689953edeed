"""The decisions that a review file adds to those held: all of them, or what is wrong with it."""

from datetime import datetime

from oversight.decisions import Decision, Decisions, Question
from oversight.reviewing.answering import answer_in
from oversight.reviewing.following import follows
from oversight.reviewing.refusing import BadRow, BadRowsError
from oversight.reviewing.table import lines_in


def read_review(
    body: bytes, held: Decisions, now: datetime, by: str | None = None
) -> tuple[Decision, ...]:
    """The decisions of a CSV file that are not held yet, in its order.

    Rows without a verdict, and rows that say what is held already, add nothing. A row that was
    changed is decided `now`, by whom it names or else by whom `by` names. Raises BadRowsError with
    everything that is wrong, and then nothing of the file counts.
    """
    added: dict[Question, tuple[int, Decision]] = {}
    bad: list[BadRow] = []
    for line in lines_in(body):
        try:
            answer = answer_in(line, held, now, by)
            new = None if answer is None else follows(answer, held, now, by)
            if new is not None:
                _once(added, line.row, new)
        except BadRowsError as error:
            bad.extend(error.rows)
    if bad:
        raise BadRowsError(tuple(bad))
    return tuple(decision for _, decision in added.values())


def _once(added: dict[Question, tuple[int, Decision]], row: int, new: Decision) -> None:
    """Add a decision; one that another row has already adds nothing, two answers are refused."""
    earlier, first = added.setdefault(new.question, (row, new))
    if (first.verdict, first.reason, first.cite) != (new.verdict, new.reason, new.cite):
        problem = f"row {earlier} answers the same question otherwise; leave one of them"
        raise BadRowsError((BadRow(row, "verdict", problem),))
