"""A rehearsal's market as a crawl would give it for events, made without crawling."""

from collections.abc import Iterator
from datetime import UTC, datetime, time
from typing import TypeVar

from crawlers.rehearsal.calibration import TODAY
from crawlers.rehearsal.world.settings import Setting as TrueSetting
from crawlers.rehearsal.world.world import World
from db.records import (
    Charge,
    Charity,
    Company,
    Control,
    ControlStatement,
    Filing,
    Movement,
    Officer,
    PreviousName,
    ProviderPage,
    Record,
    RegisterExtract,
    ReportedProvider,
    Setting,
    SicCode,
)
from db.snapshot import Snapshot
from oversight.market import Market
from oversight.matching import by_name
from oversight.policy import packaged_policy
from tests.bench.matched_world import indexed_companies
from tests.end_to_end.beside import Asked
from tests.end_to_end.published_truth import PUBLISHED

R = TypeVar("R", bound=Record)
KINDS: tuple[type[Record], ...] = (
    Setting,
    Movement,
    ProviderPage,
    ReportedProvider,
    Company,
    PreviousName,
    SicCode,
    Officer,
    Control,
    ControlStatement,
    RegisterExtract,
    Charge,
    Filing,
    Charity,
)


def made(world: World) -> Market:
    """The market of a world on the rehearsal's day, with everything that events are read from."""
    owners = {key for one in world.settings for key in _owners(one) if key in world.body}
    asked = Asked(world=world, crawled=(TODAY,), watched=frozenset(with_all_above(world, owners)))
    shelf: dict[type[Record], tuple[Record, ...]] = {
        kind: tuple(_records(kind, asked)) for kind in KINDS
    }
    known_at = datetime.combine(TODAY, time(12), tzinfo=UTC)
    snapshot = Snapshot(as_of=TODAY, known_at=known_at, shelf=shelf)
    return Market(
        snapshot=snapshot, policy=packaged_policy(), index=by_name(indexed_companies(world))
    )


def with_all_above(world: World, bodies: set[str]) -> set[str]:
    """Bodies that have a company number, and whoever the register puts above them at any time."""
    found, todo = set(bodies), sorted(bodies)
    while todo:
        new = {one.holder for one in world.stakes_in.get(todo.pop(), ())} - found
        new &= world.body.keys()
        found |= new
        todo += sorted(new)
    return {one for one in found if world.body[one].number}


def _owners(setting: TrueSetting) -> Iterator[str]:
    yield from (one.owner for one in setting.owners if one.owner is not None)


def _records(kind: type[R], asked: Asked) -> Iterator[R]:
    """Records of a kind as a crawl would make them.

    Entries of control registers are validated, which makes our own words of the rehearsal's; the
    rest are not, as they are the tests' own and there are hundreds of thousands.
    """
    blank = dict.fromkeys(kind.model_fields)
    for number, row in enumerate(PUBLISHED[kind](asked)):
        values = {**blank, **row, "cite": f"sha256:{'0' * 64}#row={number}"}
        is_validated = kind is Control
        yield kind.model_validate(values) if is_validated else kind.model_construct(None, **values)
