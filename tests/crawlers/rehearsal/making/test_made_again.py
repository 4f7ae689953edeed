"""A seed gives one market, whoever asks and wherever."""

import os
import subprocess
import sys
from pathlib import Path

from crawlers.rehearsal.calibration import SIZES
from crawlers.rehearsal.making.market import make_world
from tests.crawlers.rehearsal.making.small_worlds import digest, small

ROOT = Path(__file__).parents[4]


def test_the_same_seed_gives_the_same_market() -> None:
    assert make_world(1, SIZES["small"]) == small(1)


def test_another_process_makes_the_same_market_however_it_hashes() -> None:
    made = subprocess.run(
        [sys.executable, "-m", "tests.crawlers.rehearsal.making.small_worlds"],
        cwd=ROOT,
        env=os.environ | {"PYTHONHASHSEED": "12345"},
        check=True,
        capture_output=True,
        encoding="utf-8",
    )

    assert made.stdout.strip() == digest(small(1))


def test_different_seeds_give_different_markets() -> None:
    assert len({digest(small(seed)) for seed in (1, 2, 3)}) == 3


def test_different_seeds_share_no_place_of_business() -> None:
    streets = [
        {office.address for body in small(seed).bodies for office in body.offices}
        for seed in (1, 2)
    ]

    assert streets[0].isdisjoint(streets[1])
