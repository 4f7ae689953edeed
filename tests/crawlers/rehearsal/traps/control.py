"""Finds what makes it hard to say who is above a company, on the control registers themselves."""

import json
import re
from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache
from io import BytesIO
from zipfile import ZipFile

from crawlers.rehearsal.world.happenings import Trap, TrapKind
from tests.crawlers.rehearsal.traps import companies, documents
from tests.crawlers.rehearsal.traps.companies import day
from tests.crawlers.rehearsal.traps.finding import Finder
from tests.crawlers.rehearsal.traps.served import ADDRESSES, Json, Served

HALF = "voting-rights-25-to-50-percent"
TOP = re.compile(r"ultimate parent company is (.+?), incorporated in")
VEHICLE = ("LP", "L.P.", "SCSP", "LLP", "(GP) LIMITED")
"""How the names of fund vehicles end."""


def circle(served: Served, trap: Trap) -> bool:
    """Whoever goes from holder to holder comes back."""
    start, *others = trap.touches
    way = list(companies.above(served, start))
    return start in way and set(others) <= set(way)


def joint_venture(served: Served, trap: Trap) -> bool:
    """Two bodies hold a half each, and nobody else anything."""
    owner, *parents = trap.touches
    found = companies.in_force(served, owner)
    return (
        [_is_half(one) for one in found] == [True, True]
        and all(map(companies.is_corporate, found))
        and {companies.holder(served, one) for one in found} == set(parents)
    )


def even_split(served: Served, trap: Trap) -> bool:
    """Two people hold a half each from the same day on."""
    company, *keys = trap.touches
    found = [one for one in companies.entries(served, company) if _key(one) in keys]
    return (
        [_is_half(one) for one in found] == [True, True]
        and all(one["kind"].startswith("individual") for one in found)
        and len({one["notified_on"] for one in found}) == 1
    )


def trust(served: Served, trap: Trap) -> bool:
    """One person is entered as a trustee, and once more for what is the person's own."""
    company, key = trap.touches
    found = companies.entries(served, company)
    kept = [one for one in found if _key(one) == key and _is_as("trust", one)]
    own = {one["name"] for one in found if not _is_as("trust", one)}
    return bool(kept) and kept[0]["name"] in own


def firm(served: Served, trap: Trap) -> bool:
    """A body is entered as a firm, beside a person who is also above the firm."""
    owner, partners = trap.touches
    found = companies.entries(served, owner)
    kept = [companies.holder(served, one) for one in found if _is_as("firm", one)]
    members = {one["name"] for one in companies.in_force(served, partners)}
    return kept == [partners] and any(one["name"] in members for one in found)


def _is_half(entry: Json) -> bool:
    return any(one.startswith(HALF) for one in entry["natures_of_control"])


def _is_as(capacity: str, entry: Json) -> bool:
    return any(f"-as-{capacity}" in one for one in entry["natures_of_control"])


def _key(entry: Json) -> str:
    return entry["links"]["self"].rpartition("/")[2]


def top_abroad(served: Served, trap: Trap) -> bool | None:
    """The holder is a company of another country, which has no number here."""
    company, _ = trap.touches
    abroad = [one for one in companies.entries(served, company) if companies.is_abroad(one)]
    if abroad:
        return all(companies.holder(served, one) is None for one in abroad)
    return _is_stated(served, company) and _accounts_name_a_parent_abroad(served, company)


def fund(served: Served, trap: Trap) -> bool:
    """The holder is a partnership of investors, or is not entered at all and accounts name it.

    Of a company abroad only accounts tell: its own or those of a company below name the top.
    """
    company, holder = trap.touches
    found = [one for one in companies.entries(served, company) if companies.is_corporate(one)]
    if any(_is_a_vehicle(one["name"]) for one in found):
        return True
    since = max(one.since for one in served.world.stakes_in[company])
    below = ((company, since), *_below(served, company, since))
    told = (one for key, bought in below for one in _told_since(served, key, bought))
    is_silent = company.startswith("foreign:") or _is_stated(served, company)
    tops = {one for one in TOP.findall(" ".join(told)) if _is_a_vehicle(one)}
    return is_silent and not tops.isdisjoint(one.name for one in served.world.body[holder].names)


def _is_a_vehicle(name: str) -> bool:
    return name.upper().endswith(VEHICLE)


def _below(served: Served, above: str, since: date) -> Iterator[tuple[str, date]]:
    """The companies below one, level by level, as the truth has it, each with the day since when.

    What was below for a while only counts too: its accounts of that time name the top.
    """
    for stake in served.world.stakes_held_by.get(above, ()):
        bought = max(since, stake.since)
        yield stake.company, bought
        yield from _below(served, stake.company, bought)


def _told_since(served: Served, company: str, since: date) -> Iterator[str]:
    """The words of a company's accounts of after a day that say who is above.

    Pictures do not, and the shortest accounts.
    """
    if company.startswith("foreign:"):
        return
    for filing in documents.accounts(served, company):
        if day(filing["description_values"]["made_up_date"]) > since:
            body = documents.as_(served, filing, documents.XHTML)
            told = documents.words(body) if body else ""
            if "ultimate parent company is" in told:
                yield told
                return


def _is_stated(served: Served, company: str) -> bool:
    """Whether a statement stands where an entry is wanting."""
    path = f"/company/{company}/persons-with-significant-control-statements"
    return bool(served.every(path))


def _accounts_name_a_parent_abroad(served: Served, company: str) -> bool | None:
    found: bool | None = None
    for entry in documents.accounts(served, company):
        body = documents.as_(served, entry, documents.XHTML)
        if body is not None:
            found = False
            told = documents.words(body)
            if "incorporated in Jersey" in told or "incorporated in Guernsey" in told:
                return True
    return found


def charity_parent(served: Served, trap: Trap) -> bool:
    """The holder is on the register of charities."""
    company, _ = trap.touches
    held = [one for one in companies.entries(served, company) if companies.is_majority(one)]
    return any(companies.stem(one["name"]) in _charities(served) for one in held)


@cache
def _charities(served: Served) -> frozenset[str]:
    """The names on the register of charities, without their legal endings."""
    address = f"{ADDRESSES['charity_commission_files']}/data/json/publicextract.charity.zip"
    with ZipFile(BytesIO(served.get(address).body)) as package:
        (name,) = package.namelist()
        extract = json.loads(package.read(name).decode("utf-8-sig"))
    return frozenset(companies.stem(one["charity_name"]) for one in extract)


def council_trust(served: Served, trap: Trap) -> bool:
    """The holder is a council, which has no number."""
    company, _ = trap.touches
    return any(
        one["kind"].startswith("legal-person")
        and one["identification"]["legal_form"] == "Local Authority"
        and "registration_number" not in one["identification"]
        for one in companies.in_force(served, company)
    )


FINDERS: Mapping[TrapKind, Finder] = {
    TrapKind.CIRCLE: circle,
    TrapKind.JOINT_VENTURE: joint_venture,
    TrapKind.EVEN_SPLIT: even_split,
    TrapKind.TRUST: trust,
    TrapKind.FIRM: firm,
    TrapKind.TOP_ABROAD: top_abroad,
    TrapKind.FUND: fund,
    TrapKind.CHARITY_PARENT: charity_parent,
    TrapKind.COUNCIL_TRUST: council_trust,
}
