"""The error bodies of Companies House: what is asked for and is not there, or cannot be asked."""

import json

from crawlers.rehearsal.publishing import Answer

NOT_FOUND = {
    "appointments": "company-appointment-not-found",
    "charges": "company-charges-not-found",
    "exemptions": "company-exemptions-not-found",
    "filing-history": "company-filing-history-not-found",
    "insolvency": "company-insolvencies-not-found",
    "officers": "company-officers-not-found",
    "persons-with-significant-control": "company-psc-not-found",
    "persons-with-significant-control-statements": "company-psc-statements-not-found",
    "registered-office-address": "company-registered-office-address-not-found",
    "registers": "company-registers-not-found",
    "uk-establishments": "company-uk-establishments-not-found",
}
"""What a company's resource is called where it is absent: `none` is an error, not an empty list."""
PROFILE_NOT_FOUND = "company-profile-not-found"


def refusal(status: int, word: str, **more: str) -> Answer:
    """An answer that refuses, in the publisher's shape."""
    kind = "ch:validation" if "location" in more else "ch:service"
    body = {"errors": [{"error": word, "type": kind} | more]}
    return Answer(status=status, body=json.dumps(body).encode())


def not_found(word: str = "not-found") -> Answer:
    """404: the resource is absent, or there is none of its kind."""
    return refusal(404, word)


def wrong_parameter(status: int, word: str, parameter: str) -> Answer:
    """The query asks for something that cannot be."""
    return refusal(status, word, location=parameter, location_type="query-parameter")
