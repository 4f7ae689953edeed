"""Finds what happened to companies and what little the registers tell of it."""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from typing import NamedTuple

from crawlers.rehearsal.world.happenings import Kind, Trap, TrapKind
from tests.crawlers.rehearsal.accounts_reading import Fact, facts
from tests.crawlers.rehearsal.traps import companies, documents, registers
from tests.crawlers.rehearsal.traps.companies import day
from tests.crawlers.rehearsal.traps.finding import Finder
from tests.crawlers.rehearsal.traps.served import Json, Served

SOON = timedelta(days=21)
"""How long after a change of control a charge for it is made at most."""
ABOUT = timedelta(days=60)
"""How far from the day of a deal its entry would stand."""
PREMIUM, RESERVES = ("SharePremium",), ("RetainedEarningsAccumulatedLosses",)
"""The members under which parts of equity are tagged."""


class Owned(NamedTuple):
    """What one owner has by one year's table."""

    agencies: int
    places: int


def bought_with_debt(served: Served, trap: Trap) -> bool:
    """A charge over everything was made soon after control of a company changed."""
    bought = trap.touches[0]
    charged = {
        day(one["created_on"])
        for company in trap.touches
        for one in _charges(served, company)
        if one["particulars"].get("floating_charge_covers_all")
    }
    return any(
        timedelta(0) <= on - changed <= SOON
        for changed in _changes(served, bought)
        for on in charged
    )


def never_entered(served: Served, trap: Trap) -> bool:
    """Nothing comes to a company's register or leaves it, and yet its board or charges change."""
    bought = trap.touches[0]
    on = next(
        one.on
        for one in served.world.happenings
        if one.kind is Kind.ACQUISITION and one.bodies == trap.touches
    )
    found = companies.entries(served, bought)
    known = [
        day(one[told]) for one in found for told in ("notified_on", "ceased_on") if told in one
    ]
    is_silent = not any(abs(one - on) <= ABOUT for one in known)
    return is_silent and any(_shows(served, company, on) for company in trap.touches)


def _shows(served: Served, company: str, on: date) -> bool:
    """Whether a company's board or charges changed within days of a deal."""
    others = [
        *_appointed(served, company),
        *(day(c["created_on"]) for c in _charges(served, company)),
    ]
    return any(timedelta(0) <= one - on <= SOON for one in others)


def _changes(served: Served, company: str) -> Iterator[date]:
    """Days on which somebody else came to hold or to direct a company."""
    yield from (day(one["notified_on"]) for one in companies.entries(served, company))
    yield from _appointed(served, company)


def _appointed(served: Served, company: str) -> Iterator[date]:
    for one in served.every(f"/company/{company}/officers"):
        yield day(one["appointed_on"])


def _charges(served: Served, company: str) -> list[Json]:
    found = served.from_the_register(f"/company/{company}/charges", items_per_page=100)
    return found["items"] if found else []


def reduced(served: Served, trap: Trap) -> bool:
    """A statement of capital is on file, and by the next accounts premium has become reserves.

    Where those are pictures, or not filed yet, the statement alone tells.
    """
    (company,) = trap.touches
    filed = [one for one in documents.file(served, company) if one["type"] == "SH19"]
    if [one["category"] for one in filed] != ["capital"]:
        return False
    after = [
        one
        for one in documents.accounts(served, company)
        if one["description_values"]["made_up_date"] > filed[0]["date"]
    ]
    body = documents.as_(served, after[-1], documents.XHTML) if after else None
    return body is None or _became_reserves(facts(body))


def _became_reserves(tagged: list[Fact]) -> bool:
    equity = {(one.members, one.end): one.value for one in tagged if one.concept == "Equity"}
    *_, before, now = sorted({end for _, end in equity})
    return (
        equity[PREMIUM, now] < equity[PREMIUM, before]
        and equity[RESERVES, now] > equity[RESERVES, before]
    )


def merged(served: Served, trap: Trap) -> bool:
    """Ofsted's yearly table of owners gives one of them more agencies, and later fewer places.

    It is one that the control registers have above companies and agencies that are touched.
    Nowhere else are places of agencies published: in every list their cells are blank.
    """
    tables = by_year(served)
    agencies = [one for one in trap.touches if _is_agency(served, one)]
    bodies = [one for one in trap.touches if companies.profile(served, one)]
    above = [{companies.stem(one) for one in _names_above(served, key)} for key in bodies]
    owners = set.intersection(*above) if agencies and above else set[str]()
    return all(_is_without_places(served, one) for one in agencies) and any(
        _grows_and_shrinks(before[owner], after[owner], later[owner])
        for year, before in tables.items()
        if (after := tables.get(year + 1)) and (later := tables.get(year + 2))
        for owner in before.keys() & after.keys() & later.keys()
        if companies.stem(owner) in owners
    )


def _names_above(served: Served, company: str) -> Iterator[str]:
    """The names of a company and of everybody above it, by the control registers."""
    for one in (company, *companies.above(served, company)):
        yield from companies.names(served, one)


def _grows_and_shrinks(before: Owned, after: Owned, later: Owned) -> bool:
    return after.agencies > before.agencies and later.places < after.places


def by_year(served: Served) -> dict[int, dict[str, Owned]]:
    """Agencies and fostering places of the largest owners by year."""
    found: dict[int, dict[str, Owned]] = {}
    for release in registers.releases(served):
        for link in release["details"].get("attachments", ()):
            if "file_size" in link:
                continue
            page = registers.item(served, link["url"])["details"]["body"]
            for title, rows in registers.tables_of(page):
                if "fostering places" in title:
                    found[int(title[-4:])] = {
                        owner: Owned(_number(agencies), _number(places))
                        for owner, agencies, places, _ in rows
                    }
    return found


def _number(cell: str) -> int:
    return int(cell.replace(",", ""))


def _is_agency(served: Served, key: str) -> bool:
    rows = registers.rows(served).get(key, ())
    return any(one.cells.get("provision type") == "Independent Fostering Agency" for one in rows)


def _is_without_places(served: Served, urn: str) -> bool:
    return all(one.cells.get("places") in {None, ""} for one in registers.rows(served).get(urn, ()))


FINDERS: Mapping[TrapKind, Finder] = {
    TrapKind.BOUGHT_WITH_DEBT: bought_with_debt,
    TrapKind.NEVER_ENTERED: never_entered,
    TrapKind.CAPITAL_REDUCTION: reduced,
    TrapKind.FOSTERING_MERGER: merged,
}
