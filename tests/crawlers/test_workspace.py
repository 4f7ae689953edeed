"""A source works alone in a folder of a fixed name, and clears what a kill left in it."""

from pathlib import Path

import pytest

from crawlers.bulk.workspace import LeftOver, left_over, workspace
from db.locks import BusyError


def test_a_workspace_is_an_empty_folder_of_the_source_s_name_and_is_gone_at_the_end(
    tmp_path: Path,
) -> None:
    with workspace(tmp_path / "data", "companies") as room:
        (room / "content").write_bytes(b"12345")
        place = room

    assert place == tmp_path / "data" / ".working-companies"
    assert not place.exists()
    assert left_over(tmp_path / "data") == ()


def test_what_was_left_in_it_is_gone_before_the_next_work_begins(tmp_path: Path) -> None:
    left = tmp_path / ".working-companies"
    (left / "scan").mkdir(parents=True)
    (left / "scan" / "spilled").write_bytes(b"12345")
    (left / "content").write_bytes(b"12345")

    with workspace(tmp_path, "companies") as room:
        assert list(room.iterdir()) == []


def test_a_workspace_is_cleared_also_when_the_work_fails(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError), workspace(tmp_path, "companies") as room:
        (room / "absent" / "content").write_bytes(b"12345")

    assert left_over(tmp_path) == ()


def test_two_processes_never_share_a_workspace_whatever_their_databases(tmp_path: Path) -> None:
    with workspace(tmp_path, "companies") as room:
        (room / "content").write_bytes(b"12345")
        with pytest.raises(BusyError) as caught, workspace(tmp_path, "companies"):
            pass
        kept = (room / "content").read_bytes()

    assert kept == b"12345"
    assert str(caught.value) == (
        f"another process is reading companies in {tmp_path}; wait until it is done"
    )


def test_each_source_has_a_workspace_of_its_own(tmp_path: Path) -> None:
    with workspace(tmp_path, "companies") as one, workspace(tmp_path, "lines") as other:
        assert one != other


def test_what_lies_in_a_data_folder_is_told_with_its_size_and_whether_it_is_in_use(
    tmp_path: Path,
) -> None:
    left = tmp_path / ".working-companies" / "scan"
    left.mkdir(parents=True)
    (left / "spilled").write_bytes(b"12345")
    (left.parent / "content").write_bytes(b"123")
    (tmp_path / "large").write_bytes(b"12345")
    with workspace(tmp_path, "lines") as room:
        (room / "content").symlink_to(tmp_path / "large")
        (dead, alive) = left_over(tmp_path)

    assert dead == LeftOver(
        path=tmp_path / ".working-companies", source="companies", size=8, is_in_use=False
    )
    assert (alive.source, alive.is_in_use) == ("lines", True)
    assert alive.size < 1_000
