"""The groups of a small rehearsal, matched and grouped on three days, beside its truth."""

import pytest

from crawlers.rehearsal.publishers import make_world
from tests.bench.matched_world import made
from tests.bench.steps.match_and_group_market import DAYS, measured_on

Measured = dict[str, dict[str, float]]


@pytest.fixture(scope="module")
def days(tmp_path_factory: pytest.TempPathFactory) -> list[Measured]:
    of = made(make_world(1, "small"), tmp_path_factory.mktemp("index"))
    return [measured_on(of, day) for day in DAYS]


@pytest.mark.parametrize("kind", ["statutory", "operating"])
@pytest.mark.parametrize("over", ["", "_of_places"])
def test_what_is_in_a_group_belongs_there_and_most_of_it_is_found(
    days: list[Measured], kind: str, over: str
) -> None:
    reviews = [told for day in days for told in day.values()]

    assert min(one[f"{kind}_precision{over}"] for one in reviews) >= 0.995
    assert min(one[f"{kind}_recall{over}"] for one in reviews) >= 0.94


def test_a_review_leaves_nothing_to_ask_and_makes_no_group_worse(days: list[Measured]) -> None:
    assert [day["after"]["waiting"] for day in days] == [0, 0, 0]
    assert all(day["before"]["waiting"] > 0 for day in days)
    assert all(day["after"]["statutory_recall"] > day["before"]["statutory_recall"] for day in days)
