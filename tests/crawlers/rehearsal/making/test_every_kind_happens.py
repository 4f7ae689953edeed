"""What the truth can say of a market, small markets say."""

from crawlers.rehearsal.world.happenings import Kind, SignKind
from tests.crawlers.rehearsal.making.small_worlds import SEEDS, small


def test_everything_that_can_happen_happens_in_three_small_markets() -> None:
    found = {one.kind for seed in SEEDS for one in small(seed).happenings}

    assert sorted(found) == sorted(Kind)


def test_everything_that_can_be_seen_of_it_is() -> None:
    found = {sign.kind for seed in SEEDS for one in small(seed).happenings for sign in one.signs}

    assert sorted(found) == sorted(SignKind)
