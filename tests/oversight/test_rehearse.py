"""`oversight rehearse` says where it serves, serves, and ends when it is told to."""

import signal
from dataclasses import replace
from pathlib import Path

import pytest

from crawlers.rehearsal import publishers
from crawlers.rehearsal.publishers import make_world
from crawlers.rehearsal.site.faults import Fault
from crawlers.rehearsal.site.listening import listening
from crawlers.rehearsal.truth.files import FILES
from crawlers.rehearsal.world.world import World
from oversight import serving_rehearsal
from tests.crawlers.rehearsal.site.asking import KEY, ask, free_ports
from tests.crawlers.rehearsal.site.two_companies import CATALOGUE
from tests.oversight.asking import Ask
from tests.oversight.rehearsing import Rehearse, stopped, told


@pytest.fixture(name="command")
def run_here(request: pytest.FixtureRequest) -> Ask:
    """The command line in this process; a site is asked by its address."""
    here: Ask = request.getfixturevalue("ask")
    return here


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_it_serves_until_it_is_stopped_and_leaves_nothing_behind(
    rehearse: Rehearse, tmp_path: Path, number: signal.Signals
) -> None:
    process = rehearse("--today", "2026-09-01")
    at = told(process)
    profile = ask(f"{at['api']}/company/99000001", KEY)
    about = ask(at["control page"]).json
    bulk = ask(f"{at['bulk']}/companies.zip")
    noted = stopped(process, number)

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


def test_the_truth_is_written_for_whoever_measures_against_it(
    rehearse: Rehearse, tmp_path: Path
) -> None:
    folder = tmp_path / "truth"
    process = rehearse("--truth", str(folder))
    told(process)
    held = {path.name for path in folder.iterdir()}
    noted = stopped(process)

    assert held == {*FILES, "README.md"}
    assert f"wrote the truth of it: {len(FILES)} files in {folder}" in noted


def test_faults_limits_and_speed_are_as_told(rehearse: Rehearse) -> None:
    options = ("--seed", "7", "--faster", "60", "--unlimited")
    at = told(rehearse(*options, "--fault", "too-many api nth=1"))
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
        (("--port", "0", "--fault", "re-issued bulk"), "no file that is re-issued"),
        (("--port", "0", "--today", "2031-01-01"), "2031-01-01 is not a day of this rehearsal"),
        (("--today", "soon"), "'soon' is not a day"),
        (
            ("--size", "huge"),
            "Invalid value for '--size': 'huge' is not a size; write small or national",
        ),
    ],
)
def test_what_is_asked_wrongly_is_told_and_exits_2(
    command: Ask, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...], why: str
) -> None:
    monkeypatch.setattr(serving_rehearsal, "CATALOGUE", replace(CATALOGUE, make_world=never_made))
    answer = command("rehearse", *words)

    assert (answer.code, answer.out) == (2, "")
    assert why in answer.told


def test_a_port_that_is_taken_costs_no_market(
    command: Ask, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(serving_rehearsal, "CATALOGUE", replace(CATALOGUE, make_world=never_made))
    first = free_ports(8)
    with listening(first + 3):
        answer = command("rehearse", "--port", str(first))

    assert answer.code != 0
    assert f"port {first + 3} cannot be used" in answer.told
    assert "making the small market" not in answer.told


def test_a_folder_for_the_truth_that_is_a_file_costs_no_market(
    command: Ask, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(serving_rehearsal, "CATALOGUE", replace(CATALOGUE, make_world=never_made))
    (tmp_path / "truth").write_text("notes")
    answer = command("rehearse", "--port", "0", "--truth", str(tmp_path / "truth"))

    assert answer.code == 2
    assert "is a file, not a folder" in " ".join(answer.told.split())
    assert "making the small market" not in answer.told


def test_a_folder_that_holds_the_truth_of_another_market_costs_no_market(
    command: Ask, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(serving_rehearsal, "CATALOGUE", replace(CATALOGUE, make_world=never_made))
    (tmp_path / "README.md").write_text("The small market of seed 2, from 2017 to 2027.")
    answer = command("rehearse", "--port", "0", "--truth", str(tmp_path))

    assert answer.code == 2
    assert "the truth of another market" in " ".join(answer.told.split())


def test_the_command_that_tries_everything_says_where_it_writes(command: Ask) -> None:
    told = " ".join(command("run", "--help").out.replace("│", " ").split())

    assert "Folder of the data; data/rehearsal unless told." in told


def test_the_help_lists_every_setting_of_a_fault(command: Ask) -> None:
    told = " ".join(command("rehearse", "--help").out.replace("│", " ").split())
    named = [name for name in Fault.model_fields if name not in {"kind", "publisher", "path"}]

    assert [name for name in named if f"{name}=" not in told] == []


def test_the_help_says_that_an_injected_429_spends_no_budget(command: Ask) -> None:
    told = " ".join(command("rehearse", "--help").out.replace("│", " ").split())

    assert "A 429 that is injected leaves the budget as it is" in told
