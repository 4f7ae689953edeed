"""Owners that are no companies: health bodies, charities without a company, and people."""

import re
from datetime import date

from db.records import Sector
from oversight.finding import Evidence
from oversight.matching.beside import Beside
from oversight.matching.methods import Method
from oversight.matching.names import name_of
from oversight.matching.owner_match import OwnerMatch
from oversight.matching.unmatched import unmatched
from oversight.matching.vocabulary import SECTOR_WORDS
from oversight.organisations import Organisation

_HEALTH = re.compile(r"\bnhs\b|\b(?:primary|acute|health) (?:care )?(?:trust|board)$")
_MOST_WORDS = 4
"""Of a person's name; two people's are joined by `and`."""


def health_body(organisation: Organisation) -> OwnerMatch | None:
    """A body of the health service: every setting is classed so, or one is and so is the name."""
    sectors = {setting.sector for setting in organisation.settings}
    named = _HEALTH.search(organisation.text_key) is not None
    is_one = sectors == {Sector.HEALTH_AUTHORITY} or (named and Sector.HEALTH_AUTHORITY in sectors)
    return unmatched(organisation, Method.HEALTH) if is_one else None


def charity(organisation: Organisation, beside: Beside, day: date) -> OwnerMatch | None:
    """The only charity that bears the name and has no company; None where there is none."""
    found = beside.charity_named(organisation.text_key, day)
    if found is None or found.company_number is not None or _states_a_company(organisation):
        return None
    number = found.charity_number
    claim = f"the charity register has {found.name} as {number}, and no company for it"
    said = Evidence(claim=claim, cite=found.cite)
    return unmatched(organisation, Method.CHARITY_NAME, charity_number=number, evidence=(said,))


def person(organisation: Organisation, beside: Beside) -> OwnerMatch | None:
    """Who may be a person: a report says so, and the text is short and has no word of a body's."""
    words = organisation.text_key.split()
    is_a_name = 1 < len(words) <= _MOST_WORDS and SECTOR_WORDS.isdisjoint(
        word for word in words if word != "and"
    )
    if not is_a_name or _states_a_company(organisation) or not beside.withheld(organisation):
        return None
    return unmatched(organisation, Method.PERSON)


def _states_a_company(organisation: Organisation) -> bool:
    return any(name_of(text).forms for text in organisation.texts)
