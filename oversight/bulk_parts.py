"""The parts of bulk products that answers rest on: the index of companies, and their owners."""

from collections.abc import Iterable
from datetime import datetime

from db.company_index import CompanyIndex
from db.control_owners import ControlOwners
from db.parts import HeldPart, newest_part, published_parts
from db.records import Setting
from oversight.installation import Installation
from oversight.matching import Names, both, by_name

COMPANY_DATA = "companies_house_company_data"
CONTROL_SNAPSHOT = "companies_house_control_snapshot"


class PartMissingError(Exception):
    """The ledger names a part whose file is gone."""


def company_index(
    place: Installation, known_at: datetime, *, seen: bool = False
) -> CompanyIndex | None:
    """The newest index of all companies that was public by a moment; None when none is held."""
    held = _held(place, COMPANY_DATA, known_at, seen=seen)
    if held is None:
        return None
    part = place.archive.part(held.product.sha256, held.version)
    return CompanyIndex(part=part, sha256=held.product.sha256)


def names_in(index: CompanyIndex, settings: Iterable[Setting]) -> Names:
    """The companies that owners of these settings name, or whose number they give, by name."""
    owners = {(s.owner_name, s.owner_company_number) for s in settings}
    named = index.named({text for text, _ in owners if text is not None})
    numbered = index.numbered({number for _, number in owners if number is not None})
    return both(named, by_name(numbered.values()))


def index_of(place: Installation, sha256: str) -> CompanyIndex:
    """The index that one published product was read into; PartMissingError when it is gone."""
    versions = [
        held.version
        for held in published_parts(place.engine, COMPANY_DATA)
        if held.product.sha256 == sha256
    ]
    for version in sorted(versions, reverse=True):
        part = place.archive.part(sha256, version)
        if part.is_file():
            return CompanyIndex(part=part, sha256=sha256)
    raise PartMissingError(
        f"what the company data {sha256[:12]}… was read into is gone; make it again:"
        f" oversight reread {COMPANY_DATA}"
    )


def control_owners(place: Installation) -> tuple[HeldPart, ControlOwners] | None:
    """The newest control snapshot that is held, and who is above whom in it; None without one."""
    held = _held(place, CONTROL_SNAPSHOT, place.now, seen=True)
    if held is None:
        return None
    part = place.archive.part(held.product.sha256, held.version)
    return held, ControlOwners(part=part)


def _held(place: Installation, source: str, known_at: datetime, *, seen: bool) -> HeldPart | None:
    held = newest_part(place.engine, source, known_at, seen=seen)
    if held is None:
        return None
    part = place.archive.part(held.product.sha256, held.version)
    if not part.is_file():
        raise PartMissingError(
            f"{part} is gone, which {held.product.url} was read into; make it again:"
            f" oversight reread {source}"
        )
    return held
