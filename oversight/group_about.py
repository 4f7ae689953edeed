"""What the rows of groups say beside members and sizes: class, sponsors, parents, doubts."""

from collections.abc import Iterable
from typing import Any

from oversight.data_quality import Note
from oversight.finding import Evidence
from oversight.group_facts import GroupFacts, alone, differing
from oversight.jurisdictions import UNPUBLISHED
from oversight.organisations import Organisation
from oversight.owner_classes import Classed
from oversight.parents import Top
from oversight.provider_groups import Kind, Member, ProviderGroup

NO_PLACE = "where it is registered is not published"


def about_group(
    group: ProviderGroup, facts: GroupFacts, operating: Iterable[ProviderGroup]
) -> dict[str, Any]:
    """What is known of one group; `operating` are all operating groups that are not statutory."""
    owners = dict.fromkeys(one.company for one in group.members if one.certain and one.organisation)
    conflicts = {one["conflict"]: one for each in owners for one in _conflicts(each, facts)}
    differs = differing(group, operating) if group.kind is Kind.STATUTORY else ()
    return {
        **_classed(facts.classed(group)),
        **_place("head_place", facts, group.head),
        "sponsors": [
            {"name": one.name, "certain": one.certain, "evidence": told(one.evidence)}
            for one in facts.sponsors(group)
        ],
        "operating": [one.id for one in differs],
        "possible_members": [one.name for one in group.members if not one.certain],
        "conflicts": list(conflicts.values()),
        "same_person": [
            {"head": head, "claim": said.claim, "cite": said.cite}
            for head, said in facts.others_of_the_same_person(group).items()
        ],
        "notes": [{"note": one.words, "count": one.count} for one in facts.notes(group)],
    }


def about_one_alone(organisation: Organisation, why: str) -> dict[str, Any]:
    """The same of an organisation that is matched to no company, and why it is not."""
    return {
        **_classed(alone(organisation)),
        "head_place": None,
        "head_place_why": why,
        "sponsors": [],
        "operating": [],
        "possible_members": [],
        "conflicts": [],
        "same_person": [],
        "notes": [],
    }


def about_member(head: str, member: Member, facts: GroupFacts) -> dict[str, Any]:
    """What is known of one member: where it is registered, who has its money, what is odd of it."""
    shares = facts.member_shares
    said = shares.of(head, member.company)
    return {
        **_place("place", facts, member.company),
        "effective": said or None,
        **({} if said else {"effective_why": shares.why_not(head, member.company)}),
        "conflicts": _conflicts(member.company, facts),
        "notes": [_note(one) for one in facts.notes_of(member.company)],
    }


def told(evidence: Iterable[Evidence]) -> list[dict[str, str]]:
    """Evidence as rows of plain values."""
    return [{"claim": one.claim, "cite": one.cite} for one in evidence]


def _classed(found: Classed) -> dict[str, Any]:
    return {
        "class": str(found.owner_class),
        "class_rule": found.rule,
        "class_evidence": told(found.evidence),
        "class_of_goodair": found.goodair,
        "offshore": list(dict.fromkeys(str(one.offshore) for one in found.offshore)),
    }


def _place(field: str, facts: GroupFacts, node: str) -> dict[str, Any]:
    name = facts.places[node].name
    return {field: None, f"{field}_why": NO_PLACE} if name == UNPUBLISHED else {field: name}


def _conflicts(company: str, facts: GroupFacts) -> list[dict[str, Any]]:
    return [
        {"conflict": _conflict(company, top, facts), "evidence": told(top.evidence)}
        for top in facts.conflicts(company)
    ]


def _conflict(company: str, top: Top, facts: GroupFacts) -> str:
    control, other = facts.names[facts.graph.heads[company]], facts.names[top.node]
    return (
        f"the parent of {facts.names[company]} is {control} by control (Companies Act 2006 s.1162);"
        f" {other} as the {top.definition}: {top.why.format(other)}"
    )


def _note(one: Note) -> dict[str, Any]:
    return {"note": one.words, "count": one.count, "evidence": told(one.evidence)}
