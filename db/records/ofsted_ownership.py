"""Headline figures of Ofsted's releases on who owns children's social care providers.

Ofsted states them in the prose of a web page, so the project keeps them as a table that people
edit (`crawlers/reference/ofsted_ownership_figures.csv`), each with the page where it stands.
"""

from datetime import date
from enum import StrEnum

from db.records.record import Record, Shape, said


class OwnershipMeasure(StrEnum):
    """What one figure counts. Owners are ranked by how many settings of the service they have."""

    LARGEST_SETTINGS = "settings of the largest owners"
    LARGEST_SHARE = "share of the largest owners"
    LARGEST_OWNERS = "owners that make up the top quarter"
    """How many owners, largest first, it takes to reach a quarter of all settings."""
    SINGLE_SETTINGS = "settings of single owners"
    """Settings whose owner has no other of the service."""
    SINGLE_SHARE = "share of single owners"
    NAMED_SHARE = "share of named owners"
    IN_EVERY_SERVICE = "owners in every service"
    """Owners with homes, with fostering agencies and with supported accommodation."""
    AGENCY_PLACES = "places of agencies"
    """Rests on the places of fostering agencies, which no register publishes."""


class OwnedService(StrEnum):
    """What is counted of each owner."""

    HOMES = "children's homes"
    HOMES_BUT_SHORT_BREAKS = "children's homes but those for short breaks only"
    AGENCIES = "independent fostering agencies"
    PREMISES = "supported accommodation premises"
    EVERY = "every service"


class OwnedSector(StrEnum):
    """Whose settings are counted."""

    EVERY = "all"
    PRIVATE = "private"


class OwnershipFigure(Record):
    """One figure of one release, with all that it takes to count the same."""

    shape = Shape.EVENT
    identity = ("as_at", "statement")
    dated_by = "as_at"

    as_at: date = said("The day that the figure describes.")
    statement: str = said("What the figure counts, in words of our own.")
    value: float = said("The figure.", unit="settings, owners, places, or a share", ge=0)
    measure: OwnershipMeasure = said("How it is counted.")
    service: OwnedService = said("What is counted of each owner.")
    ranked: OwnedSector = said("Whose settings owners are ranked, named or single by.")
    share_of: OwnedSector = said("Whose settings a share is a share of.")
    region: str | None = said(
        "The government office region that a share is of; None for all of England."
    )
    largest: int | None = said(
        "How many of the largest owners are meant; None where the figure is no such one.",
        unit="owners",
        ge=1,
    )
    owners: str | None = said(
        "The owners that the release names, as it does, separated by semicolons; None where it"
        " names none."
    )
    definition: str = said("How the release defines the figure, and what it leaves open.")
    release: str = said("The title of the release.")
    section: str = said("Where in the release it stands.")
    address: str = said("Where the release was read.")
