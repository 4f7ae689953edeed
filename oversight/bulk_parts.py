"""The parts of bulk products that answers rest on: the index of companies, and their owners."""

from collections.abc import Iterable
from datetime import datetime

from db.company_index import CompanyIndex
from db.control_owners import ControlOwners
from db.indexed_company import IndexedCompany
from db.owner_text import owner_key
from db.parts import HeldPart, newest_part, published_parts
from db.records import Control, Setting
from oversight.holders import UNDERTAKING, undertaking
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


def names_in(
    index: CompanyIndex, settings: Iterable[Setting], decided: Iterable[str] = ()
) -> Names:
    """The companies that owners of these settings may be, by a name that they bear or bore.

    Those that give a number, that bear an owner's name, or that bore it once; and for an owner
    whose name nobody has, those from whose name it may be a slip of the pen. Besides, the
    companies of these numbers, which people decided on.
    """
    owners = {(s.owner_name, s.owner_company_number) for s in settings}
    texts = {text for text, _ in owners if text is not None}
    named, once = index.named(texts), index.once_named(texts)
    nobodys = {text for text in texts if owner_key(text) not in named.keys() | once.keys()}
    numbered = by_name(
        index.numbered({*decided, *(n for _, n in owners if n is not None)}).values()
    )
    return both(both(named, numbered), both(once, index.alike(nobodys)))


def companies_named(
    index: CompanyIndex, controls: Iterable[Control], parents: Iterable[str] = ()
) -> tuple[IndexedCompany, ...]:
    """The companies that bear a name by which a holder is entered without a number.

    Those too that bear the name of a parent that accounts name.
    """
    texts = {*parents} | {
        one.holder_name
        for one in controls
        if one.holder_name is not None and (undertaking(one) or "").startswith(UNDERTAKING)
    }
    return tuple(one for named in index.named(texts).values() for one in named)


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
