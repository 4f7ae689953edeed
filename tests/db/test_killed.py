"""Killed at any moment, nothing published is lost and nothing half is visible."""

import signal
import subprocess
import sys
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from itertools import groupby
from pathlib import Path

import pytest
from sqlalchemy import Engine

from db import ledger
from db.locks import BusyError
from db.store import close_run, running
from tests.db.doomed import PAUSED, homes, when_free
from tests.db.samples import SOURCE, noon, raw, take_in, visible

ROOT = Path(__file__).parents[2]
HALF_STORED = """
select reading.id
from reading
join profile on profile.reading_id = reading.id
where (select count(*) from setting where setting.reading_id = reading.id) != profile.rows
union
select reading.id
from reading
where not exists (select 1 from profile where profile.reading_id = reading.id)
"""


def test_wherever_a_run_is_killed_the_old_data_stays_until_the_new_is_whole(
    own_engine: Engine, database_url: str
) -> None:
    take_in(own_engine, homes(4), body="old 2025", subject="2025-01-31")
    take_in(own_engine, homes(4), body="old 2026", subject="2026-01-31")
    old = {"Setting": (*homes(4), *homes(4))}
    new = {"Setting": (*homes(9), *homes(9))}

    found = [(visible(own_engine), half_stored(own_engine)) for _ in deaths(database_url)]

    assert [(old, []), (new, [])] == [state for state, _ in groupby(found)]
    assert len(found) > 20


def test_a_run_that_is_killed_in_the_middle_of_a_subject_frees_its_source_and_its_work(
    own_engine: Engine, database_url: str
) -> None:
    take_in(own_engine, homes(4), body="old 2025", subject="2025-01-31")
    old = {"Setting": tuple(homes(4))}
    new = {"Setting": tuple(homes(9))}

    with a_run_that_stopped_halfway(database_url) as process:
        with pytest.raises(BusyError), running(own_engine, SOURCE, noon("2026-03-02")):
            pass
        during = visible(own_engine)
        process.kill()
    after = visible(own_engine)
    when_free(own_engine)
    with running(own_engine, SOURCE, noon("2026-03-03")) as run:
        close_run(own_engine, run, {}, noon("2026-03-03"))

    assert old == during == after
    assert run.adopted == ("2025-01-31",)
    assert new == visible(own_engine)
    assert ledger.unfinished(own_engine) == []
    assert half_stored(own_engine) == []


def deaths(url: str) -> Iterator[None]:
    """Yield after each death of a run that is killed before each of its statements in turn."""
    with doomed(url, "everywhere") as process:
        assert process.stdin is not None
        assert process.stdout is not None
        for _ in process.stdout:
            yield
            process.stdin.write("\n")
            process.stdin.flush()
        assert process.wait(30) == 0


@contextmanager
def a_run_that_stopped_halfway(url: str) -> Generator[subprocess.Popen[str]]:
    with doomed(url, "halfway") as process:
        assert process.stdout is not None
        assert process.stdout.readline().strip() == PAUSED
        yield process
        assert process.wait(30) == -signal.SIGKILL


@contextmanager
def doomed(url: str, how: str) -> Generator[subprocess.Popen[str]]:
    process = subprocess.Popen(  # noqa: S603 - this interpreter, on our own module
        [sys.executable, "-m", "tests.db.doomed", url, how],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    with process:
        try:
            yield process
        finally:
            process.kill()


def half_stored(engine: Engine) -> list[tuple[int]]:
    with engine.connect() as connection:
        return raw(connection, HALF_STORED)
