"""The rows that a question about markets answers with: markets, their suppliers, what is left out.

The same words hold as for every row: a share is 0 to 1, and what is not published is None with
a sibling field that says why.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from oversight.market import Market
from oversight.measures.concentration import AreaMarket, Service, Supply
from oversight.measures.supply import LeftOut

NO_PLACES = "the market has no registered places"
AGENCIES = "agencies have no registered places"
NO_OWNER = "the register names no owner"
TOLD_OF_A_MARKET = (
    "suppliers",
    "settings",
    "settings_of_no_named_owner",
    "places",
    "hhi",
    "top_owner",
    "top_name",
    "top_share",
)
"""The fields that are None, each with the reason, where nothing is known of a market."""


def market_row(area: AreaMarket) -> dict[str, Any]:
    """One service in one area on one basis, with its largest supplier."""
    if area.unknown_why:
        return _unknown_row(area)
    top = max(area.suppliers, key=lambda supplier: area.share(supplier) or 0)
    fostering = area.service is Service.FOSTERING_AGENCIES
    return {
        **_named(area),
        "suppliers": len(area.suppliers),
        "settings": area.settings,
        "settings_of_no_named_owner": sum(s.settings for s in area.suppliers if s.owner is None),
        **_places(area, area.places),
        "share_of": "settings" if fostering else "places",
        "hhi": area.hhi,
        **({} if area.hhi is not None else {"hhi_why": NO_PLACES}),
        "top_owner": f"owner:{top.owner}" if top.owner else None,
        **({} if top.owner else {"top_owner_why": NO_OWNER}),
        "top_name": top.name,
        "top_share": area.share(top),
        **({} if area.share(top) is not None else {"top_share_why": NO_PLACES}),
        "council_owned": [_council_owned_row(area, left) for left in area.left_out],
    }


def _unknown_row(area: AreaMarket) -> dict[str, Any]:
    """A row that tells nothing of its market but why."""
    return {
        **_named(area),
        **dict.fromkeys(TOLD_OF_A_MARKET),
        **{f"{name}_why": area.unknown_why for name in TOLD_OF_A_MARKET},
        "share_of": "places",
        "council_owned": [],
    }


def _named(area: AreaMarket) -> dict[str, Any]:
    return {
        "subject": area.subject,
        "service": str(area.service),
        "level": str(area.level),
        "area": area.area,
        "area_name": area.area_name,
        "basis": str(area.basis),
    }


def with_suppliers(rows: Iterable[Mapping[str, Any]], market: Market) -> list[dict[str, Any]]:
    """The same rows, each with everybody's part of its market and the rows behind it."""
    areas = {area.subject: area for area in market.areas}
    return [
        {**row, "supplied_by": [supplier_row(area, s) for s in area.suppliers]}
        for row in rows
        for area in [areas[row["subject"]]]
    ]


def supplier_row(area: AreaMarket, supply: Supply) -> dict[str, Any]:
    """One supplier's part of a market, with the row of each setting or premises."""
    share = area.share(supply)
    return {
        "owner": f"owner:{supply.owner}" if supply.owner else None,
        **({} if supply.owner else {"owner_why": NO_OWNER}),
        "name": supply.name,
        "settings": supply.settings,
        **_places(area, supply.places),
        "share": share,
        **({} if share is not None else {"share_why": NO_PLACES}),
        "cites": list(supply.cites),
    }


def left_out_rows(left_out: Sequence[LeftOut]) -> list[dict[str, Any]]:
    """What is registered and supplies no market, by kind and reason, in the order of the words."""
    groups: dict[tuple[str, str, str], list[LeftOut]] = {}
    for one in left_out:
        counted = "premises" if one.is_premises else "settings"
        groups.setdefault((str(one.provision_type), counted, str(one.reason)), []).append(one)
    return [
        {
            "provision_type": kind,
            "counted": counted,
            "count": len(group),
            "places": sum(one.places for one in group),
            "reason": reason,
            "cites": [one.cite for one in group],
        }
        for (kind, counted, reason), group in sorted(groups.items())
    ]


def _places(area: AreaMarket, places: int) -> dict[str, Any]:
    if area.service is Service.FOSTERING_AGENCIES:
        return {"places": None, "places_why": AGENCIES}
    return {"places": places}


def _council_owned_row(area: AreaMarket, left: Supply) -> dict[str, Any]:
    body = left.council_owned
    return {
        "name": left.name,
        "settings": left.settings,
        **_places(area, left.places),
        "cite": body.cite if body else None,
        **({} if body else {"cite_why": "a council by its name: its sector alone says otherwise"}),
    }
