"""What every rule, page and export asks: the market on one day, under one policy.

Everything is computed once, and only when somebody asks for it.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from db.records import (
    Inspection,
    LocalAuthority,
    LocalAuthoritySpelling,
    Premises,
    ProvisionType,
    Setting,
)
from oversight.councils import Councils
from oversight.events import Event, market_events
from oversight.measures import failing
from oversight.measures.areas import area_markets
from oversight.measures.concentration import AreaMarket, Service
from oversight.measures.supply import WALES, LeftOut, Unit, supply
from oversight.owned_market import OwnedMarket
from oversight.policy import Policy

T = TypeVar("T")


@dataclass(frozen=True, kw_only=True)
class Market(OwnedMarket):
    """The settings, owners and outcomes of one snapshot, judged by nobody yet."""

    policy: Policy

    @cached_property
    def events(self) -> tuple[Event, ...]:
        """What happened to owners and settings up to `as_of`, by day."""
        return market_events(self.snapshot, self.matches, self.names, self.undertaking_names)

    @cached_property
    def visits(self) -> dict[str, tuple[Inspection, ...]]:
        """Inspections of each setting up to the register's day, by URN, earliest first."""
        found = (i for i in self.snapshot.current(Inspection) if i.inspected_on <= self.day)
        return _by(found, lambda i: i.urn, lambda i: i.inspected_on)

    @cached_property
    def premises(self) -> dict[str, tuple[Premises, ...]]:
        """Supported-accommodation premises of each registration on the register's day, by URN."""
        listed = (p for p in self.snapshot.current(Premises) if p.as_at == self.day)
        return _by(listed, lambda p: p.urn, lambda p: p.cite)

    @cached_property
    def outcomes(self) -> dict[str, failing.Outcome]:
        """Why each setting counts as failing on some proxy, by URN; the rest are left out."""
        found = (failing.outcome(s, self.visits.get(s.urn, ())) for s in self.settings)
        return {outcome.setting.urn: outcome for outcome in found if outcome is not None}

    @cached_property
    def councils(self) -> Councils:
        """Councils by any publisher's spelling."""
        return Councils(
            self.snapshot.every(LocalAuthority), self.snapshot.every(LocalAuthoritySpelling)
        )

    @cached_property
    def areas(self) -> tuple[AreaMarket, ...]:
        """Every service in every council area, region and England, on both bases."""
        units = (unit for unit in self._supply if isinstance(unit, Unit))
        councils = (c for c in self.councils.in_force(self.day) if c.region != WALES)
        return tuple(area_markets(units, self.unknown, councils))

    @cached_property
    def unknown(self) -> dict[Service, str]:
        """Services of which nobody knows where anything stands on the register's day, and why."""
        if self.premises or not self._supported_accommodation:
            return {}
        why = (
            f"no premises are listed for {self.day}: where the"
            f" {len(self._supported_accommodation):,} registrations of that day have their places"
            " is not published"
        )
        return {Service.SUPPORTED_ACCOMMODATION: why}

    @cached_property
    def left_out(self) -> tuple[LeftOut, ...]:
        """What is registered and supplies no market, each with its reason."""
        return tuple(one for one in self._supply if isinstance(one, LeftOut))

    @cached_property
    def _supply(self) -> tuple[Unit | LeftOut, ...]:
        return tuple(supply(self.settings, self.premises, self.organisations, self.councils))

    @cached_property
    def supported_accommodation_coverage(self) -> tuple[int, int]:
        """Supported-accommodation registrations that have an outcome, and all of them."""
        registered = self._supported_accommodation
        judged = sum(
            any(visit.supported_accommodation_outcome for visit in self.visits.get(s.urn, ()))
            for s in registered
        )
        return judged, len(registered)

    @cached_property
    def _supported_accommodation(self) -> list[Setting]:
        accommodation = ProvisionType.SUPPORTED_ACCOMMODATION
        return [s for s in self.settings if s.provision_type is accommodation]


def _by(
    records: Iterable[T], key: Callable[[T], str], order: Callable[[T], object]
) -> dict[str, tuple[T, ...]]:
    found: dict[str, list[T]] = {}
    for record in records:
        found.setdefault(key(record), []).append(record)
    return {k: tuple(sorted(group, key=order)) for k, group in found.items()}  # type: ignore[arg-type] days and texts compare
