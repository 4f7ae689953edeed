"""How tagged accounts are marked up, by the software that wrote them."""

import re
from collections.abc import Sequence
from datetime import date, timedelta
from statistics import median

from crawlers.rehearsal.forms.accounts.document import XHTML, document_body
from crawlers.rehearsal.world.books import Medium, Vendor
from crawlers.rehearsal.world.world import World

_YEAR = timedelta(days=365)
_ASKED = 30
"""Documents of each vendor, evenly chosen: more would take a market's making time again."""
_NAMES = {Vendor.IRIS: "IRIS", Vendor.CASEWARE: "CaseWare", Vendor.DIGITA: "Digita"}
_ELEMENT = re.compile(rb"<[a-z]", re.IGNORECASE)
_STYLED = re.compile(rb'<[a-z][^>]*\sstyle="', re.IGNORECASE)
_TAG = re.compile(rb"<ix:non(?:fraction|numeric)\b", re.IGNORECASE)
_CELL = re.compile(rb"<td\b", re.IGNORECASE)
_EMPTY = re.compile(
    rb"<td\b[^>]*(?:/>|(?<!/)>(?:\s|&#160;|<(?!/?td\b)[^>]*>)*</td>)", re.IGNORECASE
)


def marked_up(world: World, day: date) -> dict[str, dict[str, float]]:
    """Of tagged accounts filed within a year of a day, the middle document of each vendor."""
    tagged = [
        one
        for one in world.accounts
        if one.medium is Medium.TAGGED and abs(one.filed_on - day) <= _YEAR
    ]
    found: dict[str, float] = {}
    for vendor, name in _NAMES.items():
        own = [one for one in tagged if one.vendor is vendor]
        asked = own[:: max(len(own) // _ASKED, 1)][:_ASKED]
        found |= of_documents(name, [document_body(world, one, XHTML) for one in asked])
    return {"markup": found}


def of_documents(name: str, bodies: Sequence[bytes]) -> dict[str, float]:
    """The middle of some documents: elements to a tag, share of them with a style, empty cells.

    Nothing is said of cells where most of the documents have none.
    """
    if not bodies:
        return {}
    cells = median(_share(_EMPTY, _CELL, body) for body in bodies)
    return {
        f"elements to a tag, {name}": median(
            len(_ELEMENT.findall(body)) / len(_TAG.findall(body)) for body in bodies
        ),
        f"elements with a style, {name}": median(
            _share(_STYLED, _ELEMENT, body) for body in bodies
        ),
    } | ({f"empty cells, {name}": cells} if cells else {})


def _share(some: re.Pattern[bytes], every: re.Pattern[bytes], body: bytes) -> float:
    """How many of all there are, 0 to 1; 0 where there are none."""
    return len(some.findall(body)) / max(len(every.findall(body)), 1)
