"""A rehearsal's market as a crawl would give it for matching, made without crawling, and its truth.

What is published is put together as the tests of the crawl do that hold its records beside the
truth. The index is of every company that is on the register on the rehearsal's day, and officers
are those of the companies that bear an owner's name, which are watched.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from itertools import pairwise
from typing import TypeVar

from crawlers.rehearsal.calibration import TODAY
from crawlers.rehearsal.forms.companies_house.company_data import CATEGORIES
from crawlers.rehearsal.world.bodies import Body
from crawlers.rehearsal.world.world import World
from db.indexed_company import FormerName, IndexedCompany
from db.records import Charity, Officer, Record, ReportedProvider, Setting
from db.snapshot import Snapshot
from oversight.matching import Names, by_name
from oversight.organisations import Organisation, organisations
from tests.end_to_end.beside import Asked, Row
from tests.end_to_end.published_truth import PUBLISHED

R = TypeVar("R", bound=Record)
CITE = f"sha256:{'0' * 64}#row="


@dataclass(frozen=True, kw_only=True)
class MatchedWorld:
    """One market: what a matcher is given, and who each owner really is."""

    world: World
    day: date
    owners: tuple[Organisation, ...]
    names: Names
    snapshot: Snapshot
    truth: dict[str, Body | None]
    """By the key of the owner; None where settings of one text have several owners."""


def made(world: World) -> MatchedWorld:
    """The market of a world on the newest register's day."""
    index = by_name(indexed_companies(world))
    nobody = Asked(world=world, crawled=(TODAY,), watched=frozenset())
    settings = tuple(_records(Setting, nobody))
    newest = max(one.as_at for one in settings if one.as_at.month == 3)
    listed = tuple(one for one in settings if one.as_at == newest)
    owners = organisations(listed)
    watched = {one.company_number for owner in owners for one in index.get(owner.key, ())}
    asked = Asked(world=world, crawled=(TODAY,), watched=frozenset(watched))
    shelf: dict[type[Record], tuple[Record, ...]] = {
        Setting: settings,
        ReportedProvider: tuple(_records(ReportedProvider, nobody)),
        Officer: tuple(_records(Officer, asked)),
        Charity: tuple(_records(Charity, nobody)),
    }
    known_at = datetime.combine(TODAY, time(12), tzinfo=UTC)
    snapshot = Snapshot(as_of=TODAY, known_at=known_at, shelf=shelf)
    truth = {one.key: _owner(world, one, newest) for one in owners}
    return MatchedWorld(
        world=world, day=newest, owners=owners, names=index, snapshot=snapshot, truth=truth
    )


def indexed_companies(world: World) -> Iterator[IndexedCompany]:
    """Every company that is on the register on the rehearsal's day, as the index has it."""
    return (_indexed(one) for one in world.companies if one.is_alive(TODAY))


def _indexed(body: Body) -> IndexedCompany:
    borne = [one for one in body.names if one.since <= TODAY]
    formers = (
        FormerName(name=before.name.upper(), until=after.since) for before, after in pairwise(borne)
    )
    postcode = body.office_on(TODAY).postcode
    return IndexedCompany(
        company_number=body.key,
        name=body.name_on(TODAY).upper(),
        category=CATEGORIES[body.form],
        status="Active",
        incorporated_on=body.begun_on,
        cite=f"{CITE}{body.key}",
        former_names=tuple(formers),
        sic_codes=body.sic_codes,
        office_district=postcode.split()[0] if postcode else None,
    )


def _records(kind: type[R], asked: Asked) -> Iterator[R]:
    for number, row in enumerate(PUBLISHED[kind](asked)):
        yield _record(kind, row, number)


def _record(kind: type[R], row: Row, number: int) -> R:
    """A record without validation: the rows are the tests' own, and there are tens of thousands."""
    blank = dict.fromkeys(kind.model_fields)
    return kind.model_construct(None, **{**blank, **row, "cite": f"{CITE}{number}"})


def _owner(world: World, owner: Organisation, day: date) -> Body | None:
    keys = {world.setting[one.urn].owner_on(day) for one in owner.settings}
    return world.body.get(keys.pop() or "") if len(keys) == 1 else None
