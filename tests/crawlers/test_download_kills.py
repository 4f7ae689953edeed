"""A process that is killed while it downloads costs the publisher no byte twice."""

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from random import Random
from time import sleep

import pytest

from crawlers.rehearsal.site.faults import Fault, Kind
from crawlers.rehearsal.site.serving import Site, Terms, serving
from tests.crawlers.file_host import FileHost, Otherwise, cut, hosting
from tests.crawlers.large_product import CATALOGUE, KEY, PATH
from tests.crawlers.rehearsal.site.asking import ask, tell

ROOT = Path(__file__).parents[2]
BODY = bytes(range(256)) * 4000


@pytest.fixture
def into(tmp_path: Path) -> Path:
    return tmp_path / "file"


def begun(address: str, path: str, into: Path) -> subprocess.Popen[str]:
    return subprocess.Popen(  # noqa: S603 - our own module
        [sys.executable, "-m", "tests.crawlers.one_download", address, path, str(into)],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        encoding="utf-8",
    )


def ended(address: str, path: str, into: Path) -> dict[str, int]:
    with begun(address, path, into) as process:
        told, _ = process.communicate(timeout=60)
    return json.loads(told)


def held(into: Path) -> int:
    body = into.with_name(f".half-downloaded-{into.name}.body")
    return body.stat().st_size if body.exists() else 0


def killed_once_it_holds(process: subprocess.Popen[str], into: Path, least: int) -> int:
    """End it without a warning, and give what it leaves."""
    with process:
        while process.poll() is None and held(into) < least and not into.exists():
            sleep(0.001)
        process.kill()
        process.wait()
    return held(into)


def hanging(host: FileHost, begin: int, end: int) -> Otherwise:
    told = cut(host, begin, end)
    return Otherwise(status=told.status, headers=told.headers, body=told.body, hangs=True)


def test_each_process_asks_for_what_those_before_it_left(into: Path) -> None:
    with hosting(FileHost(body=BODY)) as host:
        host.once += [hanging(host, 0, 300_000)]
        first = killed_once_it_holds(begun(host.address, "/file.bin", into), into, 300_000)
        host.once += [hanging(host, 300_000, 700_001)]
        second = killed_once_it_holds(begun(host.address, "/file.bin", into), into, 700_001)
        done = ended(host.address, "/file.bin", into)

    assert (first, second) == (300_000, 700_001)
    assert host.ranges == [None, "bytes=300000-", "bytes=700001-"]
    assert done == {"size": 1_024_000, "resumed_from": 700_001}
    assert into.read_bytes() == BODY


@pytest.fixture
def site() -> Iterator[Site]:
    slow = Fault(kind=Kind.SLOW, publisher=KEY, seconds=2)
    with serving(CATALOGUE, Terms(faults=(slow,))) as site:
        yield site


def test_killed_at_random_moments_it_ends_as_if_it_had_never_been(site: Site, into: Path) -> None:
    address, random = site.rehearsal.addresses[KEY], Random(5)  # noqa: S311 - repeatable
    left = [0]
    for _ in range(4):
        more = random.randrange(1, 300_000)
        left.append(killed_once_it_holds(begun(address, PATH, into), into, left[-1] + more))
    tell(f"{site.control}/faults", [])
    done = ended(address, PATH, into)
    answered = ask(f"{site.control}/requests").json["requests"][KEY]

    assert left == sorted(set(left))
    assert done["resumed_from"] == left[-1]
    # Each process reads robots.txt; the first alone asks for the whole.
    assert answered == {"200": 5 + 1, "206": 4}
    assert into.read_bytes() == ask(f"{address}{PATH}").body
