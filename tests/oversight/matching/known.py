"""Owners, companies and what is published beside them, as tests of matching write them."""

from datetime import UTC, date, datetime
from typing import Any, TypeVar

from db.indexed_company import FormerName, IndexedCompany
from db.records import Charity, Officer, Record, ReportedProvider, Setting
from db.snapshot import Snapshot
from oversight.examples import A_HOME
from oversight.matching import Beside, OwnerMatch, by_name, match_owners
from oversight.matching.beside import NOTHING
from oversight.organisations import Organisation, organisations

R = TypeVar("R", bound=Record)
DAY = date(2026, 3, 31)
CARE, BAKERY = ("87900",), ("10710",)


def stated(of: type[R], row: int, fields: dict[str, Any]) -> R:
    """One record, in which whatever is not given is not published."""
    nothing: dict[str, Any] = dict.fromkeys(of.model_fields)
    usual: dict[str, Any] = {"cite": f"sha256:{'0' * 64}#row={row}", "public_on": DAY}
    return of(**{**nothing, **usual, **fields})


def home(text: str, urn: str = "SC000001", **fields: Any) -> Setting:
    """One home of an owner."""
    number = int(urn.removeprefix("SC"))
    return stated(Setting, number, {**A_HOME, "urn": urn, "owner_name": text, **fields})


def reported(urn: str = "SC000001", **fields: Any) -> ReportedProvider:
    """What a report says of a home's provider."""
    said = {"urn": urn, "inspected_on": date(2025, 5, 1), "provider_withheld": False}
    return stated(ReportedProvider, 900, {**said, **fields})


def charity(name: str, number: str = "1045678", **fields: Any) -> Charity:
    """One charity on the register."""
    said = {"charity_number": number, "name": name, "registration_status": "Registered"}
    return stated(Charity, 901, {**said, "cares_for_children": True, **fields})


def officer(company_number: str, officer_id: str | None) -> Officer:
    """One director, known by the publisher's id."""
    said = {"company_number": company_number, "officer_id": officer_id, "name": "Ann Other"}
    return stated(Officer, 902, {**said, "officer_role": "director"})


def company(name: str, number: str = "09000003", **fields: Any) -> IndexedCompany:
    """One company of the index, founded in 2015."""
    usual: dict[str, Any] = {
        "category": "Private Limited Company",
        "status": "Active",
        "incorporated_on": date(2015, 1, 1),
        "cite": f"sha256:index#{number}",
    }
    return IndexedCompany(company_number=number, name=name, **{**usual, **fields})


def once(name: str, until: date) -> FormerName:
    """A name given up on a day."""
    return FormerName(name=name, until=until)


def owners(*settings: Setting) -> tuple[Organisation, ...]:
    """Who owns these."""
    return organisations(settings)


def beside(*records: Record) -> Beside:
    """What these say."""
    shelf: dict[type[Record], tuple[Record, ...]] = {
        kind: tuple(one for one in records if isinstance(one, kind))
        for kind in (Setting, ReportedProvider, Charity, Officer)
    }
    return Beside(
        snapshot=Snapshot(as_of=DAY, known_at=datetime(2026, 9, 1, tzinfo=UTC), shelf=shelf)
    )


def matched(
    owner: str | Setting,
    *index: IndexedCompany,
    said: Beside = NOTHING,
) -> OwnerMatch:
    """The match of one owner, with an index of these companies."""
    setting = home(owner) if isinstance(owner, str) else owner
    found = match_owners(owners(setting), by_name(index), DAY, beside=said)
    (match,) = found.values()
    return match
