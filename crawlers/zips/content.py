"""One member of a zip unpacked: never more of it than its entry states, and checked."""

import io
import struct
import zlib
from typing import BinaryIO

from crawlers.container import ENCRYPTED, LARGEST_RATIO
from crawlers.zips import DamagedError, Entry, LockedError, TrapError

STORED, DEFLATED = 0, 8
WORTH_REFUSING_BYTES = 1_000
"""A smaller member, whatever it states, unzips in no time."""
LOCAL = struct.Struct("<4s5H3I2H")
"""The header before each member: signature, …, packing, …, checksum, lengths."""
FIRST_OF_A_MEMBER = b"PK\x03\x04"


def content(file: BinaryIO, entry: Entry, *, largest: int) -> bytes:
    """All of a member, as its entry states it.

    Raises LockedError, TrapError before anything is unzipped that could hurt, or DamagedError.
    """
    _refuse(entry, largest)
    file.seek(entry.at)
    head = file.read(LOCAL.size)
    if len(head) < LOCAL.size or not head.startswith(FIRST_OF_A_MEMBER):
        raise DamagedError(f"its member {entry.name!r} is not where the directory says")
    *_, name_length, extra_length = LOCAL.unpack(head)
    file.seek(name_length + extra_length, io.SEEK_CUR)
    body = _unpacked(file.read(entry.packed), entry)
    if len(body) != entry.size or zlib.crc32(body) != entry.crc:
        raise DamagedError(f"its member {entry.name!r} is not what its checksum says")
    return body


def _refuse(entry: Entry, largest: int) -> None:
    if entry.flags & ENCRYPTED:
        raise LockedError(f"its member {entry.name!r} is encrypted; save it without a password")
    if entry.packing not in {STORED, DEFLATED}:
        raise TrapError(f"its member {entry.name!r} is packed as no accounts are")
    ratio = entry.size > LARGEST_RATIO * max(entry.packed, WORTH_REFUSING_BYTES)
    if ratio or max(entry.size, entry.packed) > largest:
        raise TrapError(
            f"its member {entry.name!r} unzips to {entry.size:,} bytes from {entry.packed:,};"
            " no accounts are so large, or so empty"
        )


def _unpacked(packed: bytes, entry: Entry) -> bytes:
    """The bytes of a member, and one more at most than it states."""
    if entry.packing == STORED:
        return packed
    try:
        return zlib.decompressobj(-zlib.MAX_WBITS).decompress(packed, entry.size + 1)
    except zlib.error as error:
        raise DamagedError(f"its member {entry.name!r} does not unzip ({error})") from None
