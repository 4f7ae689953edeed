"""A database is real or a rehearsal, never both."""

from datetime import date

import pytest
from sqlalchemy import Engine

from db.store import WrongWorldError, held_stamp, stamp
from db.tables import World


def test_an_empty_database_holds_neither_world(engine: Engine) -> None:
    assert held_stamp(engine) is None


def test_the_first_stamp_stays_and_the_other_world_is_refused(engine: Engine) -> None:
    stamp(engine, World.REHEARSAL, date(2026, 9, 1))

    with pytest.raises(WrongWorldError, match="holds rehearsal data and refuses real data"):
        stamp(engine, World.REAL, None)


def test_a_rehearsals_today_moves_on_and_never_back(engine: Engine) -> None:
    stamp(engine, World.REHEARSAL, date(2026, 9, 1))
    stamp(engine, World.REHEARSAL, date(2026, 7, 15))
    held = held_stamp(engine)

    assert held is not None
    assert date(2026, 9, 1) == held.today
