"""How a company that controls or runs another is identified: its number, or what is said of it."""

from dataclasses import dataclass

from crawlers.json_reading import JsonObject
from crawlers.json_values import optional_text
from db.company_numbers import normalise, reads_as_united_kingdom, says_nothing


@dataclass(frozen=True, kw_only=True)
class Identification:
    """What an entry says of a body: all of it free text that the body itself filled in."""

    company_number: str | None = None
    """The number, where it is one of this register and the place reads as UK."""
    number_text: str | None = None
    """The number as published, where it is not."""
    country: str | None = None
    place: str | None = None
    legal_form: str | None = None
    legal_authority: str | None = None
    kind: str | None = None
    number_is_odd: bool = False
    """True when a UK body's number, or that of one that says no country, is no number here."""


def identification(entry: JsonObject) -> Identification:
    """Read how a body is identified; nothing at all when the entry says nothing."""
    found = entry.inside_if_there("identification")
    if found is None:
        return Identification()
    country = found.read_if_there("country_registered", optional_text)
    place = found.read_if_there("place_registered", optional_text)
    kind = found.read_if_there("identification_type", optional_text)
    written = found.read_if_there("registration_number", optional_text)
    is_uk = reads_as_united_kingdom(country, place) or kind == "uk-limited-company"
    number = normalise(written) if is_uk else None
    is_text = number is None and not says_nothing(written)
    is_unplaced = country is place is None and normalise(written) is None
    return Identification(
        company_number=number,
        number_text=written if is_text else None,
        country=country,
        place=place,
        legal_form=found.read_if_there("legal_form", optional_text),
        legal_authority=found.read_if_there("legal_authority", optional_text),
        kind=kind,
        number_is_odd=is_text and (is_uk or is_unplaced),
    )
