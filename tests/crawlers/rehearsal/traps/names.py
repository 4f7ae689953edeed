"""Finds what makes an owner's name hard to read: Ofsted's text beside the register of companies."""

from collections.abc import Mapping
from difflib import SequenceMatcher

from crawlers.rehearsal.world.happenings import Trap, TrapKind
from tests.crawlers.rehearsal.traps import companies, registers
from tests.crawlers.rehearsal.traps.companies import NUMBER, day, stem
from tests.crawlers.rehearsal.traps.finding import Finder
from tests.crawlers.rehearsal.traps.served import Json, Served

SLIP = 0.9
"""How like two names are of which one is the other with a slip of the pen, 0 to 1 at least."""


def renamed(served: Served, trap: Trap) -> bool:
    """A list has a name that the company bore, and bears no more."""
    urn, owner = trap.touches
    now, *before = [stem(one) for one in companies.names(served, owner)] or [""]
    return bool(_stems(served, urn) & ({*before} - {now}))


def mistyped(served: Served, trap: Trap) -> bool:
    """A list has what the company never bore, and nearly did."""
    urn, owner = trap.touches
    borne = {stem(one) for one in companies.names(served, owner)}
    return any(_is_slip(one, name) for one in _stems(served, urn) - borne for name in borne)


def numbered(served: Served, trap: Trap) -> bool:
    """A list has a number beside the name, and the register has the company of that number."""
    urn, owner = trap.touches
    for written in registers.names(served, urn):
        if owner in NUMBER.findall(written):
            borne = companies.names(served, owner)
            return any(stem(written).startswith(stem(one)) for one in borne)
    return False


def drifting(served: Served, trap: Trap) -> bool:
    """Two lists, or a list and the register, differ in the legal suffix and in nothing else."""
    urn, owner = trap.touches
    written = {one.upper() for one in registers.names(served, urn)}
    known = written | set(companies.names(served, owner))
    return any(one != other and stem(one) == stem(other) for one in written for other in known)


def blank(served: Served, trap: Trap) -> bool:
    """A list has the setting and nothing in its owner's cell."""
    (urn,) = trap.touches
    return any(one in registers.BLANK for one in registers.owners(served, urn))


def dissolved_namesake(served: Served, trap: Trap) -> bool:
    """The search for an owner's name shows another company of it, which had ended before."""
    namesake, owner = trap.touches
    found = _of_the_name(served, owner)
    gone, there = (companies.profile(served, one) for one in (namesake, owner))
    if gone is None or there is None:
        return False
    return (
        found.get(namesake, {}).get("company_status") == "dissolved"
        and owner in found
        and gone["date_of_cessation"] < there["date_of_creation"]
    )


def live_namesake(served: Served, trap: Trap) -> bool:
    """The search for an owner's name shows two live companies of it, once both are founded."""
    namesake, owner = trap.touches
    founded = [companies.profile(served, one) for one in (namesake, owner)]
    days = [day(one["date_of_creation"]) for one in founded if one]
    found = _of_the_name(served.on(max(served.world.first_day, *days)), owner)
    both = [found.get(one, {}) for one in (namesake, owner)]
    return (
        all(one.get("company_status") == "active" for one in both)
        and both[0]["title"] != both[1]["title"]
    )


def false_friend(served: Served, trap: Trap) -> bool:
    """A company bears a group's brand and a name of its own, and nobody holds both."""
    friend, head = trap.touches
    found = companies.profile(served, friend)
    if found is None:
        return False
    brand, name = _brand(found["company_name"]), found["company_name"]
    others = {one["company_number"] for one in _search(served, brand)} - {friend}
    alike = [one for one in sorted(others) if _bears(served, one, brand)]
    theirs = {who for one in alike for who in _holders(served, one)}
    return (
        any(_is_above(served, head, one) for one in alike)
        and stem(name) not in registers.every_owner(served)
        and [one["company_number"] for one in companies.of_name(served, name)] == [friend]
        and not _holders(served, friend) & theirs
    )


def _is_above(served: Served, head: str, company: str) -> bool:
    """Whether a group's head is above a company, or is it; one abroad by its name as entered."""
    chain = {company, *companies.above(served, company)}
    if head in chain or head not in served.world.body:
        return head in chain
    name = stem(served.world.body[head].name)
    return any(stem(who) == name for one in chain for who in _holders(served, one))


def _stems(served: Served, urn: str) -> set[str]:
    """The names that lists write for a setting's owner without their endings, numbered ones not."""
    found = registers.names(served, urn)
    return {stem(one) for one in found if not any(c.isdigit() for c in one)}


def _is_slip(one: str, other: str) -> bool:
    return SequenceMatcher(None, one, other).ratio() >= SLIP


def _of_the_name(served: Served, owner: str) -> Mapping[str, Json]:
    """Everybody whom the search for each of an owner's names shows, by number."""
    borne = companies.names(served, owner)
    return {one["company_number"]: one for name in borne for one in companies.of_name(served, name)}


def _search(served: Served, words: str) -> list[Json]:
    found = served.from_the_register("/search/companies", q=words, items_per_page=100)
    return found["items"] if found else []


def _bears(served: Served, number: str, word: str) -> bool:
    """Whether a word is in a name that a company bears or bore."""
    return any(word in one.split() for one in companies.names(served, number))


def _brand(name: str) -> str:
    """The first word that is neither an article nor a number."""
    return next(one for one in name.split() if one not in {"4", "NEW", "THE"})


def _holders(served: Served, number: str) -> set[str]:
    """Everybody who was ever on its control register, by name."""
    return {one["name"] for one in companies.entries(served, number)}


FINDERS: Mapping[TrapKind, Finder] = {
    TrapKind.RENAME: renamed,
    TrapKind.TYPO: mistyped,
    TrapKind.EMBEDDED_NUMBER: numbered,
    TrapKind.SUFFIX_DRIFT: drifting,
    TrapKind.BLANK_OWNER: blank,
    TrapKind.DISSOLVED_NAMESAKE: dissolved_namesake,
    TrapKind.LIVE_NAMESAKE: live_namesake,
    TrapKind.FALSE_FRIEND: false_friend,
}
