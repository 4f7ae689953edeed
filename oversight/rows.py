"""The rows that questions answer with: plain values, under the names that scripts rely on.

Money is whole pounds, a share is 0 to 1, and what is not published is None with a sibling
field that says why.
"""

from typing import Any

from oversight.finding import Finding
from oversight.measures.concentration import AreaMarket, Service
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


def market_row(area: AreaMarket) -> dict[str, Any]:
    """One service in one area on one basis, with its largest supplier."""
    top = max(area.suppliers, key=lambda supplier: area.share(supplier) or 0)
    fostering = area.service is Service.FOSTERING_AGENCIES
    return {
        "subject": area.subject,
        "service": str(area.service),
        "level": str(area.level),
        "area": area.area,
        "area_name": area.area_name,
        "basis": str(area.basis),
        "suppliers": len(area.suppliers),
        "settings": area.settings,
        "settings_of_no_named_owner": sum(s.settings for s in area.suppliers if s.owner is None),
        "places": None if fostering else area.places,
        **({"places_why": "agencies have no registered places"} if fostering else {}),
        "share_of": "settings" if fostering else "places",
        "hhi": area.hhi,
        **({} if area.hhi is not None else {"hhi_why": "the market has no registered places"}),
        "top_owner": f"owner:{top.owner}" if top.owner else None,
        **({} if top.owner else {"top_owner_why": "the register names no owner"}),
        "top_name": top.name,
        "top_share": area.share(top),
        **(
            {}
            if area.share(top) is not None
            else {"top_share_why": "the market has no registered places"}
        ),
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
