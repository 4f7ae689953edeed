"""`oversight export` as a person meets it: what is written where, and what is asked wrongly."""

import json
from pathlib import Path

import pytest

from tests.oversight.asking import Ask


def test_it_says_what_it_wrote_and_that_no_control_register_is_held(
    ask: Ask, filled: dict[int, Path], tmp_path: Path
) -> None:
    answer = ask("export", "all", "--out", tmp_path / "out", "--data", filled[2025])
    files = {"bods.json": 5, "crosswalk.csv": 264, "groups.csv": 162, "datapackage.json": 2}

    assert answer.code == 0
    assert answer.below == "".join(
        f"{tmp_path}/out/{file}: {count} entries, as in force on 2025-03-31\n"
        for file, count in files.items()
    )
    assert answer.told.startswith("no control register is held: nothing is known of who owns whom")
    assert {one["recordType"] for one in json.loads(_written(tmp_path))} == {"entity"}


def test_what_is_not_exported_is_named_beside_what_is(ask: Ask, tmp_path: Path) -> None:
    answer = ask("export", "bods", "tea", "--out", tmp_path / "out")

    assert answer.code == 2
    assert (
        "nothing is exported as ['tea']; there are ['bods', 'crosswalk', 'groups', 'all']"
        in answer.told
    )
    assert not (tmp_path / "out").exists()


def test_nothing_is_written_where_nothing_is_held(ask: Ask, tmp_path: Path) -> None:
    answer = ask("export", "bods", "--out", tmp_path / "out", "--data", tmp_path / "none")

    assert answer.code == 2
    assert not (tmp_path / "out").exists()


def test_a_format_that_no_table_has_is_named_beside_those_there_are(
    ask: Ask, tmp_path: Path
) -> None:
    answer = ask("export", "groups", "--format", "papyrus", "--out", tmp_path / "out")

    assert answer.code == 2
    assert "no table is written as 'papyrus'; there are ['csv', 'json', 'ods'," in answer.told


@pytest.mark.parametrize("form", ["csv", "json", "ods", "parquet", "xlsx"])
def test_the_same_data_gives_the_same_bytes(
    form: str, ask: Ask, filled: dict[int, Path], tmp_path: Path
) -> None:
    for folder in ("one", "two"):
        ask(
            "export",
            "crosswalk",
            "groups",
            *("--format", form, "--out", tmp_path / folder, "--data", filled[2025]),
        )
    one, two = (
        {path.name: path.read_bytes() for path in (tmp_path / folder).iterdir()}
        for folder in ("one", "two")
    )

    assert one.keys() == {f"crosswalk.{form}", f"groups.{form}", "datapackage.json"}
    assert one == two


def _written(folder: Path) -> str:
    return (folder / "out" / "bods.json").read_text(encoding="utf-8")
