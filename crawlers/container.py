"""Open a zip without being hurt by it, whether it is a workbook or holds workbooks."""

import io
import struct
import zipfile
import zlib
from collections.abc import Callable, Generator
from contextlib import contextmanager
from functools import partial

from crawlers.reading import SourceChangedError
from db.records import Document

LARGEST_UNZIPPED = 300_000_000
"""Bytes. Ofsted's 2025 workbook unzips to 78 million; a bomb to as many as it likes."""
LARGEST_RATIO = 500
"""Unzipped to zipped. Ofsted's workbooks reach 26; a run of one letter reaches 1,000."""
PACKINGS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
"""The two that workbooks may use. The others unpack to any size before they can be stopped."""
ENCRYPTED = 0x1
"""The bit that marks a member as encrypted (APPNOTE 4.4.4)."""

Refuse = Callable[[str], SourceChangedError]
"""Makes the error about one document."""
DAMAGE = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    OSError,
    OverflowError,
    RuntimeError,
    ValueError,
)
"""What `zipfile` raises, by what is wrong with the bytes."""


@contextmanager
def opened(document: Document, *, largest: int = LARGEST_UNZIPPED) -> Generator[zipfile.ZipFile]:
    """A zip that is safe to unzip, to `largest` bytes; what is wrong with it, as our own error."""
    refuse = partial(SourceChangedError, document, "")
    try:
        with zipfile.ZipFile(io.BytesIO(document.body)) as container:
            _check(container, largest, refuse)
            yield container
    except DAMAGE as error:
        raise refuse(f"the file is damaged or cut short ({error}); download it again") from None


def whole(container: zipfile.ZipFile, member: zipfile.ZipInfo, refuse: Refuse) -> bytes:
    """All of a member; an error when it holds more than its header says, before it is unpacked."""
    stated = member.file_size
    member.file_size = stated + 1  # zipfile stops there, whatever is left
    with container.open(member) as part:
        body = part.read(stated + 1)
    member.file_size = stated
    if len(body) != stated:
        raise refuse(
            f"its member {member.filename!r} does not unzip to the {stated:,} bytes that its"
            " header states; the file is damaged or a trap: download it again"
        )
    return body


def _check(container: zipfile.ZipFile, largest: int, refuse: Refuse) -> None:
    """Refuse a zip that climbs out of its folder, or that unzips to far more than it holds."""
    for member in container.infolist():
        _check_member(member, refuse)
    total = sum(member.file_size for member in container.infolist())
    if total > largest:
        raise refuse(
            f"it unzips to {total:,} bytes, more than {largest:,}; no published file is"
            " so large: download it again, or unzip it and take in its files one by one"
        )


def _check_member(member: zipfile.ZipInfo, refuse: Refuse) -> None:
    name = member.filename
    parts = name.replace("\\", "/").split("/")
    if ".." in parts or not parts[0] or ":" in parts[0]:
        raise refuse(f"its member {name!r} climbs out of the zip; do not unzip it: find the source")
    if member.flag_bits & ENCRYPTED:
        raise refuse(f"its member {name!r} is encrypted; save the file without a password")
    if member.compress_type not in PACKINGS:
        raise refuse(f"its member {name!r} is packed as no workbook is; download it again")
    if member.file_size > LARGEST_RATIO * max(member.compress_size, 1_000):
        raise refuse(
            f"its member {name!r} unzips to {member.file_size:,} bytes from"
            f" {member.compress_size:,}; no published file is so empty: download it again"
        )
