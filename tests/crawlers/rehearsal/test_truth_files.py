"""Whoever opens the truth is told what each file and each of its columns is."""

import csv
import json
from pathlib import Path

import pytest

from crawlers.rehearsal.publishers import make_world
from crawlers.rehearsal.truth.files import FILES, write
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

    assert list(GUIDE[name].columns) == list(columns)


def test_the_guide_lies_beside_them(folder: Path) -> None:
    page = (folder / "README.md").read_text(encoding="utf-8")

    assert [line for line in page.splitlines() if line.startswith("## ")] == [
        f"## {name}" for name in FILES
    ]
