"""A row of a register becomes a setting; a row of its premises tab becomes premises."""

from crawlers import cells
from crawlers.reading import Row
from crawlers.sources.ofsted_annual import words
from crawlers.sources.ofsted_annual.tables import Issue
from db import owner_text
from db.records import Population, Premises, Setting

NOT_ABOUT_PREMISES = (
    *words.LINK,
    "Provider name",
    *words.PROVISION_TYPE,
    *words.REGISTERED_ON,
    "Premises Parliamentary Constituency",
)
"""Columns of the premises tab that the register states too, or that no finding needs."""


def setting(row: Row, issue: Issue) -> Setting:
    """Give the registration that a row describes."""
    owner_name = issue.read(row, words.OWNER, words.owner)
    places = issue.read(row, words.PLACES, cells.optional_whole_number)
    estimated = row.read_if_there(words.ESTIMATED_PLACES, words.estimated_places)
    return Setting(
        cite=row.cite,
        public_on=issue.public_on,
        as_at=issue.as_at,
        population=issue.population,
        urn=row.read(words.URN, words.urn),
        name=issue.read(row, words.NAME, words.name),
        provision_type=row.read(words.PROVISION_TYPE, words.provision_type),
        registered_on=issue.read(row, words.REGISTERED_ON, cells.day),
        registration_status=issue.read(row, words.REGISTRATION_STATUS, words.registration_status),
        ofsted_region=issue.read(row, words.OFSTED_REGION, cells.text),
        government_office_region=issue.read(row, words.GOVERNMENT_OFFICE_REGION, cells.text),
        local_authority=row.read(words.LOCAL_AUTHORITY, cells.text),
        sector=row.read(words.SECTOR, words.sector),
        places=places if estimated is None else estimated,
        supported_accommodation_premises=row.read_if_there(
            words.PREMISES, cells.optional_whole_number
        ),
        short_breaks_only=issue.read(row, words.SHORT_BREAKS_ONLY, words.short_breaks_only),
        multi_building=row.read_if_there(words.MULTI_BUILDING, words.multi_building),
        linked_education_urn=issue.read(row, words.LINKED_EDUCATION_URN, cells.optional_text),
        owner_name=owner_name,
        owner_company_number=owner_text.company_number(owner_name),
        owner_charity_number=owner_text.charity_number(owner_name),
    )


def premises(row: Row, issue: Issue) -> Premises:
    """Give the premises that a row describes; neither name nor address is in the table."""
    return Premises(
        cite=row.cite,
        public_on=issue.public_on,
        as_at=issue.as_at,
        population=Population.FULL,
        urn=row.read(words.URN, words.urn),
        registration_status=row.read(words.REGISTRATION_STATUS, words.registration_status),
        service_category=row.read(("Service category*",), cells.text),
        places=row.read(words.PLACES, cells.whole_number),
        ofsted_region=row.read(("Premises Ofsted Region",), cells.text),
        government_office_region=row.read(("Premises Government Office Region",), cells.text),
        local_authority=row.read(("Premises Local Authority",), cells.text),
        sector=row.read(words.SECTOR, words.sector),
        owner_name=row.read(words.OWNER, words.owner),
    )
