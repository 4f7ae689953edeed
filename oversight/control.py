"""Who controls a company, as its control register says: which holders have a majority for certain.

A parent undertaking holds a majority of the votes, or may appoint or remove a majority of the
board (Companies Act 2006 s.1162(2)(a) and (b)). The register publishes bands: a majority is
certain where the lower end is beyond one half, and possible where the upper end is. Shares stand
in for votes only where the company's register publishes no votes at all.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from db.records import Capacity, Control
from oversight.bands import Band, Low, added, shares, surplus_assets, votes
from oversight.holders import Holders
from oversight.links import Holding, Right


@dataclass(frozen=True, kw_only=True)
class Stake:
    """What one holder directly has of a company's votes; of its shares where it publishes none."""

    holder: str
    """As `Holding.parent`; whoever is no undertaking begins `other:` and is never shown."""
    company: str
    right: Right
    band: Band
    words: str
    """As in `Holding`."""
    control: Control

    @property
    def least(self) -> Low:
        """The least that the holder has."""
        return self.band.least

    @property
    def as_holding(self) -> Holding:
        """The stake as a part of what several have together: no control by itself."""
        return Holding(
            parent=self.holder,
            subsidiary=self.company,
            certain=False,
            right=Right.OTHER,
            words=self.words,
            control=self.control,
        )


def holdings(controls: Iterable[Control], holders: Holders | None = None) -> tuple[Holding, ...]:
    """Every certain or possible control by an undertaking, from the entries in force on a day.

    Two capacities of one holder, or two entries of it, give one holding: the most certain.
    """
    entries = list(controls)
    holders = holders or Holders.of(entries)
    found: dict[tuple[str, str], Holding] = {}
    for register in _registers(entries):
        for holding in _of_one_company(register, holders):
            pair = (holding.parent, holding.subsidiary)
            if pair not in found or _weight(holding) < _weight(found[pair]):
                found[pair] = holding
    return tuple(found[pair] for pair in sorted(found))


def stakes(controls: Iterable[Control], holders: Holders | None = None) -> tuple[Stake, ...]:
    """What every direct holder has of every company, by company and holder, persons among them.

    Two entries of one holder are one stake, the larger.
    """
    entries = list(controls)
    holders = holders or Holders.of(entries)
    return tuple(
        stake
        for register in _registers(entries)
        for stake in _stakes(register, holders, _right(register))
    )


def stakes_by(
    right: Right, controls: Iterable[Control], holders: Holders | None = None
) -> dict[str, tuple[Stake, ...]]:
    """The same of one right alone, by company: votes, or shares whether votes are published or not.

    A company that publishes none of the right is left out.
    """
    entries = list(controls)
    holders = holders or Holders.of(entries)
    found = {
        register[0].company_number: tuple(_stakes(register, holders, right))
        for register in _registers(entries)
    }
    return {company: held for company, held in found.items() if held}


def _registers(entries: Iterable[Control]) -> Iterator[tuple[Control, ...]]:
    """The entries of each company, by company."""
    in_order = sorted(entries, key=lambda one: (one.company_number, one.cite, one.capacity))
    for _, register in groupby(in_order, key=lambda one: one.company_number):
        yield tuple(register)


def _weight(holding: Holding) -> tuple[bool, int, str]:
    return not holding.certain, list(Right).index(holding.right), holding.cite


def _right(register: Sequence[Control]) -> Right:
    return Right.VOTES if any(votes(one) is not None for one in register) else Right.SHARES


def _stakes(register: Sequence[Control], holders: Holders, right: Right) -> tuple[Stake, ...]:
    found: dict[str, Stake] = {}
    for entry in register:
        band = _band(entry, right)
        if band is None or entry.capacity is not Capacity.DIRECT:
            continue
        holder = holders.certain(entry)
        if holder.node not in found or found[holder.node].least < band.least:
            found[holder.node] = Stake(
                holder=holder.node,
                company=entry.company_number,
                right=right,
                band=band,
                words=f"holds {band} of the {right.of_a_company}{holder.why}",
                control=entry,
            )
    return tuple(found[holder] for holder in sorted(found))


def _of_one_company(register: Sequence[Control], holders: Holders) -> Iterator[Holding]:
    right = _right(register)
    held = _stakes(register, holders, right)
    for entry in register:
        holder = holders.certain(entry).node
        others = added(one.least for one in held if one.holder != holder)
        for meant in holders.meant(entry):
            if meant.node == entry.company_number:
                continue
            for certain, found, words in _controls(entry, right, others):
                yield Holding(
                    parent=meant.node,
                    subsidiary=entry.company_number,
                    certain=certain and meant.certain,
                    right=found if meant.certain else Right.OTHER,
                    words=words + meant.why,
                    control=entry,
                )


def _controls(entry: Control, right: Right, others: Low) -> Iterator[tuple[bool, Right, str]]:
    """Each control that one entry gives its holder: whether it is certain, by what, in words."""
    band = _band(entry, right)
    direct = entry.capacity is Capacity.DIRECT
    capacity = "" if direct else f", {entry.capacity}"
    if band is not None:
        words = f"holds {band} of the {right.of_a_company}{capacity}"
        if band.is_majority:
            yield direct, right if direct else Right.OTHER, words
        elif band.may_reach_half(others):
            yield False, Right.OTHER, words
    if entry.appoints_majority_of_board:
        words = f"may appoint or remove a majority of the board of {{}}{capacity}"
        yield direct, Right.BOARD if direct else Right.OTHER, words
    if entry.significant_influence:
        yield False, Right.OTHER, f"has significant influence or control over {{}}{capacity}"
    assets = surplus_assets(entry)
    if assets is not None and assets.is_majority:
        yield False, Right.OTHER, f"has most of the surplus assets of {{}} on winding up{capacity}"


def _band(entry: Control, right: Right) -> Band | None:
    return votes(entry) if right is Right.VOTES else shares(entry)
