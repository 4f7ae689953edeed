"""Killed at any moment, nothing published is lost and nothing half is visible."""

import signal
import subprocess
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from shutil import copytree
from time import perf_counter, sleep

import pytest

from db.records import Record
from oversight.asked_market import Options, make_market
from oversight.doctor import examine
from oversight.evaluate import evaluate
from oversight.finding import Finding
from oversight.installation import end_of, open_installation
from oversight.policy import packaged_policy
from oversight.rules import register
from oversight.taking_in import take_in
from tests.oversight.asking import program
from tests.oversight.workbooks import visible
from tests.planted_market.workbooks import issues

MOMENTS = 8
EARLY = 2
"""Moments before the program begins to take in; the rest are spread over its taking in."""
QUESTIONS = (
    Options(
        as_of=date(2025, 3, 31),
        known_at=end_of(date(2026, 7, 14)),
        seen=True,
        policy=packaged_policy(),
    ),
    Options(
        as_of=date(2025, 3, 31),
        known_at=end_of(date(2026, 9, 1)),
        seen=False,
        policy=packaged_policy(),
    ),
    Options(
        as_of=date(2026, 3, 31),
        known_at=end_of(date(2026, 9, 1)),
        seen=False,
        policy=packaged_policy(),
    ),
)
"""The older day by what was held before the newer issue came out, then both days by now."""
LOCK = "oversight.sqlite.ofsted_annual.lock"
"""The file that appears when the program begins to take in the workbook."""


@dataclass(frozen=True, kw_only=True)
class Shown:
    """An installation's answer to one question: every record in force, and what is concluded."""

    records: dict[str, tuple[Record, ...]]
    findings: tuple[Finding, ...]


@dataclass(frozen=True, kw_only=True)
class Scene:
    """A data folder that holds the issue of 2025, the issue of 2026, and what each shows."""

    data: Path
    newer: Path
    before: tuple[Shown, ...]
    after: tuple[Shown, ...]
    begins_s: float
    """How long the program takes to begin taking in, undisturbed."""
    takes_s: float
    """How long it then takes to its end."""


def shown(data: Path) -> tuple[Shown, ...]:
    place = open_installation(data, None, datetime(2030, 1, 1, tzinfo=UTC))
    found = tuple(
        Shown(
            records=visible(place.engine, asked.as_of, asked.known_at, seen=asked.seen),
            findings=evaluate(make_market(place, asked), register()),
        )
        for asked in QUESTIONS
    )
    place.engine.dispose()
    return found


def ill(data: Path) -> list[str]:
    """What the doctor finds must be mended."""
    place = open_installation(data, None, datetime(2030, 1, 1, tzinfo=UTC))
    found = [check.what for check in examine(place) if not check.well]
    place.engine.dispose()
    return found


def ingest(data: Path, path: Path) -> None:
    place = open_installation(data, None, datetime(2030, 1, 1, tzinfo=UTC))
    take_in(place, [path])
    place.engine.dispose()


def begun(data: Path, ran: subprocess.Popen[bytes]) -> float:
    """Wait until the program takes in the workbook; how long that took, in seconds."""
    started = perf_counter()
    while not (data / LOCK).exists() and ran.poll() is None:
        sleep(0.001)
    return perf_counter() - started


@pytest.fixture(scope="module")
def scene(tmp_path_factory: pytest.TempPathFactory) -> Scene:
    folder = tmp_path_factory.mktemp("killed")
    older, newer = (folder / issue.name for issue in issues())
    for issue in issues():
        issue.write(folder / issue.name)
    data = folder / "data"
    ingest(data, older)
    before = shown(data)
    (data / LOCK).unlink()
    undisturbed = copytree(data, folder / "undisturbed")
    ran = program("ingest", newer, "--data", undisturbed, stderr=subprocess.PIPE)
    begins = begun(undisturbed, ran)
    started = perf_counter()
    _, err = ran.communicate(timeout=120)
    takes = perf_counter() - started
    assert ran.returncode == 0, err.decode()
    fresh = folder / "fresh"
    ingest(fresh, older)
    ingest(fresh, newer)
    return Scene(
        data=data,
        newer=newer,
        before=before,
        after=shown(fresh),
        begins_s=begins,
        takes_s=takes,
    )


@pytest.mark.parametrize("moment", range(MOMENTS))
def test_killed_at_any_moment_it_shows_all_of_the_old_or_all_of_the_new_and_can_go_on(
    moment: int, scene: Scene, tmp_path: Path
) -> None:
    data = copytree(scene.data, tmp_path / "data")
    ran = program("ingest", scene.newer, "--data", data, stderr=subprocess.PIPE)
    if moment < EARLY:
        sleep(scene.begins_s * (moment + 1) / (EARLY + 1))
    else:
        begun(data, ran)
        sleep(scene.takes_s * (moment - EARLY) / (MOMENTS - EARLY))
    ran.send_signal(signal.SIGKILL)
    ran.communicate(timeout=120)
    left = shown(data)
    unwell = ill(data)
    ingest(data, scene.newer)

    assert left[0] == scene.before[0]
    assert left[1].findings == scene.before[1].findings
    assert left in (scene.before, scene.after)
    assert unwell == []
    assert shown(data) == scene.after
    assert ill(data) == []


def test_the_newer_issue_changes_no_answer_by_what_was_held_before_it_came_out(
    scene: Scene,
) -> None:
    assert scene.before[0] == scene.after[0]
    assert scene.before[2] != scene.after[2]
