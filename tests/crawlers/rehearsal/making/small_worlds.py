"""Small markets of three seeds, each made once a session, and what several files ask of them."""

from collections.abc import Iterator
from functools import cache
from hashlib import sha256
from itertools import pairwise

from crawlers.rehearsal.calibration import SIZES
from crawlers.rehearsal.making.market import make_world
from crawlers.rehearsal.world.books import Books, Scope
from crawlers.rehearsal.world.happenings import Happening, Kind
from crawlers.rehearsal.world.world import World

SEEDS = (1, 2, 3)


@cache
def small(seed: int) -> World:
    return make_world(seed, SIZES["small"])


def digest(world: World) -> str:
    """What differs as soon as anything in two worlds does."""
    return sha256(repr(world).encode()).hexdigest()


def in_turn(world: World, scope: Scope) -> Iterator[tuple[Books, Books]]:
    """Yield the books of each period with those of the one before, of one company or group."""
    for books in world.books_of.values():
        ours = [one for one in books if one.scope is scope]
        yield from pairwise(ours)


def ends(world: World, kind: Kind, *, hidden: bool) -> list[Happening]:
    """The failures, or the withdrawals, that were hidden, or that showed."""
    return [one for one in world.happenings if one.kind is kind and one.is_hidden is hidden]


def ebitda(one: Books) -> int:
    """Earnings before interest, tax and wear, after what is exceptional."""
    return one.income.operating_profit + one.income.depreciation + one.income.amortisation


if __name__ == "__main__":
    print(digest(small(1)))  # noqa: T201 - a test reads it from a process of its own
