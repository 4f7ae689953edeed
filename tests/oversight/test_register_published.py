"""The published registers of 2018 to 2025, rebuilt, compared and reconciled."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from db.loading import load_snapshot
from db.snapshot import Snapshot
from oversight.explanation import Explanation
from oversight.installation import open_installation
from oversight.rebuilt import rebuilt_register
from oversight.reconcile import reconcile
from oversight.taking_in import take_in

MARCH_2024 = date(2024, 3, 31)
NOW = datetime(2026, 9, 1, 12, tzinfo=UTC)
READ = ("*.ods", "provider_*.csv", "joiners_*.csv", "inspections-*.csv", "buzzfeed_*.csv")


@pytest.fixture(scope="module")
def held(published_files: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Snapshot]:
    place = open_installation(tmp_path_factory.mktemp("real"), None, NOW)
    folder = published_files / "ofsted"
    take_in(place, [path for name in READ for path in sorted(folder.glob(name))])
    yield load_snapshot(place.engine, NOW.date(), NOW)
    place.engine.dispose()


@pytest.mark.real_data
def test_the_register_of_2024_is_rebuilt_to_one_setting_more_than_the_publisher_counts(
    held: Snapshot,
) -> None:
    register = rebuilt_register(held, MARCH_2024)

    assert register is not None
    assert len(register.settings) == 4_454
    assert len(register.inspected) == 3_876


@pytest.mark.real_data
def test_no_published_number_differs_without_an_explanation(held: Snapshot) -> None:
    lines = list(reconcile(held))

    assert [line for line in lines if line.explanation is Explanation.UNEXPLAINED] == []
    assert [
        (line.published, line.ours)
        for line in lines
        if line.period == "2024-03-31" and line.measure.endswith("by provision type: All")
    ] == [(4_453, 4_454)]


@pytest.mark.real_data
def test_the_changes_from_2022_to_2025_are_listed_as_far_as_tables_are_held(
    held: Snapshot,
) -> None:
    lines = {
        line.measure.removeprefix("Register change counted from the lists: "): (
            line.ours,
            line.listed,
        )
        for line in reconcile(held)
        if line.period == "2022-03-31 to 2025-03-31"
    }

    assert lines == {
        "new settings": (1_718, 1_717),
        "new settings, perhaps of 2023-24": (818, None),
        "gone settings": (325, 303),
        "gone settings, perhaps of 2023-24": (187, None),
    }
