"""What a publisher counts of owners, counted here: how much the largest, single and named have."""

from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from db.owner_text import owner_key
from db.records import (
    OwnedSector,
    OwnedService,
    OwnershipFigure,
    OwnershipMeasure,
    ProvisionType,
    Sector,
)
from oversight.market_owners import MarketOwners, Owner

QUARTER = 0.25
"""The largest owners are those that together have a quarter of all (Ofsted, ownership 2025)."""
SERVICES = (
    ProvisionType.CHILDRENS_HOME,
    ProvisionType.INDEPENDENT_FOSTERING_AGENCY,
    ProvisionType.SUPPORTED_ACCOMMODATION,
)
"""The services of whoever operates in all of them."""


@dataclass(frozen=True, kw_only=True)
class Unit:
    """One setting or one premises, as it counts for its owner."""

    urn: str
    sector: Sector
    region: str | None


@dataclass(frozen=True, kw_only=True)
class OwnerCounts:
    """Counts what one figure states of one market's owners."""

    figure: OwnershipFigure
    owners: MarketOwners

    def count(self) -> float | None:
        """Our number; None where the register does not give what the figure counts.

        Shares are 0 to 1. None too where no undertaking that is held has a name that is meant.
        """
        measured: Mapping[OwnershipMeasure, Callable[[], float | None]] = {
            OwnershipMeasure.LARGEST_SETTINGS: lambda: len(self._had_by(self._largest)),
            OwnershipMeasure.LARGEST_SHARE: lambda: self._share(self._had_by(self._largest)),
            OwnershipMeasure.LARGEST_OWNERS: self._owners_of_a_quarter,
            OwnershipMeasure.SINGLE_SETTINGS: lambda: len(self._single),
            OwnershipMeasure.SINGLE_SHARE: lambda: self._share(self._single),
            OwnershipMeasure.NAMED_SHARE: self._share_of_named,
            OwnershipMeasure.IN_EVERY_SERVICE: self._in_every_service,
            OwnershipMeasure.AGENCY_PLACES: lambda: None,
        }
        return measured[self.figure.measure]() if self.units else None

    @cached_property
    def units(self) -> tuple[Unit, ...]:
        """Everything of the figure's service in England."""
        return tuple(self._units())

    @cached_property
    def ranked(self) -> tuple[Unit, ...]:
        """All of it that owners are ranked by."""
        return _of_sector(self.units, self.figure.ranked)

    @cached_property
    def not_found(self) -> tuple[str, ...]:
        """Owners that the release names and no undertaking that is held is called."""
        return tuple(name for name in self._names if not self._nodes.get(owner_key(name)))

    @cached_property
    def unknown(self) -> tuple[Unit, ...]:
        """What belongs to owners of whom it is not known who is above them."""
        owners = self.owners.by_urn
        return tuple(u for u in self.ranked if u.urn in owners and not owners[u.urn].is_known)

    def _units(self) -> Iterator[Unit]:
        service, market = self.figure.service, self.owners.market
        if service is OwnedService.PREMISES:
            for one in (one for found in market.premises.values() for one in found):
                yield Unit(urn=one.urn, sector=one.sector, region=one.government_office_region)
            return
        for one in market.settings:
            if one.provision_type not in _types(service):
                continue
            if service is OwnedService.HOMES_BUT_SHORT_BREAKS and one.short_breaks_only:
                continue
            yield Unit(urn=one.urn, sector=one.sector, region=one.government_office_region)

    @cached_property
    def _numbers(self) -> Counter[str]:
        """How much each owner has of what owners are ranked by, by the owner's key."""
        owners = self.owners.by_urn
        return Counter(owners[u.urn].key for u in self.ranked if u.urn in owners)

    @cached_property
    def _largest(self) -> frozenset[str]:
        """The largest owners, so many as the figure means; of equals the first by key."""
        order = sorted(self._numbers, key=lambda key: (-self._numbers[key], key))
        return frozenset(order[: self.figure.largest])

    def _had_by(self, keys: Collection[str]) -> tuple[Unit, ...]:
        owners = self.owners.by_urn
        return tuple(u for u in self.ranked if u.urn in owners and owners[u.urn].key in keys)

    @cached_property
    def _single(self) -> tuple[Unit, ...]:
        """What belongs to owners that have one of the service and no more, in whatever sector."""
        owners = self.owners.by_urn
        every = Counter(owners[u.urn].key for u in self.units if u.urn in owners)
        return self._had_by([key for key, number in every.items() if number == 1])

    @cached_property
    def _named(self) -> tuple[Unit, ...]:
        nodes = [node for name in self._names for node in self._nodes[owner_key(name)]]
        urns = {setting.urn for setting in self.owners.below(nodes)}
        return tuple(unit for unit in self.ranked if unit.urn in urns)

    @cached_property
    def _names(self) -> tuple[str, ...]:
        named = (name.strip() for name in (self.figure.owners or "").split(";"))
        return tuple(name for name in named if name)

    @cached_property
    def _nodes(self) -> dict[str, list[str]]:
        """Undertakings of the graph, by what they are called but for case and legal suffix."""
        market = self.owners.market
        found: dict[str, list[str]] = {}
        for node in market.graph.certain:
            found.setdefault(owner_key(market.undertaking_names[node]), []).append(node)
        return found

    def _owners_of_a_quarter(self) -> int:
        wanted, reached = QUARTER * len(self.ranked), 0
        for count, (_, number) in enumerate(self._numbers.most_common(), start=1):
            reached += number
            if reached >= wanted:
                return count
        return len(self._numbers)

    def _share_of_named(self) -> float | None:
        return None if self.not_found else self._share(self._named)

    def _in_every_service(self) -> int:
        return sum(_is_in_every_service(owner) for owner in self.owners.owners)

    def _share(self, units: Collection[Unit]) -> float | None:
        region = self.figure.region
        of = _of_sector(self.units, self.figure.share_of)
        there = [unit for unit in of if region in (None, unit.region)]
        had = [unit for unit in units if region in (None, unit.region)]
        return len(had) / len(there) if there else None


def _types(service: OwnedService) -> Collection[ProvisionType]:
    """The types that count for a service; all of them where owners of every service are meant."""
    if service is OwnedService.AGENCIES:
        return {ProvisionType.INDEPENDENT_FOSTERING_AGENCY}
    return SERVICES if service is OwnedService.EVERY else {ProvisionType.CHILDRENS_HOME}


def _of_sector(units: Collection[Unit], sector: OwnedSector) -> tuple[Unit, ...]:
    if sector is OwnedSector.PRIVATE:
        return tuple(unit for unit in units if unit.sector is Sector.PRIVATE)
    return tuple(units)


def _is_in_every_service(owner: Owner) -> bool:
    return {setting.provision_type for setting in owner.settings} >= set(SERVICES)
