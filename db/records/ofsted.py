"""What Ofsted publishes about children's social care providers in England.

Words are Ofsted's own. A field that some year's table lacks is None in the records of that year;
its description says which years publish it.
"""

from datetime import date
from typing import Annotated

from pydantic import StringConstraints

from db.company_numbers import CompanyNumber
from db.records.ofsted_words import (
    EventType,
    InterimOutcome,
    Judgement,
    Listing,
    ProvisionType,
    RegistrationStatus,
    Sector,
    SupportedAccommodationOutcome,
)
from db.records.record import Listed, Record, Shape, Vocabulary, said

Urn = Annotated[str, StringConstraints(pattern=r"^(SC\d{6}|\d{6,7})$")]
"""Ofsted unique reference number of one registration: `SC` and six digits, or seven digits.

Four secure training centres had six digits until 2015.
"""

CharityNumber = Annotated[str, StringConstraints(pattern=r"^\d{6,7}$")]
"""Charity Commission registered number: six or seven digits."""


class Setting(Listed):
    """One establishment or agency on the register as at a day.

    A home's name and address are withheld by the publisher and are not kept here; nor are
    the addresses that it does publish, which no finding needs.
    """

    identity = ("urn",)

    urn: Urn = said("Unique reference number of the registration.")
    name: str | None = said("Published name; None where the publisher withholds it.")
    provision_type: ProvisionType = said("What is registered.")
    registered_on: date | None = said("The day of registration. Published since 2019.")
    registration_status: RegistrationStatus | None = said(
        "Where the registration stands. Not published in 2014."
    )
    ofsted_region: str | None = said(
        "One of Ofsted's eight regions, or Wales. Not published in 2014 and 2016."
    )
    government_office_region: str | None = said(
        "One of the nine government office regions, or Wales. Not published in 2015."
    )
    local_authority: str = said(
        "The council in whose area the registered address lies, as Ofsted spells it. For an"
        " agency that is its office, for supported accommodation the provider's address."
    )
    sector: Sector = said("Who provides, as Ofsted classes it.")
    places: int | None = said(
        "Registered places, not children placed; None for agencies, which have none (2014 says 0),"
        " and in 2015, which does not publish it.",
        unit="places",
        ge=0,
    )
    supported_accommodation_premises: int | None = said(
        "Premises under a supported-accommodation registration.", unit="premises", ge=0
    )
    short_breaks_only: bool | None = said(
        "True when the home offers short breaks only. Not published in 2014 and 2018 to 2020."
    )
    multi_building: bool | None = said(
        "True when the home spans several buildings; None before Ofsted published it."
    )
    linked_education_urn: str | None = said("Reference number of the school beside it, if any.")
    owner_name: str | None = said(
        "'Organisation which owns the provider', verbatim free text; None when blank. Published"
        " since 2018."
    )
    owner_company_number: CompanyNumber | None = said(
        "Company number written into the owner text; None when it holds none."
    )
    owner_charity_number: CharityNumber | None = said(
        "Charity number written into the owner text; None when it holds none."
    )


class Premises(Listed):
    """One building or scheme of a supported-accommodation registration, as at a day."""

    identity = ("cite",)

    urn: Urn = said("The registration that covers the premises.")
    registration_status: RegistrationStatus = said("Where that registration stands.")
    service_category: Annotated[
        str, Vocabulary("Category 1", "Category 2", "Category 3", "Category 4")
    ] = said("Category 1 self-contained, 2 ring-fenced shared, 3 shared, 4 private residence.")
    places: int = said("Places at these premises.", unit="places", ge=0)
    ofsted_region: str = said("Ofsted region of the premises.")
    government_office_region: str = said("Government office region of the premises.")
    local_authority: str = said("The council in whose area the premises lie, Ofsted's spelling.")
    sector: Sector = said("Who provides, as Ofsted classes it.")
    owner_name: str | None = said("The organisation that owns the provider, verbatim.")


