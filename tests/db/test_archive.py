"""Bodies are kept whole, once, under their hash."""

import errno
import os
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.archive import DamagedBodyError, FolderArchive, NotInTheArchiveError

HELLO = sha256(b"hello").hexdigest()


@pytest.fixture
def archive(tmp_path: Path) -> FolderArchive:
    return FolderArchive(folder=tmp_path / "archive")


def files(archive: FolderArchive) -> list[str]:
    found = (path for path in archive.folder.rglob("*") if path.is_file())
    return sorted(str(path.relative_to(archive.folder)) for path in found)


def test_a_body_is_kept_under_its_sha_256(archive: FolderArchive) -> None:
    assert archive.put(b"hello") == HELLO
    assert [f"bodies/2c/{HELLO}"] == files(archive)


def test_the_same_body_twice_is_one_file_that_is_written_once(archive: FolderArchive) -> None:
    archive.put(b"hello")
    before = (archive.folder / "bodies" / "2c" / HELLO).stat()
    archive.put(b"hello")

    assert before == (archive.folder / "bodies" / "2c" / HELLO).stat()
    assert archive.hashes() == [HELLO]


@given(body=st.binary())
def test_any_body_comes_out_as_it_went_in(
    tmp_path_factory: pytest.TempPathFactory, body: bytes
) -> None:
    archive = FolderArchive(folder=tmp_path_factory.getbasetemp() / "any body")

    assert body == archive.get(archive.put(body))


def test_an_empty_archive_lists_nothing(archive: FolderArchive) -> None:
    assert archive.hashes() == []


def test_a_body_that_is_not_there_is_an_error_that_says_what_to_check(
    archive: FolderArchive,
) -> None:
    with pytest.raises(NotInTheArchiveError) as error:
        archive.get(HELLO)

    assert (
        f"the archive in {archive.folder} holds no document 2cf24dba5fb0…;"
        " check that --data names the folder which the citation was printed from"
    ) == str(error.value)


def test_a_body_that_was_changed_on_disk_is_never_given_out(archive: FolderArchive) -> None:
    archive.put(b"hello")
    (archive.folder / "bodies" / "2c" / HELLO).write_bytes(b"jello")

    with pytest.raises(DamagedBodyError, match="does not have the hash it is named by; restore it"):
        archive.get(HELLO)


def test_a_body_that_lost_its_end_is_mended_by_putting_it_again(archive: FolderArchive) -> None:
    archive.put(b"hello")
    (archive.folder / "bodies" / "2c" / HELLO).write_bytes(b"hel")
    archive.put(b"hello")

    assert archive.get(HELLO) == b"hello"


def test_a_refused_body_is_kept_apart_and_can_still_be_shown(archive: FolderArchive) -> None:
    archive.quarantine(b"hello")

    assert [f"quarantine/2c/{HELLO}"] == files(archive)
    assert archive.hashes() == []
    assert archive.get(HELLO) == b"hello"


def test_a_refused_body_that_is_later_understood_stands_in_both_places(
    archive: FolderArchive,
) -> None:
    archive.quarantine(b"hello")
    archive.put(b"hello")

    assert [f"bodies/2c/{HELLO}", f"quarantine/2c/{HELLO}"] == files(archive)


def test_what_a_killed_writer_left_half_written_is_no_body(archive: FolderArchive) -> None:
    archive.put(b"hello")
    (archive.folder / "bodies" / "2c" / ".half-written-k1ll3d").write_bytes(b"hel")

    assert archive.hashes() == [HELLO]


def test_a_body_has_no_name_until_it_is_whole_on_disk(
    archive: FolderArchive, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[list[str]] = []
    monkeypatch.setattr(os, "fsync", lambda _: seen.append(archive.hashes()))
    archive.put(b"hello")

    assert seen == [[]]
    assert archive.hashes() == [HELLO]


def test_a_disk_that_fills_up_leaves_nothing_behind(
    archive: FolderArchive, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "fsync", full)

    with pytest.raises(OSError, match="No space left on device"):
        archive.put(b"hello")

    assert files(archive) == []


def full(_: int) -> None:
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def test_a_body_that_is_set_apart_lies_in_quarantine_and_nowhere_else(
    archive: FolderArchive,
) -> None:
    archive.put(b"hello")
    archive.set_apart(HELLO)
    archive.set_apart(HELLO)

    assert [f"quarantine/2c/{HELLO}"] == files(archive)
    assert archive.get(HELLO) == b"hello"
