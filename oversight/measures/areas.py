"""Divide the register into markets: which settings supply which service where."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby

from db.records import Premises, ProvisionType, Sector, Setting
from oversight.councils import Councils
from oversight.measures.concentration import AreaMarket, Basis, Level, Service, Supply
from oversight.organisations import Organisation

ENGLAND = "E92000001"
"""ONS code of England."""
WALES = "Wales"
SERVICE_OF = {
    ProvisionType.CHILDRENS_HOME: Service.CHILDRENS_HOMES,
    ProvisionType.SUPPORTED_ACCOMMODATION: Service.SUPPORTED_ACCOMMODATION,
    ProvisionType.INDEPENDENT_FOSTERING_AGENCY: Service.FOSTERING_AGENCIES,
}
"""Secure homes and special schools registered as homes serve other needs: other markets."""


@dataclass(frozen=True, kw_only=True)
class _Unit:
    """One setting, or one supported-accommodation premises, as it supplies a market."""

    service: Service
    owner: str | None
    name: str
    independent: bool
    places: int
    cite: str
    council: tuple[str, str]
    region: tuple[str, str]


def area_markets(
    settings: Iterable[Setting],
    premises: Mapping[str, tuple[Premises, ...]],
    organisations: Iterable[Organisation],
    councils: Councils,
) -> Iterator[AreaMarket]:
    """Yield every market with a supplier: council areas, regions, then England.

    Supported accommodation stands where its premises stand; fostering is national only,
    because an agency's council is its office. Addresses in Wales are no market in England.
    """
    owners = {s.urn: o for o in organisations for s in o.settings}
    units = [
        unit
        for setting in settings
        for unit in _units(setting, premises.get(setting.urn, ()), owners, councils)
    ]
    for service in Service:
        supplied = [unit for unit in units if unit.service is service]
        for level in Level:
            if service is Service.FOSTERING_AGENCIES and level is not Level.ENGLAND:
                continue
            for basis in Basis:
                yield from _markets(service, level, basis, supplied)


def _units(
    setting: Setting,
    premises: tuple[Premises, ...],
    owners: Mapping[str, Organisation],
    councils: Councils,
) -> Iterator[_Unit]:
    service = SERVICE_OF.get(setting.provision_type)
    if service is None:
        return
    owner = owners.get(setting.urn)
    stands: tuple[Setting | Premises, ...] = (setting,)
    if setting.supported_accommodation_premises is not None:
        stands = premises
    for place in stands:
        council = councils.find(place.local_authority, place.as_at)
        region = council.region if council else place.government_office_region or "not published"
        if region == WALES:
            continue
        yield _Unit(
            service=service,
            owner=owner.key if owner else None,
            name=owner.name if owner else "owner not published",
            independent=setting.sector is not Sector.LOCAL_AUTHORITY,
            places=place.places or 0,
            cite=place.cite,
            council=(
                (council.ons_code, council.name)
                if council
                else (place.local_authority, place.local_authority)
            ),
            region=(councils.region_code(region) or region, region),
        )


def _markets(
    service: Service, level: Level, basis: Basis, units: Iterable[_Unit]
) -> Iterator[AreaMarket]:
    counted = [unit for unit in units if unit.independent or basis is Basis.ALL]
    for (area, name), inside in groupby(
        sorted(counted, key=lambda unit: _area(unit, level)), key=lambda unit: _area(unit, level)
    ):
        yield AreaMarket(
            service=service,
            level=level,
            area=area,
            area_name=name,
            basis=basis,
            suppliers=tuple(_suppliers(inside)),
        )


def _area(unit: _Unit, level: Level) -> tuple[str, str]:
    if level is Level.COUNCIL:
        return unit.council
    return unit.region if level is Level.REGION else (ENGLAND, "England")


def _suppliers(units: Iterable[_Unit]) -> list[Supply]:
    """One supplier an owner; each setting of no named owner is a supplier of its own."""
    owned: dict[str, list[_Unit]] = {}
    for unit in units:
        owned.setdefault(unit.owner or unit.cite, []).append(unit)
    suppliers = [
        Supply(
            owner=mine[0].owner,
            name=mine[0].name,
            settings=len(mine),
            places=sum(unit.places for unit in mine),
            cites=tuple(unit.cite for unit in mine),
        )
        for mine in owned.values()
    ]
    return sorted(suppliers, key=lambda s: (-s.places, -s.settings, s.name, s.cites))