class Inspection(Record):
    """One visit to one registration. One visit may count for two registrations."""

    shape = Shape.EVENT
    identity = ("event_number", "urn")
    dated_by = "inspected_on"
    restated_by = "listed_at"

    event_number: str | None = said(
        "Ofsted's number of the visit; not unique across registrations. None for the few visits,"
        " most of them to secure training centres, that older tables do not number."
    )
    urn: Urn = said("The registration that was inspected.")
    listing: Listing = said("Which table states it.")
    listed_at: date = said(
        "The day that the table describes: the register date, or the last day of the year. Later"
        " tables restate earlier ones: until 2018 a visit was dated by its last day."
    )
    event_type: EventType = said("The kind of visit.")
    inspected_on: date = said("First day of the visit; in tables to 2018 its last day.")
    provision_type: ProvisionType = said("What was registered, as this table has it.")
    registration_status: RegistrationStatus = said("Where the registration stood then.")
    local_authority: str = said("The council of the registered address, Ofsted's spelling.")
    sector: Sector = said("Who provides, as Ofsted classes it.")
    owner_name: str | None = said(
        "The organisation that owns the provider, verbatim: of settings that have left the"
        " register since, often the only statement. None when blank."
    )
    overall_experiences_and_progress: Judgement | None = said(
        "Grade of 'Overall experiences and progress of children and young people', the overall"
        " judgement; None when the visit gives none."
    )
    interim_outcome: InterimOutcome | None = said("What an interim inspection concluded.")
    supported_accommodation_outcome: SupportedAccommodationOutcome | None = said(
        "Outcome for supported accommodation, which is not graded like homes."
    )
    education_outcomes: Judgement | None = said("Outcomes in education and related learning.")
    health_services: Judgement | None = said("Health services, secure settings only.")
    helped_and_protected: Judgement | None = said(
        "How well children and young people are helped and protected."
    )
    leaders_and_managers: Judgement | None = said("The effectiveness of leaders and managers.")


class Movement(Record):
    """One registration's joining or leaving of the register within one year, or both.

    A setting may be listed as a leaver without a day: a school that another inspectorate took
    over stays registered. Such a movement is dated to the end of the year.
    """

    shape = Shape.EVENT
    identity = ("urn", "year_to")
    dated_by = "moved_on"

    urn: Urn = said("The registration that moved.")
    year_to: date = said("Last day of the year that the table covers.")
    moved_on: date = said(
        "The day it joined, for a joiner; else the day it left, or the year's last day when the"
        " publisher gives none."
    )
    joined: bool = said("True when it joined in the year.")
    left: bool = said("True when it left in the year.")
    opened_on: date = said("First effective date of registration.")
    resigned_on: date | None = said("The day the registration was resigned.")
    closed_on: date | None = said("The day the registration was closed.")
    cancelled_on: date | None = said("The day the registration was cancelled.")
    left_on: date | None = said("First of resigned, closed and cancelled that is stated.")
    provision_type: ProvisionType = said("What is registered.")
    sector: Sector = said("Who provides, as Ofsted classes it.")
    local_authority: str | None = said(
        "The council of the registered address, Ofsted's spelling; None when blank."
    )
    places: int | None = said("Registered places.", unit="places", ge=0)
    status_before: RegistrationStatus | None = said("Status as the year began.")
    status_after: RegistrationStatus | None = said("Status as the year ended.")
    reason: Annotated[
        str | None,
        Vocabulary(
            "In current dataset as active, not in previous year",
            "In previous year, not in current dataset (closed date in Year)",
            "In previous year, not in current dataset (closed date before April of current year)",
            "Joiner and Leaver in current reporting period",
            "In current dataset as active, not in previous year (moved from ISI)",
            "In current dataset as active, retrospective opening",
            "In previous year, not current dataset (moved to ISI)",
        ),
    ] = said("Why the publisher lists it; None before it gave reasons.")


class ControlTotal(Record):
    """One national number that the publisher states itself, to reconcile with."""

    shape = Shape.EVENT
    identity = ("table", "period", "measure")
    dated_by = "period_to"

    table: str = said("The publisher's table title without its number and date.")
    period: str = said("A day as YYYY-MM-DD, or a year as 2024-25.")
    period_to: date = said("The day, or the last day of the year.")
    measure: str = said("The publisher's column heading.")
    value: int | None = said(
        "The number; None where the publisher leaves it out or marks it as not available.",
        unit="settings, places or inspections, as the table says",
        ge=0,
    )
