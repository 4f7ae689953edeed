"""Whether what Companies House says is said of an invented company: its number tells."""

import re

from crawlers.companies_house.answers import opened
from db.company_numbers import is_invented
from db.records import Document

_NUMBER = re.compile(rb'"([0-9A-Z]{8})"')


def of_an_invented_company(document: Document) -> bool:
    """True for an answer about a company of a rehearsal.

    Raises SourceChangedError where the answer does not say what company it is about.
    """
    return is_invented(opened(document).company_number)


def begins_with_an_invented_company(first: bytes) -> bool:
    """True for a product whose first company is a rehearsal's, from its first bytes."""
    found = _NUMBER.search(first)
    return found is not None and is_invented(found.group(1).decode())
