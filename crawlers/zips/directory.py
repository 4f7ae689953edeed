"""A zip's directory read entry by entry: memory is flat at any size.

`zipfile` makes an object of every entry before it gives the first: a month of filed accounts has
300,000. This reads the directory from where it lies, and can begin anywhere in it, so that many
processes share one file without reading it all. Layout: APPNOTE 6.3.10, sections 4.3 and 4.4.
"""

import io
import struct
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from typing import BinaryIO

from crawlers.zips import DamagedError, Entry

_ENTRY = struct.Struct("<4s6H3I5H2I")
_END = struct.Struct("<4s4H2IH")
_END_64_AT = struct.Struct("<4sIQI")
_END_64 = struct.Struct("<4sQ2H2I4Q")
_LONGEST_COMMENT = 0xFFFF
_MANY = 0xFFFF
_FULL = 0xFFFFFFFF
"""What stands for a number that has its place in the extra field instead."""
_UTF_8 = 0x800
_CHUNK_BYTES = 1 << 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Directory:
    """Where the directory of a zip lies, and how much there is of it."""

    at: int
    size: int
    """Bytes."""
    entries: int
    shift: int
    """Bytes that stand before the zip itself, which its offsets leave out. Mostly 0."""


def directory(file: BinaryIO) -> Directory:
    """Where a zip's directory lies. Raises DamagedError for a file without one at its end."""
    length = file.seek(0, io.SEEK_END)
    tail_at = max(length - _END.size - _LONGEST_COMMENT, 0)
    file.seek(tail_at)
    tail = file.read()
    found = tail.rfind(b"PK\x05\x06")
    if found < 0 or len(tail) - found < _END.size:
        raise DamagedError("it is no zip, or is cut short: its directory is missing")
    _, _, _, _, entries, size, at, _ = _END.unpack_from(tail, found)
    end = tail_at + found
    if _FULL in {size, at} or entries == _MANY:
        end, entries, size, at = _large(file, end, (entries, size, at))
    shift = end - size - at
    if shift < 0:
        raise DamagedError("its directory would begin before the file does")
    return Directory(at=at + shift, size=size, entries=entries, shift=shift)


def entries(file: BinaryIO, of: Directory, *, after: Entry | None = None) -> Iterator[Entry]:
    """What the directory lists, in its order, from the entry that follows `after`.

    Raises DamagedError where the directory itself is damaged: what came before stands.
    """
    number, at = (after.number, after.ends_at) if after is not None else (0, of.at)
    while number < of.entries:
        number += 1
        entry = _entry(file, of, number, at)
        yield entry
        at = entry.ends_at


def digest(file: BinaryIO, of: Directory) -> str:
    """SHA-256 of the directory, which holds every member's name, length and checksum.

    It tells two products apart without reading gigabytes.
    """
    found = sha256()
    file.seek(of.at)
    left = of.size
    while left and (chunk := file.read(min(left, _CHUNK_BYTES))):
        found.update(chunk)
        left -= len(chunk)
    return found.hexdigest()


def _large(file: BinaryIO, end: int, stated: tuple[int, int, int]) -> tuple[int, int, int, int]:
    """Where a large zip's second ending lies, and what it states: entries, size, offset."""
    file.seek(max(end - _END_64_AT.size, 0))
    pointer = file.read(_END_64_AT.size)
    if len(pointer) < _END_64_AT.size or not pointer.startswith(b"PK\x06\x07"):
        return (end, *stated)  # a small zip whose numbers happen to be the highest
    file.seek(max(end - _END_64_AT.size - _END_64.size, 0))
    record_at = file.tell()
    record = file.read(_END_64.size)
    if len(record) < _END_64.size or not record.startswith(b"PK\x06\x06"):
        raise DamagedError("its directory is missing: the end of a large zip is damaged")
    *_, entries, size, at = _END_64.unpack(record)
    return record_at, entries, size, at


def _entry(file: BinaryIO, of: Directory, number: int, at: int) -> Entry:
    file.seek(at)
    head = file.read(_ENTRY.size)
    if len(head) < _ENTRY.size or not head.startswith(b"PK\x01\x02"):
        raise DamagedError(f"its directory is damaged at entry {number:,}")
    (
        _,
        _,
        _,
        flags,
        packing,
        _,
        _,
        crc,
        packed,
        size,
        name_length,
        extra_length,
        comment,
        *_,
        local,
    ) = _ENTRY.unpack(head)
    name = file.read(name_length).decode("utf-8" if flags & _UTF_8 else "cp437", "replace")
    wide = _wide(file.read(extra_length))
    size, packed, local = (
        wide.pop(0) if one == _FULL and wide else one for one in (size, packed, local)
    )
    return Entry(
        number=number,
        name=name,
        at=local + of.shift,
        packed=packed,
        size=size,
        crc=crc,
        flags=flags,
        packing=packing,
        ends_at=at + _ENTRY.size + name_length + extra_length + comment,
    )


def _wide(extra: bytes) -> list[int]:
    """The numbers of eight bytes that an extra field holds for a large member, in their order."""
    at = 0
    while at + 4 <= len(extra):
        kind, length = struct.unpack_from("<2H", extra, at)
        at += 4
        if kind == 1:
            whole = min(length, len(extra) - at) // 8
            return list(struct.unpack_from(f"<{whole}Q", extra, at))
        at += length
    return []
