"""Fixtures for what takes in and what answers: invented issues, an installation, a terminal."""

from collections.abc import Iterator
from pathlib import Path
from shutil import copytree

import pytest

from oversight import clock
from oversight.answers import answer
from oversight.installation import Installation, open_installation
from oversight.options import asked
from oversight.taking_in import take_in
from tests.oversight.asking import ask
from tests.oversight.rehearsing import rehearse
from tests.planted_market.workbooks import body

__all__ = ["ask", "rehearse"]


@pytest.fixture(scope="session")
def issue_2025(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The invented issue of 31 March 2025."""
    path = tmp_path_factory.mktemp("issues") / "issue-2025.ods"
    path.write_bytes(body(2025))
    return path


@pytest.fixture(scope="session")
def issue_2026(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The invented issue of 31 March 2026."""
    path = tmp_path_factory.mktemp("issues") / "issue-2026.ods"
    path.write_bytes(body(2026))
    return path


@pytest.fixture(scope="session")
def filled(
    tmp_path_factory: pytest.TempPathFactory, issue_2025: Path, issue_2026: Path
) -> dict[int, Path]:
    """Data folders to copy: one that holds the issue of 2025, and one that holds both."""
    folders = {2025: [issue_2025], 2026: [issue_2025, issue_2026]}
    made: dict[int, Path] = {}
    for year, paths in folders.items():
        made[year] = tmp_path_factory.mktemp("filled") / "data"
        place = open_installation(made[year], None, clock.now())
        take_in(place, paths)
        place.engine.dispose()
    return made


@pytest.fixture(scope="session")
def evaluated(filled: dict[int, Path]) -> Path:
    """A data folder to copy that holds both issues, and the evaluation that is asked for most."""
    place = open_installation(filled[2026], None, clock.now())
    answer(place, asked(place, None, None))
    place.engine.dispose()
    return filled[2026]


@pytest.fixture
def data_2025(filled: dict[int, Path], tmp_path: Path) -> Path:
    """A data folder that holds the rehearsal's issue of 2025."""
    return copytree(filled[2025], tmp_path / "rehearsal-2025")


@pytest.fixture
def data(evaluated: Path, tmp_path: Path) -> Path:
    """A data folder that holds both issues of the rehearsal."""
    return copytree(evaluated, tmp_path / "rehearsal")


@pytest.fixture
def holding_2025(data_2025: Path) -> Iterator[Installation]:
    """An installation that holds the rehearsal's issue of 2025."""
    place = open_installation(data_2025, None, clock.now())
    yield place
    place.engine.dispose()
