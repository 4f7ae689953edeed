import io
import struct
import zipfile

import pytest

from crawlers.zips import DamagedError
from crawlers.zips.content import content
from crawlers.zips.directory import digest, directory, entries
from tests.crawlers.zips.made import patched, zipped

TWO = zipped({"a.html": b"first", "é.html": b"second"})


def read(body: bytes) -> dict[str, bytes]:
    file = io.BytesIO(body)
    return {one.name: content(file, one, largest=1_000) for one in entries(file, directory(file))}


def test_every_member_is_listed_in_order_and_read() -> None:
    found = read(TWO)

    assert list(found.items()) == [("a.html", b"first"), ("é.html", b"second")]


def test_a_listing_goes_on_after_any_entry() -> None:
    file = io.BytesIO(TWO)
    first, second = entries(file, directory(file))

    (again,) = entries(file, directory(file), after=first)

    assert again == second


def test_bytes_before_a_zip_shift_its_members() -> None:
    found = read(b"a program that unpacks itself" + TWO)

    assert found["a.html"] == b"first"


def test_a_comment_behind_the_directory_is_no_matter() -> None:
    body = patched(TWO, b"PK\x05\x06", 20, 5) + b"hello"

    found = read(body)

    assert found["a.html"] == b"first"


def test_an_empty_zip_lists_nothing() -> None:
    assert read(zipped({})) == {}


def test_a_large_zip_has_its_numbers_in_a_second_ending() -> None:
    at, end = TWO.index(b"PK\x01\x02"), TWO.index(b"PK\x05\x06")
    second = struct.pack("<4sQ2H2I4Q", b"PK\x06\x06", 44, 45, 45, 0, 0, 2, 2, end - at, at)
    pointer = struct.pack("<4sIQI", b"PK\x06\x07", 0, end, 1)
    ending = struct.pack("<4s4H2IH", b"PK\x05\x06", 0, 0, 0xFFFF, 0xFFFF, 0xFFFFFFFF, 0xFFFFFFFF, 0)

    found = read(TWO[:end] + second + pointer + ending)

    assert list(found) == ["a.html", "é.html"]


def test_lengths_of_a_large_member_stand_in_its_extra_field() -> None:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as container, container.open("a", "w", force_zip64=True) as one:
        one.write(b"first")
    at = file.getvalue().index(b"PK\x01\x02")
    head = bytearray(file.getvalue()[at : at + 46])
    extra = struct.pack("<2H", 9, 2) + b"??" + struct.pack("<2H2Q", 1, 16, 5, 5)
    struct.pack_into("<2I", head, 20, 0xFFFFFFFF, 0xFFFFFFFF)
    struct.pack_into("<H", head, 30, len(extra))
    listed = bytes(head) + b"a" + extra
    end = struct.pack("<4s4H2IH", b"PK\x05\x06", 0, 0, 1, 1, len(listed), at, 0)

    found = read(file.getvalue()[:at] + listed + end)

    assert found == {"a": b"first"}


def test_the_highest_number_stands_for_itself_where_no_extra_field_holds_another() -> None:
    body = patched(TWO, b"PK\x01\x02", 24, 0xFFFFFFFF, "<I")
    file = io.BytesIO(body)

    first, _ = entries(file, directory(file))

    assert first.size == 0xFFFFFFFF


def test_a_file_that_is_no_zip_has_no_directory() -> None:
    with pytest.raises(DamagedError, match="directory is missing"):
        directory(io.BytesIO(b"<html>"))


def test_a_zip_cut_within_its_ending_has_no_directory() -> None:
    with pytest.raises(DamagedError, match="directory is missing"):
        directory(io.BytesIO(TWO[:-4]))


def test_a_directory_that_would_begin_before_the_file_is_damaged() -> None:
    with pytest.raises(DamagedError, match="before the file"):
        directory(io.BytesIO(TWO[60:]))


def test_numbers_at_their_highest_without_a_second_ending_are_taken_as_they_stand() -> None:
    body = patched(TWO, b"PK\x05\x06", 10, 0xFFFF)
    file = io.BytesIO(body)

    of = directory(file)

    assert of.entries == 0xFFFF
    with pytest.raises(DamagedError, match="at entry 3"):
        list(entries(file, of))


def test_a_second_ending_that_is_not_where_it_is_said_to_be_is_damage() -> None:
    body = patched(TWO, b"PK\x05\x06", 10, 0xFFFF)
    at = body.index(b"PK\x05\x06")

    with pytest.raises(DamagedError, match="the end of a large zip"):
        directory(io.BytesIO(body[:at] + struct.pack("<4sIQI", b"PK\x06\x07", 0, 0, 1) + body[at:]))


def test_a_digest_changes_with_the_content_of_any_member() -> None:
    one, other = (io.BytesIO(zipped({"a": text})) for text in (b"first", b"other"))

    assert digest(one, directory(one)) != digest(other, directory(other))


def test_a_digest_of_a_directory_cut_short_is_of_what_is_there() -> None:
    file = io.BytesIO(TWO)
    of = directory(file)
    cut = io.BytesIO(TWO[: of.at])

    assert digest(cut, of) != digest(file, of)
