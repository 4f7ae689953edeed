"""Files of any size are kept whole, under their hash, beside the bodies that fit in memory."""

import errno
from hashlib import sha256
from pathlib import Path

import pytest

from db.archive import CHUNK_BYTES, DamagedBodyError, FolderArchive, NotInTheArchiveError

LARGE = b"x" * (CHUNK_BYTES + 1)


@pytest.fixture
def archive(tmp_path: Path) -> FolderArchive:
    return FolderArchive(folder=tmp_path / "archive")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "product.zip"
    path.write_bytes(LARGE)
    return path


def test_a_file_is_kept_under_its_sha_256_and_stays_where_it_was(
    archive: FolderArchive, file: Path
) -> None:
    digest = archive.put_file(file, "companies")

    assert digest == sha256(LARGE).hexdigest()
    assert archive.path_of(digest).read_bytes() == file.read_bytes() == LARGE
    assert archive.get(digest) == LARGE


def test_the_same_file_twice_is_one_file(archive: FolderArchive, file: Path) -> None:
    archive.put_file(file, "companies")
    digest = archive.put_file(file, "companies")

    assert archive.hashes() == [digest]


def test_a_file_damaged_in_the_archive_is_made_whole_by_keeping_it_again(
    archive: FolderArchive, file: Path
) -> None:
    digest = archive.put_file(file, "companies")
    archive.path_of(digest).write_bytes(b"y" * len(LARGE))
    archive.put_file(file, "companies")

    assert archive.get(digest) == LARGE


def test_a_file_that_cannot_be_read_leaves_nothing(archive: FolderArchive, tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        archive.put_file(tmp_path / "absent", "companies")

    assert [path for path in archive.folder.rglob("*") if path.is_file()] == []


def test_what_a_killed_process_left_half_written_is_overwritten_by_the_next_of_its_source(
    archive: FolderArchive, file: Path
) -> None:
    left = archive.folder / "bodies" / ".half-written-companies"
    left.parent.mkdir(parents=True)
    left.write_bytes(b"y" * 2 * len(LARGE))
    before = archive.half_written()
    digest = archive.put_file(file, "companies")

    assert before == [left]
    assert archive.half_written() == []
    assert archive.get(digest) == LARGE


def test_a_part_is_half_written_under_the_name_of_its_source(archive: FolderArchive) -> None:
    half = archive.half_part("companies")
    half.parent.mkdir(parents=True)
    half.write_bytes(b"")

    assert half == archive.folder / "parts" / ".half-written-companies"
    assert archive.half_written() == [half]


def test_a_refused_file_leaves_the_kept_ones_and_can_still_be_looked_at(
    archive: FolderArchive, file: Path
) -> None:
    digest = archive.put_file(file, "companies")
    archive.set_apart(digest)

    assert archive.hashes() == []
    assert archive.get(digest) == LARGE
    with pytest.raises(NotInTheArchiveError, match="--data"):
        archive.path_of(digest)


def test_a_file_that_was_never_kept_has_no_path(archive: FolderArchive) -> None:
    with pytest.raises(NotInTheArchiveError, match="holds no document 0000"):
        archive.path_of("0" * 64)


def test_each_version_of_a_reader_has_a_part_of_its_own(archive: FolderArchive) -> None:
    assert archive.part("ab" * 32, 1) == (
        archive.folder / "parts" / "ab" / f"{'ab' * 32}-1.parquet"
    )
    assert archive.part("ab" * 32, 1) != archive.part("ab" * 32, 2)


def test_what_older_versions_of_a_reader_made_is_dropped_and_nothing_else(
    archive: FolderArchive,
) -> None:
    mine, other = "ab" * 32, "ab" * 31 + "cd"
    kept = [archive.part(mine, 10), archive.part(mine, 1_009), archive.part(other, 9)]
    for path in (*kept, archive.part(mine, 9)):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"PAR1")
    archive.drop_older_parts(mine, 10)

    assert sorted(archive.folder.rglob("*.parquet")) == sorted(kept)


def test_what_was_read_of_a_refused_file_is_gone(archive: FolderArchive, file: Path) -> None:
    part = archive.part(archive.put_file(file, "companies"), 1)
    part.parent.mkdir(parents=True)
    part.write_bytes(b"PAR1")
    archive.set_apart(sha256(LARGE).hexdigest())

    assert not part.exists()


def test_a_refused_file_is_moved_apart_and_bears_its_hash(
    archive: FolderArchive, file: Path
) -> None:
    apart = archive.quarantine_file(file)

    assert apart.name == sha256(LARGE).hexdigest()
    assert archive.get(apart.name) == LARGE
    assert archive.hashes() == []
    assert not file.exists()


def test_a_refused_file_on_another_disk_is_copied_and_then_gone(
    archive: FolderArchive, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    move = Path.replace

    def across(path: Path, there: Path) -> Path:
        if path == file:
            raise OSError(errno.EXDEV, "another disk")
        return move(path, there)

    monkeypatch.setattr(Path, "replace", across)
    apart = archive.quarantine_file(file)

    assert apart.read_bytes() == LARGE
    assert not file.exists()


def test_a_kept_file_is_checked_without_being_held(archive: FolderArchive, file: Path) -> None:
    digest = archive.put_file(file, "companies")
    archive.check(digest)
    archive.path_of(digest).write_bytes(b"y")

    with pytest.raises(DamagedBodyError, match="restore it from a backup"):
        archive.check(digest)
    with pytest.raises(NotInTheArchiveError):
        archive.check("0" * 64)
