"""What is left of a zip that was cut short: its whole members, found from their own headers."""

import zlib
from collections.abc import Iterator

from crawlers.container import ENCRYPTED
from crawlers.zips import Salvaged
from crawlers.zips.content import DEFLATED, FIRST_OF_A_MEMBER, LOCAL, STORED

_SIZES_FOLLOW = 0x8
"""The bit of a member whose lengths stand behind it, since it was written as a stream."""


def salvaged(body: bytes, *, largest: int) -> Iterator[Salvaged]:
    """The members that are whole, in order, up to the first that is not; to `largest` bytes each.

    Without its directory a zip is read from the front: each member's header says how long it is,
    or its own packing where it ends.
    """
    at = 0
    while body.startswith(FIRST_OF_A_MEMBER, at) and len(body) - at >= LOCAL.size:
        _, _, flags, packing, _, _, crc, packed, size, name_length, extra = LOCAL.unpack_from(
            body, at
        )
        name = body[at + LOCAL.size : at + LOCAL.size + name_length]
        first = at + LOCAL.size + name_length + extra
        if flags & ENCRYPTED or packing not in {STORED, DEFLATED}:
            return
        if packing == DEFLATED:
            found, at = _inflated(body, first, largest)
        elif flags & _SIZES_FOLLOW:
            return  # nothing says where it ends
        else:
            found, at = body[first : first + size], first + packed
        if found is None or at > len(body):
            return
        if flags & _SIZES_FOLLOW:
            crc, at = _behind(body, at)
        if zlib.crc32(found) != crc:
            return
        yield Salvaged(name=name.decode("utf-8", "replace"), body=found)


def _inflated(body: bytes, first: int, largest: int) -> tuple[bytes | None, int]:
    """A member and where it ends; None where it does not, or holds more than may be."""
    inflating = zlib.decompressobj(-zlib.MAX_WBITS)
    try:
        found = inflating.decompress(memoryview(body)[first:], largest)
    except zlib.error:
        return None, first
    if not inflating.eof:
        return None, first
    return found, len(body) - len(inflating.unused_data)


def _behind(body: bytes, at: int) -> tuple[int, int]:
    """The checksum that stands behind a member, and where that ends."""
    at += 4 if body.startswith(b"PK\x07\x08", at) else 0
    return int.from_bytes(body[at : at + 4], "little"), at + 12
