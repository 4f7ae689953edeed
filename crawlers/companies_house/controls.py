"""One entry of a control register: each capacity in which something is held becomes a Control."""

import re
from collections.abc import Iterator
from typing import Any

from crawlers.companies_house import oddities
from crawlers.companies_house.holders import Identification, identification
from crawlers.companies_house.natures import by_capacity
from crawlers.companies_house.oddities import Entry
from crawlers.json_reading import JsonObject
from crawlers.json_values import day, optional_text, text, texts, yes_or_no
from db.records import Control, Record
from db.records.control_words import CONTROL_KINDS

NOT_READ = (
    "address",
    "date_of_birth",
    "description",
    "identity_verification_details",
    "nationality",
    "principal_office_address",
    "residential_address_same_as_service_address",
    "service_address",
    "usual_residential_address",
)
"""People's details, which no finding needs, and a word that repeats the kind."""
_ID = re.compile(
    r"/company/[^/]+/persons-with-significant-control(?:-statements)?/(?:[a-z-]+/)?([^/]+)"
)


def controls(entry: Entry) -> Iterator[Record]:
    """Yield the records of one entry, and an Oddity for each thing wrong with it."""
    said = entry.said
    kind = said.read("kind", text)
    if kind not in CONTROL_KINDS.words:
        said.ignore_the_rest()
        yield entry.odd(oddities.UNKNOWN_KIND, kind)
        return
    holder = identification(said)
    common = _common(entry, kind) | _identified(holder)
    held = by_capacity(said.read_if_there("natures_of_control", texts) or ())
    found = [Control(**common, capacity=c, **h.columns()) for c, h in held.items()]
    said.ignore(NOT_READ)
    yield from found
    yield from entry.odd_days(found[0], end_is_stated=said.has("ceased_on"))
    if holder.number_is_odd:
        yield entry.odd(oddities.NUMBER_IS_NONE, holder.number_text)
    if any(h.contradicts_itself for h in held.values()):
        yield entry.odd(oddities.TWO_BANDS)


def entry_id(entry: JsonObject) -> str:
    """The publisher's own id of an entry, from its link; its etag where no link gives one."""
    etag = entry.read_if_there("etag", optional_text)
    links = entry.inside_if_there("links")
    if links is not None:
        links.ignore(("statement", "exemptions", "persons_with_significant_control"))
        link = _ID.fullmatch(links.read_if_there("self", optional_text) or "")
        if link is not None:
            return link[1]
    if etag is None:
        raise entry.changed("neither a link nor an etag says which entry it is; fetch it again")
    return etag


def _common(entry: Entry, kind: str) -> dict[str, Any]:
    said = entry.said
    notified_on = said.read_if_there("notified_on", day)
    ceased_on = said.read_if_there("ceased_on", day)
    has_ceased = said.read_if_there("ceased", yes_or_no)
    return {
        "cite": entry.cite,
        "public_on": notified_on or entry.read_on,
        "valid_from": notified_on,
        "valid_to": ceased_on or (entry.read_on if has_ceased else None),
        "company_number": entry.company_number,
        "psc_id": entry_id(said),
        "kind": kind,
        "holder_name": _name(said, is_protected=kind.startswith("super-secure")),
        "country_of_residence": said.read_if_there("country_of_residence", optional_text),
        "is_sanctioned": said.read_if_there("is_sanctioned", yes_or_no),
    }


def _identified(holder: Identification) -> dict[str, Any]:
    return {
        "holder_company_number": holder.company_number,
        "registration_number_text": holder.number_text,
        "country_registered": holder.country,
        "place_registered": holder.place,
        "legal_form": holder.legal_form,
        "legal_authority": holder.legal_authority,
    }


def _name(entry: JsonObject, *, is_protected: bool) -> str | None:
    """The holder's name; put together from its parts where only they are published."""
    whole = entry.read_if_there("name", optional_text)
    parts = entry.inside_if_there("name_elements")
    named = ("title", "forename", "middle_name", "other_forenames", "surname")
    said = [parts.read_if_there(part, optional_text) for part in named] if parts else []
    if is_protected:
        return None
    return whole or " ".join(part for part in said if part) or None
