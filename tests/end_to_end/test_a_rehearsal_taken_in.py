"""A served rehearsal, visited and taken in: the store holds what the truth says was published."""

from collections.abc import Generator, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from crawlers.rehearsal.calibration import LAST_DAY, TODAY
from crawlers.rehearsal.publishers import CATALOGUE, make_world
from crawlers.rehearsal.truth.groups import TrueGroups
from crawlers.rehearsal.world.bodies import Form
from crawlers.rehearsal.world.happenings import TrapKind
from crawlers.rehearsal.world.world import World
from db.loading import load_snapshot
from db.records import KINDS, Control, Inspection, Record, Setting
from db.snapshot import Snapshot
from oversight.answers import Options, make_market
from oversight.evaluate import evaluate
from oversight.installation import Installation, end_of, open_installation
from oversight.market import Market
from oversight.policy import packaged_policy
from oversight.rules import register
from oversight.running import rehearse_everything
from tests.crawlers.rehearsal.site.asking import free_ports

FULL = (
    date(2021, 3, 31),
    date(2022, 3, 31),
    date(2023, 3, 31),
    date(2025, 3, 31),
    date(2026, 3, 31),
)
"""Days of which the whole register is published."""


@dataclass(frozen=True, kw_only=True)
class Taken:
    """One seed's world, and what the monitor made of what its publishers served."""

    world: World
    place: Installation
    snapshot: Snapshot

    def market(self) -> Market:
        """The market of the newest register."""
        options = Options(as_of=TODAY, known_at=end_of(TODAY), seen=False, policy=packaged_policy())
        return make_market(self.place, options)


@contextmanager
def rehearsed(seed: int, folder: Path, database: str | None, port: int) -> Generator[Taken]:
    """What the monitor makes of a seed's small market, in a database of either kind."""
    noon = datetime(TODAY.year, TODAY.month, TODAY.day, 12, tzinfo=UTC)
    place = open_installation(folder, database, noon)
    try:
        rehearse_everything(place, seed=seed, size="small", port=port, progress=lambda _: None)
        snapshot = load_snapshot(place.engine, TODAY, noon)
        yield Taken(world=make_world(seed, "small"), place=place, snapshot=snapshot)
    finally:
        place.engine.dispose()


@pytest.fixture(scope="module")
def ports() -> int:
    """The first of the ports on which it is served: answers name them, and are to be the same."""
    return free_ports(1 + len(CATALOGUE.publishers))


@pytest.fixture(scope="module", params=[1, 2, 3])
def taken(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory, ports: int
) -> Iterator[Taken]:
    folder = tmp_path_factory.mktemp("rehearsal") / "data"
    with rehearsed(request.param, folder, None, ports) as found:
        yield found


def everything(taken: Taken) -> dict[str, list[Record]]:
    """Every record that is held, ended ones included, in an order of its own."""
    return {
        kind.__name__: sorted(taken.snapshot.every(kind), key=lambda one: one.model_dump_json())
        for kind in KINDS
    }


@pytest.mark.postgres
@pytest.mark.parametrize("taken", [1], indirect=True)
def test_either_database_holds_the_same(
    taken: Taken, postgresql_url: str, tmp_path: Path, ports: int
) -> None:
    with rehearsed(1, tmp_path / "data", postgresql_url, ports) as on_postgresql:
        assert everything(on_postgresql) == everything(taken)


@pytest.mark.parametrize("day", FULL)
def test_each_full_register_is_the_true_one(taken: Taken, day: date) -> None:
    held = {one.urn: one for one in taken.snapshot.every(Setting) if one.as_at == day}
    true = {one.urn: one for one in taken.world.settings if one.is_open(day)}

    assert held.keys() == true.keys()
    assert {urn: one.places for urn, one in held.items()} == {
        urn: one.places_on(day) for urn, one in true.items()
    }
    assert {urn: one.owner_name for urn, one in held.items()} == {
        urn: _text(one.owner_text_at(day)) for urn, one in true.items()
    }


def _text(written: str | float | None) -> str | None:
    return None if written is None else str(written).strip()


def test_every_visit_that_was_published_is_held_and_no_other(taken: Taken) -> None:
    newest = date(2026, 3, 31)
    held = {(one.urn, one.event_number) for one in taken.snapshot.every(Inspection)}
    true = {
        (one.urn, str(one.event_number))
        for one in taken.world.inspections
        if one.inspected_on <= newest and one.published_on <= date(2026, 4, 30)
    }

    assert held <= true
    recent = {
        (one.urn, str(one.event_number))
        for one in taken.world.inspections
        if date(2025, 4, 1) <= one.inspected_on <= newest and one.published_on <= date(2026, 4, 30)
    }
    assert recent <= held


def test_every_entry_of_a_watched_register_is_the_true_one(taken: Taken) -> None:
    controls = taken.snapshot.every(Control)
    watched = {one.company_number for one in controls}
    held = {(one.company_number, one.valid_from, one.valid_to) for one in controls}
    true = {
        (
            one.company,
            one.notified_on,
            one.until if one.end_filed_on and one.end_filed_on <= TODAY else None,
        )
        for one in taken.world.stakes
        if one.company in watched
        and one.filed_on is not None
        and one.filed_on <= TODAY
        and not (one.until and one.notified_on and one.until <= one.notified_on)
    }

    assert held == true


def test_nothing_of_a_later_day_is_held(taken: Taken) -> None:
    assert TODAY < LAST_DAY
    assert max(one.public_on for one in taken.snapshot.every(Setting)) <= TODAY
    assert max(one.public_on for one in taken.snapshot.every(Control)) <= TODAY


def test_every_group_that_is_certain_is_inside_a_true_one(taken: Taken) -> None:
    truth = TrueGroups(world=taken.world)
    day = date(2026, 3, 31)
    for group in taken.market().groups:
        companies = {
            one.company for one in group.members if one.certain and one.company in taken.world.body
        }
        heads = {truth.statutory_head(one, day) for one in companies}

        assert len(heads) == 1, (group.head_name, heads)


def test_an_owner_that_is_matched_is_matched_to_its_own_company(taken: Taken) -> None:
    day = date(2026, 3, 31)
    market = taken.market()
    wrong = [
        (one.name, market.matches[one.key].company_number)
        for one in market.organisations
        for setting in one.settings
        if (number := market.matches[one.key].company_number) is not None
        and taken.world.setting[setting.urn].owner_on(day) != number
    ]

    assert wrong == []


def test_councils_are_no_companies(taken: Taken) -> None:
    councils = {one.name for one in taken.world.bodies if one.form is Form.COUNCIL}
    market = taken.market()

    assert councils
    assert all(
        market.matches[one.key].company_number is None
        for one in market.organisations
        if one.name in councils
    )


def test_whoever_is_above_settings_that_fail_together_is_found(taken: Taken) -> None:
    truth, day = TrueGroups(world=taken.world), date(2026, 3, 31)
    about = [one.subject for one in evaluate(taken.market(), register()) if one.rule == "PO-02"]
    companies = [number for _, _, number in (one.partition(":") for one in about) if number]
    found = {truth.statutory_head(one, day) for one in companies if one in taken.world.body}
    traps = [one for one in taken.world.traps if one.kind is TrapKind.FAILING_GROUP]
    owners = [taken.world.setting[one.touches[0]].owner_on(day) for one in traps]

    assert owners
    assert {truth.statutory_head(one, day) for one in owners if one} <= found
