"""What the Care Quality Commission publishes about who cares for adults, and treats people.

Managers, nominated individuals and partners are people, and are not read; nor is a location's name
or address, since some are where somebody lives.
"""

from datetime import date
from typing import Annotated

from db.company_numbers import CompanyNumber
from db.records.record import Listed, Vocabulary, said

RATINGS = Vocabulary(
    "Good",
    "Inadequate",
    "Insufficient evidence to rate",
    "No published rating",
    "Outstanding",
    "Requires improvement",
)


class CareLocation(Listed):
    """One location on the Commission's directory as at a day: what else an organisation does.

    Only locations of organisations that state a company's or a charity's number, or that provide
    social care: those of single persons and partnerships, whose names are people's, are left out.
    Public from the day that the directory describes.
    """

    identity = ("location_id",)

    location_id: str = said("The publisher's own id of the location.")
    primary_location_id: str | None = said(
        "Of a location that two providers run: the id under which it is counted, where stated."
    )
    provider_id: str = said("The publisher's own id of the provider.")
    provider_name: str = said("The provider's name, verbatim: an organisation's.")
    company_number: CompanyNumber | None = said(
        "The provider's company number, where one is stated that reads as one."
    )
    registration_number_text: str | None = said("What stands in its place, where it does not.")
    charity_number: str | None = said("The provider's charity number, verbatim.")
    brand_id: str | None = said("The publisher's own id of the brand that the location is run as.")
    brand_name: str | None = said("That brand's name, verbatim.")
    registered_on: date | None = said("Since when the location is registered.")
    is_dormant: bool | None = said("True when nothing is done there at present.")
    is_care_home: bool | None = said("True for a care home.")
    beds: int | None = said("Beds of a care home.", unit="beds", ge=0)
    sector: str | None = said("What kind of provider runs it, in the publisher's words.")
    directorate: str | None = said("Which part of the Commission inspects it.")
    category: str | None = said("As what it is inspected.")
    services: str | None = said("What it offers, in the publisher's words, joined by '; '.")
    serves_children: bool = said("True when it says that it is for children.")
    rating: Annotated[str | None, RATINGS] = said("Its newest overall rating.")
    rated_on: date | None = said("Day on which that rating was published.")
    local_authority: str | None = said("The council in whose area it lies, verbatim.")
    region: str | None = said("The region, in the publisher's words.")
    postcode_district: str | None = said(
        "First half of its postcode; None when none is given, or it is no UK postcode."
    )
