"""What is built holds everything that the code reads beside itself."""

from pathlib import Path
from zipfile import ZipFile

import pytest
from hatchling.builders.wheel import WheelBuilder

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def shipped(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    """The names of the files in the wheel."""
    folder = tmp_path_factory.mktemp("wheel")
    built = next(WheelBuilder(str(ROOT)).build(directory=str(folder), versions=["standard"]))
    with ZipFile(built) as wheel:
        return set(wheel.namelist())


@pytest.mark.parametrize(
    "pattern",
    [
        "oversight/policies/*.toml",
        "crawlers/reference/*.csv",
        "db/migrations/*.mako",
        "db/migrations/versions/*.py",
    ],
)
def test_the_wheel_holds_what_the_code_reads_beside_itself(pattern: str, shipped: set[str]) -> None:
    wanted = {path.relative_to(ROOT).as_posix() for path in ROOT.glob(pattern)}

    assert wanted
    assert wanted - shipped == set()


def test_the_wheel_holds_the_four_packages_and_nothing_else_of_ours(shipped: set[str]) -> None:
    tops = {name.partition("/")[0] for name in shipped if ".dist-info/" not in name}

    assert tops == {"crawlers", "oversight", "dashboard", "db"}
