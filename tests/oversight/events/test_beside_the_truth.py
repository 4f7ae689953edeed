"""Events told of a small rehearsal, beside what really happened in it."""

import pytest

from crawlers.rehearsal.publishers import make_world
from crawlers.rehearsal.world.world import World
from oversight.events import Event, EventKind
from tests.bench.event_truth import Told, beside, in_sight
from tests.bench.event_world import market_of_events

APART = {EventKind.ACQUISITION, EventKind.RESTRUCTURE}


@pytest.fixture(scope="module")
def world() -> World:
    return make_world(8, "small")


@pytest.fixture(scope="module")
def events(world: World, tmp_path_factory: pytest.TempPathFactory) -> tuple[Event, ...]:
    return market_of_events(world, tmp_path_factory.mktemp("index")).events


@pytest.fixture(scope="module")
def told(world: World, events: tuple[Event, ...]) -> Told:
    return beside(in_sight(world), events)


def test_what_was_bought_and_what_moved_inside_a_group_are_told_apart(told: Told) -> None:
    right = sum(one.kind is event.kind for one, event in told.pairs if one.kind in APART)
    happened = [one for one, _ in told.pairs] + list(told.missed)
    said = [event for _, event in told.pairs] + list(told.false)

    sizes = [sum(one.kind in APART for one in side) for side in (happened, said)]

    assert sizes[0] >= 10
    assert 2 * right / sum(sizes) >= 0.95


def test_each_event_is_told_with_the_day_on_which_it_could_first_be_read(told: Told) -> None:
    early = [event for one, event in told.pairs if event.known_on < min(event.on, one.on)]

    assert early == []


def test_nobody_is_named_in_what_is_told(world: World, events: tuple[Event, ...]) -> None:
    names = {one.name.casefold() for one in world.people}

    texts = [event.sentence for event in events]
    texts += [signal.claim for event in events for signal in event.signals]

    assert [text for text in texts if any(name in text.casefold() for name in names)] == []
