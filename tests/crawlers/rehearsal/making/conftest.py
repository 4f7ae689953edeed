"""The small market of each of three seeds."""

import pytest

from crawlers.rehearsal.world.world import World
from tests.crawlers.rehearsal.making.small_worlds import SEEDS, small


@pytest.fixture(params=SEEDS, scope="module", ids=lambda seed: f"seed {seed}")
def world(request: pytest.FixtureRequest) -> World:
    return small(request.param)
