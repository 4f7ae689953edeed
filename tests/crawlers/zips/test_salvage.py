import zipfile

from crawlers.zips.salvage import salvaged
from tests.crawlers.zips.made import locked, streamed, zipped

TWO = {"a": b"first " * 9, "b": b"second " * 9}


def names(body: bytes, *, largest: int = 1_000) -> list[str]:
    return [one.name for one in salvaged(body, largest=largest)]


def test_whole_members_of_a_zip_cut_short_are_found() -> None:
    body = zipped(TWO)

    found = list(salvaged(body[: body.index(b"PK\x01\x02")], largest=1_000))

    assert [(one.name, one.body) for one in found] == list(TWO.items())


def test_a_member_that_is_cut_is_left_out() -> None:
    body = zipped(TWO)

    assert names(body[: body.index(b"PK\x01\x02") - 3]) == ["a"]


def test_a_stored_member_that_is_cut_is_left_out() -> None:
    body = zipped(TWO, zipfile.ZIP_STORED)

    assert names(body[: body.index(b"PK\x01\x02") - 3]) == ["a"]


def test_members_written_as_a_stream_are_found() -> None:
    assert names(streamed(TWO)) == ["a", "b"]


def test_a_stored_member_without_its_length_ends_the_search() -> None:
    assert names(streamed(TWO, zipfile.ZIP_STORED)) == []


def test_an_encrypted_member_ends_the_search() -> None:
    assert names(locked(zipped(TWO))) == []


def test_a_member_that_does_not_unzip_ends_the_search() -> None:
    body = zipped(TWO)

    assert names(body[:31] + b"\xff" * 6 + body[37:]) == []


def test_a_member_with_another_checksum_ends_the_search() -> None:
    body = zipped(TWO, zipfile.ZIP_STORED).replace(b"first", b"worst", 1)

    assert names(body) == []


def test_a_member_larger_than_may_be_ends_the_search() -> None:
    assert names(zipped(TWO), largest=10) == []


def test_bytes_that_are_no_zip_hold_nothing() -> None:
    assert names(b"<html>") == []
