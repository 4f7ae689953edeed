"""A zip that could hurt is refused before it is unpacked."""

import random
import tracemalloc
import zipfile
from collections.abc import Callable
from io import BytesIO
from zipfile import ZIP_BZIP2, ZIP_DEFLATED, ZIP_LZMA, ZIP_STORED, ZipFile, ZipInfo
from zlib import crc32

import pytest

from crawlers.reading import SourceChangedError
from crawlers.workbook import open_workbook, unzip
from db.records import Document
from tests.crawlers.workbooks import Tabs, document, ods, unzipped, xlsx, zipped

TABS: Tabs = {"T": [["URN", "Name"], ["SC900001", "Larkmoor"]]}
WAYS = pytest.mark.parametrize("take", [open_workbook, unzip])

Take = Callable[[Document], object]


def refusal(take: Take, body: bytes) -> str:
    with pytest.raises(SourceChangedError) as caught:
        take(document(body))
    assert "  at file:issue.ods\n" in str(caught.value)
    return caught.value.problem


def packed(name: str, body: bytes, how: int = ZIP_DEFLATED) -> bytes:
    file = BytesIO()
    with ZipFile(file, "w", how) as container:
        for other, text in unzipped(ods(TABS)).items():
            container.writestr(other, text)
        container.writestr(name, body)
    return file.getvalue()


def lying(members: dict[str, bytes], name: str, lie: Callable[[ZipInfo], None]) -> bytes:
    """A zip whose directory says something untrue of one member."""
    file = BytesIO()
    with ZipFile(file, "w", ZIP_DEFLATED) as container:
        for other, body in members.items():
            container.writestr(other, body)
        lie(container.getinfo(name))
    return file.getvalue()


@WAYS
@pytest.mark.parametrize(
    "name",
    [
        "../issue.ods",
        "folder/../../issue.ods",
        "..",
        "/etc/issue.ods",
        "\\\\server\\issue.ods",
        "..\\issue.ods",
        "folder\\..\\..\\issue.ods",
        "C:\\issue.ods",
        "c:issue.ods",
    ],
)
def test_a_path_that_climbs_out_of_the_zip_is_refused_by_name(take: Take, name: str) -> None:
    assert refusal(take, packed(name, b"x")) == (
        f"its member {name!r} climbs out of the zip; do not unzip it: find the source"
    )


@WAYS
@pytest.mark.parametrize("name", ["folder/issue.csv", "a..b", "...", "folder\\issue.csv"])
def test_a_name_that_stays_inside_is_no_matter(take: Take, name: str) -> None:
    assert take(document(packed(name, b"x")))


@WAYS
def test_a_zip_with_a_password_is_refused(take: Take) -> None:
    def encrypt(member: ZipInfo) -> None:
        member.flag_bits |= 1

    assert refusal(take, lying(unzipped(ods(TABS)), "content.xml", encrypt)) == (
        "its member 'content.xml' is encrypted; save the file without a password"
    )


@WAYS
@pytest.mark.parametrize("how", [ZIP_BZIP2, ZIP_LZMA])
def test_a_packing_that_cannot_be_stopped_in_time_is_refused(take: Take, how: int) -> None:
    assert refusal(take, packed("a.csv", b"x" * 9_000_000, how)).endswith(
        " is packed as no workbook is; download it again"
    )


@WAYS
def test_a_workbook_may_be_stored_as_it_is(take: Take) -> None:
    assert take(document(packed("a.csv", b"x", ZIP_STORED)))


@WAYS
def test_an_honest_bomb_is_refused_with_its_size(take: Take) -> None:
    told = refusal(take, zipped({"content.xml": b"0" * 2_000_000}))

    assert told.startswith("its member 'content.xml' unzips to 2,000,000 bytes from ")
    assert told.endswith("; no published file is so empty: download it again")


@WAYS
def test_many_members_that_come_to_too_much_together_are_refused(take: Take) -> None:
    noise = random.Random(1).randbytes(700_000)  # noqa: S311 - it need not be secret

    def claim(member: ZipInfo) -> None:
        member.file_size = 301_000_000

    assert refusal(take, lying({"content.xml": noise}, "content.xml", claim)) == (
        "it unzips to 301,000,000 bytes, more than 300,000,000; no published file is so large:"
        " download it again, or unzip it and take in its files one by one"
    )


@WAYS
@pytest.mark.parametrize(
    "name", ["content.xml", "META-INF/manifest.xml", "mimetype", "Pictures/1.png"]
)
def test_a_bomb_whose_header_lies_is_refused_before_it_is_unpacked(take: Take, name: str) -> None:
    def lie(member: ZipInfo) -> None:
        member.file_size = 100

    body = lying(unzipped(ods(TABS)) | {name: b" " * 40_000_000}, name, lie)
    tracemalloc.start()
    told = refusal(take, body)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()

    assert told.startswith("the file is damaged or cut short (Bad CRC-32 for file")
    assert peak < 5_000_000


@WAYS
@pytest.mark.parametrize("name", ["xl/sharedStrings.xml", "xl/styles.xml", "xl/workbook.xml"])
@pytest.mark.parametrize("stated", [100, 101])
def test_a_bomb_whose_header_lies_with_a_checksum_to_match_is_refused(
    take: Take, name: str, stated: int
) -> None:
    def lie(member: ZipInfo) -> None:
        member.file_size = 100
        member.CRC = crc32(b" " * stated)

    body = lying(unzipped(xlsx(TABS)) | {name: b" " * 40_000_000}, name, lie)
    tracemalloc.start()
    told = refusal(take, body)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()

    assert name in told
    assert told.endswith("download it again")
    assert peak < 5_000_000


@WAYS
def test_a_header_that_states_more_than_there_is_is_refused(take: Take) -> None:
    def lie(member: ZipInfo) -> None:
        member.file_size += 1

    assert refusal(take, lying(unzipped(ods(TABS)), "mimetype", lie)) == (
        "its member 'mimetype' does not unzip to the 47 bytes that its header states; the file is"
        " damaged or a trap: download it again"
    )


@WAYS
def test_damage_inside_a_member_is_found_by_its_checksum(take: Take) -> None:
    whole = bytearray(ods(TABS))
    with ZipFile(BytesIO(whole)) as container:
        place = container.getinfo("content.xml").header_offset
    whole[place + 200] ^= 1

    assert refusal(take, bytes(whole)).startswith("the file is damaged or cut short (")


@WAYS
def test_a_zip_of_a_later_version_is_refused(take: Take) -> None:
    def renew(member: ZipInfo) -> None:
        member.extract_version = zipfile.MAX_EXTRACT_VERSION + 1

    assert refusal(take, lying(unzipped(ods(TABS)), "content.xml", renew)) == (
        "the file is damaged or cut short (zip file version 6.4); download it again"
    )
