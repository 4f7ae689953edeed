"""Decisions of people, as tests write them."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

from oversight.decisions import Decision, Decisions, Verdict

A = "company:09000001"
B = "company:09000002"
CHARITY = "charity:1045678"
DAY = date(2026, 3, 31)
FIRST = datetime(2026, 4, 1, 9, tzinfo=UTC)
SAME, NOT, UNDECIDED = Verdict.SAME, Verdict.NOT_THE_SAME, Verdict.UNDECIDED


def decision(
    text: str, verdict: Verdict, subject: str, *urns: str, hour: int = 0, **more: Any
) -> Decision:
    """One decision, so many hours after the first."""
    said: dict[str, Any] = {"decided_by": "Ann Reviewer", "reason": "The accounts say so."}
    return Decision(
        owner_text=text,
        verdict=verdict,
        subject=subject,
        urns=frozenset(urns),
        decided_at=FIRST + timedelta(hours=hour),
        **(said | more),
    )


def decided(*decisions: Decision) -> Decisions:
    """Those decisions, taken together."""
    return Decisions.of(decisions)
