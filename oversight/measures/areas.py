"""Divide what is supplied into markets: a service, in an area, on a basis."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby

from db.records import LocalAuthority
from oversight.measures.concentration import AreaMarket, Basis, Level, Service, Supply
from oversight.measures.supply import Unit

ENGLAND = "E92000001"
"""ONS code of England."""


def area_markets(
    units: Iterable[Unit], unknown: Mapping[Service, str], councils: Iterable[LocalAuthority]
) -> Iterator[AreaMarket]:
    """Yield every market with a supplier: council areas, regions, then England.

    Fostering is national only, because an agency's council is its office. Of a service of which
    it is `unknown`, and why, where anything stands, each area of these councils has a market
    without suppliers: to leave it out would say that nobody supplies it.
    """
    supplied, everywhere = list(units), list(councils)
    for service in Service:
        of_service = [unit for unit in supplied if unit.service is service]
        for level in Level:
            if service is Service.FOSTERING_AGENCIES and level is not Level.ENGLAND:
                continue
            for basis in Basis:
                if service in unknown:
                    yield from _unknown(service, level, basis, everywhere, unknown[service])
                else:
                    yield from _markets(service, level, basis, of_service)


def _markets(
    service: Service, level: Level, basis: Basis, units: Iterable[Unit]
) -> Iterator[AreaMarket]:
    for (area, name), group in groupby(
        sorted(units, key=lambda unit: _area(unit, level)), key=lambda unit: _area(unit, level)
    ):
        inside = list(group)
        counted = [unit for unit in inside if not unit.is_councils or basis is Basis.ALL]
        if not counted:
            continue
        left = [] if basis is Basis.ALL else [unit for unit in inside if unit.is_reclassed]
        yield AreaMarket(
            service=service,
            level=level,
            area=area,
            area_name=name,
            basis=basis,
            suppliers=tuple(_suppliers(counted)),
            left_out=tuple(_suppliers(left)),
        )


def _unknown(
    service: Service, level: Level, basis: Basis, councils: Iterable[LocalAuthority], why: str
) -> Iterator[AreaMarket]:
    areas = {
        Level.COUNCIL: {(one.ons_code, one.name) for one in councils},
        Level.REGION: {(one.region_code, one.region) for one in councils},
        Level.ENGLAND: {(ENGLAND, "England")},
    }
    for area, name in sorted(areas[level]):
        yield AreaMarket(
            service=service,
            level=level,
            area=area,
            area_name=name,
            basis=basis,
            suppliers=(),
            unknown_why=why,
        )


def _area(unit: Unit, level: Level) -> tuple[str, str]:
    if level is Level.COUNCIL:
        return unit.council
    return unit.region if level is Level.REGION else (ENGLAND, "England")


def _suppliers(units: Iterable[Unit]) -> list[Supply]:
    """One supplier an owner; each setting of no named owner is a supplier of its own."""
    owned: dict[str, list[Unit]] = {}
    for unit in units:
        owned.setdefault(unit.owner or unit.cite, []).append(unit)
    suppliers = [
        Supply(
            owner=mine[0].owner,
            name=mine[0].name,
            settings=len(mine),
            places=sum(unit.places for unit in mine),
            cites=tuple(unit.cite for unit in mine),
            council_owned=mine[0].council_owned,
        )
        for mine in owned.values()
    ]
    return sorted(suppliers, key=lambda s: (-s.places, -s.settings, s.name, s.cites))
