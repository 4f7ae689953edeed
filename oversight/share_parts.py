"""What registers say of shares, made fit to be multiplied: nothing twice, nothing impossible.

Control registers enter who holds "directly or indirectly" (Companies Act 2006 Sch 1A para 2), so
that a parent may stand beside the subsidiary through which it holds. And they contradict
themselves: two holders of three quarters each.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from oversight.bands import Low, added
from oversight.shares_held import ShareStake

NOTHING = 1e-9
"""A share that is smaller is none: it is what is left when floating numbers are taken off."""
ONE = 1.0


@dataclass(frozen=True)
class High:
    """The most that somebody has: a share, 0 to 1, and whether it is less than that."""

    share: float
    is_open: bool


@dataclass(frozen=True, kw_only=True)
class Part:
    """What one holder has of a company's shares at least and at most."""

    holder: str
    company: str
    least: Low
    most: High


@dataclass(frozen=True, kw_only=True)
class Parts:
    """What every holder has of every company, and whose register says nothing that can be used."""

    parts: tuple[Part, ...]
    """By company and holder."""
    contradicted: frozenset[str]
    """Companies of which the holders entered have more than the whole: any of them may have all."""


def parts(stakes: Iterable[ShareStake]) -> Parts:
    """What the stakes of all registers surely say: at least and at most, of each holder."""
    registers: dict[str, list[ShareStake]] = defaultdict(list)
    for stake in sorted(stakes, key=lambda one: (one.company, one.holder)):
        registers[stake.company].append(stake)
    above = {company: [one.holder for one in held] for company, held in registers.items()}
    found: list[Part] = []
    contradicted: set[str] = set()
    for company, register in registers.items():
        read = [_part(one) for one in register]
        counted = _once(read, above)
        if _is_impossible(counted):
            contradicted.add(company)
            found += (replace(one, least=Low(0, False), most=High(1, False)) for one in counted)
        else:
            found += (one for one in _tightened(counted) if one.most.share > NOTHING)
    return Parts(parts=tuple(found), contradicted=frozenset(contradicted))


def _part(stake: ShareStake) -> Part:
    band = stake.band
    return Part(
        holder=stake.holder,
        company=stake.company,
        least=band.least,
        most=High(band.high, band.high_open),
    )


def _once(register: Sequence[Part], above: dict[str, list[str]]) -> list[Part]:
    """The register without the lower end of whoever holds through another holder entered.

    It may have nothing but what the other has, or something besides.
    """
    holders = {one.holder for one in register}
    through: set[str] = set()
    for one in register:
        if len(holders) > 1 and one.holder != one.company:
            through |= _above(one.holder, one.company, above) & (holders - {one.holder})
    return [replace(one, least=Low(0, False)) if one.holder in through else one for one in register]


def _above(holder: str, company: str, above: dict[str, list[str]]) -> set[str]:
    """Whoever is entered above a holder, however far up, but for those by way of the company."""
    found: set[str] = set()
    todo = [holder]
    while todo:
        new = set(above.get(todo.pop(), ())) - found - {company}
        found |= new
        todo += sorted(new)
    return found


def _is_impossible(register: Sequence[Part]) -> bool:
    together = added(one.least for one in register)
    left = ONE - together.share
    is_too_much = left < -NOTHING or (left <= NOTHING and together.is_open)
    return is_too_much or any(one.least.share > one.most.share for one in register)


def _tightened(register: Sequence[Part]) -> list[Part]:
    """The same, each holder having at most what the others leave at the least."""
    tightened: list[Part] = []
    for one in register:
        others = added(other.least for other in register if other is not one)
        left = High(ONE - others.share, others.is_open)
        tightened.append(replace(one, most=lower_of(one.most, left)))
    return tightened


def lower_of(one: High, other: High) -> High:
    """The lower of two upper ends; of equal ones, that which does not belong to what is meant."""
    if abs(one.share - other.share) <= NOTHING:
        return High(max(one.share, other.share), one.is_open or other.is_open)
    return min(one, other, key=lambda high: high.share)
