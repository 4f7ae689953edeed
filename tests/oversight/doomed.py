"""Work that is killed at one moment. Tests start this as a process of its own.

`python -m tests.oversight.doomed FOLDER ingest FILE` dies when a document that is too small has
been withdrawn, before its body is moved. `python -m tests.oversight.doomed FOLDER reread` dies
when a better reader begins with its second document. `python -m tests.oversight.doomed FOLDER
MOMENT FILE` takes in a company data product and dies while it is keeping, unpacking or reading it.
"""

import os
import signal
import sys
from collections.abc import Iterator
from dataclasses import replace
from itertools import count
from pathlib import Path
from typing import IO, Any, NoReturn

from crawlers.bulk import BulkFile, unpacking
from crawlers.bulk.scanning import scanner
from crawlers.source import Follow, Source
from crawlers.sources import companies_house_company_data
from crawlers.sources.ofsted_annual import SOURCE
from db.archive import FolderArchive
from db.records import Document, Record
from oversight import clock, taking_in
from oversight.installation import Installation, open_installation
from oversight.taking_in_bulk import take_in_bulk

documents = count(1)
SPILLED = b"x" * 1_000
"""What is in the middle of being written when the kill comes."""


def die(*_: Any) -> None:
    """End this process as the kernel would."""
    os.kill(os.getpid(), signal.SIGKILL)


def once(document: Document) -> Iterator[Record | Follow]:
    """Read one document; die at the next."""
    if next(documents) > 1:
        die()
    yield from SOURCE.parse(document)


def better() -> tuple[Source, ...]:
    """A catalogue of one source, with a newer reader."""
    return (replace(SOURCE, version=SOURCE.version + 1, parse=once),)


def copy_until_killed(packed: IO[bytes], file: IO[bytes], *_: Any) -> None:
    """Unpack a little of a product; die before the rest."""
    file.write(packed.read(len(SPILLED)))
    file.flush()
    die()


def read_until_killed(file: BulkFile, part: Path) -> NoReturn:
    """Begin to read a product, its part half-written and something spilled; die then."""
    with scanner(file.path.parent):
        spilled = file.path.parent / "scan" / "spilled"
        spilled.parent.mkdir()
        spilled.write_bytes(SPILLED)
        part.write_bytes(SPILLED)
        die()
    raise AssertionError


def take_in_and_die(place: Installation, moment: str, path: Path) -> None:
    """Take in a company data product until one moment of it."""
    source = companies_house_company_data.SOURCE
    if moment == "keeping":
        os.fsync = die
    elif moment == "unpacking":
        unpacking._copy = copy_until_killed  # noqa: SLF001 - nothing else writes what is unpacked
    else:
        source = replace(source, read=read_until_killed)
    take_in_bulk(place, source, path)


if __name__ == "__main__":
    place = open_installation(Path(sys.argv[1]), None, clock.now())
    if sys.argv[2] in {"keeping", "unpacking", "reading"}:
        take_in_and_die(place, sys.argv[2], Path(sys.argv[3]))
    if sys.argv[2] == "ingest":
        FolderArchive.set_apart = die
        taking_in.take_in(place, [Path(sys.argv[3])])
    else:
        taking_in.sources = better
        taking_in.reread(place, SOURCE.key)
