"""A served rehearsal, visited and taken in: the store holds what the truth says was published."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from crawlers.rehearsal.calibration import LAST_DAY, TODAY
from crawlers.rehearsal.publishers import make_world
from crawlers.rehearsal.truth.groups import TrueGroups
from crawlers.rehearsal.world.bodies import Form
from crawlers.rehearsal.world.world import World
from db.loading import load_snapshot
from db.records import Control, Inspection, Setting
from db.snapshot import Snapshot
from oversight.answers import Options, make_market
from oversight.installation import Installation, end_of, open_installation
from oversight.market import Market
from oversight.policy import packaged_policy
from oversight.running import rehearse_everything

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


@pytest.fixture(scope="module", params=[1, 2, 3])
def taken(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Taken]:
    folder: Path = tmp_path_factory.mktemp("rehearsal")
    noon = datetime(TODAY.year, TODAY.month, TODAY.day, 12, tzinfo=UTC)
    place = open_installation(folder / "data", None, noon)
    rehearse_everything(place, seed=request.param, size="small", port=0, progress=lambda _: None)
    snapshot = load_snapshot(place.engine, TODAY, noon)
    yield Taken(world=make_world(request.param, "small"), place=place, snapshot=snapshot)
    place.engine.dispose()


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
