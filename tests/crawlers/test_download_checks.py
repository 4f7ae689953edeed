"""A file bears its name only when it is what its publisher states; another is kept apart."""

from base64 import b64encode
from collections.abc import Iterator
from hashlib import md5, sha256
from io import BytesIO
from pathlib import Path
from threading import Event
from zipfile import ZIP_DEFLATED, ZIP_LZMA, ZIP_STORED, ZipFile, ZipInfo

import pytest

from crawlers.asking import GivenUpError
from crawlers.downloads import UnfitDownloadError
from crawlers.downloads.checking import StoppedError, UnfitError, checked
from crawlers.downloads.issues import Issue
from tests.crawlers.file_host import BODY, FileHost, Otherwise, cut, fetch, hosting

MD5 = md5(BODY, usedforsecurity=False)
OF_ANOTHER = md5(b"another", usedforsecurity=False)


@pytest.fixture
def host() -> Iterator[FileHost]:
    with hosting(FileHost(body=BODY)) as host:
        yield host


@pytest.fixture
def into(tmp_path: Path) -> Path:
    return tmp_path / "file.bin"


def zipped(packing: int = ZIP_DEFLATED, text: bytes = BODY) -> bytes:
    made = BytesIO()
    with ZipFile(made, "w", packing) as container:
        container.writestr(ZipInfo("companies.csv"), text, packing)
        container.writestr(ZipInfo("notes.txt"), b"invented", packing)
    return made.getvalue()


def issue(
    *,
    url: str = "https://download.companieshouse.gov.uk/file.bin",
    size: int | None = None,
    etag: str | None = None,
    digests: dict[str, str] | None = None,
) -> Issue:
    return Issue(
        url=url, size=size, etag=etag, last_modified=None, goes_on_by=etag, digests=digests or {}
    )


def why_unfit(path: Path, of: Issue, stated_size: int | None = None) -> str:
    with pytest.raises(UnfitError) as unfit:
        checked(path, of, stated_size, Event())
    return str(unfit.value)


def test_a_refused_file_lies_apart_and_the_next_call_begins_anew(
    host: FileHost, into: Path
) -> None:
    refused = into.with_name(".half-downloaded-file.bin.refused")
    host.headers["Content-MD5"] = b64encode(OF_ANOTHER.digest()).decode()
    with pytest.raises(UnfitDownloadError) as unfit:
        fetch(host, into)

    assert str(unfit.value) == (
        f"{host.url} is not what its publisher states: its host states the md5"
        f" {OF_ANOTHER.hexdigest()} and it has {MD5.hexdigest()}; the body lies at {refused}:"
        " download it again, and where it stays so wait for the publisher to mend it"
    )
    assert unfit.value.path == refused
    assert refused.read_bytes() == BODY
    assert [path.name for path in into.parent.iterdir()] == [refused.name]
    host.headers["Content-MD5"] = b64encode(MD5.digest()).decode()
    assert fetch(host, into).resumed_from == 0
    assert into.read_bytes() == BODY


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("Content-MD5", b64encode(MD5.digest()).decode()),
        ("Digest", f"SHA-256={b64encode(sha256(BODY).digest()).decode()},adler=0"),
        ("Repr-Digest", f"sha-256=:{b64encode(sha256(BODY).digest()).decode()}:"),
        ("ETag", f'"{MD5.hexdigest()}"'),
    ],
)
def test_a_digest_that_agrees_confirms_a_file(
    host: FileHost, into: Path, name: str, value: str
) -> None:
    host.headers[name] = value

    assert fetch(host, into).is_confirmed is True


@pytest.mark.parametrize(
    "tag",
    [
        f'"{OF_ANOTHER.hexdigest()}"',
        f'"{OF_ANOTHER.hexdigest()}-31"',
        f'W/"{MD5.hexdigest()}"',
        '"anything"',
    ],
)
def test_a_tag_that_is_no_md5_of_the_file_says_nothing_of_it(
    host: FileHost, into: Path, tag: str
) -> None:
    host.headers["ETag"] = tag

    assert fetch(host, into).is_confirmed is False


