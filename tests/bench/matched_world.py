"""A rehearsal's market as a crawl would give it, made without crawling, and who owners really are.

What is published is put together as the tests of the crawl do that hold its records beside the
truth. The index is of every company that is on the register on the rehearsal's day. Companies are
watched as the product does it: those that owners of any register may be, by a name or a number,
those that people decided about, and all above them.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time
from itertools import pairwise
from typing import TypeVar

from crawlers.rehearsal.calibration import TODAY
from crawlers.rehearsal.forms.companies_house.company_data import CATEGORIES
from crawlers.rehearsal.world.bodies import Body
from crawlers.rehearsal.world.world import World
from db.indexed_company import FormerName, IndexedCompany
from db.owner_text import owner_key
from db.records import (
    Charity,
    Company,
    Control,
    ControlStatement,
    Officer,
    PreviousName,
    Record,
    RegisterExtract,
    ReportedProvider,
    Setting,
    SicCode,
)
from db.snapshot import Snapshot
from oversight.decisions import NO_DECISIONS, Decisions
from oversight.market import Market
from oversight.matching import Names, by_name
from oversight.organisations import Organisation
from oversight.policy import packaged_policy
from tests.end_to_end.beside import Asked, Row
from tests.end_to_end.published_truth import PUBLISHED

R = TypeVar("R", bound=Record)
CITE = f"sha256:{'0' * 64}#row="
ANYWAY = (Setting, ReportedProvider, Charity)
"""What is published of everybody."""
OF_THE_WATCHED = (
    Officer,
    Company,
    PreviousName,
    SicCode,
    Control,
    ControlStatement,
    RegisterExtract,
)
"""What is asked about the companies that are watched."""
Shelf = dict[type[Record], tuple[Record, ...]]


@dataclass(frozen=True, kw_only=True)
class MatchedWorld:
    """One world, as a monitor comes to know it."""

    world: World
    names: Names
    anyway: Shelf = field(repr=False)
    of_the_watched: tuple[type[Record], ...]

    def market(self, day: date = TODAY, decisions: Decisions = NO_DECISIONS) -> Market:
        """Its market on a day, by what is known today and what people decided."""
        known_at = datetime.combine(TODAY, time(12), tzinfo=UTC)
        watched = frozenset(self._watched(decisions))
        shelf = {**self.anyway, **_shelf(self.of_the_watched, self.world, watched)}
        return Market(
            snapshot=Snapshot(as_of=day, known_at=known_at, shelf=shelf),
            policy=packaged_policy(),
            index=self.names,
            decisions=decisions,
        )

    def owners(self, organisation: Organisation, day: date) -> Mapping[str, Body | None]:
        """Who really owns each setting of an organisation on a day, by URN; None for nobody."""
        of = {one.urn: self.world.setting[one.urn].owner_on(day) for one in organisation.settings}
        return {urn: self.world.body.get(key or "") for urn, key in of.items()}

    def owner(self, organisation: Organisation, day: date) -> Body | None:
        """Who an organisation really is; None where several own its settings, or nobody does."""
        found = list(self.owners(organisation, day).values())
        return found[0] if all(one == found[0] for one in found) else None

    def _watched(self, decisions: Decisions) -> Iterator[str]:
        settings = [one for one in self.anyway[Setting] if isinstance(one, Setting)]
        texts = {owner_key(one.owner_name) for one in settings if one.owner_name is not None}
        borne = {one.company_number for text in texts for one in self.names.get(text, ())}
        numbers = {one.owner_company_number for one in settings} - {None}
        found = {one for one in (*borne, *numbers, *decisions.companies) if one is not None}
        todo = sorted(found & self.world.body.keys())
        while todo:
            company = todo.pop()
            yield company
            new = {one.holder for one in self.world.stakes_in.get(company, ())} - found
            found |= new
            todo += sorted(
                one for one in new if one in self.world.body and self.world.body[one].number
            )


def made(world: World, of_the_watched: Iterable[type[Record]] = OF_THE_WATCHED) -> MatchedWorld:
    """A world as it is published; of what is watched only these kinds are made."""
    return MatchedWorld(
        world=world,
        names=by_name(map(_indexed, _live(world))),
        anyway=_shelf(ANYWAY, world, frozenset()),
        of_the_watched=tuple(of_the_watched),
    )


def _shelf(kinds: Iterable[type[Record]], world: World, watched: frozenset[str]) -> Shelf:
    asked = Asked(world=world, crawled=(TODAY,), watched=watched)
    return {kind: tuple(_records(kind, asked)) for kind in kinds}


def _live(world: World) -> Iterator[Body]:
    return (one for one in world.companies if one.is_alive(TODAY))


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
