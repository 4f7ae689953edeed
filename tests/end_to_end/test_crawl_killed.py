"""Killed at any moment and begun again, a crawl stores what an unbroken one does."""

import multiprocessing
import subprocess
import sys
from contextlib import closing
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from random import Random
from shutil import copytree
from sqlite3 import connect
from time import monotonic, sleep

import pytest

from tests.end_to_end.crawled import Ran, counted, crawl, held, knowing_the_owners
from tests.end_to_end.part_of_a_market import Rehearsed, rehearsed
from tests.oversight.asking import program

SOURCES = (
    "gias_schools",
    "companies_house_company_data",
    "companies_house_control_snapshot",
    "companies_house_profile",
    "companies_house_filing_history",
    "companies_house_documents",
    "gazette",
)
AREAS = "E10000025+E06000009"
"""Areas with a dozen companies: what a kill costs does not depend on how much is crawled."""
TODAY = date(2026, 9, 1)
MOMENTS = 10
OTHERS = 2
"""Processes that the command begins: one takes in, and one is Python's own and cleans up."""
SEED = 5
DONE = frozenset({"fetch", "run", "profile"})
"""Tables that tell of what was done, and not of what publishers say."""
IN_ONE_GO = ("School", "Company", "Filing", "FiledDocument", "GazetteNotice")
"""Kinds of which all that there is becomes visible at once."""
IMPORTED = ("crawlers.", "oversight.", "tests.end_to_end.", "scrapy.", "httpx", "duckdb")
"""How the names of modules begin which crawls need and which may be imported beforehand."""
SERVER = multiprocessing.get_context("forkserver")
"""Forks crawls from a process that has imported what they need: that takes longer than a crawl."""


@dataclass(frozen=True, kw_only=True)
class Killed:
    """A store that knew the owners, the same after an unbroken crawl, and after killed ones."""

    before: dict[str, list[str]]
    unbroken: dict[str, list[str]]
    unbroken_rows: dict[str, int]
    shown: list[dict[str, list[str]]]
    """What a reader saw after each kill."""
    stored: list[dict[str, int]]
    """How many rows each table had by then, visible or not."""
    left_over: set[int]
    """Processes that the command had begun and that outlived it."""
    ended: Ran
    held: dict[str, list[str]]
    rows: dict[str, int]


@pytest.fixture(scope="module")
def killed(tmp_path_factory: pytest.TempPathFactory) -> Killed:
    folder = tmp_path_factory.mktemp("killed")
    draw = Random(SEED)  # noqa: S311 - the same every time
    shown: list[dict[str, list[str]]] = []
    stored: list[dict[str, int]] = []
    with rehearsed(AREAS) as site:
        data = knowing_the_owners(site, folder / "data")
        other = copytree(data, folder / "unbroken")
        before = held(data, TODAY)
        requests = sum(crawl(site, other, *SOURCES).sent.values())
        SERVER.set_forkserver_preload([one for one in sys.modules if one.startswith(IMPORTED)])
        for number in range(1, MOMENTS):
            # Each goes on where the last was, so that it is to be let go further and further.
            at = draw.randint(1, 1 + requests * number // (2 * MOMENTS))
            kill(site, data, **({"requests": at} if number % 2 else {"documents": 1 + at // 6}))
            shown.append(held(data, TODAY))
            stored.append(counted(data))
        left_over = kill_command(site, data)
        shown.append(held(data, TODAY))
        stored.append(counted(data))
        ended = crawl(site, data, *SOURCES)
    return Killed(
        before=before,
        unbroken=held(other, TODAY),
        unbroken_rows=counted(other),
        shown=shown,
        stored=stored,
        left_over=left_over,
        ended=ended,
        held=held(data, TODAY),
        rows=counted(data),
    )


def kill(site: Rehearsed, data: Path, *, requests: int = 0, documents: int = 0) -> None:
    """Kill a crawl that has sent so many requests, or stored so many documents; or that ended."""
    sent, stored = site.asked() + requests, fetches(data) + documents
    began = SERVER.Process(target=crawl, args=(site, data, *SOURCES))
    began.start()
    while began.is_alive() and (fetches(data) < stored or site.asked() < sent):
        sleep(0.01)
    began.kill()
    began.join()


def fetches(data: Path) -> int:
    """How many fetches a store has noted, visible or not."""
    with closing(connect(f"file:{data / 'oversight.sqlite'}?mode=ro", uri=True)) as connection:
        (found,) = connection.execute("select count(*) from fetch").fetchone()
    return found


def kill_command(site: Rehearsed, data: Path) -> set[int]:
    """Kill the command itself, which begins others; which of those run some seconds later."""
    words = ("crawl", *SOURCES, "--site", site.control, "--data", data)
    began = program(*words, stderr=subprocess.DEVNULL)
    while len(others := begun_by(began.pid)) < OTHERS and began.poll() is None:
        sleep(0.02)
    began.kill()
    began.communicate(timeout=20)
    assert len(others) == OTHERS
    ends = monotonic() + 20
    while (there := {one for one in others if runs(one)}) and monotonic() < ends:
        sleep(0.02)
    return there


def begun_by(pid: int) -> set[int]:
    """The processes that any thread of a process has begun."""
    listed = Path(f"/proc/{pid}/task").glob("*/children")
    return {int(one) for path in listed for one in path.read_text().split()}


def runs(pid: int) -> bool:
    """Whether a process is there, and not only waits for somebody to learn that it has ended."""
    try:
        state = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
    except OSError:
        return False
    return state not in {"Z", "X"}


def test_begun_again_it_ends_and_shows_what_an_unbroken_crawl_does(killed: Killed) -> None:
    assert killed.ended.code == 0
    assert killed.held == killed.unbroken


def test_nothing_is_stored_twice(killed: Killed) -> None:
    assert {name: n for name, n in killed.rows.items() if name not in DONE} == {
        name: n for name, n in killed.unbroken_rows.items() if name not in DONE
    }


@pytest.mark.parametrize("kind", IN_ONE_GO)
def test_after_each_kill_a_reader_sees_all_or_nothing_of_a_source(
    killed: Killed, kind: str
) -> None:
    assert killed.before[kind] != killed.unbroken[kind]
    for shown in killed.shown:
        assert shown[kind] in (killed.before[kind], killed.unbroken[kind])


def test_some_were_killed_that_had_stored_what_nobody_sees(killed: Killed) -> None:
    hidden = [
        rows[kind.lower()] - len(shown[kind])
        for rows, shown in zip(killed.stored, killed.shown, strict=True)
        for kind in IN_ONE_GO
    ]

    assert max(hidden) > 0


def test_nothing_that_a_killed_command_had_begun_outlives_it(killed: Killed) -> None:
    assert killed.left_over == set()
