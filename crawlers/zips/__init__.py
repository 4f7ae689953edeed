"""Zips read from where they lie, a member at a time, and what can be wrong with one."""

from dataclasses import dataclass


class ZipError(Exception):
    """What is wrong with a zip, or with one member of it, in words."""


class DamagedError(ZipError):
    """It is cut short, or its bytes are not what it states of them."""


class LockedError(ZipError):
    """It is encrypted."""


class TrapError(ZipError):
    """It would unzip to far more than it holds, or in a way that cannot be stopped."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """What the directory says of one member."""

    number: int
    """Counted from 1 in the directory's order."""
    name: str
    at: int
    """Where its local header lies in the file."""
    packed: int
    size: int
    crc: int
    flags: int
    packing: int
    ends_at: int
    """Where the next entry of the directory begins."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Salvaged:
    """A whole member of a zip that is not whole."""

    name: str
    body: bytes
