"""What the three products of filed accounts have in common: a zip of documents, kept as it is."""

import re
import zipfile
from pathlib import Path

from crawlers.companies_house import LICENCE, PUBLISHER
from crawlers.companies_house.product_pages import ACCOUNTS
from crawlers.container import DAMAGE
from crawlers.source import KeptSource
from db.company_numbers import is_invented

_OF_A_COMPANY = re.compile(r"Prod\d+_\w+?_([0-9A-Z]{8})_\d{8}")
"""What a member's name begins with: product, run, company, and the balance sheet's day."""


def of_invented_companies(path: Path) -> bool:
    """True for a product whose first document is an invented company's, by its name."""
    try:
        with zipfile.ZipFile(path) as container:
            named = (_OF_A_COMPANY.match(name) for name in container.namelist())
            first = next((found for found in named if found is not None), None)
    except DAMAGE:
        return False
    return first is not None and is_invented(first[1])


def accounts_product(which: str, title: str, cadence: str) -> KeptSource:
    """One of the three: `daily`, `monthly` or `archive`."""
    begins, signpost = ACCOUNTS[which]
    return KeptSource(
        key=f"companies_house_accounts_{which}",
        title=title,
        publisher=PUBLISHER,
        licence=LICENCE,
        page=f"https://download.companieshouse.gov.uk{begins[0].path}",
        cadence=cadence,
        starts=begins,
        signposts={"page": signpost},
        is_rehearsal=of_invented_companies,
    )
