"""The resources of a company that are asked for, and which of them its profile says exist."""

import re
from collections.abc import Mapping
from typing import cast

from crawlers.companies_house.answers import content
from db.records import Document

PROFILE = "companies_house_profile"
FILING_HISTORY = "companies_house_filing_history"
OFFICERS = "companies_house_officers"
CONTROLS = "companies_house_controls"
CONTROL_STATEMENTS = "companies_house_control_statements"
EXEMPTIONS = "companies_house_exemptions"
CHARGES = "companies_house_charges"
INSOLVENCY = "companies_house_insolvency"
BY_LINK: Mapping[str, str] = {
    "filing_history": FILING_HISTORY,
    "officers": OFFICERS,
    "persons_with_significant_control": CONTROLS,
    "persons_with_significant_control_statements": CONTROL_STATEMENTS,
    "exemptions": EXEMPTIONS,
    "charges": CHARGES,
    "insolvency": INSOLVENCY,
}
"""The source that reads what each member of a profile's `links` leads to."""
RESOURCES = (PROFILE, *BY_LINK.values())
"""Keys of the sources that read one company's resources, the profile first."""
_OF_A_COMPANY = re.compile(r"/company/([^/?#]+)")


def number_in(url: str) -> str | None:
    """The number of the company of which an address of the API is; None for any other address."""
    found = _OF_A_COMPANY.search(url)
    return found[1] if found else None


def linked(profile: Document) -> frozenset[str]:
    """Keys of the sources to which a profile's links lead; none where it has no links.

    A resource without a link does not exist: asking for it draws a 404 and spends a request. Links
    to what no source reads (overseas, registers, UK establishments) are left out.
    """
    links = content(profile).get("links")
    named = cast("dict[str, object]", links) if isinstance(links, dict) else {}
    return frozenset(source for link, source in BY_LINK.items() if link in named)
