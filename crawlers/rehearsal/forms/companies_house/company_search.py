"""`/search/companies`: companies whose names, present or earlier, hold words of the query."""

import re
from datetime import date

from crawlers.rehearsal.forms.companies_house.name_index import Listed, NameIndex, alpha_key, words
from crawlers.rehearsal.forms.companies_house.part import Part
from crawlers.rehearsal.forms.companies_house.wording import (
    JsonBody,
    day,
    given,
    link,
    one_line,
    service_address,
)

PER_PAGE = 20
WINDOW = 1_000
"""No search shows more than this many results, however many it finds."""
REGISTERED = frozenset({"limited-partnership", "registered-overseas-entity"})
PLAIN = {
    "administration": "In Administration",
    "insolvency-proceedings": "Insolvency Proceedings",
    "liquidation": "Liquidation",
    "receivership": "Receiver Action",
    "voluntary-arrangement": "Voluntary Arrangement",
}
"""How a result describes a company in trouble, which then gives no day."""


def company_search(index: NameIndex, query: str, part: Part) -> JsonBody:
    """One page of results; `part.only` holds the restrictions that are asked for."""
    found = index.ranked(query)
    if "active-companies" in part.only:
        found = [one for one in found if one.ended_on is None]
    if "legally-equivalent-company-name" in part.only:
        found = [one for one in found if alpha_key(one.name) == alpha_key(query)]
    return {
        "items": [_result(one, query) for one in part.of(found)],
        "items_per_page": part.size,
        "kind": "search#companies",
        "page_number": 1 + part.start // part.size,
        "start_index": part.start,
        "total_results": len(found),
    }


def _result(one: Listed, query: str) -> JsonBody:
    identifier, described = _description(one)
    wanted = set(words(query))
    earlier = next((b.name for b in one.previous if wanted & set(words(b.name))), "")
    return given(
        address=service_address(one.office),
        address_snippet=one_line(one.office),
        company_number=one.company.key,
        company_status=one.status,
        company_type=one.kind,
        date_of_cessation=day(one.ended_on),
        date_of_creation=day(one.company.begun_on),
        description=f"{one.company.key} - {described}",
        description_identifier=[identifier],
        kind="searchresults#company",
        links={"self": link(one.company)},
        matches={"title": _offsets(one.name, wanted), "snippet": _offsets(earlier, wanted)},
        snippet=earlier,
        title=one.name,
    )


def _description(one: Listed) -> tuple[str, str]:
    """The identifier of a description, and the description."""
    if one.ended_on is not None:
        if one.status == "removed":
            return "removed", f"Removed on {_long(one.ended_on)}"
        return "dissolved-on", f"Dissolved on {_long(one.ended_on)}"
    if one.status in PLAIN:
        return one.status, PLAIN[one.status]
    if one.status == "registered" or one.kind in REGISTERED:
        return "registered-on", f"Registered on {_long(one.company.begun_on)}"
    return "incorporated-on", f"Incorporated on {_long(one.company.begun_on)}"


def _long(on: date) -> str:
    """A day in words; one digit has a space before it: ` 8 January 2004`."""
    return f"{on.day:2} {on:%B %Y}"


def _offsets(name: str, wanted: set[str]) -> list[int]:
    """Where the words that match begin and end, counted from 1."""
    return [
        offset
        for match in re.finditer(r"[A-Z0-9]+", name)
        if match[0] in wanted
        for offset in (match.start() + 1, match.end())
    ]
