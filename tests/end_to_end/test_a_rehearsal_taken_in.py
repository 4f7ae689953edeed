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
from db.records import KINDS, Company, Control, Inspection, Record, Setting
from db.snapshot import Snapshot
from oversight.answers import Options, make_market
from oversight.evaluate import evaluate
from oversight.installation import Installation, end_of, open_installation
from oversight.market import Market
from oversight.policy import packaged_policy
from oversight.rules import register
from oversight.running import rehearse_everything
from tests.crawlers.rehearsal.site.asking import free_ports
from tests.end_to_end.published_truth import PUBLISHED, rows_held, rows_true

SEEDS = (1, 7, 12345)
"""Two of them are used nowhere else, so that nothing is tuned to them."""
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


@pytest.fixture(scope="module", params=SEEDS)
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


def watched(taken: Taken) -> set[str]:
    return {one.company_number for one in taken.snapshot.every(Company)}


def test_most_owners_companies_are_watched_and_all_others_have_names_that_need_a_decision(
    taken: Taken,
) -> None:
    day = date(2026, 3, 31)
    owners = {one.owner_on(day) for one in taken.world.settings if one.is_open(day)}
    bodies = [taken.world.body[one] for one in owners if one and one in taken.world.body]
    companies = {one.number for one in bodies if one.number and one.is_alive(TODAY)}

    assert len(companies & watched(taken)) >= 0.9 * len(companies)


def test_whoever_the_registers_put_above_a_watched_company_is_watched(taken: Taken) -> None:
    above = {
        taken.world.body[stake.holder].number
        for number in watched(taken)
        for stake in taken.world.stakes_in.get(number, ())
        if stake.holder in taken.world.body and stake.filed_on and stake.filed_on <= TODAY
    }

    assert above - {None} <= watched(taken)


@pytest.mark.parametrize("kind", PUBLISHED, ids=lambda kind: kind.__name__)
def test_of_watched_companies_everything_published_is_held_and_nothing_else(
    taken: Taken, kind: type[Record]
) -> None:
    held = rows_held(kind, taken.snapshot.every(kind))

    assert held == rows_true(kind, taken.world, watched(taken), TODAY)
    assert held != []


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


def test_most_settings_of_companies_under_a_parent_are_in_a_group(taken: Taken) -> None:
    truth, day = TrueGroups(world=taken.world), date(2026, 3, 31)
    held = {one.urn for group in taken.market().groups for one in group.settings}
    owners = {one.urn: one.owner_on(day) for one in taken.world.settings if one.is_open(day)}
    under = {
        urn
        for urn, owner in owners.items()
        if owner and owner in taken.world.body and truth.statutory_head(owner, day) != owner
    }

    assert len(under & held) >= 0.8 * len(under)


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


def test_most_owners_that_are_companies_are_matched(taken: Taken) -> None:
    day, market = date(2026, 3, 31), taken.market()
    companies = [
        one.key
        for one in market.organisations
        for owner in {taken.world.setting[s.urn].owner_on(day) for s in one.settings}
        if owner is not None and (body := taken.world.body.get(owner)) and body.number
    ]
    matched = [key for key in companies if market.matches[key].company_number is not None]

    assert len(matched) >= 0.8 * len(companies)


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
