"""`oversight export` as a person meets it: what is written where, and what is asked wrongly."""

import json
from pathlib import Path

from tests.oversight.asking import Ask


def test_it_says_what_it_wrote_and_that_no_control_register_is_held(
    ask: Ask, filled: dict[int, Path], tmp_path: Path
) -> None:
    answer = ask("export", "all", "--out", tmp_path / "out", "--data", filled[2025])

    assert answer.code == 0
    assert answer.below == f"{tmp_path}/out/bods.json: 5 entries, as in force on 2025-03-31\n"
    assert answer.told.startswith("no control register is held: nothing is known of who owns whom")
    assert {one["recordType"] for one in json.loads(_written(tmp_path))} == {"entity"}


def test_what_is_not_exported_is_named_beside_what_is(ask: Ask, tmp_path: Path) -> None:
    answer = ask("export", "bods", "tea", "--out", tmp_path / "out")

    assert answer.code == 2
    assert "nothing is exported as ['tea']; there are ['bods', 'all']" in answer.told
    assert not (tmp_path / "out").exists()


def test_nothing_is_written_where_nothing_is_held(ask: Ask, tmp_path: Path) -> None:
    answer = ask("export", "bods", "--out", tmp_path / "out", "--data", tmp_path / "none")

    assert answer.code == 2
    assert not (tmp_path / "out").exists()


def _written(folder: Path) -> str:
    return (folder / "out" / "bods.json").read_text(encoding="utf-8")
