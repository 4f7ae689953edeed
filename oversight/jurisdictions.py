"""Where each undertaking of a chain is registered, and whether that is offshore.

The places that count as offshore are a short list of names. A register's address is free text:
a place that is not understood is given as it stands and is not called offshore.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from db.company_numbers import reads_as_united_kingdom
from db.records import Control
from oversight.holders import Holders, is_company
from oversight.namesakes import plain

UNPUBLISHED = "not published"
OFFSHORE: Mapping[str, str] = {
    r"(?<!new )jersey(?! city)": "Jersey",
    r"guernsey": "Guernsey",
    r"isle of man": "Isle of Man",
    r"gibraltar": "Gibraltar",
    r"luxembou?rg": "Luxembourg",
    r"cayman": "Cayman Islands",
    r"british virgin islands|bvi": "British Virgin Islands",
    r"bermuda": "Bermuda",
    r"bahamas": "Bahamas",
    r"panama": "Panama",
    r"cyprus": "Cyprus",
    r"malta": "Malta",
    r"united arab emirates|uae|dubai|abu dhabi": "United Arab Emirates",
    r"netherlands|holland": "Netherlands (a weak sign)",
}
"""Places that count as offshore, by how they are written: those that studies of ownership use."""
_HOME: Mapping[str, str] = {
    **dict.fromkeys(("SC", "SO", "SL", "SP", "SR", "CS"), "Scotland"),
    **dict.fromkeys(("NI", "NC", "NL", "NP", "NO", "NR", "R0"), "Northern Ireland"),
}
"""How numbers begin outside England and Wales, which has all the rest."""
_ABROAD = ("OE", "FC", "BR", "SF", "NF", "FE")
"""How numbers begin of bodies abroad that stand on a register here."""


@dataclass(frozen=True, kw_only=True)
class Place:
    """Where one undertaking is registered."""

    node: str
    name: str
    """As published; the part of the kingdom by its number; else `not published`."""
    is_overseas: bool
    offshore: str | None
    """The offshore place that it is; None where it is none, or nothing is published."""
    cite: str | None
    """The entry that says so; None where its own number does, or nothing."""


def places(
    nodes: Iterable[str], controls: Iterable[Control], holders: Holders | None = None
) -> tuple[Place, ...]:
    """Where each of some undertakings is registered, by its number or by the entries naming it."""
    entries = sorted(controls, key=lambda one: one.cite)
    holders = holders or Holders.of(entries)
    said: dict[str, Control] = {}
    for one in entries:
        if one.country_registered or one.place_registered:
            said.setdefault(holders.certain(one).node, one)
    return tuple(_place(node, said.get(node)) for node in nodes)


def _place(node: str, entry: Control | None) -> Place:
    if is_company(node) and not node.startswith(_ABROAD):
        name = next((where for start, where in _HOME.items() if node.startswith(start)), "")
        home = name or "England and Wales"
        return Place(node=node, name=home, is_overseas=False, offshore=None, cite=None)
    if entry is None:
        is_abroad = is_company(node)
        name = "abroad, where is not published" if is_abroad else UNPUBLISHED
        return Place(node=node, name=name, is_overseas=is_abroad, offshore=None, cite=None)
    country, place = entry.country_registered, entry.place_registered
    text = plain(f"{country or ''} {place or ''}")
    offshore = next(
        (where for how, where in OFFSHORE.items() if re.search(rf"\b(?:{how})\b", text)), None
    )
    return Place(
        node=node,
        name=country or place or UNPUBLISHED,
        is_overseas=is_company(node) or not reads_as_united_kingdom(country, place),
        offshore=offshore,
        cite=entry.cite,
    )
