"""A file that becomes another while it is downloaded is never put together of both."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from crawlers.asking import GivenUpError
from tests.crawlers.file_host import ANOTHER, BODY, FileHost, Otherwise, cut, fetch, hosting

FIRST_FIVE = cut(FileHost(body=BODY), 0, 5)


@pytest.fixture
def host() -> Iterator[FileHost]:
    with hosting(FileHost(body=BODY)) as host:
        yield host


@pytest.fixture
def into(tmp_path: Path) -> Path:
    """Where five bytes of the file have come."""
    return tmp_path / "file.bin"


def begin(host: FileHost, into: Path) -> None:
    host.once += [cut(host, 0, 5), *[Otherwise(status=503)] * 5]
    with pytest.raises(GivenUpError):
        fetch(host, into)
    host.asked.clear()


def half(into: Path, what: str = "body") -> Path:
    return into.with_name(f".half-downloaded-file.bin.{what}")


def test_another_issue_is_begun_anew(host: FileHost, into: Path) -> None:
    begin(host, into)
    host.body, host.headers = ANOTHER, {"ETag": '"tag-2"'}

    assert fetch(host, into).resumed_from == 0
    assert into.read_bytes() == ANOTHER
    assert host.ranges == ["bytes=5-"]


def test_a_part_of_another_issue_is_not_joined_on(host: FileHost, into: Path) -> None:
    begin(host, into)
    host.body, host.headers = ANOTHER, {"ETag": '"tag-2"'}
    host.once.append(cut(host, 5, 1000))

    assert fetch(host, into).resumed_from == 0
    assert into.read_bytes() == ANOTHER
    assert host.ranges == ["bytes=5-", None]


@pytest.mark.parametrize(
    "content_range", ["bytes 6-255999/256000", "bytes 5-255999/256001", "pages 1-2/3", ""]
)
def test_a_part_that_was_not_asked_for_is_not_joined_on(
    host: FileHost, into: Path, content_range: str
) -> None:
    begin(host, into)
    headers = (("ETag", '"tag-1"'), ("Content-Range", content_range), ("Content-Length", "4"))
    host.once.append(Otherwise(status=206, headers=headers, body=b"else"))
    fetch(host, into)

    assert into.read_bytes() == BODY
    assert host.ranges == ["bytes=5-", None]


def test_a_part_of_what_was_asked_for_is_joined_on(host: FileHost, into: Path) -> None:
    begin(host, into)
    headers = (("ETag", '"tag-1"'), ("Content-Range", "bytes 5-8/256000"), ("Content-Length", "4"))
    host.once.append(Otherwise(status=206, headers=headers, body=BODY[5:9]))
    fetch(host, into)

    assert into.read_bytes() == BODY
    assert host.ranges == ["bytes=5-", "bytes=9-"]


def test_more_than_was_stated_is_thrown_away(host: FileHost, into: Path) -> None:
    begin(host, into)
    part = ("Content-Range", "bytes 5-255999/256000")
    headers = (("ETag", '"tag-1"'), part, ("Content-Length", "300000"))
    host.once.append(Otherwise(status=206, headers=headers, body=b"-" * 300_000))
    fetch(host, into)

    assert into.read_bytes() == BODY
    assert host.ranges == ["bytes=5-", None]


def test_a_file_that_has_shrunk_is_begun_anew(host: FileHost, into: Path) -> None:
    begin(host, into)
    headers = (("Content-Range", "bytes */3"), ("Content-Length", "0"))
    host.once.append(Otherwise(status=416, headers=headers))
    fetch(host, into)

    assert into.read_bytes() == BODY
    assert host.ranges == ["bytes=5-", None]


def test_a_416_says_that_a_file_of_unknown_length_was_whole(host: FileHost, into: Path) -> None:
    chunked = (("ETag", '"tag-1"'), ("Transfer-Encoding", "chunked"))
    host.once += [
        Otherwise(headers=chunked, body=b"5\r\n\x00\x01\x02\x03\x04\r\n"),
        Otherwise(status=416, headers=(("Content-Range", "bytes */5"), ("Content-Length", "0"))),
    ]

    assert fetch(host, into).size == 5
    assert into.read_bytes() == BODY[:5]


def test_a_part_tells_the_length_that_was_unknown(host: FileHost, into: Path) -> None:
    chunked = (("ETag", '"tag-1"'), ("Transfer-Encoding", "chunked"))
    part = (("ETag", '"tag-1"'), ("Content-Range", "bytes 5-8/256000"), ("Content-Length", "4"))
    host.once += [
        Otherwise(headers=chunked, body=b"5\r\n\x00\x01\x02\x03\x04\r\n"),
        Otherwise(status=206, headers=part, body=BODY[5:9]),
    ]
    fetch(host, into)

    assert into.read_bytes() == BODY
    assert host.ranges == [None, "bytes=5-", "bytes=9-"]


def test_what_was_begun_of_another_address_is_not_gone_on_with(host: FileHost, into: Path) -> None:
    begin(host, into)
    fetch(host, into, url=f"{host.address}/other.bin")

    assert host.ranges == [None]


def test_a_note_that_nobody_can_read_is_not_believed(host: FileHost, into: Path) -> None:
    begin(host, into)
    half(into, "json").write_text('{"url": ')
    fetch(host, into)

    assert into.read_bytes() == BODY
    assert host.ranges == [None]


def test_a_body_longer_than_its_note_says_is_not_believed(host: FileHost, into: Path) -> None:
    begin(host, into)
    half(into).write_bytes(b"-" * 256_001)
    fetch(host, into)

    assert into.read_bytes() == BODY
    assert host.ranges == [None]


def test_a_host_that_names_no_issue_is_asked_for_the_whole_again(
    host: FileHost, into: Path
) -> None:
    host.headers = {"ETag": 'W/"weak"'}
    begin(host, into)
    fetch(host, into)

    assert into.read_bytes() == BODY
    assert host.ranges == [None]


def test_a_date_stands_for_an_issue_where_there_is_no_tag(host: FileHost, into: Path) -> None:
    host.headers = {
        "Last-Modified": "Tue, 01 Sep 2026 03:43:03 GMT",
        "Date": "Tue, 01 Sep 2026 09:00:00 GMT",
    }
    begin(host, into)
    fetch(host, into)

    assert into.read_bytes() == BODY
    assert host.asked[0]["If-Range"] == "Tue, 01 Sep 2026 03:43:03 GMT"


def test_what_had_come_whole_is_not_asked_for_again(host: FileHost, into: Path) -> None:
    begin(host, into)
    half(into).write_bytes(BODY)

    assert fetch(host, into).resumed_from == 256_000
    assert into.read_bytes() == BODY
    assert host.asked == []


def test_what_had_its_name_already_is_not_asked_for_again(host: FileHost, into: Path) -> None:
    begin(host, into)
    half(into).unlink()
    into.write_bytes(BODY)

    assert fetch(host, into).resumed_from == 256_000
    assert sorted(path.name for path in into.parent.iterdir()) == ["file.bin"]
    assert host.asked == []
