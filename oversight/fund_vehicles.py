"""Fund vehicles: undertakings that hold for investors, by their trade or by their name.

Below them an operating group ends, or all that one investment house owns would be one group; a
statutory group climbs through them, as a partnership is an undertaking (Companies Act 2006
s.1161). Either sign can be wrong, so that the sign is said wherever a group ends by it.
"""

import re
from collections.abc import Container, Iterable, Mapping

from db.records import SicCode
from oversight.finding import Evidence
from oversight.holders import is_company
from oversight.namesakes import plain

TRADES: Mapping[str, str] = {
    "64205": "activities of financial services holding companies",
    "64301": "activities of investment trusts",
    "64302": "activities of unit trusts",
    "64303": "activities of venture and development capital companies",
    "64304": "activities of open-ended investment companies",
    "64305": "activities of property unit trusts",
    "64306": "activities of real estate investment trusts",
    "64999": "financial intermediation not elsewhere classified",
    "66300": "fund management activities",
}
"""Trades of fund vehicles by their code (Standard Industrial Classification 2007)."""
_NAMES = (
    re.compile(r"\b(?:gp|general partner) (?:llp|ltd|lp)\b"),
    re.compile(r"\b(?:lp|scsp|ltd partnership)$"),
    re.compile(r"\bcapital partners\b"),
    re.compile(r"\bequity\b"),
    re.compile(r"\bfund [ivx]+\b"),
)
"""What fund vehicles are called, in plain letters: GP LLP, L.P., SCSp, Capital Partners, Fund V."""
_PARTNERSHIPS = ("LP", "SL", "NL")
"""How the numbers of limited partnerships begin."""


def fund_vehicles(
    names: Mapping[str, str],
    entered: Mapping[str, str],
    trades: Iterable[SicCode],
    owners: Container[str] = (),
) -> dict[str, Evidence]:
    """Which undertakings that hold another are fund vehicles, each with the sign of it.

    `names` are what they are called, verbatim; `entered` gives of each holder an entry of a
    control register that names it. Whoever runs settings (`owners`) is no fund, whatever it is
    called.
    """
    codes: dict[str, SicCode] = {}
    for one in sorted(trades, key=lambda one: (one.company_number, one.sic_code)):
        if one.sic_code in TRADES:
            codes.setdefault(one.company_number, one)
    found: dict[str, Evidence] = {}
    for node, cite in sorted(entered.items()):
        trade = codes.get(node)
        sign = _by_trade(trade) if trade else _by_name(node, names[node])
        if sign and node not in owners:
            claim = f"{names[node]} is taken for a fund vehicle: {sign}"
            found[node] = Evidence(claim=claim, cite=trade.cite if trade else cite)
    return found


def _by_trade(trade: SicCode) -> str:
    return f"its trade is {trade.sic_code}, {TRADES[trade.sic_code]}"


def _by_name(node: str, name: str) -> str | None:
    if any(each.search(plain(name)) for each in _NAMES):
        return "it is called as fund vehicles are"
    if is_company(node) and node.startswith(_PARTNERSHIPS):
        return f"its number, {node}, is a limited partnership's"
    return None
