"""`oversight rehearse` says where it serves, serves, and ends when it is told to."""

import os
import signal
import subprocess
import sys
from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from crawlers.rehearsal import publishers
from crawlers.rehearsal.publishers import make_world
from crawlers.rehearsal.truth.files import FILES
from crawlers.rehearsal.world.world import World
from oversight import serving_rehearsal
from tests.crawlers.rehearsal.site.asking import KEY, ask
from tests.crawlers.rehearsal.site.two_companies import CATALOGUE
from tests.oversight.asking import Ask

ROOT = Path(__file__).parents[2]


@pytest.fixture(name="command")
def run_here(request: pytest.FixtureRequest) -> Ask:
    """The command line in this process; a site is asked by its address."""
    here: Ask = request.getfixturevalue("ask")
    return here


@contextmanager
def rehearsing(tmp_path: Path, *words: str) -> Generator[subprocess.Popen[str]]:
    """The command in a process of its own, its temporary files in a folder of ours."""
    process = subprocess.Popen(  # noqa: S603 - this interpreter, on our own module
        [sys.executable, "-m", "tests.oversight.rehearsing_two_companies", *words],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        env={**os.environ, "TMPDIR": str(tmp_path)},
    )
    try:
        yield process
    finally:
        process.kill()
        process.communicate()


def told(process: subprocess.Popen[str]) -> dict[str, str]:
    """The lines that it prints before it waits."""
    assert process.stdout is not None
    first = process.stdout.readline()
    lines = [process.stdout.readline() for _ in range(7)]
    assert first == "this is a rehearsal: all names are invented\n"
    return {name: value for name, _, value in (line.strip().rpartition("  ") for line in lines)}


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_it_serves_until_it_is_stopped_and_leaves_nothing_behind(
    tmp_path: Path, number: signal.Signals
) -> None:
    with rehearsing(tmp_path, "--port", "0", "--today", "2026-09-01") as process:
        at = {name.strip(): value for name, value in told(process).items()}
        profile = ask(f"{at['api']}/company/99000001", KEY)
        about = ask(at["control page"]).json
        bulk = ask(f"{at['bulk']}/companies.zip")
        process.send_signal(number)
        _, noted = process.communicate(timeout=20)

    assert (profile.status, bulk.status, about["today"]) == (200, 200, "2026-09-01")
    assert process.returncode == 0
    first, where, *last = noted.splitlines()
    assert (first, *last) == (
        "making the small market of seed 1",
        "serving until Ctrl-C",
        "stopped",
    )
    assert where.endswith("take any key: curl --user anything: ADDRESS")
    assert list(tmp_path.iterdir()) == []


def test_the_truth_is_written_for_whoever_measures_against_it(tmp_path: Path) -> None:
    folder = tmp_path / "truth"
    with rehearsing(tmp_path, "--port", "0", "--truth", str(folder)) as process:
        told(process)
        held = {path.name for path in folder.iterdir()}
        process.send_signal(signal.SIGINT)
        _, noted = process.communicate(timeout=20)

    assert held == {*FILES, "README.md"}
    assert f"wrote the truth of it: {len(FILES)} files in {folder}" in noted


def test_faults_limits_and_speed_are_as_told(tmp_path: Path) -> None:
    options = ("--port", "0", "--seed", "7", "--faster", "60", "--unlimited")
    with rehearsing(tmp_path, *options, "--fault", "too-many api nth=1") as process:
        at = {name.strip(): value for name, value in told(process).items()}
        first, second = (ask(f"{at['api']}/company/99000001", KEY) for _ in range(2))
        about = ask(at["control page"]).json

    assert (first.status, second.status) == (429, 200)
    assert second.headers["X-Ratelimit-Limit"] is None
    assert (about["seed"], about["faster"]) == (7, 60)


def never_made(seed: int, size: str) -> World:
    """What is asked wrongly costs no market."""
    raise AssertionError(f"the {size} market of seed {seed} was made")


def test_a_day_within_the_rehearsal_is_known_before_a_market_is_made() -> None:
    world = make_world(1, "small")

    assert publishers.CATALOGUE.days == (world.first_day, world.last_day)


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (("--fault", "fire api"), "Input should be 'too-many'"),
        (("--port", "0", "--fault", "cut nobody"), "no publisher is called 'nobody'"),
        (("--port", "0", "--fault", "re-issued bulk"), "nothing says how to re-issue"),
        (("--port", "0", "--today", "2031-01-01"), "2031-01-01 is not a day of this rehearsal"),
        (("--today", "soon"), "'soon' is not a day"),
        (("--size", "huge"), "'huge' is not one of"),
    ],
)
def test_what_is_asked_wrongly_is_told_and_exits_2(
    command: Ask, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...], why: str
) -> None:
    monkeypatch.setattr(serving_rehearsal, "CATALOGUE", replace(CATALOGUE, make_world=never_made))
    answer = command("rehearse", *words)

    assert (answer.code, answer.out) == (2, "")
    assert why in answer.told
