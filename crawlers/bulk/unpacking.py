"""Lay a product out on disk, whatever its size, and never more of it than its header states."""

import errno
import shutil
import zipfile
import zlib
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from crawlers.bulk import BulkFile, NoRoomError
from crawlers.container import DAMAGE, ENCRYPTED, PACKINGS
from crawlers.reading import SourceChangedError

HEAD_BYTES = 65_536
"""Enough of a file to know it by: the header of the company data has 1,500 characters."""
CHUNK_BYTES = 1 << 20
LARGEST_RATIO = 100
"""Unzipped to zipped. Registers of lines much alike reach 13; a run of one letter 1,000."""
FIRST_OF_A_ZIP = b"PK\x03\x04"
OF_A_DAMAGED_ZIP = (None, errno.EINVAL)
"""Error numbers of a zip whose directory points before its first byte; others are the disk's."""


def head(path: Path) -> bytes:
    """The first bytes of a file, or of the only file in a zip; none when they cannot be read."""
    try:
        if not zipfile.is_zipfile(path):
            with path.open("rb") as file:
                return file.read(HEAD_BYTES)
        with zipfile.ZipFile(path) as container:
            members = container.infolist()
            if len(members) != 1 or members[0].compress_type not in PACKINGS:
                return b""
            with container.open(members[0]) as member:
                return member.read(HEAD_BYTES)
    except (*DAMAGE, zlib.error):
        return b""


@contextmanager
def unpacked(path: Path, room: Path, kept: BulkFile) -> Generator[Path]:
    """Where the content of a product lies in a workspace: a zip's only file, or the file linked.

    What was laid out is removed at the end. Raises SourceChangedError for a zip that is damaged,
    cut short, or states too little; NoRoomError when the workspace's disk is too small.
    """
    laid = room / "content"
    try:
        if zipfile.is_zipfile(path) or _begins_as_a_zip(path):
            _unzip(path, laid, kept)
        else:
            laid.symlink_to(path.resolve())
        yield laid
    finally:
        laid.unlink(missing_ok=True)


def _begins_as_a_zip(path: Path) -> bool:
    """True also for a zip cut short, whose directory stood at its end."""
    with path.open("rb") as file:
        return file.read(len(FIRST_OF_A_ZIP)) == FIRST_OF_A_ZIP


def _unzip(path: Path, laid: Path, kept: BulkFile) -> None:
    try:
        with zipfile.ZipFile(path) as container:
            member = _only_member(container, kept)
            room = shutil.disk_usage(laid.parent).free
            if member.file_size > room:
                raise NoRoomError(
                    f"{kept.url} unpacks to {member.file_size:,} bytes and {laid.parent.parent} has"
                    f" room for {room:,}; free some, or name a larger disk with --data"
                )
            with container.open(member) as packed, laid.open("wb") as file:
                _copy(packed, file, member, kept)
    except DAMAGE as error:
        if isinstance(error, OSError) and error.errno not in OF_A_DAMAGED_ZIP:
            raise
        raise SourceChangedError(
            kept, "", f"the file is damaged or cut short ({error}); download it again"
        ) from None


def _only_member(container: zipfile.ZipFile, kept: BulkFile) -> zipfile.ZipInfo:
    members = container.infolist()
    if len(members) != 1:
        raise SourceChangedError(
            kept, "", f"it holds {len(members)} files where the product is one; download it again"
        )
    member = members[0]
    if member.flag_bits & ENCRYPTED or member.compress_type not in PACKINGS:
        raise SourceChangedError(
            kept,
            "",
            f"its member {member.filename!r} is encrypted or packed as no product is;"
            " download it again",
        )
    if member.file_size > LARGEST_RATIO * max(member.compress_size, 1_000):
        raise SourceChangedError(
            kept,
            "",
            f"its member {member.filename!r} unzips to {member.file_size:,} bytes from"
            f" {member.compress_size:,}; no product is so empty: download it again",
        )
    return member


def _copy(packed: IO[bytes], file: IO[bytes], member: zipfile.ZipInfo, kept: BulkFile) -> None:
    written = 0
    while chunk := packed.read(CHUNK_BYTES):
        written += len(chunk)
        if written > member.file_size:
            break
        file.write(chunk)
    if written != member.file_size:
        raise SourceChangedError(
            kept,
            "",
            f"its member {member.filename!r} does not unzip to the {member.file_size:,} bytes that"
            " its header states; download it again",
        )
