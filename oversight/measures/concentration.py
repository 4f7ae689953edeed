"""Who supplies how much of a market: shares of registered places, and their concentration.

A market is one service, in one area, on one basis. No public file says where a child lives,
so these are shares of what an area hosts, never of what its council relies on.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from db.records import CouncilOwnedBody


class Service(StrEnum):
    """What is bought. Fostering agencies have no places and no local market in the register."""

    CHILDRENS_HOMES = "children's homes"
    SUPPORTED_ACCOMMODATION = "supported accommodation"
    FOSTERING_AGENCIES = "fostering agencies"


class Basis(StrEnum):
    """Whose supply counts."""

    INDEPENDENT = "independent"
    """All but council provision, which the CMA holds to be no competitor of the rest.

    A body that councils own is council provision whatever Ofsted's sector says.
    """
    ALL = "all"


class Level(StrEnum):
    """How wide an area is."""

    COUNCIL = "council"
    REGION = "region"
    ENGLAND = "england"


@dataclass(frozen=True, kw_only=True)
class Supply:
    """One supplier's settings in one market, or one setting of no named owner."""

    owner: str | None
    """Key of the registered organisation; None when the register names no owner."""
    name: str
    settings: int
    places: int
    cites: tuple[str, ...]
    council_owned: CouncilOwnedBody | None = None
    """How councils own it outright; None when they do not."""


@dataclass(frozen=True, kw_only=True)
class AreaMarket:
    """One market: a service in an area on a basis, with its suppliers, largest first.

    One of which nothing is known has none, and no number of it is to be told.
    """

    service: Service
    level: Level
    area: str
    """ONS code; the publisher's text when no council of that name is known."""
    area_name: str
    basis: Basis
    suppliers: tuple[Supply, ...]
    left_out: tuple[Supply, ...] = ()
    """Council provision that Ofsted's sector alone would have counted on this basis."""
    unknown_why: str = ""
    """Why nothing is known of who supplies it; empty where suppliers are drawn."""

    @property
    def subject(self) -> str:
        """How a finding names it."""
        return f"market:{self.service}/{self.area}/{self.basis}"

    @cached_property
    def settings(self) -> int:
        """Settings in the market; for supported accommodation, premises."""
        return sum(supplier.settings for supplier in self.suppliers)

    @cached_property
    def places(self) -> int:
        """Registered places in the market."""
        return sum(supplier.places for supplier in self.suppliers)

    def share(self, supplier: Supply) -> float | None:
        """A supplier's share, 0 to 1: of places, or of settings where the service has no places.

        None when the market has none.
        """
        mine, all_ = (
            (supplier.settings, self.settings)
            if self.service is Service.FOSTERING_AGENCIES
            else (supplier.places, self.places)
        )
        return mine / all_ if all_ else None

    @property
    def hhi(self) -> float | None:
        """Herfindahl-Hirschman index of the shares, 0 to 10,000; None when there are none.

        A setting of no named owner counts as a supplier of its own, which can only lower it.
        """
        shares = [share for s in self.suppliers if (share := self.share(s)) is not None]
        return hhi(shares) if shares else None


def hhi(shares: Iterable[float]) -> float:
    """Herfindahl-Hirschman index of shares that sum to 1, on the 0 to 10,000 scale.

    >>> hhi([0.5, 0.5])
    5000.0
    """
    return sum((100 * share) ** 2 for share in shares)
