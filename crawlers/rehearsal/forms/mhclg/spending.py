"""What each council of a rehearsal spent on each line in a year, and who made no return."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from crawlers.rehearsal.forms.drawn import drawn
from crawlers.rehearsal.forms.invented_size import looked_after
from crawlers.rehearsal.forms.mhclg.lines import (
    AUTHORITIES,
    LINES,
    NOTHING,
    PRINTED_CODES,
    Authority,
    Line,
    Spent,
)
from crawlers.rehearsal.world.settings import Council
from crawlers.rehearsal.world.world import World

CHILDREN = 81_770
"""England's children looked after on 31 March 2025 (DfE), to which its spending is scaled."""

GROWTH = 1.06
"""What a year costs in terms of the year before: an assumption, with prices and need."""

SHARE_MISSING = 9 / 410
"""Share of authorities whose return came too late: 9 of 410 in 2024-25."""

SHARE_WITHOUT_PARTS = 1 / 153
"""Share of councils that could not divide what they spent on children looked after: one of 153."""

LOOKED_AFTER = "csclkd"
"""Key of the line that one council does not divide."""

_BEGAN = {
    "E06000061": 2021,
    "E06000062": 2021,
    "E06000063": 2023,
    "E06000064": 2023,
    "E06000065": 2023,
    "E06000066": 2023,
}
"""Councils that are younger than their neighbours, by the year in whose April they began."""


@dataclass(frozen=True, kw_only=True)
class Return:
    """One authority's return for one year, as it really is."""

    authority: Authority
    spent: Mapping[str, Spent]
    """By key of line."""
    is_missing: bool
    """It came too late: the release shows marks, and counts an estimate in the totals."""
    is_undivided: bool
    """It does not say what children looked after cost by kind of care."""


def returns(world: World, year: int) -> list[Return]:
    """The returns for the financial year that begins in April of a year, by authority's name."""
    known = {
        PRINTED_CODES.get(one.ons_code, one.ons_code): one
        for one in world.councils
        if _BEGAN.get(one.ons_code, year) <= year
    }
    listed = [one for one in AUTHORITIES if one.ons_code in known or one.class_ in {"SD", "O"}]
    return [_return(world, one, known.get(one.ons_code), year) for one in listed]


def _return(world: World, authority: Authority, council: Council | None, year: int) -> Return:
    draws = drawn(world.seed, "return of spending", f"{authority.e_code}/{year}")
    is_missing = draws.random() < SHARE_MISSING
    return Return(
        authority=authority,
        spent=_spent(world, council, year) if council else {},
        is_missing=is_missing,
        is_undivided=council is not None and draws.random() < SHARE_WITHOUT_PARTS,
    )


def _spent(world: World, council: Council, year: int) -> Mapping[str, Spent]:
    scale = looked_after(world, council) / CHILDREN * GROWTH ** (year - 2024)
    whole = {one.adds_to for one in LINES}
    return with_totals(
        {
            line.key: _part(world, council, line, year, scale)
            for line in LINES
            if line.key not in whole
        }
    )


def _part(world: World, council: Council, line: Line, year: int, scale: float) -> Spent:
    lasting = drawn(world.seed, "spends on", f"{council.key}/{line.key}")
    yearly = drawn(world.seed, "spends on", f"{council.key}/{line.key}/{year}")
    share = scale * lasting.lognormvariate(0, 0.15) * yearly.uniform(0.95, 1.05)
    return Spent(
        employees=round(line.england.employees * share),
        running=round(line.england.running * share),
        fees=round(line.england.fees * share),
        other=round(line.england.other * share),
    )


def with_totals(parts: Mapping[str, Spent]) -> dict[str, Spent]:
    """Every line, given those that have no parts."""
    found: dict[str, Spent] = {}

    def of(key: str) -> Spent:
        if key not in found:
            below = [line.key for line in LINES if line.adds_to == key]
            found[key] = sum((of(one) for one in below), parts.get(key, NOTHING))
        return found[key]

    return {line.key: of(line.key) for line in LINES}


def together(of: Sequence[Return]) -> dict[str, Spent]:
    """What several spent together, those whose return is missing included."""
    return {
        line.key: sum((one.spent.get(line.key, NOTHING) for one in of), NOTHING) for line in LINES
    }
