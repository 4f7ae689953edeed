"""Whether a file that has come to its end is what its publisher states: size, digests, the zip."""

import hashlib
import zipfile
from dataclasses import dataclass
from pathlib import Path
from threading import Event
from urllib.parse import urlsplit

from crawlers.bulk.unpacking import CHUNK_BYTES, FIRST_OF_A_ZIP, LARGEST_RATIO, OF_A_DAMAGED_ZIP
from crawlers.container import DAMAGE, ENCRYPTED, PACKINGS
from crawlers.downloads.issues import Issue

STATED_WITHIN_SHARE = 0.05
STATED_WITHIN_BYTES = 1 << 20
"""How far a file may be from the size that its page prints: "468Mb" is rounded to whole ones, and
does not say whether of 1,000,000 or of 1,048,576 bytes, which are 5% more."""


WORTH_REFUSING_BYTES = 1 << 20
"""A smaller zip, whatever it states, unzips in no time."""


class UnfitError(Exception):
    """What is wrong with a file."""


class StoppedError(Exception):
    """Nobody waits for the answer any more."""


@dataclass(frozen=True, kw_only=True)
class Checked:
    """What the check of a fit file has found."""

    sha256: str
    is_confirmed: bool
    """True when a digest that the host states agrees."""


def checked(path: Path, issue: Issue, stated_size: int | None, stopped: Event) -> Checked:
    """Check a file, reading it twice where it is a zip: once as it is, once unzipped.

    Each costs a second or so for a gigabyte of what is read; what comes after reads it anyway, but
    a file that is refused must not bear its final name. Memory does not grow with the file.
    Raises UnfitError, and StoppedError soon after `stopped` is set.
    """
    _check_size(path.stat().st_size, issue, stated_size)
    is_tagged = issue.perhaps_md5 is not None
    names = {"sha256", *issue.digests, *(["md5"] if is_tagged else [])}
    found = _digests(path, names, stopped)
    for name, stated in issue.digests.items():
        if found[name] != stated:
            raise UnfitError(f"its host states the {name} {stated} and it has {found[name]}")
    if _is_to_be_a_zip(path, issue.url):
        _check_zip(path, stopped)
    is_confirmed = bool(issue.digests) or (is_tagged and found["md5"] == issue.perhaps_md5)
    return Checked(sha256=found["sha256"], is_confirmed=is_confirmed)


def _check_size(size: int, issue: Issue, stated_size: int | None) -> None:
    if issue.size not in {None, size}:
        raise UnfitError(f"its host states {issue.size:,} bytes and it has {size:,}")
    if stated_size is None:
        return
    if abs(size - stated_size) > stated_size * STATED_WITHIN_SHARE + STATED_WITHIN_BYTES:
        raise UnfitError(f"the page that leads to it states {stated_size:,} bytes, it has {size:,}")


def _digests(path: Path, names: set[str], stopped: Event) -> dict[str, str]:
    hashes = {name: hashlib.new(name, usedforsecurity=False) for name in names}
    with path.open("rb") as file:
        while chunk := file.read(CHUNK_BYTES):
            for one in hashes.values():
                one.update(chunk)
            _stop_if(stopped)
    return {name: one.hexdigest() for name, one in hashes.items()}


def _is_to_be_a_zip(path: Path, url: str) -> bool:
    if urlsplit(url).path.lower().endswith(".zip"):
        return True
    with path.open("rb") as file:
        return file.read(len(FIRST_OF_A_ZIP)) == FIRST_OF_A_ZIP


def _check_zip(path: Path, stopped: Event) -> None:
    """Unzip every member to nowhere, which compares it with its checksum."""
    try:
        with zipfile.ZipFile(path) as container:
            members = container.infolist()
            _refuse_traps(members, path.stat().st_size)
            for member in members:
                with container.open(member) as part:
                    while part.read(CHUNK_BYTES):
                        _stop_if(stopped)
    except DAMAGE as error:
        if isinstance(error, OSError) and error.errno not in OF_A_DAMAGED_ZIP:
            raise
        raise UnfitError(f"as a zip it is damaged or cut short ({error})") from None


def _refuse_traps(members: list[zipfile.ZipInfo], size: int) -> None:
    for member in members:
        if member.flag_bits & ENCRYPTED or member.compress_type not in PACKINGS:
            raise UnfitError(f"its member {member.filename!r} is encrypted or packed unusually")
    unzipped = sum(member.file_size for member in members)
    if unzipped > LARGEST_RATIO * max(size, WORTH_REFUSING_BYTES):
        raise UnfitError(f"it states to unzip to {unzipped:,} bytes; no publication is so empty")


def _stop_if(stopped: Event) -> None:
    if stopped.is_set():
        raise StoppedError
