"""What one row of a review file answers, cell by cell."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import partial
from typing import TypeVar

from db.owner_text import owner_key
from oversight.decisions import (
    Decision,
    Decisions,
    ImpossibleDecisionError,
    NoSubjectError,
    Verdict,
    read_subject,
)
from oversight.reviewing import cells
from oversight.reviewing.refusing import BadRow, BadRowsError
from oversight.reviewing.table import Line

T = TypeVar("T")
_VERDICTS = {str(verdict).casefold(): verdict for verdict in Verdict}
_COLUMN = {"subject": "candidate"}
"""Fields of a decision whose column has another name."""


@dataclass(frozen=True, kw_only=True)
class Answer:
    """One row's decision, and what it says of when and by whom that was taken."""

    row: int
    decision: Decision
    """Decided now, where the row names no moment."""
    decided_at: datetime | None
    """As the row has it; None where it says nothing."""


def answer_in(line: Line, held: Decisions, now: datetime, by: str | None) -> Answer | None:
    """The answer of one row; None where nobody gave one. Raises BadRowsError."""
    said = line.cells
    if not said["verdict"]:
        if said["reason"]:
            problem = "is blank though a reason is given; to take a decision back, write Undecided"
            raise BadRowsError((BadRow(line.row, "verdict", problem),))
        return None
    reading = _Reading(said)
    decided_at = reading.read("decided_at", cells.moment, None)
    day = partial(cells.day, known=_days_about(said["owner_text"], held))
    decision: Decision | None = None
    try:
        decision = Decision(
            owner_text=said["owner_text"],
            subject=reading.read("candidate", read_subject, "none"),
            verdict=reading.read("verdict", _verdict, Verdict.UNDECIDED),
            valid_from=reading.read("valid_from", day, None),
            valid_to=reading.read("valid_to", day, None),
            urns=frozenset(re.split(r"[\s,;]+", said["urns"].upper())) - {""},
            decided_by=said["decided_by"] or by or "",
            decided_at=decided_at or now,
            reason=said["reason"],
            cite=said["cite"] or None,
        )
    except ImpossibleDecisionError as error:
        for field, problem in error.problems:
            reading.wrong.setdefault(_COLUMN.get(field, field), problem)
    if decision is None or reading.wrong:
        raise BadRowsError(tuple(BadRow(line.row, *one) for one in reading.wrong.items()))
    return Answer(row=line.row, decision=decision, decided_at=decided_at)


class _Reading:
    """The cells of one row, and what is wrong with them so far, by column."""

    def __init__(self, said: Mapping[str, str]) -> None:
        self.said = said
        self.wrong: dict[str, str] = {}

    def read(self, column: str, reader: Callable[[str], T], otherwise: T) -> T:
        """The value of a cell; `otherwise`, and the problem noted, where it has none."""
        try:
            return reader(self.said[column])
        except (cells.NotReadError, NoSubjectError) as error:
            self.wrong[column] = str(error)
            return otherwise


def _verdict(cell: str) -> Verdict:
    found = _VERDICTS.get(" ".join(cell.casefold().split()))
    if found is None:
        raise cells.NotReadError(f"{cell!r} is none of {', '.join(map(str, Verdict))}")
    return found


def _days_about(text: str, held: Decisions) -> frozenset[date]:
    """Days that decisions held about an owner name, of which a spreadsheet may have turned one."""
    key = owner_key(text)
    about = (one for one in held.taken if owner_key(one.owner_text) == key)
    return frozenset(
        day for one in about for day in (one.valid_from, one.valid_to) if day is not None
    )
