"""How Companies House writes things: the tag in every body, members left out, addresses, names."""

import hashlib
import json
from base64 import urlsafe_b64encode
from datetime import date

from crawlers.rehearsal.world.bodies import Address, Body, Person

JsonBody = dict[str, object]
"""One object of an answer, as `json` writes it."""


def given(**members: object) -> JsonBody:
    """These members, without those that are None: the publisher leaves out what it lacks."""
    return {name: value for name, value in members.items() if value is not None}


def tagged(body: JsonBody) -> JsonBody:
    """The body with its etag: forty digits that change when the body does, and only then."""
    return body | {"etag": etag(body)}


def etag(said: object) -> str:
    """Forty hexadecimal digits of what is said."""
    written = json.dumps(said, sort_keys=True).encode()
    return hashlib.blake2b(written, digest_size=20).hexdigest()


def public_id(*named: object) -> str:
    """Twenty-seven characters, as the publisher makes ids, that always mean the same thing."""
    written = "/".join(map(str, named)).encode()
    digest = hashlib.blake2b(written, digest_size=20).digest()
    return urlsafe_b64encode(digest).decode().rstrip("=")


def link(company: Body, *steps: str) -> str:
    """The path of a company, or of one of its resources."""
    return "/".join((f"/company/{company.key}", *steps))


def day(on: date | None) -> str | None:
    """A day as the API writes it: 2025-03-31."""
    return None if on is None else on.isoformat()


def office(address: Address) -> JsonBody:
    """A registered office: number and street are one line."""
    return given(
        address_line_1=f"{address.premises} {address.street}",
        locality=address.town,
        postal_code=address.postcode,
        country=address.country,
    )


def service_address(address: Address) -> JsonBody:
    """An address for letters, with the number apart from the street."""
    return given(
        premises=address.premises,
        address_line_1=address.street,
        locality=address.town,
        postal_code=address.postcode,
        country=address.country,
    )


def one_line(address: Address) -> str:
    """An address in one line, as search results show it."""
    street = f"{address.premises} {address.street}"
    parts = (street, address.town, address.country, address.postcode)
    return ", ".join(part for part in parts if part)


def surname_first(person: Person) -> str:
    """A person's name on the list of officers: `LARKE, Jo`."""
    return f"{person.surname.upper()}, {person.forename}"
