"""A real cluster: a scheduler and workers as processes of their own, one of them killed."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Generator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from time import monotonic, sleep

import pytest

from oversight.accounts_history import HistoryError
from oversight.accounts_history.plan import notes, planned
from oversight.accounts_history.running import run
from oversight.accounts_history.slices import read_slice
from tests.oversight.accounts_history.made_products import asked, files, product

ROOT = Path(__file__).parents[3]


@contextmanager
def process(*arguments: str) -> Generator[subprocess.Popen[bytes]]:
    """A process of Dask's own command line that ends with the test."""
    with subprocess.Popen(  # noqa: S603 - our own environment
        [sys.executable, "-m", "dask", *arguments],
        cwd=ROOT,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    ) as started:
        try:
            yield started
        finally:
            started.kill()


def address_in(told: Path) -> str:
    """Where a scheduler says that it listens, once it does."""
    give_up = monotonic() + 60
    while not told.exists():
        assert monotonic() < give_up
        sleep(0.05)
    return json.loads(told.read_text())["address"]


def test_a_worker_that_is_killed_costs_nothing_and_doubles_nothing(tmp_path: Path) -> None:
    month = product(tmp_path / "month.zip", 120)
    out, undisturbed = tmp_path / "history", tmp_path / "undisturbed"
    (alone,) = planned([month], undisturbed, most=4)
    for task in alone.tasks:
        read_slice(task)
    told = tmp_path / "scheduler.json"
    with ExitStack() as stack:
        stack.enter_context(
            process(
                *("scheduler", "--host", "127.0.0.1", "--port", "0", "--no-dashboard"),
                *("--scheduler-file", str(told)),
            )
        )
        address = address_in(told)
        worker = ("worker", address, "--nthreads", "1", "--no-nanny", "--no-dashboard")
        doomed = stack.enter_context(process(*worker, "--local-directory", str(tmp_path)))
        stack.enter_context(process(*worker, "--local-directory", str(tmp_path)))

        def kill(line: str) -> None:
            if "2 of" in line:
                os.kill(doomed.pid, signal.SIGKILL)

        ran = run([month], out, scheduler=address, most=4, tell=kill)
        is_killed = doomed.poll() is not None

    assert is_killed
    assert ran.failed == ()
    assert ran.counted.filings == 120
    assert files(out) == files(undisturbed)
    assert asked(out, "select count(*), count(distinct number) from {filings}") == [(120, 120)]
    assert [note.is_whole for note in notes(out)] == [True]
    assert list(out.glob("*/.half-written-*")) == []


def test_an_address_where_nobody_listens_is_said(tmp_path: Path) -> None:
    month = product(tmp_path / "month.zip", 2)

    with pytest.raises(HistoryError, match="no Dask scheduler answers at nowhere"):
        run([month], tmp_path / "history", scheduler="nowhere://x")
