"""One writer a source at a time; the second is told so at once."""

import pytest
from sqlalchemy import Engine

from db.engine import open_database
from db.locks import BusyError, held
from db.store import running
from tests.db.samples import SOURCE, held_rows, noon, raw


def test_a_second_run_of_a_source_is_told_that_it_is_busy_while_the_first_still_holds_it(
    own_engine: Engine, database_url: str
) -> None:
    other = open_database(database_url)

    with (
        running(own_engine, SOURCE, noon("2026-03-01")),
        pytest.raises(
            BusyError, match="another process is taking in registers for this database; wait until"
        ),
        running(other, SOURCE, noon("2026-03-01")),
    ):
        pass
    other.dispose()

    assert held_rows(own_engine) == {"run": 1}


def test_the_same_process_may_not_run_a_source_twice_at_once(engine: Engine) -> None:
    with held(engine, SOURCE), pytest.raises(BusyError), held(engine, SOURCE):
        pass


def test_another_source_runs_meanwhile(engine: Engine) -> None:
    with (
        running(engine, "registers", noon("2026-03-01")),
        running(engine, "inspections", noon("2026-03-01")),
    ):
        pass

    assert held_rows(engine) == {"run": 2}


def test_a_source_is_free_when_its_run_ends(engine: Engine) -> None:
    with running(engine, SOURCE, noon("2026-03-01")):
        pass
    with running(engine, SOURCE, noon("2026-03-01")):
        pass

    assert held_rows(engine) == {"run": 2}


def test_a_source_is_free_when_its_run_fails(engine: Engine) -> None:
    with pytest.raises(LookupError), running(engine, SOURCE, noon("2026-03-01")):
        raise LookupError
    with running(engine, SOURCE, noon("2026-03-01")):
        pass

    assert held_rows(engine) == {"run": 2}


def test_a_source_is_still_held_after_somebody_was_turned_away(engine: Engine) -> None:
    with held(engine, SOURCE):
        with pytest.raises(BusyError), held(engine, SOURCE):
            pass
        with pytest.raises(BusyError), held(engine, SOURCE):
            pass


@pytest.mark.parametrize(
    "database_url", [pytest.param("postgresql", marks=pytest.mark.postgres)], indirect=True
)
def test_a_source_is_held_without_a_transaction_that_a_server_would_end(own_engine: Engine) -> None:
    with held(own_engine, SOURCE), own_engine.connect() as connection:
        idle = raw(
            connection,
            "select state from pg_stat_activity"
            " where datname = current_database() and state like 'idle in transaction%'",
        )

    assert idle == []


def test_a_database_in_memory_has_nobody_to_share_with() -> None:
    engine = open_database("sqlite://")
    with held(engine, SOURCE), held(engine, SOURCE):
        pass
    engine.dispose()
