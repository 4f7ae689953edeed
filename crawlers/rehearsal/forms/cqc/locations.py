"""The locations on the Commission's register on a day, as a row of each of its files."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from crawlers.rehearsal.forms.cqc.headings import ACTIVE_LOCATIONS
from crawlers.rehearsal.forms.drawn import drawn, shuffled_number
from crawlers.rehearsal.forms.other_services import Kind, Service, services
from crawlers.rehearsal.world.bodies import Body
from crawlers.rehearsal.world.world import World
from db.spreadsheet import Cell

SHARE_WITHOUT_NUMBER = 0.06
"""Share of providers with a company whose number the Commission does not give: an assumption."""

_RATINGS = (("Outstanding", 4), ("Good", 74), ("Requires improvement", 18), ("Inadequate", 1))
"""Ratings and how often each is given, in rough hundredths; the rest is not rated yet."""

_REGIONS = {"Yorkshire and The Humber": "Yorkshire & Humberside", "East of England": "East"}
"""Regions that the directory writes in its own way."""


@dataclass(frozen=True, kw_only=True)
class Location:
    """One location on the register, with what the Commission itself says of it."""

    service: Service
    location_id: str
    provider_id: str
    company_number: str | None
    is_home: bool
    """A care home; else care at people's own homes."""
    rating: str | None
    checked_on: date
    nominated: str | None
    """A director, who answers for the provider."""

    @property
    def region(self) -> str:
        """The region in the directory's spelling."""
        region = self.service.council.region
        return _REGIONS.get(region, region)

    @property
    def address(self) -> tuple[str, str, str]:
        """Street, town and a postcode that no letter reaches."""
        return (self.service.street, self.service.council.town, "ZZ99 7ZZ")


def locations(world: World, day: date) -> Iterator[Location]:
    """Yield the locations open on a day, by provider and name."""
    for service in services(world, Kind.ADULT_CARE):
        if service.is_open(day):
            yield _location(world, service, day)


def _location(world: World, service: Service, day: date) -> Location:
    draws = drawn(world.seed, "care location", service.key)
    names = [name for name, _ in _RATINGS] + [None]
    weights = [weight for _, weight in _RATINGS]
    (rating,) = draws.choices(names, [*weights, 100 - sum(weights)])
    # Visited within two years of opening; until then there is no rating.
    checked_on = service.opened_on + timedelta(days=draws.randint(90, 730))
    return Location(
        service=service,
        location_id=f"1-{shuffled_number(world.seed, 'location', service.key, digits=10)}",
        provider_id=f"1-{shuffled_number(world.seed, 'provider', service.body.key, digits=9)}",
        company_number=_company_number(world, service.body),
        is_home=draws.random() < 2 / 3,
        rating=rating if checked_on <= day else None,
        checked_on=checked_on if checked_on <= day else service.opened_on,
        nominated=_nominated(world, service.body, day),
    )


def _company_number(world: World, body: Body) -> str | None:
    missing = drawn(world.seed, "no number", body.key).random() < SHARE_WITHOUT_NUMBER
    return None if missing else body.number


def _nominated(world: World, body: Body, day: date) -> str | None:
    for one in world.appointments_in.get(body.key, ()):
        person = world.person.get(one.officer)
        is_board = one.role != "secretary"
        if person and is_board and one.since <= day and (one.until is None or one.until > day):
            return f"{person.surname}, {person.forename}"
    return None


def directory_row(of: Location, address: str, day: date) -> Sequence[str | None]:
    """The row of one location in the weekly directory."""
    street, town, postcode = of.address
    kind = "Residential homes" if of.is_home else "Homecare agencies"
    return (
        of.service.name,
        None,
        f"{street},{town}",
        postcode,
        None,
        None,
        kind,
        f"{of.checked_on:%d/%b/%Y} - 00:00",
        "Caring for adults under 65 yrs|Learning disabilities",
        of.service.body.name_on(day),
        of.service.council.name,
        of.region,
        f"{address}/location/{of.location_id}",
        of.location_id,
        of.provider_id,
    )


def active_location_row(of: Location, day: date) -> Sequence[Cell]:
    """The row of one location in the monthly directory with filters."""
    said = {**_of_location(of), **_of_provider(of, day), **_flags(of)}
    return [said.get(heading) for heading in ACTIVE_LOCATIONS]


def _of_location(of: Location) -> Mapping[str, Cell]:
    street, town, postcode = of.address
    return {
        "Location ID": of.location_id,
        "Location HSCA start date": of.service.opened_on,
        "Dormant (Y/N)": "N",
        "Care home?": "Y" if of.is_home else "N",
        "Location Name": of.service.name,
        "Registered manager": "*",
        "Care homes beds": of.service.size if of.is_home else 0,
        "Location Type/Sector": "Social Care Org",
        "Location Inspection Directorate": "Adult social care",
        "Location Primary Inspection Category": _category(of),
        "Location Latest Overall Rating": of.rating,
        "Publication Date": of.checked_on if of.rating else None,
        "Inherited Rating (Y/N)": "N" if of.rating else None,
        "Location Region": of.service.council.region,
        "Location Local Authority": of.service.council.name,
        "Location Street Address": street,
        "Location City": town,
        "Location Postal Code": postcode,
        "Brand ID": "-",
        "Brand Name": "-",
    }


def _of_provider(of: Location, day: date) -> Mapping[str, Cell]:
    body = of.service.body
    office = body.office_on(day)
    return {
        "Provider Companies House Number": of.company_number,
        "Provider Charity Number": body.charity_number,
        "Provider ID": of.provider_id,
        "Provider Name": body.name_on(day),
        "Provider HSCA start date": body.begun_on,
        "Provider Type/Sector": "Social Care Org",
        "Provider Inspection Directorate": "Adult social care",
        "Provider Primary Inspection Category": _category(of),
        "Provider Ownership Type": "Organisation",
        "Provider Street Address": f"{office.premises} {office.street}",
        "Provider City": office.town,
        "Provider Postal Code": office.postcode,
        "Provider Nominated Individual Name": of.nominated,
    }


def _category(of: Location) -> str:
    return "Residential social care" if of.is_home else "Community based adult social care services"


def _flags(of: Location) -> Mapping[str, Cell]:
    service = "Care home service without nursing" if of.is_home else "Domiciliary care service"
    activity = (
        "Accommodation for persons who require nursing or personal care"
        if of.is_home
        else "Personal care"
    )
    return {
        f"Regulated activity - {activity}": "Y",
        f"Service type - {service}": "Y",
        "Service user band - Learning disabilities or autistic spectrum disorder": "Y",
        "Service user band - Younger Adults": "Y",
    }
