"""`oversight rehearse` as a process of its own, and what it prints before it waits."""

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
TWO_COMPANIES = ("tests.oversight.rehearsing_two_companies",)
"""The module that serves five tiny publishers."""
OVERSIGHT = ("oversight", "rehearse")
"""The command itself, which serves all that there are."""

Rehearse = Callable[..., subprocess.Popen[str]]
"""Starts it with some words, as one of these commands."""


@pytest.fixture
def rehearse(tmp_path: Path) -> Iterator[Rehearse]:
    """Start the command, its temporary files in the test's folder; it ends with the test."""
    started: list[subprocess.Popen[str]] = []

    def start(*words: str, command: tuple[str, ...] = TWO_COMPANIES) -> subprocess.Popen[str]:
        started.append(
            subprocess.Popen(  # noqa: S603 - this interpreter, on our own module
                [sys.executable, "-m", *command, "--port", "0", *words],
                cwd=ROOT,
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
                encoding="utf-8",
                env={**os.environ, "TMPDIR": str(tmp_path)},
            )
        )
        return started[-1]

    yield start
    for process in started:
        if process.poll() is None:
            process.kill()
            process.communicate()


def told(process: subprocess.Popen[str], publishers: int = 5) -> dict[str, str]:
    """What it prints before it waits: its today and its addresses, by name."""
    assert process.stdout is not None
    first = process.stdout.readline()
    lines = [process.stdout.readline() for _ in range(publishers + 2)]
    assert first == "this is a rehearsal: all names are invented\n"
    parted = (line.strip().rpartition("  ") for line in lines)
    return {name.strip(): value for name, _, value in parted}


def stopped(process: subprocess.Popen[str], number: signal.Signals = signal.SIGINT) -> str:
    """End it as a user does, or the system, and return what it noted."""
    process.send_signal(number)
    _, noted = process.communicate(timeout=20)
    return noted
