"""People's decisions about owners in the database: added together, and never changed."""

from collections.abc import Iterable
from datetime import datetime

import sqlalchemy as sa
from sqlalchemy import Engine
from sqlmodel import Session, col, select

from db import tables
from db.engine import writing
from db.locks import take_turns
from oversight.decisions import Decision, Decisions, Verdict


def keep(engine: Engine, decisions: Iterable[Decision], now: datetime) -> None:
    """Add decisions to those held: all of them, or none where one cannot be kept."""
    rows = [_row(decision, now) for decision in decisions]
    if rows:
        with writing(engine).begin() as connection:
            take_turns(connection, "decisions")
            connection.execute(sa.insert(tables.OwnerDecision), rows)


def kept(engine: Engine, known_at: datetime | None = None) -> Decisions:
    """Every decision that had been taken by a moment; all that are held where none is given."""
    with Session(engine) as session:
        rows = session.exec(select(tables.OwnerDecision).order_by(col(tables.OwnerDecision.id)))
        return Decisions.of([_decision(row) for row in rows], known_at)


def _row(decision: Decision, now: datetime) -> dict[str, object]:
    return {
        "owner_text": decision.owner_text,
        "owner_key": decision.about.removeprefix("owner:"),
        "subject": decision.subject,
        "verdict": str(decision.verdict),
        "valid_from": decision.valid_from,
        "valid_to": decision.valid_to,
        "urns": " ".join(sorted(decision.urns)),
        "decided_by": decision.decided_by,
        "decided_at": decision.decided_at,
        "reason": decision.reason,
        "cite": decision.cite,
        "kept_at": now,
    }


def _decision(row: tables.OwnerDecision) -> Decision:
    """A decision as it was kept. Its key is made again, by today's way of reading owners' texts."""
    return Decision(
        owner_text=row.owner_text,
        subject=row.subject,
        verdict=Verdict(row.verdict),
        valid_from=row.valid_from,
        valid_to=row.valid_to,
        urns=frozenset(row.urns.split()),
        decided_by=row.decided_by,
        decided_at=row.decided_at,
        reason=row.reason,
        cite=row.cite,
    )
