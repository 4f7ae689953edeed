"""What releases on ownership state of owners beside what our groups give, each difference told."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from db.records import OwnershipFigure, OwnershipMeasure, Setting
from db.snapshot import full_lists
from oversight.explanation import Explanation, Line
from oversight.market import Market
from oversight.market_owners import MarketOwners
from oversight.owner_counts import OwnerCounts
from oversight.provider_groups import Kind
from oversight.rebuilt import Rebuilt, rebuilt_registers

ROUNDED = 0.005
"""Releases state shares in whole per cent: a share that rounds to theirs is the same."""
SHARES = {
    OwnershipMeasure.LARGEST_SHARE,
    OwnershipMeasure.SINGLE_SHARE,
    OwnershipMeasure.NAMED_SHARE,
}


def reconcile_owners(market: Market) -> Iterator[Line]:
    """Yield each published figure about owners, newest first, beside what our groups give.

    `market` is the one asked about: of each figure's own day it gives the register and the groups.
    """
    figures = market.snapshot.current(OwnershipFigure)
    days = _Days(market=market)
    for figure in sorted(figures, key=lambda one: one.as_at, reverse=True):
        yield days.line(figure)


@dataclass(frozen=True, kw_only=True)
class _Days:
    """The market on the days that figures describe, each made once."""

    market: Market

    def line(self, figure: OwnershipFigure) -> Line:
        """One figure beside ours."""
        ours, explanation, details = None, Explanation.NO_REGISTER, ()
        if figure.measure is OwnershipMeasure.AGENCY_PLACES:
            explanation = Explanation.NOT_IN_REGISTER
        elif (owners := self._owners(figure.as_at)) is not None:
            counts = OwnerCounts(figure=figure, owners=owners)
            ours = counts.count()
            explanation = _explained(figure, ours, counts)
            details = tuple(_details(figure, ours, counts))
        return Line(
            measure=f"Ownership: {figure.statement}",
            period=figure.as_at.isoformat(),
            published=int(figure.value) if figure.value.is_integer() else figure.value,
            ours=ours if ours is None else round(ours, 4),
            explanation=explanation,
            details=(*details, *_stated(figure)),
            cite=figure.cite,
        )

    def _owners(self, day: date) -> MarketOwners | None:
        """The owners of a day; None where no register is held for it."""
        if day not in self._made:
            market = None
            if day in self._full:
                market = replace(self.market, snapshot=self.market.snapshot.at(day), rebuilt=None)
            elif (found := self._rebuilt.get(day)) is not None:
                market = replace(self.market, snapshot=self.market.snapshot.at(day), rebuilt=found)
            self._made[day] = None if market is None else MarketOwners(market=market)
        return self._made[day]

    @cached_property
    def _made(self) -> dict[date, MarketOwners | None]:
        return {}

    @cached_property
    def _full(self) -> frozenset[date]:
        return frozenset(full_lists(self.market.snapshot.every(Setting)))

    @cached_property
    def _rebuilt(self) -> Mapping[date, Rebuilt]:
        return rebuilt_registers(self.market.snapshot)


def _explained(figure: OwnershipFigure, ours: float | None, counts: OwnerCounts) -> Explanation:
    """The first thing that explains a difference: what is not matched, the register, the method."""
    if ours is not None and abs(ours - figure.value) < (ROUNDED if figure.measure in SHARES else 1):
        return Explanation.AGREES
    if counts.unknown or counts.not_found:
        return Explanation.NOT_MATCHED
    if ours is None:
        return Explanation.NOT_IN_REGISTER
    return Explanation.REBUILT if counts.owners.market.rebuilt else Explanation.OWN_METHOD


def _details(figure: OwnershipFigure, ours: float | None, counts: OwnerCounts) -> Iterator[str]:
    """What a reader must know of our number."""
    market, owners = counts.owners.market, counts.owners.by_urn
    every = {owners[u.urn].key for u in counts.ranked if u.urn in owners}
    unknown = {owners[u.urn].key for u in counts.unknown}
    if unknown:
        yield (
            f"{len(unknown):,} of {len(every):,} owners, with {len(counts.unknown):,} of"
            f" {len(counts.ranked):,}, are matched to no company, or no control register of their"
            " company is held: who is above them is not known"
        )
    if figure.measure is OwnershipMeasure.NAMED_SHARE:
        yield from (f"no undertaking that is held is called {name}" for name in counts.not_found)
        yield "ours is all that is surely below the undertakings named, whatever is above them"
    else:
        yield (
            "an owner is the head of a statutory group (Companies Act 2006 s.1162), or whoever is"
            " in none under its own name, councils included"
        )
        yield from _by_operating_groups(ours, counts)
    yield f"groups are as on {market.day.isoformat()}, by what was public by the moment asked about"
    if market.rebuilt:
        yield market.rebuilt.note


def _by_operating_groups(ours: float | None, counts: OwnerCounts) -> Iterator[str]:
    """What it would be by groups that stop below a fund, where that is something else."""
    if counts.owners.market.operating_groups:
        owners = MarketOwners(market=counts.owners.market, kind=Kind.OPERATING)
        other = replace(counts, owners=owners).count()
        if other is not None and other != ours:
            yield f"by operating groups, which stop below a fund, it is {round(other, 4)}"


def _stated(figure: OwnershipFigure) -> Iterator[str]:
    """What the publisher says that it counts, and where."""
    yield figure.definition
    yield f"stated in {figure.release}, {figure.section}: {figure.address}"
