import io
import zipfile
from dataclasses import replace

import pytest

from crawlers.zips import DamagedError, LockedError, TrapError
from crawlers.zips.content import content
from crawlers.zips.directory import directory, entries
from tests.crawlers.zips.made import locked, patched, zipped


def first_of(body: bytes, *, largest: int = 10_000_000) -> bytes:
    file = io.BytesIO(body)
    return content(file, next(entries(file, directory(file))), largest=largest)


def test_a_stored_member_is_given_as_it_lies() -> None:
    body = zipped({"a": b"first"}, zipfile.ZIP_STORED)

    assert first_of(body) == b"first"


def test_an_empty_member_is_nothing() -> None:
    assert first_of(zipped({"a": b""})) == b""


def test_an_encrypted_member_is_locked() -> None:
    with pytest.raises(LockedError, match="'a' is encrypted"):
        first_of(locked(zipped({"a": b"first"})))


@pytest.mark.parametrize("packing", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_a_packing_that_cannot_be_stopped_is_not_begun(packing: int) -> None:
    with pytest.raises(TrapError, match="packed as no accounts are"):
        first_of(zipped({"a": b"first"}, packing))


def test_a_member_that_holds_next_to_nothing_and_unzips_to_much_is_a_trap() -> None:
    with pytest.raises(TrapError, match="3,000,000 bytes from"):
        first_of(zipped({"a": b"\0" * 3_000_000}))


def test_a_member_above_the_largest_is_a_trap() -> None:
    with pytest.raises(TrapError, match="unzips to 5 bytes"):
        first_of(zipped({"a": b"first"}), largest=4)


def test_a_member_is_unpacked_no_further_than_it_states() -> None:
    body = zipped({"a": b"\0" * 100_000})
    stated = patched(body, b"PK\x01\x02", 24, 5, "<I")

    with pytest.raises(DamagedError, match="checksum"):
        first_of(stated)


def test_a_member_with_one_changed_letter_is_damaged() -> None:
    body = zipped({"a": b"first"}, zipfile.ZIP_STORED).replace(b"first", b"worst")

    with pytest.raises(DamagedError, match="checksum"):
        first_of(body)


def test_a_member_that_does_not_unzip_is_damaged() -> None:
    body = zipped({"a": b"first" * 20})
    at = body.index(b"a", 30) + 1

    with pytest.raises(DamagedError, match="does not unzip"):
        first_of(body[:at] + b"\xff" * 6 + body[at + 6 :])


def test_a_member_that_is_not_where_it_should_be_is_damaged() -> None:
    file = io.BytesIO(zipped({"a": b"first"}))
    entry = replace(next(entries(file, directory(file))), at=2)

    with pytest.raises(DamagedError, match="not where the directory says"):
        content(file, entry, largest=10)
