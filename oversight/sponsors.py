"""Sponsors: the investment houses behind operating groups, by a reviewed list or by their funds.

A sponsor is an attribute of an operating group and heads no group of its own. What the list does
not name is called by the fund vehicle that the control register shows; whoever holds a quarter or
less stands on no register and is not seen.
"""

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Any

from oversight.finding import Evidence
from oversight.namesakes import plain


@dataclass(frozen=True, kw_only=True)
class Listed:
    """One investment house of the reviewed list."""

    name: str
    kind: str
    """What kind of investor: private equity, infrastructure, sovereign wealth."""
    known_as: tuple[str, ...]
    """Names that registers and publications give it or its vehicles, verbatim."""
    stated_as_at: date
    """The first day for which the publication states it."""
    until: date | None
    """The day from which it is known to be behind nobody; None where that is not published."""
    address: str
    says: str

    def holds(self, day: date) -> bool:
        """True from the day that the publication is of until the end, if any."""
        return self.stated_as_at <= day and (self.until is None or day < self.until)


@dataclass(frozen=True, kw_only=True)
class Sponsor:
    """Who is behind an operating group, and by what sign."""

    name: str
    certain: bool
    """False where a fund's control of the group is possible alone."""
    evidence: tuple[Evidence, ...]


@cache
def listed_sponsors() -> tuple[Listed, ...]:
    """The reviewed list, by name."""
    table = tomllib.loads((files("oversight") / "sponsors.toml").read_text("utf-8"))
    return tuple(sorted((_listed(row) for row in table["sponsor"]), key=lambda one: one.name))


def _listed(row: Mapping[str, Any]) -> Listed:
    return Listed(
        name=row["name"],
        kind=row["kind"],
        known_as=tuple(row["known_as"]),
        stated_as_at=row["stated_as_at"],
        until=row.get("until"),
        address=row["address"],
        says=row["says"],
    )


def sponsors(
    above: Iterable[tuple[str, bool]],
    names: Mapping[str, str],
    funds: Mapping[str, Evidence],
    day: date,
    listed: Iterable[Listed],
) -> tuple[Sponsor, ...]:
    """Who is behind a group, from those above it, nearest first, and whether each surely is.

    One of the list by each of its names; of fund vehicles that it lacks the nearest certain one,
    and every possible one.
    """
    known = {plain(name): one for one in listed if one.holds(day) for name in one.known_as}
    found: dict[str, Sponsor] = {}
    is_told = False
    for node, certain in above:
        entry = known.get(plain(names[node]))
        if entry is not None:
            claim = f"{entry.says} ({entry.kind})"
            signs = (Evidence(claim=claim, cite=entry.address),)
            found.setdefault(entry.name, Sponsor(name=entry.name, certain=certain, evidence=signs))
        elif node in funds and not (certain and is_told):
            found.setdefault(
                names[node],
                Sponsor(name=names[node], certain=certain, evidence=(funds[node],)),
            )
        is_told |= certain and (entry is not None or node in funds)
    return tuple(found.values())
