"""Who holds and who is held, in the words of BODS 0.4: entities, and persons without a name.

A natural person is a node without name, birth date, nationality or address: to show where a chain
ends, nothing of that is needed. Whoever needs it finds it in the register.
"""

import re
from hashlib import sha256

from db.records import Control
from oversight.bods_interests import Json
from oversight.organisations import names_a_council

COMPANIES_HOUSE = "Companies House"
SCHEME = "GB-COH"
"""Companies House in the list of registers of org-id.guide."""
UNITED_KINGDOM: Json = {"name": "United Kingdom", "code": "GB"}
_OF_OTHER_LANDS = re.compile(r"^(?:OE|FC|NF|SF|BR|FE|GE|GN|GS|EN|ES)")
"""Numbers of bodies that are registered here and were formed elsewhere."""
WITHHELD = (
    "A natural person, whom the register names. Left out here: no more is told of people than is"
    " needed to show where control ends."
)
PROTECTED = "A natural person, whose details the register protects."


def company_id(number: str) -> str:
    """The id of a company's record, the same in every export."""
    return f"{SCHEME}-{number}"


def hashed_id(what: str, *of: str) -> str:
    """The id of another record: the same in every export, and nothing can be read from it."""
    return f"{what}-{sha256('/'.join(of).encode()).hexdigest()[:32]}"


def company(number: str, name: str) -> Json:
    """A body with a number of this register."""
    is_foreign = _OF_OTHER_LANDS.match(number) is not None
    return {
        "isComponent": False,
        "entityType": {"type": "registeredEntity"},
        **({"name": name} if name != number else {}),
        "identifiers": [{"id": number, "scheme": SCHEME, "schemeName": COMPANIES_HOUSE}],
        **({} if is_foreign else {"jurisdiction": UNITED_KINGDOM}),
    }


def holder(entry: Control) -> Json:
    """A holder without a number of this register that is no natural person, as it is entered."""
    name = entry.holder_name or ""
    place = entry.country_registered or entry.place_registered
    number = entry.registration_number_text
    return {
        "isComponent": False,
        "entityType": _entity_type(entry, name),
        **({} if name else {"unspecifiedEntityDetails": _unnamed()}),
        **({"name": name} if name else {}),
        **({"jurisdiction": {"name": place}} if place and len(place) > 1 else {}),
        **({"identifiers": [_identifier(entry, number)]} if number else {}),
    }


def person(entry: Control) -> Json:
    """A natural person: that there is one, and why nothing is told."""
    is_protected = entry.kind.startswith("super-secure-")
    details = {
        "reason": "interestedPartyExemptFromDisclosure" if is_protected else "unknown",
        "description": PROTECTED if is_protected else WITHHELD,
    }
    return {
        "isComponent": False,
        "personType": "anonymousPerson",
        "unspecifiedPersonDetails": details,
    }


def _entity_type(entry: Control, name: str) -> Json:
    details = {"details": entry.legal_form} if entry.legal_form else {}
    if not name:
        return {"type": "unknownEntity", **details}
    if names_a_council(name.casefold()):
        return {"type": "stateBody", **details}
    is_registered = entry.registration_number_text or entry.place_registered
    return {"type": "registeredEntity" if is_registered else "legalEntity", **details}


def _identifier(entry: Control, number: str) -> Json:
    register = entry.place_registered or entry.country_registered or "register not published"
    return {"id": number, "schemeName": register}


def _unnamed() -> Json:
    return {"reason": "unknown", "description": "The register gives no name."}
