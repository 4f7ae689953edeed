"""Whoever opens the truth is told what each file and each of its columns is."""

import csv
import json
from dataclasses import replace
from pathlib import Path

import pytest

from crawlers.rehearsal.publishers import make_world
from crawlers.rehearsal.truth.files import FILES, TruthFolderError, write
from crawlers.rehearsal.truth.reading_guide import GUIDE


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    found = tmp_path_factory.mktemp("truth")
    write(make_world(1, "small"), found)
    return found


@pytest.mark.parametrize("name", FILES)
def test_every_column_of_a_file_is_explained_and_no_other(name: str, folder: Path) -> None:
    with (folder / name).open(encoding="utf-8", newline="") as file:
        columns = json.loads(next(file)) if name.endswith(".jsonl") else next(csv.reader(file))

    assert [*GUIDE[name].columns, "rehearsal"] == list(columns)


@pytest.mark.parametrize("name", FILES)
def test_every_row_says_of_which_rehearsal_it_is(name: str, folder: Path) -> None:
    with (folder / name).open(encoding="utf-8", newline="") as file:
        rows = map(json.loads, file) if name.endswith(".jsonl") else csv.DictReader(file)

        assert {row["rehearsal"] for row in rows} == {"seed 1, small"}


def test_the_guide_lies_beside_them(folder: Path) -> None:
    page = (folder / "README.md").read_text(encoding="utf-8")

    assert [line for line in page.splitlines() if line.startswith("## ")] == [
        f"## {name}" for name in FILES
    ]


def test_the_guide_says_that_it_is_a_rehearsal_and_which_market_it_is(folder: Path) -> None:
    page = (folder / "README.md").read_text(encoding="utf-8").splitlines()
    world = make_world(1, "small")

    assert page[0] == "# Rehearsal: what is really so in an invented market"
    assert f"The small market of seed 1, from {world.first_day} to {world.last_day}." in page


def test_the_same_markets_truth_may_be_written_again(folder: Path) -> None:
    assert [one.name for one in write(make_world(1, "small"), folder)] == list(FILES)


def test_another_markets_truth_is_never_written_over(folder: Path) -> None:
    before = (folder / "owners.csv").read_bytes()

    with pytest.raises(TruthFolderError, match="the truth of another market lies in"):
        write(replace(make_world(1, "small"), seed=2), folder)
    assert (folder / "owners.csv").read_bytes() == before


def test_files_that_say_nothing_of_their_market_are_not_written_over(tmp_path: Path) -> None:
    (tmp_path / "owners.csv").write_text("urn\n")

    with pytest.raises(TruthFolderError, match="the truth of another market"):
        write(make_world(1, "small"), tmp_path)


def test_whoever_holds_a_stake_is_a_body_or_a_person_by_a_key_that_is_explained(
    folder: Path,
) -> None:
    with (folder / "bodies.csv").open(encoding="utf-8", newline="") as file:
        bodies = {row["key"] for row in csv.DictReader(file)}
    with (folder / "stakes.csv").open(encoding="utf-8", newline="") as file:
        others = {row["holder"] for row in csv.DictReader(file)} - bodies

    assert {one.partition(":")[0] for one in others} == {"person"}
    assert "`person:` and a number" in GUIDE["stakes.csv"].columns["holder"]


def test_of_people_the_truth_has_nothing_but_keys(folder: Path) -> None:
    written = " ".join((folder / name).read_text(encoding="utf-8") for name in FILES)

    assert [one.key for one in make_world(1, "small").people if one.name in written] == []
