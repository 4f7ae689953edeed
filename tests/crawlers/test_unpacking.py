"""A product is laid out on disk, never more of it than its header states, and taken away again."""

import random
import struct
from collections.abc import Callable
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from types import SimpleNamespace
from zipfile import ZIP_BZIP2, ZIP_DEFLATED, ZIP_LZMA, ZIP_STORED, ZipFile

import pytest

from crawlers.bulk import BulkFile, NoRoomError, unpacking
from crawlers.bulk.unpacking import HEAD_BYTES, head, unpacked
from crawlers.reading import SourceChangedError

CONTENT = random.Random(1).randbytes(3_000_000)  # noqa: S311 - not a secret
"""More than one chunk, and nothing that packs."""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "product.zip"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    room = tmp_path / "data" / "room"
    room.mkdir(parents=True)
    return room


def zipped(how: int = ZIP_DEFLATED, /, **members: bytes) -> bytes:
    file = BytesIO()
    with ZipFile(file, "w", how) as container:
        for name, body in members.items():
            container.writestr(name, body)
    return file.getvalue()


def content(path: Path, folder: Path) -> bytes:
    """What a product unpacks to; nothing of it is left behind."""
    kept = BulkFile(
        url="file:product.zip",
        fetched_at=datetime(2026, 11, 3, tzinfo=UTC),
        sha256="ab" * 32,
        path=path,
    )
    try:
        with unpacked(path, folder, kept) as laid:
            return laid.read_bytes()
    finally:
        assert list(folder.iterdir()) == []


def refusal(path: Path, folder: Path, body: bytes) -> str:
    path.write_bytes(body)
    with pytest.raises(SourceChangedError) as caught:
        content(path, folder)
    assert "\n  at file:product.zip\n" in str(caught.value)
    return caught.value.problem


@pytest.mark.parametrize("how", [ZIP_STORED, ZIP_DEFLATED])
def test_the_only_file_of_a_zip_is_laid_out_and_taken_away(
    path: Path, folder: Path, how: int
) -> None:
    path.write_bytes(zipped(how, companies=CONTENT))

    assert content(path, folder) == CONTENT


def test_a_file_that_is_no_zip_is_linked_and_stays_where_it_is(
    path: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path.write_bytes(b"CompanyName, CompanyNumber\n")
    monkeypatch.chdir(path.parent)

    assert content(Path(path.name), folder) == b"CompanyName, CompanyNumber\n"
    assert path.read_bytes() == b"CompanyName, CompanyNumber\n"


def test_what_was_laid_out_is_taken_away_also_when_reading_fails(path: Path, folder: Path) -> None:
    path.write_bytes(zipped(companies=CONTENT))
    kept = BulkFile(
        url="file:x", fetched_at=datetime(2026, 11, 3, tzinfo=UTC), sha256="ab", path=path
    )

    with pytest.raises(ZeroDivisionError), unpacked(path, folder, kept):
        raise ZeroDivisionError
    assert list(folder.iterdir()) == []


@pytest.mark.parametrize("count", [0, 2, 7])
def test_a_zip_of_more_or_fewer_files_than_one_is_refused(
    path: Path, folder: Path, count: int
) -> None:
    members = {f"part{number}": b"x" for number in range(count)}

    assert refusal(path, folder, zipped(**members)) == (
        f"it holds {count} files where the product is one; download it again"
    )


@pytest.mark.parametrize("how", [ZIP_BZIP2, ZIP_LZMA])
def test_a_zip_packed_as_no_product_is_is_refused(path: Path, folder: Path, how: int) -> None:
    assert refusal(path, folder, zipped(how, companies=b"x")) == (
        "its member 'companies' is encrypted or packed as no product is; download it again"
    )


def test_an_encrypted_zip_is_refused(path: Path, folder: Path) -> None:
    body = changed(zipped(companies=b"x"), flag)

    assert refusal(path, folder, body) == (
        "its member 'companies' is encrypted or packed as no product is; download it again"
    )


def test_a_zip_that_unpacks_to_far_more_than_it_holds_is_refused(path: Path, folder: Path) -> None:
    assert refusal(path, folder, zipped(companies=b"0" * 30_000_000)).startswith(
        "its member 'companies' unzips to 30,000,000 bytes from "
    )


@pytest.mark.parametrize("stated", [2_999_999, 3_000_001, 1, 0])
def test_a_zip_that_states_another_size_is_refused(path: Path, folder: Path, stated: int) -> None:
    body = changed(zipped(companies=CONTENT), lambda member: size(member, stated))

    assert refusal(path, folder, body).endswith("download it again")


@pytest.mark.parametrize("place", [1_500_000, 40])
def test_a_zip_with_a_byte_changed_is_refused(path: Path, folder: Path, place: int) -> None:
    body = bytearray(zipped(companies=CONTENT))
    body[place] ^= 0xFF

    assert refusal(path, folder, bytes(body)).startswith("the file is damaged or cut short (")


@pytest.mark.parametrize("length", [4, 30, 1_000, 1_500_000, 3_000_000])
def test_a_zip_that_is_cut_short_is_refused(path: Path, folder: Path, length: int) -> None:
    assert refusal(path, folder, zipped(companies=CONTENT)[:length]) == (
        "the file is damaged or cut short (File is not a zip file); download it again"
    )


def test_a_zip_with_its_beginning_gone_is_refused(path: Path, folder: Path) -> None:
    assert refusal(path, folder, zipped(companies=CONTENT)[1_000:]).startswith(
        "the file is damaged or cut short ("
    )


def test_a_product_larger_than_the_room_left_is_not_begun(
    path: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path.write_bytes(zipped(companies=CONTENT))
    monkeypatch.setattr(
        unpacking, "shutil", SimpleNamespace(disk_usage=lambda _: SimpleNamespace(free=2_999_999))
    )

    with pytest.raises(NoRoomError) as caught:
        content(path, folder)
    assert str(caught.value) == (
        f"file:product.zip unpacks to 3,000,000 bytes and {folder.parent} has room for 2,999,999;"
        " free some, or name a larger disk with --data"
    )


def test_the_first_bytes_are_those_of_the_product_in_the_zip(path: Path) -> None:
    path.write_bytes(zipped(companies=CONTENT))

    assert head(path) == CONTENT[:HEAD_BYTES]


def test_the_first_bytes_of_a_plain_file_are_its_own(path: Path) -> None:
    path.write_bytes(CONTENT)

    assert head(path) == CONTENT[:HEAD_BYTES]


@pytest.mark.parametrize(
    "body",
    [
        b"",
        zipped(),
        zipped(a=b"x", b=b"x"),
        zipped(ZIP_LZMA, a=b"x"),
        zipped(ZIP_STORED, a=b"CompanyName").replace(b"CompanyName", b"CompanyNumb"),
    ],
    ids=["nothing", "an empty zip", "two files", "packed otherwise", "damaged"],
)
def test_what_cannot_be_peeked_into_has_no_first_bytes(path: Path, body: bytes) -> None:
    path.write_bytes(body)

    assert head(path) == b""


def changed(body: bytes, lie: Callable[[bytearray], None]) -> bytes:
    """A zip of one file, something untrue in the directory at its end."""
    at = body.index(b"PK\x01\x02")
    entry = bytearray(body[at:])
    lie(entry)
    return body[:at] + bytes(entry)


def flag(entry: bytearray) -> None:
    entry[8] |= 1


def size(entry: bytearray, stated: int) -> None:
    struct.pack_into("<L", entry, 24, stated)
