"""The market is as large as published, of each type and in each year, and has every difficulty."""

from collections import Counter
from datetime import date

import pytest

from crawlers.rehearsal import calibration, words
from crawlers.rehearsal.calibration import SIZES
from crawlers.rehearsal.world.happenings import Kind, TrapKind
from crawlers.rehearsal.world.world import World
from tests.crawlers.rehearsal.making.small_worlds import SEEDS, small


def counted(world: World, year: int) -> Counter[str]:
    """Registrations by type on the register as at a 31 March."""
    day = date(year, 3, 31)
    return Counter(one.provision_type for one in world.settings if one.is_open(day))


def test_a_small_market_has_about_300_settings_on_31_march_2026(world: World) -> None:
    assert 290 <= sum(counted(world, 2026).values()) <= 310


@pytest.mark.parametrize("year", range(2016, 2028))
@pytest.mark.parametrize("kind", [words.HOME, words.SUPPORTED])
def test_homes_and_supported_accommodation_are_as_many_as_calibrated_but_for_early_closings(
    world: World, kind: str, year: int
) -> None:
    wanted = SIZES["small"].scaled(calibration.ON_THE_REGISTER[kind][year - 2016])

    assert counted(world, year)[kind] == pytest.approx(wanted, abs=2)


@pytest.mark.parametrize("year", range(2016, 2028))
def test_other_types_are_as_many_as_calibrated_but_for_what_endings_close(
    world: World, year: int
) -> None:
    ended = {
        urn
        for one in world.happenings
        if one.kind in {Kind.FAILURE, Kind.WITHDRAWAL}
        for urn in one.settings
    }
    closed = Counter(world.setting[urn].provision_type for urn in ended)
    found = counted(world, year)
    missing = {
        kind: SIZES["small"].scaled(numbers[year - 2016], least=1) - found[kind]
        for kind, numbers in calibration.ON_THE_REGISTER.items()
        if kind not in {words.HOME, words.SUPPORTED}
    }

    assert [kind for kind, few in missing.items() if not 0 <= few <= closed[kind]] == []


@pytest.mark.parametrize("kind", TrapKind, ids=lambda kind: kind.name)
def test_every_difficulty_is_in_every_market(world: World, kind: TrapKind) -> None:
    assert any(trap.kind is kind for trap in world.traps)


def test_a_difficulty_touches_only_what_there_is(world: World) -> None:
    there = {
        *world.body,
        *world.setting,
        *world.person,
        *(one.key for one in world.stakes),
        *(one.key for one in world.filings),
        *(one.key for one in world.accounts),
    }

    assert [trap for trap in world.traps if not {*trap.touches} <= there] == []


@pytest.mark.parametrize(
    "kind", [Kind.ACQUISITION, Kind.RESTRUCTURE, Kind.FAILURE, Kind.WITHDRAWAL]
)
def test_groups_are_bought_restructured_fail_and_leave_in_every_market(
    world: World, kind: Kind
) -> None:
    assert sum(one.kind is kind for one in world.happenings) >= 3


@pytest.mark.parametrize("kind", [Kind.FAILURE, Kind.WITHDRAWAL])
def test_about_a_fifth_of_ends_are_hidden_over_the_seeds(kind: Kind) -> None:
    found = [one for seed in SEEDS for one in small(seed).happenings if one.kind is kind]

    assert 0.1 <= sum(one.is_hidden for one in found) / len(found) <= 0.4
