"""The rows that questions answer with: plain values, under the names that scripts rely on.

Money is whole pounds, a share is 0 to 1, and what is not published is None with a sibling
field that says why.
"""

from typing import Any

from db.records import ProvisionType
from oversight.finding import Finding
from oversight.market import Market
from oversight.organisations import Organisation
from oversight.reconcile import Line

NO_COMPANY = "owners are not matched to companies yet"


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


def group_row(market: Market, organisation: Organisation) -> dict[str, Any]:
    """One registered organisation: the only kind of group while no company is matched."""
    homes = [s for s in organisation.settings if s.provision_type is ProvisionType.CHILDRENS_HOME]
    councils = {
        council.ons_code if council else s.local_authority
        for s in organisation.settings
        for council in [market.councils.find(s.local_authority, s.as_at)]
    }
    return {
        "id": organisation.subject,
        "kind": "registered organisation",
        "head": None,
        "head_why": NO_COMPANY,
        "head_name": organisation.name,
        "class": ", ".join(sorted({str(s.sector) for s in organisation.settings})),
        "members": list(organisation.texts),
        "settings_certain": len(organisation.settings),
        "settings_possible": None,
        "settings_possible_why": NO_COMPANY,
        "homes": len(homes),
        "places": sum(s.places or 0 for s in homes),
        "councils": len(councils),
    }


def reconcile_row(line: Line) -> dict[str, Any]:
    """One published number beside ours; `difference` is ours less theirs."""
    return {
        "measure": line.measure,
        "period": line.period,
        "published": line.published,
        **({} if line.published is not None else {"published_why": "the publisher states none"}),
        "ours": line.ours,
        **({} if line.ours is not None else {"ours_why": str(line.explanation)}),
        "difference": line.difference,
        **({} if line.difference is not None else {"difference_why": str(line.explanation)}),
        "explanation": str(line.explanation),
        "cite": line.cite,
    }
