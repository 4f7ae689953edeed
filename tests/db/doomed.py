"""Runs that die. Tests start this as a process of its own and watch what it leaves behind.

`python -m tests.db.doomed URL everywhere` brings a source up to date again and again: first it
is killed before its first statement, then before its second, until it lives. After each death
it prints a line and waits for one. `python -m tests.db.doomed URL halfway` stops in the middle
of its second subject, with its transaction open, prints a line and waits to be killed.
"""

import os
import signal
import sys
import time
from itertools import count
from typing import Any

from sqlalchemy import Engine, event

from db.engine import open_database
from db.locks import BusyError, held
from db.store import close_run, running
from tests.db.samples import SOURCE, noon, save, setting

PAUSED = "paused"


def bring_up_to_date(engine: Engine, body: str) -> None:
    """Take in three settings for each of two subjects, and publish them."""
    with running(engine, SOURCE, noon("2026-03-02")) as run:
        for subject in ("2025-01-31", "2026-01-31"):
            save(engine, run, homes(9), body=f"{body} of {subject}", subject=subject)
        close_run(engine, run, {}, noon("2026-03-02"))


def homes(places: int) -> list[Any]:
    """Three lines of a register."""
    return [setting(f"SC00000{n}", places=places) for n in range(3)]


def die_everywhere(url: str) -> None:
    """Die before each statement in turn; between two deaths, let the test look."""
    engine = open_database(url)
    engine.dispose()
    for nth in range(1, 200):
        child = os.fork()
        if child == 0:
            live_until(engine, nth)
            os._exit(0)
        killed = os.WIFSIGNALED(os.waitpid(child, 0)[1])
        print(nth, flush=True)  # noqa: T201 - the test reads it
        sys.stdin.readline()
        if not killed:
            return


def live_until(engine: Engine, nth: int) -> None:
    """Bring the source up to date, but kill this process before its nth statement or commit."""
    when_free(engine)
    moment = count(1)

    def at_each_moment(*_: Any) -> None:
        if next(moment) == nth:
            os.kill(os.getpid(), signal.SIGKILL)

    event.listen(engine, "before_cursor_execute", at_each_moment)
    event.listen(engine, "commit", at_each_moment)
    bring_up_to_date(engine, f"attempt {nth}")


def stop_halfway(url: str) -> None:
    """Stop after the second subject's records are written and before they are committed."""
    engine = open_database(url)
    subject = count(1)

    def stop(*told: Any) -> None:
        if "INSERT INTO profile" in told[2] and next(subject) == 2:
            print(PAUSED, flush=True)  # noqa: T201 - the test reads it
            signal.pause()

    event.listen(engine, "before_cursor_execute", stop)
    bring_up_to_date(engine, "halfway")


def when_free(engine: Engine) -> None:
    """Wait until PostgreSQL has noticed that the last holder of the source is dead."""
    for _ in range(1000):
        try:
            with held(engine, SOURCE):
                return
        except BusyError:
            time.sleep(0.01)


if __name__ == "__main__":
    {"everywhere": die_everywhere, "halfway": stop_halfway}[sys.argv[2]](sys.argv[1])
