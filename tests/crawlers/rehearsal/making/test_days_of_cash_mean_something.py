"""Sound owners keep cushions of all sizes; who fails in sight ends below them."""

from statistics import median, quantiles

from crawlers.rehearsal.world.bodies import Nature
from crawlers.rehearsal.world.books import Scope
from crawlers.rehearsal.world.happenings import Kind
from crawlers.rehearsal.world.world import World
from tests.crawlers.rehearsal.making.small_worlds import SEEDS, ends, small


def shares(world: World, companies: set[str]) -> list[float]:
    """Cash at the end of each company-year, as a share of its turnover."""
    return [
        one.position.cash / one.income.turnover
        for key in companies
        for one in world.books_of.get(key, ())
        if one.scope is Scope.COMPANY and one.months == 12 and one.income.turnover
    ]


def sound(world: World) -> set[str]:
    failed = {key for one in world.happenings if one.kind is Kind.FAILURE for key in one.bodies}
    return {one.key for one in world.bodies if one.nature is Nature.PROVIDER} - failed


def test_sound_owners_do_not_share_one_floor_of_cash() -> None:
    low = sorted(one for seed in SEEDS for one in shares(small(seed), sound(small(seed))))

    assert sum(one < 0.005 for one in low) < 0.02 * len(low)
    lowest = low[: len(low) // 5]
    first, *_, last = quantiles(lowest, n=10)
    assert last > 2 * first


def test_who_fails_in_sight_ends_with_less_than_sound_owners_ever_have() -> None:
    last: list[float] = []
    for seed in SEEDS:
        world = small(seed)
        for end in ends(world, Kind.FAILURE, hidden=False):
            for key in end.bodies:
                if world.body[key].nature is Nature.PROVIDER:
                    last += shares(world, {key})[-1:]

    assert len(last) > 5
    assert median(last) < 0.005
