"""The rows that tell of matching: what waits for a person, what people decided, and how many."""

from collections import Counter
from typing import Any

from oversight.decisions import Contradiction, Decision
from oversight.group_rows import told
from oversight.market import Market
from oversight.review_row import ReviewRow


def queue_row(row: ReviewRow) -> dict[str, Any]:
    """One question that waits for a person."""
    return {
        "owner_text": row.owner_text,
        "urns": sorted(row.urns),
        "settings": row.settings,
        "places": row.places,
        **({} if row.places is not None else {"places_why": "none is published"}),
        "candidate": row.candidate,
        **({} if row.candidate else {"candidate_why": "no rule names one"}),
        "candidate_name": row.candidate_name,
        **({} if row.candidate_name else {"candidate_name_why": "no name of it is held"}),
        "method": row.method,
        **({} if row.method else {"method_why": "nothing is registered under the owner"}),
        "score": row.score,
        **({} if row.score is not None else {"score_why": "no rule measures it"}),
        "weighed": row.weighed,
        **({} if row.weighed else {"weighed_why": "no rule looked at it"}),
        "verdict": str(row.decision.verdict) if row.decision else None,
        **({} if row.decision else {"verdict_why": "nobody has decided"}),
        "evidence": told(row.evidence),
    }


def decision_row(market: Market, one: Decision) -> dict[str, Any]:
    """One decision in force, and whether it is applied."""
    return {
        "owner_text": one.owner_text,
        "urns": sorted(one.urns),
        "candidate": one.subject,
        "verdict": str(one.verdict),
        "valid_from": one.valid_from.isoformat() if one.valid_from else None,
        **({} if one.valid_from else {"valid_from_why": "it always held"}),
        "valid_to": one.valid_to.isoformat() if one.valid_to else None,
        **({} if one.valid_to else {"valid_to_why": "it still holds"}),
        "reason": one.reason,
        "cite": one.cite,
        **({} if one.cite else {"cite_why": "whoever decided cited nothing"}),
        "decided_by": one.decided_by,
        "decided_at": one.decided_at.isoformat(),
        "reopened": one in market.decisions.reopened,
    }


def contradiction_row(found: Contradiction) -> dict[str, Any]:
    """Decisions that cannot all be true, and why."""
    return {
        "why": found.why,
        "decisions": [
            {
                "owner_text": one.owner_text,
                "candidate": one.subject,
                "verdict": str(one.verdict),
                "decided_by": one.decided_by,
                "decided_at": one.decided_at.isoformat(),
            }
            for one in found.decisions
        ],
    }


def method_rows(market: Market) -> list[dict[str, Any]]:
    """How many owners, and how many of their places, each method decides; most owners first."""
    owners: Counter[str] = Counter()
    places: Counter[str] = Counter()
    for organisation in market.organisations:
        method = str(market.matches[organisation.key].method)
        owners[method] += 1
        places[method] += organisation.places or 0
    return [
        {"method": method, "owners": count, "places": places[method]}
        for method, count in sorted(owners.items(), key=lambda one: (-one[1], one[0]))
    ]
