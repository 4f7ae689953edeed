"""The rows that questions answer with: plain values, under the names that scripts rely on.

Money is whole pounds, a share is 0 to 1, and what is not published is None with a sibling
field that says why.
"""

from typing import Any

from db.records import Oddity
from oversight.finding import Finding
from oversight.reconcile import Line


def finding_row(finding: Finding) -> dict[str, Any]:
    """One finding with its evidence."""
    return {
        "key": finding.key,
        "rule": finding.rule,
        "subject": finding.subject,
        "subject_name": finding.subject_name,
        "headline": finding.headline,
        "measure": finding.measure,
        "unit": finding.unit,
        "severity": str(finding.severity),
        "confidence": str(finding.confidence),
        "certain": finding.certain,
        "since": finding.since.isoformat() if finding.since else None,
        **({} if finding.since else {"since_why": finding.since_why}),
        "policy": finding.policy,
        "evidence": [{"claim": e.claim, "cite": e.cite} for e in finding.evidence],
        "explanations": list(finding.explanations),
        "ask": finding.ask,
    }


def reconcile_row(line: Line) -> dict[str, Any]:
    """One number of the publisher's, or of its lists, beside ours."""
    return {
        "measure": line.measure,
        "period": line.period,
        "published": line.published,
        **({} if line.published is not None else {"published_why": line.published_why}),
        "listed": line.listed,
        **({} if line.listed is not None else {"listed_why": line.listed_why}),
        "ours": line.ours,
        **({} if line.ours is not None else {"ours_why": str(line.explanation)}),
        "difference": line.difference,
        **({} if line.difference is not None else {"difference_why": str(line.explanation)}),
        "explanation": str(line.explanation),
        **({"details": list(line.details)} if line.details else {}),
        "cite": line.cite,
        "cites": [line.cite, *line.also],
    }


def oddity_row(oddity: Oddity) -> dict[str, Any]:
    """One entry of a register that contradicts itself or another, or that no reader knows."""
    return {
        "company": oddity.company_number,
        "register": str(oddity.register_name),
        "read_on": oddity.read_on.isoformat(),
        "problem": oddity.problem,
        "text": oddity.text,
        **({} if oddity.text is not None else {"text_why": "the problem is about no word"}),
        "cite": oddity.cite,
    }
