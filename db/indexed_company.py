"""One company of the index of all companies."""

from dataclasses import dataclass
from datetime import date


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
