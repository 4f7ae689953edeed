"""What is exported is written whole, or what stood there before is kept."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from db.records import Capacity, Control
from db.snapshot import Snapshot
from oversight.export import Export, Exported, write_whole
from oversight.exports import bods, exports
from oversight.market import Market
from oversight.policy import DEFAULT, find_policy
from tests.db.companies import said
from tests.oversight.bods_checked import problems

DAY = date(2026, 3, 31)
HOLDING = said(
    Control,
    company_number="09000003",
    public_on=date(2020, 5, 1),
    psc_id="1",
    kind="corporate-entity-person-with-significant-control",
    capacity=Capacity.DIRECT,
    holder_company_number="09000001",
    holder_name="Example Holdings Ltd",
)


def exported(*controls: Control, is_invented: bool = False) -> Exported:
    snapshot = Snapshot(
        as_of=DAY, known_at=datetime(2026, 4, 1, tzinfo=UTC), shelf={Control: controls}
    )
    return Exported(
        market=Market(snapshot=snapshot, policy=find_policy(DEFAULT)),
        published_on=date(2026, 4, 1),
        is_invented=is_invented,
    )


def fails(_: Exported, path: Path) -> int:
    path.write_text("half", encoding="utf-8")
    raise OSError("no room")


FAILING = Export(name="failing", title="Fails", file="failing.txt", write=fails)


def test_every_export_is_found_by_its_name() -> None:
    assert [one.name for one in exports()] == ["bods", "crosswalk", "groups"]


def test_what_is_held_of_control_registers_is_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = write_whole(tmp_path / "out", [bods.EXPORT], exported(HOLDING))

    assert found == {tmp_path / "out" / "bods.json": 3}
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["bods.json"]
    assert problems(tmp_path / "out" / "bods.json", monkeypatch) == []


def test_nothing_held_is_an_empty_list(tmp_path: Path) -> None:
    assert write_whole(tmp_path, [bods.EXPORT], exported()) == {tmp_path / "bods.json": 0}
    assert (tmp_path / "bods.json").read_text(encoding="utf-8") == "[]\n"


def test_a_rehearsal_says_in_every_statement_that_it_is_one(tmp_path: Path) -> None:
    write_whole(tmp_path, [bods.EXPORT], exported(HOLDING, is_invented=True))
    _, *lines, _ = (tmp_path / "bods.json").read_text(encoding="utf-8").splitlines()

    assert [line.count("everything is invented") for line in lines] == [3, 3, 3]


def test_when_one_file_fails_all_that_stood_there_is_kept(tmp_path: Path) -> None:
    (tmp_path / "bods.json").write_text("before", encoding="utf-8")

    with pytest.raises(OSError, match="no room"):
        write_whole(tmp_path, [bods.EXPORT, FAILING], exported(HOLDING))

    assert [path.name for path in tmp_path.iterdir()] == ["bods.json"]
    assert (tmp_path / "bods.json").read_text(encoding="utf-8") == "before"
