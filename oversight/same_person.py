"""Groups whose heads one person controls: no group in law, as an individual is no undertaking.

Of persons the name is kept and no day of birth, so that two of one name may be two persons. The
name itself is never shown.
"""

from collections.abc import Iterable, Mapping

from db.records import Control
from oversight.bands import shares, votes
from oversight.finding import Evidence
from oversight.namesakes import plain

WORDS = 2
"""A name of fewer words than this says of nobody who it is."""


def same_person(
    heads: Iterable[str], entries: Mapping[str, Iterable[Control]]
) -> dict[str, dict[str, Evidence]]:
    """By head, the other heads that a person of the same full name has a majority of, each cited.

    `entries` are those in force on the registers, by company number. A majority is of votes or
    shares, or the right to appoint the board; heads that no such person has are left out.
    """
    bearers: dict[str, dict[str, Control]] = {}
    for head in heads:
        for one in entries.get(head, ()):
            name = plain(one.holder_name or "")
            if one.kind.startswith("individual") and len(name.split()) >= WORDS and _controls(one):
                bearers.setdefault(name, {})[head] = one
    found: dict[str, dict[str, Evidence]] = {}
    for held in bearers.values():
        for head in held if len(held) > 1 else ():
            others = {other: _said(other, one) for other, one in held.items() if other != head}
            found.setdefault(head, {}).update(others)
    return {head: dict(sorted(found[head].items())) for head in sorted(found)}


def _controls(entry: Control) -> bool:
    bands = [band for band in (votes(entry), shares(entry)) if band is not None]
    return any(band.is_majority for band in bands) or bool(entry.appoints_majority_of_board)


def _said(head: str, entry: Control) -> Evidence:
    claim = f"a person of the same full name controls {head}, which is outside s.23A"
    return Evidence(claim=claim, cite=entry.cite)
