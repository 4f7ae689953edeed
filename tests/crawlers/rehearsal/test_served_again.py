"""The same seed gives the same bytes, in every file and on every page."""

import json
import os
import subprocess
import sys
from pathlib import Path

from tests.crawlers.rehearsal.everything_served import by_publisher

ROOT = Path(__file__).parents[3]


def test_two_processes_serve_the_same_bytes_however_they_hash() -> None:
    first, second = (started(hash_seed) for hash_seed in ("1", "20260901"))
    one, other = (json.loads(process.communicate()[0]) for process in (first, second))

    assert (first.returncode, second.returncode) == (0, 0)
    assert [address for address in one if one[address] != other.get(address)] == []
    assert one.keys() == other.keys()
    assert [key for key, answers in by_publisher(one).items() if answers == 0] == []


def started(hash_seed: str) -> subprocess.Popen[bytes]:
    """A process of its own that prints a digest of whatever the first seed's publishers answer."""
    return subprocess.Popen(
        [sys.executable, "-m", "tests.crawlers.rehearsal.everything_served", "1"],
        cwd=ROOT,
        env=os.environ | {"PYTHONHASHSEED": hash_seed},
        stdout=subprocess.PIPE,
    )
