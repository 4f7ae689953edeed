"""Who is entered as holding how much of whose shares: what money is followed by, never votes.

Only shares are a part of what a company is worth. A holder of votes, of a right to appoint the
board or of influence is not entered with any of its money, and nothing is made up for it.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from db.records import Capacity, Control
from oversight.bands import Band, shares
from oversight.holders import OTHER, Holders

FOR_OTHERS = {
    "trusts": (Capacity.AS_TRUST, Capacity.AS_CONTROL_OVER_TRUST),
    "firms": (Capacity.AS_FIRM, Capacity.AS_CONTROL_OVER_FIRM),
}
"""Capacities in which a holder is entered with what is not its own."""


@dataclass(frozen=True, kw_only=True)
class ShareStake:
    """What one holder has of a company's shares."""

    holder: str
    """Company number, or typed text. Whoever is no undertaking begins `other:`, is never shown,
    and is somebody else in each register: two persons of one name are not taken for one."""
    company: str
    band: Band


def shares_held(
    controls: Iterable[Control], holders: Holders | None = None
) -> tuple[ShareStake, ...]:
    """What every holder has of every company, by company and holder, from entries in force.

    Two entries of one holder are one stake, the larger. What trustees are entered with belongs to
    a trust, and what members of a firm are to the firm: of each, the entries of one register are
    taken together, since several people are often entered with what is one stake. `holders` says
    who holds by them; by the entries alone where it is left out.
    """
    entries = sorted(controls, key=lambda one: (one.company_number, one.cite, one.capacity))
    who = holders or Holders.of(entries)
    return tuple(
        stake
        for _, register in groupby(entries, key=lambda one: one.company_number)
        for stake in _of_one_company(list(register), who)
    )


def _of_one_company(register: Sequence[Control], holders: Holders) -> Iterator[ShareStake]:
    entered = [(one, band) for one in register if (band := shares(one)) is not None]
    found: dict[str, Band] = {}
    for entry, band in entered:
        if entry.capacity is Capacity.DIRECT:
            node = _node(entry, holders)
            found[node] = max(found.get(node, band), band, key=_size)
    for called, capacities in FOR_OTHERS.items():
        others = [
            band
            for entry, band in entered
            if entry.capacity in capacities and _node(entry, holders) not in found
        ]
        if others:
            found[f"{OTHER}{called} of {register[0].company_number}"] = _together(others)
    for holder in sorted(found):
        yield ShareStake(holder=holder, company=register[0].company_number, band=found[holder])


def _node(entry: Control, holders: Holders) -> str:
    node = holders.certain(entry).node
    return f"{node} of {entry.company_number}" if node.startswith(OTHER) else node


def _size(band: Band) -> tuple[float, bool, float, bool]:
    return band.low, band.low_open, band.high, not band.high_open


def _together(bands: Sequence[Band]) -> Band:
    """What several have that may be one stake, or apart: no less than one has, at most the sum."""
    most = sum(band.high for band in bands)
    largest = max(bands, key=_size)
    is_open = most <= 1 and any(band.high_open for band in bands)
    return Band(largest.low, largest.low_open, min(most, 1), is_open)
