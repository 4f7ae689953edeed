"""One company of the index of all companies."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class FormerName:
    """A name that a company gave up."""

    name: str
    """Verbatim."""
    until: date
    """The day on which it took another."""


@dataclass(frozen=True, slots=True, kw_only=True)
class IndexedCompany:
    """One company that stands on the register, as the monthly company data product lists it."""

    company_number: str
    name: str
    """Its name on the day of the product, verbatim."""
    category: str
    """Legal form, verbatim: Private Limited Company."""
    status: str
    """Where it stands, verbatim: Active, Liquidation. Dissolved companies are not listed."""
    incorporated_on: date | None
    cite: str
    """Its row in the published file."""
    former_names: tuple[FormerName, ...] = ()
    """The names that it gave up, the first of them first; ten at most."""
    sic_codes: tuple[str, ...] = ()
    """Codes of its business, five digits each; empty where it states none."""
    office_district: str | None = None
    """First half of its registered office's postcode; None where that is no UK postcode."""
