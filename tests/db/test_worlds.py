"""Who stamps a database first decides what it holds, also when two try at once."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date

import pytest
from sqlalchemy import Engine

from db.store import WrongWorldError, held_stamp, stamp
from db.tables import World
from tests.db.samples import held_rows


def test_a_rehearsals_today_moves_on_with_what_it_takes_in(engine: Engine) -> None:
    stamp(engine, World.REHEARSAL, None)
    stamp(engine, World.REHEARSAL, date(2026, 7, 15))
    stamp(engine, World.REHEARSAL, date(2026, 9, 1))
    held = held_stamp(engine)

    assert held is not None
    assert held.today == date(2026, 9, 1)


def test_a_refused_world_changes_nothing(engine: Engine) -> None:
    stamp(engine, World.REAL, None)

    with pytest.raises(WrongWorldError, match="holds real data and refuses rehearsal data"):
        stamp(engine, World.REHEARSAL, date(2026, 9, 1))

    held = held_stamp(engine)
    assert held is not None
    assert (held.world, held.today) == (World.REAL, None)


def test_first_stamps_at_once_agree(engine: Engine) -> None:
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda _: stamp(engine, World.REAL, None), range(8)))

    assert held_rows(engine) == {"stamp": 1}


def test_of_two_worlds_at_once_one_is_refused(engine: Engine) -> None:
    def refused(world: World) -> bool:
        try:
            stamp(engine, world, date(2026, 9, 1))
        except WrongWorldError:
            return True
        return False

    with ThreadPoolExecutor(2) as pool:
        found = list(pool.map(refused, [World.REAL, World.REHEARSAL]))

    assert sorted(found) == [False, True]
    assert held_stamp(engine) is not None


def test_a_rehearsal_keeps_to_the_market_that_it_is_of(engine: Engine) -> None:
    stamp(engine, World.REHEARSAL, date(2026, 9, 1))
    stamp(engine, World.REHEARSAL, date(2026, 9, 1), "small market of seed 1")
    stamp(engine, World.REHEARSAL, date(2026, 9, 8))

    with pytest.raises(
        WrongWorldError, match="holds the small market of seed 1 and refuses the small market of"
    ):
        stamp(engine, World.REHEARSAL, date(2026, 9, 8), "small market of seed 2")

    held = held_stamp(engine)
    assert held is not None
    assert (held.market, held.today) == ("small market of seed 1", date(2026, 9, 8))