def test_a_digest_stated_at_the_beginning_holds_for_a_file_that_is_resumed(
    host: FileHost, into: Path
) -> None:
    host.headers["Content-MD5"] = b64encode(OF_ANOTHER.digest()).decode()
    host.once += [cut(host, 0, 5), *[Otherwise(status=503)] * 5]
    with pytest.raises(GivenUpError):
        fetch(host, into)
    del host.headers["Content-MD5"]

    with pytest.raises(UnfitDownloadError, match="its host states the md5"):
        fetch(host, into)
    assert host.ranges[-1] == "bytes=5-"


def test_a_digest_that_nobody_can_read_is_none(host: FileHost, into: Path) -> None:
    host.headers["Content-MD5"] = "not base64"

    assert fetch(host, into).is_confirmed is False


@pytest.mark.parametrize(
    ("size", "stated"),
    [
        (468_400_000, 468_000_000),
        (490_733_568, 468_000_000),
        (467_000_001, 468_000_000),
        (468_000_000, 490_733_568),
        (300_000, 1_000_000),
    ],
)
def test_a_printed_size_is_rounded_and_its_megabytes_are_of_either_kind(
    into: Path, size: int, stated: int
) -> None:
    with into.open("wb") as file:
        file.truncate(size)
    unread = Event()
    unread.set()

    with pytest.raises(StoppedError):
        checked(into, issue(), stated, unread)


@pytest.mark.parametrize("size", [312_000_000, 440_000_000, 500_000_000, 5_000])
def test_a_file_far_from_its_printed_size_is_refused(into: Path, size: int) -> None:
    with into.open("wb") as file:
        file.truncate(size)

    assert why_unfit(into, issue(), 468_000_000) == (
        f"the page that leads to it states 468,000,000 bytes, it has {size:,}"
    )


def test_a_file_of_another_size_than_its_host_states_is_refused(into: Path) -> None:
    into.write_bytes(b"abc")

    assert why_unfit(into, issue(size=4)) == "its host states 4 bytes and it has 3"


@pytest.mark.parametrize("packing", [ZIP_STORED, ZIP_DEFLATED])
def test_a_whole_zip_passes(into: Path, packing: int) -> None:
    into.write_bytes(zipped(packing))

    assert checked(into, issue(), None, Event()).sha256 == sha256(zipped(packing)).hexdigest()


def test_a_zip_without_its_end_is_refused(into: Path) -> None:
    into.write_bytes(zipped()[:-30])

    assert why_unfit(into, issue()) == (
        "as a zip it is damaged or cut short (File is not a zip file)"
    )


def test_a_zip_with_another_byte_in_a_member_is_refused(into: Path) -> None:
    body = bytearray(zipped(ZIP_STORED))
    body[1000] ^= 1
    into.write_bytes(body)

    assert why_unfit(into, issue()) == (
        "as a zip it is damaged or cut short (Bad CRC-32 for file 'companies.csv')"
    )


@pytest.mark.parametrize("place", [200, 500, 900])
def test_a_zip_with_another_byte_in_what_is_packed_is_refused(into: Path, place: int) -> None:
    body = bytearray(zipped())
    body[place] ^= 0xFF
    into.write_bytes(body)

    assert why_unfit(into, issue()).startswith("as a zip it is damaged or cut short (")


def test_a_page_under_the_address_of_a_zip_is_refused(into: Path) -> None:
    into.write_bytes(b"<html><h1>We are busy</h1></html>")

    assert why_unfit(into, issue(url="https://h/companies.ZIP?x=1")) == (
        "as a zip it is damaged or cut short (File is not a zip file)"
    )


def test_a_zip_that_states_to_unzip_to_next_to_everything_is_refused(into: Path) -> None:
    into.write_bytes(zipped(text=bytes(110_000_000)))

    assert why_unfit(into, issue()) == (
        "it states to unzip to 110,000,008 bytes; no publication is so empty"
    )


def test_a_zip_that_is_packed_unusually_is_refused(into: Path) -> None:
    into.write_bytes(zipped(ZIP_LZMA))

    assert "'companies.csv' is encrypted or packed unusually" in why_unfit(into, issue())


def test_a_check_ends_soon_after_nobody_waits_for_it(into: Path) -> None:
    into.write_bytes(zipped())
    stopped = Event()
    stopped.set()

    with pytest.raises(StoppedError):
        checked(into, issue(), None, stopped)
