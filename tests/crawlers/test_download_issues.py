"""The head of an answer says which issue of a file it brings."""

import errno
from io import BytesIO
from pathlib import Path

import pytest

from crawlers.bulk import NoRoomError
from crawlers.downloads.half import Half
from crawlers.downloads.issues import Issue, has_no_rest, issue_of, rest_of

URL = "https://download.companieshouse.gov.uk/file.zip"
MODIFIED = "Tue, 01 Sep 2026 03:43:03 GMT"
BEGUN = Issue(url=URL, size=10, etag='"1"', last_modified=MODIFIED, goes_on_by='"1"', digests={})


@pytest.mark.parametrize(
    ("headers", "goes_on_by"),
    [
        ({"etag": '"1"', "last-modified": MODIFIED}, '"1"'),
        ({"etag": 'W/"1"', "last-modified": MODIFIED, "date": MODIFIED}, None),
        ({"last-modified": MODIFIED, "date": "Tue, 01 Sep 2026 03:43:04 GMT"}, MODIFIED),
        ({"last-modified": MODIFIED, "date": MODIFIED}, None),
        ({"last-modified": MODIFIED}, None),
        ({"last-modified": "yesterday", "date": MODIFIED}, None),
        ({"last-modified": "Tue, 01 Sep 2026 03:43:03 -0000", "date": MODIFIED}, None),
        ({}, None),
    ],
)
def test_an_issue_is_gone_on_with_only_by_what_stands_for_its_very_bytes(
    headers: dict[str, str], goes_on_by: str | None
) -> None:
    assert issue_of(URL, headers).goes_on_by == goes_on_by


@pytest.mark.parametrize(
    ("length", "size"), [("10", 10), ("0", 0), ("-1", None), ("ten", None), ("", None)]
)
def test_a_size_is_a_number_of_bytes_or_not_stated(length: str, size: int | None) -> None:
    assert issue_of(URL, {"content-length": length}).size == size


def test_digests_are_taken_from_each_header_that_may_state_them() -> None:
    headers = {
        "content-md5": "AAAA",
        "digest": "SHA=BBBB, unixsum=30637, sha-512=?",
        "repr-digest": "sha-256=:CCCC:",
    }

    assert issue_of(URL, headers).digests == {"md5": "000000", "sha1": "041041", "sha256": "082082"}


@pytest.mark.parametrize(
    "headers",
    [
        {"content-range": "bytes 4-9/10", "etag": '"1"'},
        {"content-range": "bytes 4-6/10"},
        {"content-range": "bytes 4-9/*", "last-modified": MODIFIED},
    ],
)
def test_the_rest_of_an_issue_is_known(headers: dict[str, str]) -> None:
    assert rest_of(BEGUN, 4, headers) == BEGUN


@pytest.mark.parametrize(
    "headers",
    [
        {"content-range": "bytes 4-9/10", "etag": '"2"', "last-modified": MODIFIED},
        {"content-range": "bytes 4-9/10", "last-modified": "Wed, 02 Sep 2026 03:43:03 GMT"},
        {"content-range": "bytes 3-9/10", "etag": '"1"'},
        {"content-range": "bytes 4-9/11", "etag": '"1"'},
        {"etag": '"1"'},
    ],
)
def test_other_bytes_are_not_the_rest(headers: dict[str, str]) -> None:
    assert rest_of(BEGUN, 4, headers) is None


def test_nothing_is_the_rest_of_nothing() -> None:
    assert rest_of(None, 0, {"content-range": "bytes 0-9/10"}) is None
    assert has_no_rest(None, 0, {"content-range": "bytes */0"}) is False


@pytest.mark.parametrize(
    ("headers", "is_so"),
    [
        ({"content-range": "bytes */10", "etag": '"1"'}, True),
        ({"content-range": "bytes */10"}, True),
        ({"content-range": "bytes */10", "etag": '"2"'}, False),
        ({"content-range": "bytes */9"}, False),
        ({}, False),
    ],
)
def test_an_issue_has_no_rest_when_its_host_says_so(headers: dict[str, str], is_so: bool) -> None:
    assert has_no_rest(BEGUN, 10, headers) is is_so


class Disk(BytesIO):
    """A disk on which each write fails in one way."""

    def __init__(self, number: int) -> None:
        super().__init__()
        self.number = number

    def write(self, _: object, /) -> int:
        raise OSError(self.number, "as told")


def test_a_disk_that_fills_up_says_what_is_kept(tmp_path: Path) -> None:
    half = Half(URL, tmp_path / "file.zip", Disk(errno.ENOSPC), None)
    with pytest.raises(NoRoomError) as full:
        half.add(b"abc")

    assert str(full.value) == (
        f"{tmp_path} is full after 0 bytes of {URL}; free some, and ask again: it goes on from"
        " there"
    )


def test_a_disk_that_fails_otherwise_says_so_itself(tmp_path: Path) -> None:
    half = Half(URL, tmp_path / "file.zip", Disk(errno.EIO), None)
    with pytest.raises(OSError, match="as told"):
        half.add(b"abc")
