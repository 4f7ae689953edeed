"""The rows that tell of groups: each group, each member with its chain, and each owner's match.

Registered organisations that are matched to no company stand alone, and each row says why.
"""

from collections.abc import Iterable, Iterator
from typing import Any

from db.records import ProvisionType, Setting
from oversight.event_rows import rows_of_events
from oversight.group_about import about_group, about_member, about_one_alone, told
from oversight.group_facts import GroupFacts
from oversight.holders import is_company
from oversight.market import Market
from oversight.matching import OwnerMatch
from oversight.measures.failing import Proxy, counts
from oversight.organisations import Organisation
from oversight.provider_groups import Member, ProviderGroup

ALONE = "registered organisation"
"""The kind of what is in no group: the settings under one owner's text."""
NO_NUMBER = "the head is an undertaking without a company number"


def group_rows(market: Market) -> Iterator[dict[str, Any]]:
    """Yield one row a group, then one for each organisation that stands alone.

    Statutory groups come first, then the operating groups that are not whole statutory ones.
    """
    for group in (*market.groups, *market.operating_groups):
        yield row_of_group(market, group, market.group_facts)
    for organisation, match in _alone(market):
        why = _unmatched(match)
        yield {
            **_owner(organisation, match),
            **about_one_alone(organisation, why),
            **_sizes(market, organisation.settings),
            "members": list(organisation.texts),
            "settings_possible": None,
            "settings_possible_why": why,
        }


def row_of_group(market: Market, group: ProviderGroup, facts: GroupFacts) -> dict[str, Any]:
    """One group's row."""
    return {
        **_head(group),
        **about_group(group, facts, market.operating_groups),
        **_sizes(market, group.settings),
        "members": [_member_text(member) for member in group.members if member.certain],
        **_possible(market, group),
    }


def member_rows(market: Market) -> Iterator[dict[str, Any]]:
    """Yield one row for each member of each group, and for each organisation that stands alone."""
    for group in (*market.groups, *market.operating_groups):
        yield from rows_of_group(market, group, market.group_facts)
    for organisation, match in _alone(market):
        yield {
            **_renamed(_owner(organisation, match)),
            "above": f"Nothing: the owner is matched to no company, as {match.method}.",
            "above_evidence": [],
            "member": organisation.subject,
            "member_name": organisation.name,
            "company": None,
            "company_why": _unmatched(match),
            "certain": True,
            "chain": f"{organisation.name} stands alone.",
            "place": None,
            "place_why": _unmatched(match),
            "effective": None,
            "effective_why": _unmatched(match),
            "conflicts": [],
            "notes": [],
            "events": [],
            "evidence": told(match.evidence),
            "settings": _settings(market, organisation.settings),
        }


def rows_of_group(
    market: Market, group: ProviderGroup, facts: GroupFacts
) -> Iterator[dict[str, Any]]:
    """Yield one row for each member of a group."""
    happened = rows_of_events(market.events, {one.company for one in group.members})
    for member in group.members:
        yield {
            **_renamed(_head(group)),
            "above": f"{group.above.words[0].upper()}{group.above.words[1:]}.",
            "above_evidence": told(group.above.evidence),
            "member": member.subject,
            "member_name": member.name,
            **_company(member),
            "certain": member.certain,
            "chain": member.chain,
            **about_member(group.head, member, facts),
            "events": happened.get(member.company, []),
            "evidence": told(member.evidence),
            "settings": _settings(market, member.settings),
        }


def match_rows(market: Market) -> Iterator[dict[str, Any]]:
    """Yield one row for each registered organisation: which company it is, or why none."""
    for organisation in market.organisations:
        match = market.matches[organisation.key]
        yield {
            "owner": organisation.subject,
            "owner_name": organisation.name,
            "company": match.company_number,
            **({} if match.company_number else {"company_why": _unmatched(match)}),
            "method": str(match.method),
            "candidates": list(match.candidates),
            "evidence": told(match.evidence),
        }


def _alone(market: Market) -> Iterator[tuple[Organisation, OwnerMatch]]:
    for organisation in market.organisations:
        match = market.matches[organisation.key]
        if match.company_number is None:
            yield organisation, match


def _head(group: ProviderGroup) -> dict[str, Any]:
    head = group.head if is_company(group.head) else None
    return {
        "id": group.id,
        "kind": str(group.kind),
        "head": head,
        **({} if head else {"head_why": NO_NUMBER}),
        "head_name": group.head_name,
    }


def _owner(organisation: Organisation, match: OwnerMatch) -> dict[str, Any]:
    return {
        "id": organisation.subject,
        "kind": ALONE,
        "head": None,
        "head_why": _unmatched(match),
        "head_name": organisation.name,
    }


def _renamed(head: dict[str, Any]) -> dict[str, Any]:
    """The head of a group as its members' rows name it."""
    return {"group" if name == "id" else name: value for name, value in head.items()}


def _company(member: Member) -> dict[str, Any]:
    if is_company(member.company):
        return {"company": member.company}
    return {"company": None, "company_why": "it is an undertaking without a company number"}


def _unmatched(match: OwnerMatch) -> str:
    return f"matched to no company: {match.method}"


def _member_text(member: Member) -> str:
    number = f" ({member.company})" if is_company(member.company) else ""
    return f"{member.name}{number}"


def _sizes(market: Market, settings: tuple[Setting, ...]) -> dict[str, Any]:
    homes = [s for s in settings if s.provision_type is ProvisionType.CHILDRENS_HOME]
    councils = {
        council.ons_code if council else s.local_authority
        for s in settings
        for council in [market.councils.find(s.local_authority, s.as_at)]
    }
    return {
        "sectors": sorted({str(s.sector) for s in settings}),
        "settings_certain": len(settings),
        "homes": len(homes),
        "places": sum(s.places or 0 for s in homes),
        "councils": len(councils),
    }


def _possible(market: Market, group: ProviderGroup) -> dict[str, Any]:
    """How many settings may be a group's besides; unknown where no control register is held."""
    registers = market.control_registers
    if registers.held:
        return {"settings_possible": len(group.possible_settings)}
    why = f"no control register is held (none was read by {registers.read_by.isoformat()})"
    return {"settings_possible": None, "settings_possible_why": why}


def _settings(market: Market, settings: Iterable[Setting]) -> list[dict[str, Any]]:
    """Each setting, whether it counts on the policy's proxy, and why."""
    proxy = Proxy(market.policy.word("failing_proxy"))
    found: list[dict[str, Any]] = []
    for setting in settings:
        outcome = market.outcomes.get(setting.urn)
        is_counted = outcome is not None and counts(outcome, proxy)
        found.append(
            {
                "urn": setting.urn,
                "provision_type": str(setting.provision_type),
                "counts": is_counted,
                "claim": outcome.claim if outcome and is_counted else "no outcome that counts",
                "cite": outcome.cite if outcome and is_counted else setting.cite,
            }
        )
    return found
