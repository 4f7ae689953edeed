"""What each organisation holds of each market that a policy finds large enough to judge."""

from collections.abc import Iterable
from dataclasses import dataclass

from oversight.measures.concentration import AreaMarket, Basis, Service, Supply
from oversight.policy import Policy


@dataclass(frozen=True, kw_only=True)
class Holding:
    """One organisation's part of one market, and its share, 0 to 1."""

    area: AreaMarket
    supply: Supply
    share: float


def holdings(areas: Iterable[AreaMarket], policy: Policy) -> dict[str, list[Holding]]:
    """What each organisation holds, by its key. Councils hold nothing here.

    A share is one of independent supply. What councils own is no part of that: a body of
    theirs is measured among all supply, councils' own included.
    """
    found: dict[str, list[Holding]] = {}
    for area in areas:
        if not _is_judged(area, policy):
            continue
        for supply in area.suppliers:
            share = area.share(supply)
            basis = Basis.ALL if supply.council_owned else Basis.INDEPENDENT
            if supply.owner is not None and share is not None and area.basis is basis:
                holding = Holding(area=area, supply=supply, share=share)
                found.setdefault(supply.owner, []).append(holding)
    return found


def _is_judged(area: AreaMarket, policy: Policy) -> bool:
    accommodation = area.service is Service.SUPPORTED_ACCOMMODATION
    if accommodation and policy.word("supported_accommodation_in_scope") != "yes":
        return False
    if area.settings < policy.number("smallest_market_settings"):
        return False
    has_places = area.service is not Service.FOSTERING_AGENCIES
    return not has_places or area.places >= policy.number("smallest_market_places")
