"""Where each setting supplies a market, and which settings supply none, and why."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from db.records import CouncilOwnedBody, Premises, ProvisionType, Sector, Setting
from oversight.councils import Councils
from oversight.measures.concentration import Service
from oversight.organisations import Organisation

WALES = "Wales"
SERVICE_OF = {
    ProvisionType.CHILDRENS_HOME: Service.CHILDRENS_HOMES,
    ProvisionType.SUPPORTED_ACCOMMODATION: Service.SUPPORTED_ACCOMMODATION,
    ProvisionType.INDEPENDENT_FOSTERING_AGENCY: Service.FOSTERING_AGENCIES,
}
"""Secure homes and special schools registered as homes serve other needs: other markets."""


class Reason(StrEnum):
    """Why something that is registered supplies no market."""

    OTHER_PROVISION = "no market is drawn of their kind"
    NO_PREMISES = "no premises of theirs are listed"
    NONE_LISTED = "no premises at all are listed for that day"
    IN_WALES = "they stand in Wales and the markets lie in England"


@dataclass(frozen=True, kw_only=True)
class Unit:
    """One setting, or one supported-accommodation premises, as it supplies a market."""

    service: Service
    owner: str | None
    name: str
    sector: Sector
    is_councils: bool
    """True for council provision: a council's own, or a body's that councils own."""
    council_owned: CouncilOwnedBody | None
    """How councils own its owner, where it is such a body."""
    places: int
    cite: str
    council: tuple[str, str]
    region: tuple[str, str]

    @property
    def is_reclassed(self) -> bool:
        """True where Ofsted's sector alone would have called it independent."""
        return self.is_councils and self.sector is not Sector.LOCAL_AUTHORITY


@dataclass(frozen=True, kw_only=True)
class LeftOut:
    """One setting, or one premises, that supplies no market."""

    provision_type: ProvisionType
    is_premises: bool
    reason: Reason
    places: int
    cite: str


def supply(
    settings: Iterable[Setting],
    premises: Mapping[str, tuple[Premises, ...]],
    organisations: Iterable[Organisation],
    councils: Councils,
) -> Iterator[Unit | LeftOut]:
    """Yield each setting or premises once: as a unit of supply, or as left out.

    Supported accommodation stands where its premises stand, and nowhere else: its provider's
    address is an office.
    """
    owners = {s.urn: o for o in organisations for s in o.settings}
    for setting in settings:
        stands: tuple[Setting | Premises, ...] = (setting,)
        if setting.provision_type is ProvisionType.SUPPORTED_ACCOMMODATION:
            stands = premises.get(setting.urn, ())
        if setting.provision_type not in SERVICE_OF:
            yield _left_out(setting, setting, Reason.OTHER_PROVISION)
        elif not stands:
            reason = Reason.NO_PREMISES if premises else Reason.NONE_LISTED
            yield _left_out(setting, setting, reason)
        else:
            for place in stands:
                yield _unit(setting, place, owners.get(setting.urn), councils)


def _unit(
    setting: Setting, place: Setting | Premises, owner: Organisation | None, councils: Councils
) -> Unit | LeftOut:
    council = councils.find(place.local_authority, place.as_at)
    region = council.region if council else place.government_office_region or "not published"
    if region == WALES:
        return _left_out(setting, place, Reason.IN_WALES)
    body = owner.council_owned if owner else None
    is_council = setting.sector is Sector.LOCAL_AUTHORITY or (
        owner is not None and owner.is_council
    )
    return Unit(
        service=SERVICE_OF[setting.provision_type],
        owner=owner.key if owner else None,
        name=owner.name if owner else "owner not published",
        sector=setting.sector,
        is_councils=bool(is_council) or body is not None,
        council_owned=body,
        places=place.places or 0,
        cite=place.cite,
        council=(
            (council.ons_code, council.name)
            if council
            else (place.local_authority, place.local_authority)
        ),
        region=(councils.region_code(region) or region, region),
    )


def _left_out(setting: Setting, place: Setting | Premises, reason: Reason) -> LeftOut:
    return LeftOut(
        provision_type=setting.provision_type,
        is_premises=isinstance(place, Premises),
        reason=reason,
        places=place.places or 0,
        cite=place.cite,
    )
