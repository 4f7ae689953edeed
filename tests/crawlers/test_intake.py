"""The process that takes in: killed, it has half-written nothing; it outlives nobody."""

import asyncio
import os
import signal
import subprocess
import sys
from pathlib import Path
from time import sleep

from crawlers.crawling import runs
from crawlers.intake import Intake, IntakeError, Opening
from db.archive import FolderArchive
from db.engine import writing
from db.tables import World
from oversight.installation import Installation
from tests.crawlers.one_intake import pid
from tests.crawlers.test_batch import NOON, PROFILES, opened, profile, rows

ROOT = Path(__file__).parents[2]


def is_running(process: int) -> bool:
    """False for one that has ended, though nobody may have asked yet how."""
    status = Path(f"/proc/{process}/stat")
    return status.exists() and status.read_text().rpartition(")")[2].split()[0] != "Z"


def bodies_lie_in(archive: FolderArchive, bodies: int) -> None:
    """Wait until then: each is written by a thread of its own."""
    while len(archive.hashes()) < bodies:
        sleep(0.01)


def test_a_process_killed_before_it_commits_leaves_nothing_and_the_next_goes_on(
    place: Installation,
) -> None:
    jobs = [profile(f"0900000{number}") for number in range(1, 4)]

    async def killed(intake: Intake) -> list[BaseException]:
        worker = await pid(intake)
        with writing(place.engine).begin():  # so that it waits, its bodies kept, to commit
            taken = [asyncio.ensure_future(intake.take_in(job)) for job in jobs]
            await asyncio.to_thread(bodies_lie_in, place.archive, len(jobs))
            os.kill(worker, signal.SIGKILL)
            ends = await asyncio.gather(*taken, return_exceptions=True)
        return [end for end in ends if isinstance(end, BaseException)]

    with runs(place, (PROFILES,), NOON) as open_runs:
        intake = Intake.beginning(
            Opening(
                database=str(place.engine.url),
                archive=place.archive.folder,
                runs=open_runs,
                world=World.REAL,
            )
        )
        ends = asyncio.run(killed(intake))
        intake.close()

    assert [type(end) for end in ends] == [IntakeError] * 3
    assert rows(place) == {}
    with opened(place) as pipeline:
        pipeline.take_in(jobs)
    assert rows(place)["fetch"] == 3
    assert rows(place)["reading"] == 3


def test_who_takes_in_ends_with_whoever_began_it(tmp_path: Path) -> None:
    parent = subprocess.Popen(  # noqa: S603 - our own module
        [sys.executable, "-m", "tests.crawlers.one_intake", str(tmp_path)],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        encoding="utf-8",
    )
    assert parent.stdout is not None
    worker = int(parent.stdout.readline())
    parent.send_signal(signal.SIGKILL)
    said, _ = parent.communicate(timeout=30)  # it ends once nobody is left who could write

    assert said == ""
    assert not is_running(worker)
