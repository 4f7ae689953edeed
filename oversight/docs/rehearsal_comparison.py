"""What one table of the page on the rehearsal holds beside each other, and where it is from."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from oversight.docs.markdown import link

REGISTER = link(
    "Ofsted, Children's social care in England 2025, underlying data",
    "https://www.gov.uk/government/statistics/childrens-social-care-in-england-2025",
)
OWNERS = link(
    "Ofsted, Ownership of children's social care providers in England 2025",
    "https://www.gov.uk/government/statistics/"
    "ownership-of-childrens-social-care-providers-in-england-2025",
)
RESEARCHERS = link("researchers' tables", "https://github.com/BenGoodair/Care-Markets")
CHANCE = "chance, as the other seeds show"


@dataclass(frozen=True, kw_only=True)
class Comparison:
    """One table of the page."""

    title: str
    section: str
    """Of the kept figures."""
    real: Mapping[str, float]
    measured: str
    """How both are measured, in sentences."""
    source: str
    why: Mapping[str, str] = field(default_factory=dict[str, str])
    """Why a row differs."""
